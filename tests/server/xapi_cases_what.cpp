// SPDX-License-Identifier: Apache-2.0
#include "tests/server/xapi_cases.h"

namespace kapok::test {
namespace {

using nlohmann::json;
using Values = ValueCases;

json parse(const std::string &text)
{
    return json::parse(text);
}

/// 2.4.5.1 (XAPI-00079 to XAPI-00083)
Values scores()
{
    Values out{{"number", 7}, {"text", "x"}, {"null", nullptr}, {"empty", json::object(), true}};
    const std::pair<const char *, bool> rows[] = {{R"({"scaled":1.0})", true},
                                                  {R"({"scaled":-1.0000})", true},
                                                  {R"({"scaled":0.6767676})", true},
                                                  {R"({"scaled":1.01})", false},
                                                  {R"({"scaled":-1.00001})", false},
                                                  {R"({"scaled":"0.5"})", false},
                                                  {R"({"raw":7.5})", true},
                                                  {R"({"raw":7,"max":6})", false},
                                                  {R"({"raw":7,"min":8})", false},
                                                  {R"({"raw":7,"min":7,"max":8})", true},
                                                  {R"({"raw":8,"min":7,"max":8})", true},
                                                  {R"({"min":1})", true},
                                                  {R"({"min":2,"max":1})", false},
                                                  {R"({"min":1,"max":1})", false},
                                                  {R"({"max":"100"})", false},
                                                  {R"({"max":"one hundred"})", false},
                                                  {R"({"max":100.6767676})", true},
                                                  {R"({"min":null})", false},
                                                  {R"({"Scaled":1})", false},
                                                  {R"({"scaled":{}})", false}};
    for (const auto &[text, accepted] : rows)
        out.push_back({text, parse(text), accepted});
    return out;
}

Values references()
{
    return {
        {"StatementRef",
         parse(R"({"objectType":"StatementRef","id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee"})"), true},
        {"lower case", parse(R"({"objectType":"statementref","id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee"})")},
        {"without id", parse(R"({"objectType":"StatementRef"})")},
        {"id is no UUID", parse(R"({"objectType":"StatementRef","id":"x"})")},
        {"with more",
         parse(R"({"objectType":"StatementRef","id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee","x":1})")}};
}

/// Revision and platform go only with an activity (2.4.6, XAPI-00087).
void addRevisions(StatementCases &out)
{
    const json others[] = {
        parse(R"({"objectType":"Agent","mbox":"mailto:b@e.org"})"),
        parse(R"({"objectType":"Group","mbox":"mailto:b@e.org"})"),
        parse(R"({"objectType":"StatementRef","id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee"})"),
        smallestWithSub()["object"]};
    for (const char *key : {"revision", "platform"})
        for (const json &object : others) {
            const std::string what = "2.4.6 " + object["objectType"].get<std::string>() + " with " + key;
            out.push_back({what, smallest()});
            out.back().statement["object"] = object;
            out.back().statement["context"][key] = "x";
            if (object["objectType"] == "SubStatement")
                continue; // has no place in a SubStatement
            out.push_back({what + " in a SubStatement", smallestWithSub()});
            out.back().statement["object"]["object"] = object;
            out.back().statement["object"]["context"][key] = "x";
        }
}

} // namespace

StatementCases objectCases()
{
    StatementCases out;
    addAt(out, "2.4.4.3 (XAPI-00073)", "/object", references(), false);
    for (const auto &[what, value, accepted] : references()) {
        out.push_back({"2.4.4.3 in a SubStatement, " + what, smallestWithSub(), accepted});
        out.back().statement["object"]["object"] = value;
    }
    out.push_back({"2.4.4.3 SubStatement", smallestWithSub(), true});
    for (const char *key : {"id", "stored", "version", "authority"}) { // XAPI-00066 to XAPI-00069
        out.push_back({std::string("2.4.4.3 SubStatement with ") + key, smallestWithSub()});
        const json values{{"id", "6690e6c9-3ef0-4ed3-8b37-7f3964730bee"},
                          {"stored", "2015-11-18T12:17:00Z"},
                          {"version", "1.0.0"},
                          {"authority", {{"mbox", "mailto:a@e.org"}}}};
        out.back().statement["object"][key] = values[key];
    }
    out.push_back({"2.4.4.3 SubStatement in a SubStatement (XAPI-00070)", smallestWithSub()});
    out.back().statement["object"]["object"] = smallestWithSub()["object"];
    for (const char *key : {"actor", "verb", "object", "objectType"}) {
        out.push_back({std::string("2.4.4.3 SubStatement without ") + key, smallestWithSub()});
        out.back().statement["object"].erase(key);
    }
    for (const char *type : {"substatement", "Person", "", "statement"}) {
        out.push_back({std::string("2.4.4 objectType ") + type, smallestWithSub()});
        out.back().statement["object"]["objectType"] = type;
    }
    out.push_back({"2.3.2 voiding what is no StatementRef", smallest()});
    out.back().statement["verb"]["id"] = "http://adlnet.gov/expapi/verbs/voided";
    return out;
}

StatementCases verbCases()
{
    StatementCases out;
    addAt(out, "2.4.3 (XAPI-00045)", "/verb/id", iris());
    addAt(out, "2.4.3, 4.2 (XAPI-00046)", "/verb/display", languageMaps());
    addAt(out, "2.4.3", "/verb",
          {{"empty", json::object()},
           {"text", "x"},
           {"number", 7},
           {"null", nullptr},
           {"unknown key", parse(R"({"id":"http://e.org/v","x":1})")}});
    return out;
}

StatementCases resultCases()
{
    StatementCases out;
    addAt(out, "2.4.5.1", "/result/score", scores());
    addAt(out, "2.4.5 (XAPI-00076)", "/result/success", booleans());
    addAt(out, "2.4.5 (XAPI-00077)", "/result/completion", booleans());
    addAt(out, "2.4.5 (XAPI-00078)", "/result/response", strings());
    addAt(out, "4.6 (XAPI-00124)", "/result/duration", durations());
    addAt(out, "4.1", "/result/extensions", extensions());
    addAt(out, "2.4.5", "/result",
          {{"empty", json::object(), true},
           {"text", "x"},
           {"number", 7},
           {"null", nullptr},
           {"unknown key", {{"Score", json::object()}}}});
    return out;
}

StatementCases contextCases()
{
    StatementCases out;
    addAt(out, "2.4.6 (XAPI-00084)", "/context/registration", uuids());
    addAt(out, "2.4.6 (XAPI-00088)", "/context/revision", strings());
    addAt(out, "2.4.6 (XAPI-00089)", "/context/platform", strings());
    addAt(out, "2.4.6 (XAPI-00091)", "/context/statement", references());
    addAt(out, "4.1", "/context/extensions", extensions());
    addAt(out, "2.4.6", "/context",
          {{"empty", json::object(), true},
           {"text", "x"},
           {"null", nullptr},
           {"unknown key", {{"Team", json::object()}}}});
    Values languages{{"en-US", "en-US", true},
                     {"vi", "vi", true},
                     {"a12345", "a12345"},
                     {"number", 7},
                     {"object", json::object()}};
    addAt(out, "2.4.6 (XAPI-00090)", "/context/language", languages);
    addRevisions(out);
    for (const char *kind :
         {"parent", "grouping", "category", "other"}) { // 2.4.6.2, XAPI-00093 to XAPI-00095
        const std::string pointer = std::string("/context/contextActivities/") + kind;
        addAt(out, "2.4.6.2", pointer,
              {{"activity", parse(R"({"id":"http://e.org/a"})"), true},
               {"list", parse(R"([{"id":"http://e.org/a"},{"id":"http://e.org/b"}])"), true},
               {"empty list", json::array(), true},
               {"text", "x"},
               {"number", 7},
               {"null", nullptr},
               {"broken activity", parse(R"({"id":"a"})")},
               {"broken in a list", parse(R"([{"id":"http://e.org/a"},{"id":"b"}])")},
               {"an agent", parse(R"([{"objectType":"Agent","mbox":"mailto:a@e.org"}])")}});
    }
    addAt(out, "2.4.6.2", "/context/contextActivities",
          {{"empty", json::object(), true}, {"text", "x"}, {"unknown key", {{"parents", json::array()}}}});
    return out;
}

StatementCases formattingCases()
{
    StatementCases out;
    Values ids = uuids();
    std::erase_if(ids, [](const ValueCase &each) { return each.accepted; }); // they would meet each other
    addAt(out, "2.4.1 (XAPI-00027)", "/id", ids, false);
    addAt(out, "2.4.7, 4.5 (XAPI-00123)", "/timestamp", timestamps());
    addAt(out, "2.4.8", "/stored", timestamps(), false);
    Values versions;
    for (const char *good : {"1.0", "1.0.0", "1.0.3", "1.0.9", "1.0.32"})
        versions.push_back({good, good, true});
    for (const char *bad : {"0.9.9", "1.1.0", "1", "1.0.", "text", ""})
        versions.push_back({bad, bad});
    versions.push_back({"number", 1.0});
    addAt(out, "2.4.10 (XAPI-00101)", "/version", versions, false);
    for (const char *key : {"actor", "verb", "object"}) { // XAPI-00003 to XAPI-00005
        out.push_back({std::string("2.2 without ") + key, smallest()});
        out.back().statement.erase(key);
        out.push_back({std::string("2.2 null for ") + key, smallest()});
        out.back().statement[key] = nullptr;
    }
    for (const char *key :
         {"iD", "Actor", "veRb", "oBject", "RESULT", "conText", "timeStamp", "STOred", "auTHORity", "Version",
          "attachmentS", "extensions", "dummy"}) { // XAPI-00008, XAPI-00010
        out.push_back({std::string("2.2 unknown key ") + key, smallest()});
        out.back().statement[key] = "x";
    }
    for (const char *body : {"7", "\"x\"", "true", "null"})
        out.push_back({std::string("2.2 no object: ") + body, parse(body)});
    return out;
}

StatementCases attachmentCases()
{
    const json good = parse(
        R"({"usageType":"http://e.org/u","display":{"en-US":"A"},"contentType":"text/plain; charset=ascii",
        "length":27,"sha2":"495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a","fileUrl":"http://e.org/f"})");
    StatementCases out{{"2.4.11 attachment", smallest(), true}};
    out.back().statement["attachments"] = {good};
    const auto add = [&](const std::string &key, const Values &values) {
        for (const auto &[what, value, accepted] : values) {
            out.push_back({"2.4.11 " + key + " " + what, smallest(), accepted});
            json attachment = good;
            attachment[key] = value;
            out.back().statement["attachments"] = {attachment};
        }
    };
    add("usageType", iris());
    add("fileUrl", iris());
    add("display", languageMaps());
    add("description", languageMaps());
    add("contentType",
        {{"number", 7}, {"object", json::object()}, {"text", "text"}, {"other", "image/png", true}});
    add("length",
        {{"text", "27"}, {"fraction", 2.5}, {"negative", -1}, {"zero", 0, true}, {"object", json::object()}});
    add("sha2", {{"number", 7}, {"text", "x"}, {"object", json::object()}});
    add("unknown", {{"key", 7}});
    for (const char *key : {"usageType", "display", "contentType", "length", "sha2"}) {
        json attachment = good;
        attachment.erase(key);
        out.push_back({std::string("2.4.11 without ") + key, smallest()});
        out.back().statement["attachments"] = {attachment};
    }
    addAt(out, "2.4.11", "/attachments",
          {{"object", good}, {"text", "x"}, {"null", nullptr}, {"list of text", {"x"}}}, false);
    return out;
}

StatementCases versionTwoCases()
{
    StatementCases out;
    const std::pair<const char *, const char *> kinds[] = {{"Agent", "agent"}, {"Group", "group"}};
    for (const auto &[type, key] : kinds) {
        const std::string object = std::string("context") + type;
        const std::string pointer = "/context/" + object + "s";
        const json who{{"objectType", type}, {"mbox", "mailto:a@e.org"}};
        const json good{{"objectType", object}, {key, who}};
        const auto with = [&](const char *name, const json &value) {
            json changed = good;
            changed[name] = value;
            return json::array({changed});
        };
        addAt(out, "2.0 4.2.2.5", pointer,
              {{"list", {good}, true},
               {"empty list", json::array(), true},
               {"object", good},
               {"text", "x"},
               {"null", nullptr},
               {"wrong objectType", with("objectType", "Should fail")},
               {"objectType of the statement's agents", with("objectType", type)},
               {"nobody", with(key, {{"key", "x"}})},
               {"relevantTypes", with("relevantTypes", {"http://e.org/t"}), true},
               {"no relevantTypes", with("relevantTypes", json::array())},
               {"relevantTypes without scheme", with("relevantTypes", {"abc"})},
               {"relevantTypes text", with("relevantTypes", "http://e.org/t")},
               {"unknown key", with("x", 1)}});
        json without = good;
        without.erase(key);
        addAt(out, "2.0 4.2.2.5", pointer, {{"without " + std::string(key), {without}}});
        without = good;
        without.erase("objectType");
        addAt(out, "2.0 4.2.2.5", pointer, {{"without objectType", {without}}});
    }
    return out;
}

} // namespace kapok::test
