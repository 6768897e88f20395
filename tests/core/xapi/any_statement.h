// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iterator>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>
#include <string>
#include <utility>

/// Statements made up for properties. Call these inside a rc::check.
namespace kapok::test {

inline int pick(int count)
{
    return *rc::gen::inRange(0, count);
}

inline bool coin()
{
    return pick(2) == 0;
}

inline nlohmann::json anyLanguageMap()
{
    auto map = nlohmann::json::object();
    for (const char *tag : {"en", "en-GB", "vi", "zh-Hans", "zh-Hant-TW"})
        if (coin())
            map[tag] = std::string("text ") + static_cast<char>('a' + pick(3));
    return map;
}

inline nlohmann::json anyAgent()
{
    nlohmann::json agent;
    const auto who = std::string(1, static_cast<char>('a' + pick(4)));
    switch (pick(4)) {
    case 0:
        agent["mbox"] = "mailto:" + who + (coin() ? "@E.org" : "@e.org");
        break;
    case 1:
        agent["mbox_sha1sum"] = std::string(40, who[0]);
        break;
    case 2:
        agent["openid"] = "http://e.org/" + who;
        break;
    default:
        agent["account"] = {{"homePage", "http://e.org"}, {"name", who}};
    }
    if (coin())
        agent["objectType"] = "Agent";
    if (coin())
        agent["name"] = "Name " + who;
    return agent;
}

inline nlohmann::json anyGroup()
{
    nlohmann::json group = coin() ? anyAgent() : nlohmann::json::object();
    group["objectType"] = "Group";
    group["member"] = nlohmann::json::array();
    for (int i = 0; i <= pick(3); ++i)
        group["member"].push_back(anyAgent());
    return group;
}

inline nlohmann::json anyActor()
{
    return coin() ? anyAgent() : anyGroup();
}

inline nlohmann::json anyActivity()
{
    nlohmann::json activity{{"id", "http://e.org/activity/" + std::to_string(pick(4))}};
    if (coin())
        activity["objectType"] = "Activity";
    if (coin())
        activity["definition"] = {{"name", anyLanguageMap()}, {"description", anyLanguageMap()}};
    constexpr std::pair<const char *, const char *> kLists[] = {
        {"choice", "choices"},  {"sequencing", "choices"}, {"likert", "scale"},
        {"matching", "source"}, {"matching", "target"},    {"performance", "steps"}};
    if (activity.contains("definition") && coin()) {
        const auto &[type, list] = kLists[pick(static_cast<int>(std::size(kLists)))];
        activity["definition"]["interactionType"] = type;
        activity["definition"][list] = {{{"id", "a"}, {"description", anyLanguageMap()}}};
    }
    return activity;
}

inline nlohmann::json anyActivities()
{
    if (coin())
        return anyActivity();
    auto list = nlohmann::json::array();
    for (int i = 0; i < pick(3); ++i)
        list.push_back(anyActivity());
    return list;
}

inline nlohmann::json anyContext()
{
    auto context = nlohmann::json::object();
    if (coin())
        context["instructor"] = anyActor();
    if (coin())
        context["team"] = anyGroup();
    for (const char *kind : {"parent", "grouping", "category", "other"})
        if (coin())
            context["contextActivities"][kind] = anyActivities();
    if (coin())
        context["contextAgents"] = {{{"objectType", "contextAgent"}, {"agent", anyAgent()}}};
    if (coin())
        context["contextGroups"] = {{{"objectType", "contextGroup"}, {"group", anyGroup()}}};
    return context;
}

/// A valid statement of version 2.0, always with a timestamp. \p inner: it is a SubStatement.
inline nlohmann::json anyStatement(bool inner = false)
{
    nlohmann::json statement{
        {"actor", anyActor()},
        {"verb", {{"id", "http://e.org/verb/" + std::to_string(pick(3))}}},
        {"timestamp", coin() ? "2026-11-22T08:05:00.5Z" : "2026-11-22T15:05:00.500+07:00"}};
    if (coin())
        statement["verb"]["display"] = anyLanguageMap();
    if (coin())
        statement["context"] = anyContext();
    if (coin())
        statement["result"] = {{"duration", coin() ? "PT1.23S" : "PT1.234S"}};
    switch (pick(inner ? 3 : 4)) {
    case 0:
        statement["object"] = anyActor();
        if (!statement["object"].contains("objectType"))
            statement["object"]["objectType"] = "Agent";
        break;
    case 1:
        statement["object"] = {{"objectType", "StatementRef"},
                               {"id", "0190a000-0000-7000-8000-000000000001"}};
        break;
    case 2:
        statement["object"] = anyActivity();
        break;
    default:
        statement["object"] = anyStatement(true);
    }
    if (inner)
        statement["objectType"] = "SubStatement";
    return statement;
}

} // namespace kapok::test
