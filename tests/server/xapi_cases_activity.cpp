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

Values components()
{
    return {{"list", parse(R"([{"id":"a","description":{"en":"A"}},{"id":"b"}])"), true},
            {"empty", json::array(), true},
            {"object", json::object()},
            {"text", "x"},
            {"null", nullptr},
            {"no id", parse(R"([{"description":{"en":"A"}}])")},
            {"id number", parse(R"([{"id":7}])")},
            {"id twice (XAPI-00051)", parse(R"([{"id":"a"},{"id":"a"}])")},
            {"description text", parse(R"([{"id":"a","description":"A"}])")},
            {"description tag", parse(R"([{"id":"a","description":{"a12345":"A"}}])")},
            {"unknown key", parse(R"([{"id":"a","x":1}])")}};
}

/// 2.4.4.1 (XAPI-00047 to XAPI-00062)
Values activities()
{
    Values out{{"id alone", parse(R"({"id":"http://e.org/a"})"), true},
               {"empty", json::object()},
               {"text", "x"},
               {"number", 7},
               {"null", nullptr},
               {"objectType", parse(R"({"id":"http://e.org/a","objectType":"Activity"})"), true},
               {"objectType in lower case", parse(R"({"id":"http://e.org/a","objectType":"activity"})")},
               {"unknown key", parse(R"({"id":"http://e.org/a","name":"x"})")}};
    const auto define = [&out](const std::string &what, json definition, bool accepted) {
        out.push_back({"definition " + what,
                       {{"id", "http://e.org/a"}, {"definition", std::move(definition)}},
                       accepted});
    };
    for (const auto &[what, value, accepted] : iris())
        out.push_back({"id " + what, {{"id", value}}, accepted});
    define("empty", json::object(), true);
    define("text", "x", false);
    define("number", 7, false);
    define("unknown key", {{"Name", json::object()}}, false);
    for (const auto &[what, value, accepted] : languageMaps())
        for (const char *key : {"name", "description"})
            define(key + (" " + what), {{key, value}}, accepted);
    for (const auto &[what, value, accepted] : iris())
        for (const char *key : {"type", "moreInfo"})
            define(key + (" " + what), {{key, value}}, accepted);
    for (const auto &[what, value, accepted] : extensions())
        define("extensions " + what, {{"extensions", value}}, accepted);
    for (const char *type : {"true-false", "choice", "fill-in", "long-fill-in", "matching", "performance",
                             "sequencing", "likert", "numeric", "other"})
        define(type, {{"interactionType", type}, {"correctResponsesPattern", {"x"}}}, true);
    for (const char *type : {"true-faLse", "choiCe", "fill-iN", "long-fiLl-in", "matchIng", "perfOrmance",
                             "seqUencing", "liKert", "nUmeric", "Other", "http://e.org/x", ""})
        define(type, {{"interactionType", type}}, false);
    define("interactionType number", {{"interactionType", 7}}, false);
    define("interactionType object", {{"interactionType", json::object()}}, false);
    define("correctResponsesPattern alone", {{"correctResponsesPattern", {"x"}}}, false);
    define("correctResponsesPattern text", {{"interactionType", "other"}, {"correctResponsesPattern", "x"}},
           false);
    define("correctResponsesPattern numbers",
           {{"interactionType", "other"}, {"correctResponsesPattern", {7}}}, false);
    const std::pair<const char *, const char *> lists[] = {{"choice", "choices"},  {"sequencing", "choices"},
                                                           {"likert", "scale"},    {"matching", "source"},
                                                           {"matching", "target"}, {"performance", "steps"}};
    for (const auto &[type, list] : lists) {
        for (const auto &[what, value, accepted] : components())
            define(type + (" " + std::string(list)) + " " + what, {{"interactionType", type}, {list, value}},
                   accepted);
        define(list + std::string(" without interactionType"), {{list, json::array()}}, false);
        define(list + std::string(" of another type"),
               {{"interactionType", "numeric"}, {list, json::array()}}, false);
    }
    return out;
}

} // namespace

StatementCases activityCases()
{
    StatementCases out;
    addAt(out, "2.4.4.1", "/object", activities(), false);
    for (const auto &[what, value, accepted] : activities()) {
        out.push_back({"2.4.4.1 object of a SubStatement, " + what, smallestWithSub(), accepted});
        out.back().statement["object"]["object"] = value;
    }
    return out;
}

} // namespace kapok::test
