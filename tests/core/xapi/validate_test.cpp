// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/validate.h"

#include "tests/core/xapi/refused_values.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kapok::xapi {
namespace {

using nlohmann::json;

json minimal()
{
    return json::parse(R"({
        "actor": {"mbox": "mailto:mai@node.example"},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
        "object": {"id": "https://kapok.example/x"}})");
}

/// One change to the minimal statement.
struct Case {
    const char *pointer; ///< JSON pointer of what is set
    const char *value;   ///< JSON; "" removes instead
    const char *path;    ///< what the error starts with; "" when the statement stays valid
};

json changed(const Case &tested)
{
    json statement = minimal();
    const json::json_pointer pointer(tested.pointer);
    if (*tested.value)
        statement[pointer] = json::parse(tested.value);
    else
        statement[pointer.parent_pointer()].erase(pointer.back());
    return statement;
}

void expect(const Case &tested, Version version = Version::V1_0_3)
{
    const auto status = validateText(changed(tested).dump(), version);
    const std::string what = std::string(tested.pointer) + " = " + tested.value;
    if (!*tested.path) {
        EXPECT_TRUE(status.ok()) << what << ": " << (status.ok() ? "" : status.error().detail);
    } else if (status.ok()) {
        ADD_FAILURE() << what << " was accepted";
    } else {
        EXPECT_TRUE(status.error().detail.starts_with(std::string(tested.path) + ": "))
            << what << ": " << status.error().detail;
        EXPECT_EQ(status.error().code, ErrorCode::InvalidInput);
    }
}

TEST(Validate, HoldsStatementsToTheirProperties) // Data 2.4
{
    for (const Case &tested : std::initializer_list<Case>{
             {"/id", R"("0190a000-0000-7000-8000-000000000001")", ""},
             {"/id", "7", "$.id"},
             {"/id", R"("0190a000")", "$.id"},
             {"/actor", "", "$.actor"},
             {"/verb", "", "$.verb"},
             {"/object", "", "$.object"},
             {"/Actor", "{}", "$.Actor"},
             {"/extra", "1", "$.extra"},
             {"/timestamp", "null", "$.timestamp"},
             {"/timestamp", R"("2026-11-22T08:05:00-00:00")", "$.timestamp"},
             {"/stored", R"("2026-11-22T08:05:00Z")", ""},
             {"/version", R"("1.0")", ""},
             {"/version", R"("1.0.27")", ""},
             {"/version", R"("0.9.9")", "$.version"},
             {"/version", R"("1.1.0")", "$.version"},
             {"/verb/id", R"("answered")", "$.verb.id"},
             {"/verb/display", R"({"a12345": "x"})", "$.verb.display.a12345"},
             {"/verb/display", R"({"en": 1})", "$.verb.display.en"},
         })
        expect(tested);
}

