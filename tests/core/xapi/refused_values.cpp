// SPDX-License-Identifier: Apache-2.0
#include "tests/core/xapi/refused_values.h"

namespace kapok::test {
namespace {

using Rows = std::vector<RefusedValue>;

constexpr const char *kIri = "must be an IRI with a scheme, not this string";
constexpr const char *kTime =
    "must be an ISO 8601 timestamp with seconds (and without the offset -00:00), not this string";

Rows ofStatements()
{
    return {
        {"", "7", "$", "must be an object, not a number"},
        {"", "null", "$", "must be an object, not null"},
        {"", R"("x")", "$", "must be an object, not a string"},
        {"/actor", "", "$.actor", "is missing"},
        {"/verb", "", "$.verb", "is missing"},
        {"/object", "", "$.object", "is missing"},
        {"/verb/id", "", "$.verb.id", "is missing"},
        {"/Actor", "{}", "$.Actor",
         "is an empty object under a name that xAPI does not know here (names are case-sensitive)"},
        {"/foo", "true", "$.foo",
         "is true or false under a name that xAPI does not know here (names are case-sensitive)"},
        {"/a name: \u00e9\"", "1", R"($["a?name:????"])",
         "is a number under a name that xAPI does not know here (names are case-sensitive)"},
        {"/mai@node.example", "null", R"($["?"])",
         "is null under a name that xAPI does not know here (names are case-sensitive)"},
        {"/id", "7", "$.id", "must be a UUID, not a number"},
        {"/id", R"("0190a000")", "$.id", "must be a UUID, not this string"},
        {"/timestamp", "null", "$.timestamp",
         "must be an ISO 8601 timestamp with seconds (and without the offset -00:00), not null"},
        {"/timestamp", R"("2026-11-22T08:05:00-00:00")", "$.timestamp", kTime},
        {"/stored", R"("now")", "$.stored", kTime},
        {"/version", R"("0.9.9")", "$.version", "must be 1.0.x, not this string", "1.0.3"},
        {"/version", "1", "$.version", "must be 1.0.x or 2.0.x, not a number", "2.0.0"},
        {"/verb/id", R"("answered")", "$.verb.id", kIri},
        {"/verb/id", R"("")", "$.verb.id", "must be an IRI with a scheme, not an empty string"},
        {"/verb/id", "7.5", "$.verb.id", "must be an IRI with a scheme, not a number"},
        {"/verb/id", "[]", "$.verb.id", "must be an IRI with a scheme, not an empty array"},
        {"/verb/display", "[1]", "$.verb.display", "must be a language map, not an array"},
        {"/verb/display", R"({"a12345":"x"})", "$.verb.display.a12345",
         "is a string under a key that is no RFC 5646 language tag"},
        {"/verb/display", R"({"en-GB":{"a":1}})", "$.verb.display.en-GB", "must be a string, not an object"},
    };
}

Rows ofActors()
{
    return {
        {"/actor", "7", "$.actor", "must be an object, not a number"},
        {"/actor", "{}", "$.actor",
         "must be an object with exactly one of mbox, mbox_sha1sum, openid and account, not with none"},
        {"/actor/openid", R"("urn:a")", "$.actor",
         "must be an object with exactly one of mbox, mbox_sha1sum, openid and account, not with 2"},
        {"/actor/objectType", R"("agent")", "$.actor.objectType",
         R"(must be "Agent" or "Group", not this string)"},
        {"/actor/objectType", "null", "$.actor.objectType", R"(must be "Agent" or "Group", not null)"},
        {"/actor/name", "false", "$.actor.name", "must be a string, not true or false"},
        {"/actor/name", R"("a\u0000")", "$.actor.name", "must not have a NUL character"},
        {"/actor/mbox", R"("mai@node.example")", "$.actor.mbox",
         R"(must be "mailto:" and one address, not this string)"},
        {"/actor/mbox", "1", "$.actor.mbox", R"(must be "mailto:" and one address, not a number)"},
        {"/actor", R"({"mbox_sha1sum":"abc"})", "$.actor.mbox_sha1sum",
         "must be 40 hexadecimal digits, not this string"},
        {"/actor", R"({"openid":"a"})", "$.actor.openid", kIri},
        {"/actor", R"({"account":[]})", "$.actor.account", "must be an object, not an empty array"},
        {"/actor", R"({"account":{"homePage":"urn:h"}})", "$.actor.account.name", "is missing"},
        {"/actor", R"({"account":{"homePage":{},"name":"m"}})", "$.actor.account.homePage",
         "must be an IRI with a scheme, not an empty object"},
        {"/actor", R"({"account":{"homePage":"urn:h","name":7}})", "$.actor.account.name",
         "must be a string, not a number"},
        {"/actor", R"({"objectType":"Group"})", "$.actor.member",
         "is missing: must name at least one agent when the group has no identifier"},
        {"/actor", R"({"objectType":"Group","member":[]})", "$.actor.member",
         "must name at least one agent when the group has no identifier, not an empty array"},
        {"/actor", R"({"objectType":"Group","member":{}})", "$.actor.member",
         "must be an array, not an empty object"},
        {"/actor", R"({"objectType":"Group","member":[{"objectType":"Group","mbox":"mailto:a@b.c"}]})",
         "$.actor.member[0].objectType", R"(must be "Agent", not this string)"},
        {"/actor", R"({"objectType":"Group","mbox":"mailto:a@b.c","openid":"urn:a"})", "$.actor",
         "must be an object with at most one of mbox, mbox_sha1sum, openid and account, not with 2"},
        {"/authority", R"({"objectType":"Group","member":[{"mbox":"mailto:a@b.c"}]})", "$.authority",
         "must be an agent, or a group without identifier of exactly two agents, not this object"},
    };
}

Rows ofObjects()
{
    return {
        {"/object", R"("x")", "$.object", "must be an object, not a string"},
        {"/object", "[{}]", "$.object", "must be an object, not an array"},
        {"/object/objectType", R"("activity")", "$.object.objectType",
         R"(must be "Activity", "Agent", "Group", "StatementRef" or "SubStatement", not this string)"},
        {"/object/objectType", "7", "$.object.objectType",
         R"(must be "Activity", "Agent", "Group", "StatementRef" or "SubStatement", not a number)"},
        {"/object/id", R"("x")", "$.object.id", kIri},
        {"/object", R"({"objectType":"Agent"})", "$.object",
         "must be an object with exactly one of mbox, mbox_sha1sum, openid and account, not with none"},
        {"/object", R"({"objectType":"StatementRef","id":"x"})", "$.object.id",
         "must be a UUID, not this string"},
        {"/object", R"({"objectType":"SubStatement"})", "$.object.actor", "is missing"},
        {"/object", R"({"objectType":"SubStatement","id":"x"})", "$.object.id",
         "is a string under a name that xAPI does not know here (names are case-sensitive)"},
        {"/object", R"({"objectType":"SubStatement","object":{"objectType":"SubStatement"}})",
         "$.object.object.objectType",
         R"(must be "Activity", "Agent", "Group" or "StatementRef", not this string)"},
        {"/object/definition", "7", "$.object.definition", "must be an object, not a number"},
        {"/object/definition", R"({"type":"x"})", "$.object.definition.type", kIri},
        {"/object/definition", R"({"moreInfo":null})", "$.object.definition.moreInfo",
         "must be an IRI with a scheme, not null"},
        {"/object/definition", R"({"name":"x"})", "$.object.definition.name",
         "must be a language map, not a string"},
        {"/object/definition", R"({"extensions":7})", "$.object.definition.extensions",
         "must be an object, not a number"},
        {"/object/definition", R"({"extensions":{"x":[]}})", "$.object.definition.extensions.x",
         "is an empty array under a key that is no IRI with a scheme"},
        {"/object/definition", R"({"interactionType":"Choice"})", "$.object.definition.interactionType",
         "must be one of xAPI's interaction types, not this string"},
        {"/object/definition", R"({"correctResponsesPattern":["a"]})",
         "$.object.definition.correctResponsesPattern", "is an array that needs an interactionType"},
        {"/object/definition", R"({"interactionType":"other","correctResponsesPattern":["a",1]})",
         "$.object.definition.correctResponsesPattern[1]", "must be a string, not a number"},
        {"/object/definition", R"({"interactionType":"other","correctResponsesPattern":"a"})",
         "$.object.definition.correctResponsesPattern", "must be an array, not a string"},
        {"/object/definition", R"({"steps":[]})", "$.object.definition.steps",
         "is an array that needs an interactionType"},
        {"/object/definition", R"({"interactionType":"likert","choices":[]})", "$.object.definition.choices",
         "is an array that does not belong to this interactionType"},
        {"/object/definition", R"({"interactionType":"choice","choices":[{"id":"a"},{"id":"a"}]})",
         "$.object.definition.choices[1].id", "must be an id that no other component has, not this string"},
        {"/object/definition", R"({"interactionType":"choice","choices":[{"id":7}]})",
         "$.object.definition.choices[0].id", "must be a string, not a number"},
        {"/object/definition", R"({"interactionType":"choice","choices":[7]})",
         "$.object.definition.choices[0]", "must be an object, not a number"},
        {"/verb/id", R"("http://adlnet.gov/expapi/verbs/voided")", "$.object",
         "must be a StatementRef when the verb is voided, not this object"},
    };
}

Rows ofResults()
{
    return {
        {"/result", "[]", "$.result", "must be an object, not an empty array"},
        {"/result", R"({"score":1})", "$.result.score", "must be an object, not a number"},
        {"/result", R"({"score":{"scaled":"0.5"}})", "$.result.score.scaled",
         "must be a number, not a string"},
        {"/result", R"({"score":{"scaled":-1.01}})", "$.result.score.scaled",
         "must be between -1 and 1, not this number"},
        {"/result", R"({"score":{"min":1,"max":1}})", "$.result.score.min",
         "must be less than max, not this number"},
        {"/result", R"({"score":{"raw":11,"max":10}})", "$.result.score.raw",
         "must be between min and max, not this number"},
        {"/result", R"({"success":"true"})", "$.result.success", "must be true or false, not a string"},
        {"/result", R"({"completion":1})", "$.result.completion", "must be true or false, not a number"},
        {"/result", R"({"duration":"P4W1D"})", "$.result.duration",
         "must be an ISO 8601 duration, not this string"},
        {"/result", R"({"response":null})", "$.result.response", "must be a string, not null"},
        {"/result", R"({"extensions":{"a b":null}})", R"($.result.extensions["a?b"])",
         "is null under a key that is no IRI with a scheme"},
    };
}

Rows ofContexts()
{
    return {
        {"/context", "true", "$.context", "must be an object, not true or false"},
        {"/context", R"({"registration":[7]})", "$.context.registration", "must be a UUID, not an array"},
        {"/context", R"({"team":{"mbox":"mailto:a@b.c"}})", "$.context.team.objectType", "is missing"},
        {"/context", R"({"team":{"objectType":"Agent","mbox":"mailto:a@b.c"}})", "$.context.team.objectType",
         R"(must be "Group", not this string)"},
        {"/context", R"({"language":"vi_VN"})", "$.context.language",
         "must be an RFC 5646 language tag, not this string"},
        {"/context", R"({"platform":7})", "$.context.platform", "must be a string, not a number"},
        {"/context", R"({"statement":{"objectType":"Statement"}})", "$.context.statement.objectType",
         R"(must be "StatementRef", not this string)"},
        {"/context", R"({"contextActivities":{"parents":[]}})", "$.context.contextActivities.parents",
         "is an empty array under a name that xAPI does not know here (names are case-sensitive)"},
        {"/context", R"({"contextActivities":{"parent":"urn:a"}})", "$.context.contextActivities.parent",
         "must be an activity or an array of activities, not a string"},
        {"/context", R"({"contextActivities":{"parent":[{"id":"urn:a"},{"id":"a"}]}})",
         "$.context.contextActivities.parent[1].id", kIri},
        {"/context", R"({"contextActivities":{"other":{"objectType":"Agent","id":"urn:a"}}})",
         "$.context.contextActivities.other.objectType", R"(must be "Activity", not this string)"},
        {"/context", R"({"contextAgents":[]})", "$.context.contextAgents",
         "is an empty array under a name that xAPI does not know here (names are case-sensitive)", "1.0.3"},
        {"/context", R"({"contextAgents":[{"agent":{"mbox":"mailto:a@b.c"}}]})",
         "$.context.contextAgents[0].objectType", "is missing", "2.0.0"},
        {"/context", R"({"contextAgents":[{"objectType":"contextGroup"}]})",
         "$.context.contextAgents[0].objectType", R"(must be "contextAgent", not this string)", "2.0.0"},
        {"/context", R"({"contextGroups":[{"objectType":"contextAgent"}]})",
         "$.context.contextGroups[0].objectType", R"(must be "contextGroup", not this string)", "2.0.0"},
        {"/context",
         R"({"contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:a@b.c"},"relevantTypes":[]}]})",
         "$.context.contextAgents[0].relevantTypes", "must have at least one IRI, not an empty array",
         "2.0.0"},
        {"/context", R"({"contextGroups":{}})", "$.context.contextGroups",
         "must be an array, not an empty object", "2.0.0"},
    };
}

Rows ofAttachments()
{
    const auto at0 = "$.attachments[0]";
    return {
        {"/attachments", "{}", "$.attachments", "must be an array, not an empty object"},
        {"/attachments", "[1]", at0, "must be an object, not a number"},
        {"/attachments", "[{}]", "$.attachments[0].usageType", "is missing"},
        {"/attachments", R"([{"usageType":7}])", "$.attachments[0].usageType",
         "must be an IRI with a scheme, not a number"},
        {"/attachments", R"([{"contentType":"text"}])", "$.attachments[0].contentType",
         "must be an Internet media type, not this string"},
        {"/attachments", R"([{"length":2.5}])", "$.attachments[0].length",
         "must be a whole number of bytes, not this number"},
        {"/attachments", R"([{"length":"3"}])", "$.attachments[0].length",
         "must be a whole number of bytes, not a string"},
        {"/attachments", R"([{"sha2":7}])", "$.attachments[0].sha2",
         "must be a SHA-2 digest in hexadecimal, not a number"},
    };
}

} // namespace

nlohmann::json statementToBreak()
{
    return {{"actor", {{"mbox", "mailto:mai@node.example"}}},
            {"verb", {{"id", "http://adlnet.gov/expapi/verbs/answered"}}},
            {"object", {{"id", "https://kapok.example/x"}}}};
}

nlohmann::json broken(const RefusedValue &refused)
{
    nlohmann::json statement = statementToBreak();
    const nlohmann::json::json_pointer pointer(refused.pointer);
    if (*refused.value)
        statement[pointer] = nlohmann::json::parse(refused.value);
    else
        statement[pointer.parent_pointer()].erase(pointer.back());
    return statement;
}

const std::vector<RefusedValue> &refusedValues()
{
    static const Rows kAll = [] {
        Rows all;
        for (const auto &part :
             {ofStatements(), ofActors(), ofObjects(), ofResults(), ofContexts(), ofAttachments()})
            all.insert(all.end(), part.begin(), part.end());
        // What only goes together.
        all.push_back(
            {"", R"({"actor":{"mbox":"mailto:a@b.c"},"verb":{"id":"urn:v"},"object":{"objectType":"Agent",
            "mbox":"mailto:a@b.c"},"context":{"platform":"x"}})",
             "$.context.platform", "must be absent unless the object is an activity, not a string"});
        all.push_back({"/context", R"({"team":{"objectType":"Group","mbox":"a"}})", "$.context.team.mbox",
                       R"(must be "mailto:" and one address, not this string)"});
        return all;
    }();
    return kAll;
}

} // namespace kapok::test
