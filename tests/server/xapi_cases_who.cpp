// SPDX-License-Identifier: Apache-2.0
#include "tests/server/xapi_cases.h"

#include <functional>

namespace kapok::test {
namespace {

using nlohmann::json;
using Values = ValueCases;

json parse(const char *text)
{
    return json::parse(text);
}

/// Where an agent may stand.
struct Place {
    std::string name;
    std::function<json(const json &)> put;
};

std::vector<Place> places()
{
    const auto in = [](bool sub, const char *pointer) {
        return [sub, pointer](const json &value) {
            json statement = sub ? smallestWithSub() : smallest();
            statement[json::json_pointer(pointer)] = value;
            return statement;
        };
    };
    return {{"actor", in(false, "/actor")},
            {"object", in(false, "/object")},
            {"instructor", in(false, "/context/instructor")},
            {"SubStatement actor", in(true, "/object/actor")},
            {"SubStatement object", in(true, "/object/object")},
            {"SubStatement instructor", in(true, "/object/context/instructor")}};
}

Values identifiers()
{
    return {{"mbox (XAPI-00038)", parse(R"({"mbox":"mailto:a@e.org"})"), true},
            {"mbox_sha1sum", parse(R"({"mbox_sha1sum":"ebd31e95054c018b10727ccffd2ef2ec3a016ee9"})"), true},
            {"openid", parse(R"({"openid":"http://e.org/a"})"), true},
            {"account", parse(R"({"account":{"homePage":"http://e.org","name":"a"}})"), true}};
}

Values brokenIdentifiers()
{
    return {{"mbox without mailto", parse(R"({"mbox":"a@e.org"})")},
            {"mbox without address", parse(R"({"mbox":"mailto:"})")},
            {"mbox without domain", parse(R"({"mbox":"mailto:a"})")},
            {"mbox number", parse(R"({"mbox":7})")},
            {"mbox object", parse(R"({"mbox":{"key":"value"}})")},
            {"mbox list", parse(R"({"mbox":["mailto:a@e.org"]})")},
            {"mbox empty", parse(R"({"mbox":""})")},
            {"mbox_sha1sum text", parse(R"({"mbox_sha1sum":"text"})")},
            {"mbox_sha1sum short", parse(R"({"mbox_sha1sum":"ebd31e95054c018b10727ccffd2ef2ec3a016ee"})")},
            {"mbox_sha1sum number", parse(R"({"mbox_sha1sum":7})")},
            {"mbox_sha1sum object", parse(R"({"mbox_sha1sum":{}})")},
            {"openid without scheme", parse(R"({"openid":"e.org/a"})")},
            {"openid with a bad scheme", parse(R"({"openid":"ab=c://e.org"})")},
            {"openid number", parse(R"({"openid":7})")},
            {"openid object", parse(R"({"openid":{}})")},
            {"account text", parse(R"({"account":"a"})")},
            {"account empty", parse(R"({"account":{}})")},
            {"account without homePage", parse(R"({"account":{"name":"a"}})")},
            {"account without name", parse(R"({"account":{"homePage":"http://e.org"}})")},
            {"account homePage without scheme", parse(R"({"account":{"homePage":"e.org","name":"a"}})")},
            {"account name number", parse(R"({"account":{"homePage":"http://e.org","name":7}})")},
            {"account name object", parse(R"({"account":{"homePage":"http://e.org","name":{}}})")},
            {"account with more", parse(R"({"account":{"homePage":"http://e.org","name":"a","x":1}})")}};
}

/// Every two identifiers at once (XAPI-00035, XAPI-00044).
Values pairs()
{
    Values out;
    const Values all = identifiers();
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            json both = all[i].value;
            both.update(all[j].value);
            out.push_back({all[i].what + " and " + all[j].what, both});
        }
    return out;
}

Values agents()
{
    Values out{
        {"empty", json::object()},
        {"name alone", parse(R"({"name":"a"})")},
        {"objectType in lower case (XAPI-00009)", parse(R"({"objectType":"agent","mbox":"mailto:a@e.org"})")},
        {"objectType number", parse(R"({"objectType":7,"mbox":"mailto:a@e.org"})")},
        {"objectType object", parse(R"({"objectType":{},"mbox":"mailto:a@e.org"})")},
        {"name (XAPI-00037)", parse(R"({"name":"A","mbox":"mailto:a@e.org"})"), true},
        {"name number", parse(R"({"name":7,"mbox":"mailto:a@e.org"})")},
        {"name object", parse(R"({"name":{},"mbox":"mailto:a@e.org"})")},
        {"name null (XAPI-00001)", parse(R"({"name":null,"mbox":"mailto:a@e.org"})")},
        {"unknown key (XAPI-00010)", parse(R"({"Mbox":"mailto:a@e.org"})")},
        {"members", parse(R"({"mbox":"mailto:a@e.org","member":[{"mbox":"mailto:b@e.org"}]})")}};
    for (const auto &list : {identifiers(), brokenIdentifiers(), pairs()})
        out.insert(out.end(), list.begin(), list.end());
    for (auto &[what, value, accepted] : out) {
        what = "agent: " + what;
        if (!value.contains("objectType"))
            value["objectType"] = "Agent"; // must be there when an agent is the object (2.4.4.2)
    }
    for (const char *other : {"7", "\"a\"", "true", "[]", "null"})
        out.push_back({std::string("agent: ") + other, parse(other)});
    return out;
}

Values groups()
{
    const json member =
        parse(R"([{"mbox":"mailto:m@e.org"},{"objectType":"Agent","openid":"http://e.org/n"}])");
    Values out{{"anonymous (XAPI-00042)", {{"member", member}}, true},
               {"anonymous without member", json::object()},
               {"anonymous with no members", {{"member", json::array()}}},
               {"member object", {{"member", json::object()}}},
               {"member text", {{"member", "a"}}},
               {"member number", {{"member", {7}}}},
               {"member without identifier", {{"member", {{{"name", "a"}}}}}},
               {"group in group (XAPI-00040)",
                {{"member", {{{"objectType", "Group"}, {"mbox", "mailto:g@e.org"}}}}}},
               {"name", {{"name", "G"}, {"member", member}}, true},
               {"name number", {{"name", 7}, {"member", member}}},
               {"unknown key", {{"members", member}}}};
    for (const auto &each : identifiers()) {
        out.push_back(each);
        out.push_back({each.what + " with members", each.value, true});
        out.back().value["member"] = member;
        out.push_back({each.what + " with a broken member", each.value});
        out.back().value["member"] = parse(R"([{"mbox":"a"}])");
    }
    for (const auto &list : {brokenIdentifiers(), pairs()})
        out.insert(out.end(), list.begin(), list.end());
    for (auto &[what, value, accepted] : out) {
        what = "group: " + what;
        value["objectType"] = "Group";
    }
    return out;
}

/// 2.4.9: an agent, or an anonymous group of exactly two (XAPI-00098, XAPI-00100).
StatementCases authorities()
{
    const auto group = [](int members) {
        json value{{"objectType", "Group"}, {"member", json::array()}};
        for (int i = 0; i < members; ++i)
            value["member"].push_back({{"mbox", "mailto:m" + std::to_string(i) + "@e.org"}});
        return value;
    };
    Values values = agents();
    values.push_back({"group of two", group(2), true});
    for (const int members : {0, 1, 3})
        values.push_back({"group of " + std::to_string(members), group(members)});
    values.push_back({"identified group", group(2)});
    values.back().value["mbox"] = "mailto:g@e.org";
    StatementCases out;
    for (const auto &[what, value, accepted] : values) {
        out.push_back({"2.4.9 authority, " + what, smallest(), accepted});
        out.back().statement["authority"] = value;
    }
    return out;
}

} // namespace

json smallest()
{
    return parse(R"({"actor":{"mbox":"mailto:a@e.org"},"verb":{"id":"http://e.org/v"},)"
                 R"("object":{"id":"http://e.org/o"}})");
}

json smallestWithSub()
{
    json statement = smallest();
    statement["object"] = smallest();
    statement["object"]["objectType"] = "SubStatement";
    return statement;
}

StatementCases actorCases()
{
    StatementCases out = authorities();
    Values everybody = agents();
    const Values all = groups();
    everybody.insert(everybody.end(), all.begin(), all.end());
    for (const Place &place : places())
        for (const auto &[what, value, accepted] : everybody)
            out.push_back({"2.4.2 " + place.name + ", " + what, place.put(value), accepted});
    for (const bool sub : {false, true})
        for (const auto &[what, value, accepted] : everybody) {
            json statement = sub ? smallestWithSub() : smallest();
            (sub ? statement["object"] : statement)["context"]["team"] = value;
            const bool isGroup = what.starts_with("group");
            out.push_back({"2.4.6 team (XAPI-00086), " + what, statement, accepted && isGroup});
        }
    for (const auto &[what, value, accepted] : identifiers()) {
        out.push_back({"2.4.2.1 objectType may be left out, " + what, smallest(), true});
        out.back().statement["actor"] = value;
        out.push_back({"2.4.4.2 objectType may not be left out of an object, " + what, smallest()});
        out.back().statement["object"] = value;
    }
    return out;
}

} // namespace kapok::test