TEST(Validate, HoldsActorsToOneIdentifier) // Data 2.4.2
{
    for (const Case &tested : std::initializer_list<Case>{
             {"/actor", R"({})", "$.actor"},
             {"/actor", R"({"account": {"homePage": "https://n.example", "name": "mai"}})", ""},
             {"/actor", R"({"account": {"homePage": "https://n.example"}})", "$.actor.account.name"},
             {"/actor", R"({"account": {"homePage": "n.example", "name": "m"}})", "$.actor.account.homePage"},
             {"/actor/openid", R"("https://a.example")", "$.actor"},
             {"/actor/mbox", R"("mai@node.example")", "$.actor.mbox"},
             {"/actor", R"({"mbox_sha1sum": "abc"})", "$.actor.mbox_sha1sum"},
             {"/actor/objectType", R"("agent")", "$.actor.objectType"},
             {"/actor/objectType", R"("Agent")", ""},
             {"/actor", R"({"objectType": "Group"})", "$.actor.member"},
             {"/actor", R"({"objectType": "Group", "member": []})", "$.actor.member"},
             {"/actor", R"({"objectType": "Group", "member": [{"mbox": "mailto:a@b.c"}]})", ""},
             {"/actor", R"({"objectType": "Group", "mbox": "mailto:a@b.c"})", ""},
             {"/actor",
              R"({"objectType": "Group", "member": [{"objectType": "Group", "mbox": "mailto:a@b.c"}]})",
              "$.actor.member[0].objectType"},
             {"/authority", R"({"objectType": "Group", "member": [{"mbox": "mailto:a@b.c"}]})",
              "$.authority"},
             {"/authority", R"({"mbox": "mailto:a@b.c"})", ""},
         })
        expect(tested);
}

TEST(Validate, HoldsWhatIsIndexedTo2000Bytes)
{
    const auto detail = [](const char *pointer, const json &value) {
        json statement = minimal();
        statement[json::json_pointer(pointer)] = value;
        const auto status = validateText(statement.dump());
        return status.ok() ? std::string() : status.error().detail;
    };
    const auto text = [](const std::string &start, std::size_t size) {
        return start + std::string(size - start.size(), 'x');
    };
    const auto account = [&](std::size_t size) {
        return json{{"account", {{"homePage", "urn:h"}, {"name", text("", size - 5)}}}};
    };
    const std::string rule = ": must have at most 2000 bytes, not 2001";
    for (const char *pointer : {"/verb/id", "/object/id"}) {
        EXPECT_EQ(detail(pointer, text("urn:", 2000)), "");
        EXPECT_TRUE(detail(pointer, text("urn:", 2001)).ends_with(".id" + rule));
    }
    EXPECT_EQ(detail("/actor", {{"mbox", text("mailto:a@", 2000)}}), "");
    EXPECT_EQ(detail("/actor", {{"mbox", text("mailto:a@", 2001)}}), "$.actor.mbox" + rule);
    EXPECT_EQ(detail("/actor", {{"openid", text("urn:", 2000)}}), "");
    EXPECT_EQ(detail("/actor", {{"openid", text("urn:", 2001)}}), "$.actor.openid" + rule);
    EXPECT_EQ(detail("/actor", account(2000)), "");
    EXPECT_EQ(detail("/actor", account(2001)),
              "$.actor.account: must have at most 2000 bytes in homePage and name together, not 2001");
    EXPECT_EQ(detail("/object/definition", {{"moreInfo", text("urn:", 5000)}}), "");
}

TEST(Validate, FindsNulCharactersInTheNamesOfActors)
{
    for (const Case &tested : std::initializer_list<Case>{
             {"/actor/name", R"("a\u0000")", "$.actor.name"},
             {"/actor", R"({"account": {"homePage": "urn:h", "name": "\u0000"}})", "$.actor.account.name"},
             {"/context", R"({"team": {"objectType": "Group", "mbox": "mailto:a@b.c", "name": "\u0000"}})",
              "$.context.team.name"},
             {"/result", R"({"response": "a\u0000"})", ""},
         })
        expect(tested);
}

TEST(Validate, HoldsObjectsToTheirKind) // Data 2.4.4
{
    for (const Case &tested : std::initializer_list<Case>{
             {"/object/id", R"("x")", "$.object.id"},
             {"/object", R"({"mbox": "mailto:a@b.c"})", "$.object.mbox"},
             {"/object", R"({"objectType": "Agent", "mbox": "mailto:a@b.c"})", ""},
             {"/object/objectType", R"("activity")", "$.object.objectType"},
             {"/object", R"({"objectType": "StatementRef", "id": "0190a000-0000-7000-8000-000000000001"})",
              ""},
             {"/object", R"({"objectType": "StatementRef", "id": "x"})", "$.object.id"},
             {"/object/definition", R"({"type": "x"})", "$.object.definition.type"},
             {"/object/definition", R"({"interactionType": "choice", "correctResponsesPattern": ["a"],
                "choices": [{"id": "a", "description": {"vi": "a"}}]})",
              ""},
             {"/object/definition", R"({"correctResponsesPattern": ["a"]})",
              "$.object.definition.correctResponsesPattern"},
             {"/object/definition", R"({"interactionType": "likert", "choices": []})",
              "$.object.definition.choices"},
             {"/object/definition", R"({"interactionType": "Choice"})",
              "$.object.definition.interactionType"},
             {"/object/definition", R"({"interactionType": "choice", "choices": [{"id": "a"}, {"id": "a"}]})",
              "$.object.definition.choices[1].id"},
             {"/object/definition", R"({"extensions": {"x": 1}})", "$.object.definition.extensions.x"},
             {"/object/definition", R"({"extensions": {"urn:x:y": null}})", ""},
             {"/verb/id", R"("http://adlnet.gov/expapi/verbs/voided")", "$.object"},
         })
        expect(tested);
}

TEST(Validate, HoldsSubStatementsToTheSameRules) // Data 2.4.4.3
{
    const json inner = {{"objectType", "SubStatement"},
                        {"actor", minimal()["actor"]},
                        {"verb", minimal()["verb"]},
                        {"object", minimal()["object"]}};
    const auto with = [&](const char *key, const json &value) {
        json statement = minimal();
        statement["object"] = inner;
        statement["object"][key] = value;
        return validateText(statement.dump());
    };
    EXPECT_TRUE(with("timestamp", "2026-11-22T08:05:00Z").ok());
    EXPECT_FALSE(with("id", "0190a000-0000-7000-8000-000000000001").ok());
    EXPECT_FALSE(with("stored", "2026-11-22T08:05:00Z").ok());
    EXPECT_FALSE(with("object", inner).ok());
    EXPECT_FALSE(with("result", {{"score", {{"scaled", 2}}}}).ok());
}

TEST(Validate, HoldsResultsToTheirRanges)
{
    for (const Case &tested : std::initializer_list<Case>{
             {"/result", R"({"score": {"scaled": 0.85, "raw": 8.5, "min": 0, "max": 10}, "success": true})",
              ""},
             {"/result", R"({"score": {"scaled": 1.01}})", "$.result.score.scaled"},
             {"/result", R"({"score": {"scaled": "0.5"}})", "$.result.score.scaled"},
             {"/result", R"({"score": {"min": 1, "max": 1}})", "$.result.score.min"},
             {"/result", R"({"score": {"raw": 11, "max": 10}})", "$.result.score.raw"},
             {"/result", R"({"success": "true"})", "$.result.success"},
             {"/result", R"({"duration": "P4W1D"})", "$.result.duration"},
             {"/result", R"({"response": null})", "$.result.response"},
             {"/result", R"({"extensions": {}})", ""},
         })
        expect(tested);
}

TEST(Validate, HoldsContextsToTheirKinds) // Data 2.4.6
{
    for (const Case &tested : std::initializer_list<Case>{
             {"/context", R"({"registration": "x"})", "$.context.registration"},
             {"/context", R"({"team": {"mbox": "mailto:a@b.c"}})", "$.context.team.objectType"},
             {"/context", R"({"language": "vi_VN"})", "$.context.language"},
             {"/context", R"({"contextActivities": {"parent": {"id": "https://a.example"}}})", ""},
             {"/context", R"({"contextActivities": {"parent": [{"id": "a"}]}})",
              "$.context.contextActivities.parent[0].id"},
             {"/context", R"({"contextActivities": {"parents": []}})", "$.context.contextActivities.parents"},
             {"/context", R"({"contextAgents": []})", "$.context.contextAgents"},
         })
        expect(tested);
    json statement = minimal();
    statement["object"] = {{"objectType", "Agent"}, {"mbox", "mailto:a@b.c"}};
    statement["context"] = {{"platform", "Kapok"}};
    EXPECT_FALSE(validateText(statement.dump()).ok());
}

TEST(Validate, KnowsWhatCameWithVersion2)
{
    const auto two = Version::V2_0_0;
    expect({"/context",
            R"({"contextAgents": [{"objectType": "contextAgent", "agent": {"mbox": "mailto:a@b.c"},
                          "relevantTypes": ["https://t.example"]}]})",
            ""},
           two);
    expect({"/context", R"({"contextAgents": [{"agent": {"mbox": "mailto:a@b.c"}}]})",
            "$.context.contextAgents[0].objectType"},
           two);
    expect({"/context", R"({"contextGroups": [{"objectType": "contextGroup", "group": {"objectType": "Group",
                          "mbox": "mailto:a@b.c"}, "relevantTypes": []}]})",
            "$.context.contextGroups[0].relevantTypes"},
           two);
    expect({"/version", R"("2.0.0")", ""}, two);
    expect({"/version", R"("2.0.0")", "$.version"});
}

