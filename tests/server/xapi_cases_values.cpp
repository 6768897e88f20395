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

} // namespace

void addAt(StatementCases &out, const std::string &chapter, const std::string &pointer, const Values &values,
           bool inSub)
{
    for (const auto &[what, value, accepted] : values) {
        const std::string name = chapter + " " + pointer + ", " + what;
        out.push_back({name, smallest(), accepted});
        out.back().statement[json::json_pointer(pointer)] = value;
        if (!inSub)
            continue;
        out.push_back({"SubStatement: " + name, smallestWithSub(), accepted});
        out.back().statement[json::json_pointer("/object" + pointer)] = value;
    }
}

Values languageMaps()
{
    Values out{{"text", "x"},
               {"number", 7},
               {"list", json::array()},
               {"null", nullptr},
               {"empty", json::object(), true}};
    for (const char *tag : {"de", "cmn", "ase", "en-US", "zh-Hans", "sr-Latn-RS", "zh-yue-HK", "es-419",
                            "de-CH-1996", "x-private", "i-klingon", "zh-Hans-CN", "en-a-bbb-x-a-ccc"})
        out.push_back({std::string("tag ") + tag, {{tag, "x"}}, true});
    for (const char *tag : {"a12345", "something", "a12345678", "zh-z-aaa-z-bbb-c-ccc", "d", "", "en_US",
                            "de-419-DE", "ab-123456789"})
        out.push_back({std::string("tag ") + tag, {{tag, "x"}}});
    out.push_back({"null text (XAPI-00001)", {{"en", nullptr}}});
    out.push_back({"number for text", {{"en", 7}}});
    return out;
}

Values extensions()
{
    return {{"empty", json::object(), true},
            {"of every kind", parse(R"({"http://e.org/a":true,"http://e.org/b":1.5,"http://e.org/c":{},
                "http://e.org/d":"","http://e.org/e":null,"urn:f":[null]})"),
             true},
            {"key without scheme", parse(R"({"should fail":true})")},
            {"key that is a word", parse(R"({"id":"valid"})")},
            {"text", "x"},
            {"list", json::array()},
            {"null", nullptr}};
}

Values iris()
{
    return {{"IRI", "http://e.org/é中", true},
            {"URN", "urn:uuid:x", true},
            {"no scheme", "e.org"},
            {"bad scheme", "ab=c://should.fail.com"},
            {"blank", "should fail"},
            {"empty", ""},
            {"number", 7},
            {"object", json::object()},
            {"null", nullptr},
            {"boolean", true}};
}

Values uuids()
{
    return {{"UUID", "6690e6c9-3ef0-4ed3-8b37-7f3964730bee", true},
            {"capitals", "6690E6C9-3EF0-4ED3-8B37-7F3964730BEE", true},
            {"too many digits", "AA97B177-9383-4934-8543-0F91A7A028368"},
            {"a letter beyond F", "MA97B177-9383-4934-8543-0F91A7A02836"},
            {"without dashes", "6690e6c93ef04ed38b377f3964730bee"},
            {"braces", "{6690e6c9-3ef0-4ed3-8b37-7f3964730bee}"},
            {"empty", ""},
            {"number", 12345},
            {"object", {{"key", "x"}}},
            {"null", nullptr},
            {"boolean", true}};
}

Values strings()
{
    return {{"text", "x", true},
            {"number", 7},
            {"object", json::object()},
            {"list", json::array()},
            {"null", nullptr}};
}

Values booleans()
{
    return {{"true", true, true}, {"false", false, true}, {"\"true\"", "true"},
            {"text", "yes"},      {"number", 1},          {"null", nullptr}};
}

Values timestamps()
{
    Values out{{"number", 7}, {"object", json::object()}, {"null", nullptr}};
    for (const char *good :
         {"2015-11-18T12:17:00Z", "2015-11-18T12:17:00+00:00", "2015-11-18T12:17:00.12345678Z",
          "2015-11-18T12:17:00-05:30", "2099-01-01T00:00:00Z"})
        out.push_back({good, good, true});
    for (const char *bad :
         {"should fail", "01/011/2015", "2008-09-15T15:53:00.601-00", "2008-09-15T15:53:00.601-0000",
          "2008-09-15T15:53:00.601-00:00", "2015-13-18T12:17:00Z", "2015-02-30T12:17:00Z",
          "2015-11-18T12:17+00:00", "2015-11-18T12:17:00+01:99", "0000-01-01T00:00:00+01:00",
          "9999-12-31T23:59:59-01:00", ""})
        out.push_back({bad, bad});
    return out;
}

Values durations()
{
    Values out{{"number", 12345}, {"object", {{"key", "x"}}}, {"null", nullptr}};
    for (const char *good :
         {"PT1H0M0.1S", "PT4H35M59.14S", "PT16559.14S", "P3Y1M29DT4H35M59.14S", "P3Y", "P4W", "PT0S"})
        out.push_back({good, good, true});
    for (const char *bad :
         {"PA1H0M0S", "P4W1D", "P", "PT", "should fail", "P0001-02-03T04:05:06", "-PT1S", "PT1S "})
        out.push_back({bad, bad});
    return out;
}

} // namespace kapok::test
