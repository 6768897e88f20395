// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/agents.h"

#include <nlohmann/json.hpp>

namespace kapok::lrs {
namespace {

using nlohmann::json;
using Names = std::set<std::string>;

std::string textOf(const json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void addAgent(const json &agent, Names &names)
{
    if (auto ifi = ifiOf(agent); !ifi.empty())
        names.insert(std::move(ifi));
    if (const auto members = agent.find("member"); members != agent.end() && members->is_array()) {
        for (const auto &member : *members)
            addAgent(member, names);
    }
}

void addActivities(const json &context, Names &names)
{
    const auto kinds = context.find("contextActivities");
    if (kinds == context.end())
        return;
    for (const auto &kind : *kinds) {
        const json list = kind.is_array() ? kind : json::array({kind});
        for (const auto &activity : list)
            names.insert(textOf(activity, "id"));
    }
}

void addContext(const json &statement, Mentions &mentions)
{
    const auto context = statement.find("context");
    if (context == statement.end())
        return;
    addActivities(*context, mentions.relatedActivities);
    for (const char *key : {"instructor", "team"}) {
        if (const auto agent = context->find(key); agent != context->end())
            addAgent(*agent, mentions.relatedAgents);
    }
    for (const auto &[list, key] : {std::pair{"contextAgents", "agent"}, {"contextGroups", "group"}}) {
        if (const auto found = context->find(list); found != context->end()) {
            for (const auto &item : *found)
                addAgent(item.at(key), mentions.relatedAgents);
        }
    }
}

void addObject(const json &object, Names &agents, Names &activities)
{
    const std::string type = textOf(object, "objectType");
    if (type == "Agent" || type == "Group")
        addAgent(object, agents);
    else if (type.empty() || type == "Activity")
        activities.insert(textOf(object, "id"));
}

} // namespace

std::string ifiOf(const json &agent)
{
    if (!agent.is_object())
        return {};
    if (const auto account = agent.find("account"); account != agent.end())
        return ifiOf(xapi::Account{textOf(*account, "homePage"), textOf(*account, "name")});
    for (const char *key : {"mbox", "mbox_sha1sum", "openid"}) {
        if (const auto value = textOf(agent, key); !value.empty())
            return std::string(key) + " " + value;
    }
    return {};
}

std::string ifiOf(const xapi::Account &account)
{
    return "account " + account.homePage + " " + account.name;
}

Mentions mentionsOf(const json &statement)
{
    Mentions mentions;
    addAgent(statement.at("actor"), mentions.agents);
    const auto &object = statement.at("object");
    addObject(object, mentions.agents, mentions.activities);
    addContext(statement, mentions);
    if (textOf(object, "objectType") == "SubStatement") {
        addAgent(object.at("actor"), mentions.relatedAgents);
        addObject(object.at("object"), mentions.relatedAgents, mentions.relatedActivities);
        addContext(object, mentions);
    }
    for (const auto &agent : mentions.agents)
        mentions.relatedAgents.erase(agent);
    for (const auto &activity : mentions.activities)
        mentions.relatedActivities.erase(activity);
    return mentions;
}

} // namespace kapok::lrs