TEST(Validate, HoldsAttachmentsToTheirFields)
{
    json attachment = {{"usageType", "https://t.example"},
                       {"display", {{"vi", "x"}}},
                       {"contentType", "text/plain"},
                       {"length", 3},
                       {"sha2", std::string(64, 'a')}};
    const auto valid = [&] {
        json statement = minimal();
        statement["attachments"] = {attachment};
        return validateText(statement.dump()).ok();
    };
    EXPECT_TRUE(valid());
    attachment["length"] = 3.5;
    EXPECT_FALSE(valid());
    attachment["length"] = 3;
    attachment["usageType"] = "http://adlnet.gov/expapi/attachments/signature";
    EXPECT_FALSE(valid());
    json statement = minimal();
    statement["attachments"] = {attachment};
    EXPECT_EQ(
        validateText(statement.dump()).error().detail,
        R"($.attachments[0].contentType: must be "application/octet-stream" for a signature, not this string)");
    attachment["contentType"] = "application/octet-stream";
    EXPECT_TRUE(valid());
}

TEST(Validate, NamesThePathTheRuleAndTheKindOfEveryRefusedValue) // Data 2.2
{
    for (const auto &refused : test::refusedValues())
        for (const auto &[version, name] :
             {std::pair(Version::V1_0_3, "1.0.3"), std::pair(Version::V2_0_0, "2.0.0")}) {
            if (*refused.only && std::string_view(refused.only) != name)
                continue;
            const auto status = validateText(test::broken(refused).dump(), version);
            ASSERT_FALSE(status.ok()) << refused.pointer << " = " << refused.value;
            EXPECT_EQ(status.error().detail, std::string(refused.path) + ": " + refused.message)
                << refused.pointer << " = " << refused.value;
        }
}

TEST(Validate, NeverRepeatsWhatWasSent)
{
    json statement = minimal();
    statement["actor"] = {{"mbox", "secret-name"}, {"secret-name", 1}};
    EXPECT_EQ(validateText(statement.dump()).error().detail.find("secret"), std::string::npos);
    EXPECT_EQ(validateText("{\"secret\"").error().detail.find("secret"), std::string::npos);
    EXPECT_EQ(validateText(R"({"actor":"secret)").error().detail.find("secret"), std::string::npos);
    const std::string asKey = R"({"actor":{"secret@node.example":{"a":1,"a":2}}})";
    EXPECT_EQ(validateText(asKey).error().detail, R"($.actor["?"].a: is a key that its object has twice)");
}

} // namespace
} // namespace kapok::xapi
