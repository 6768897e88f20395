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

/// Collects what a statement mentions.
class Collector {
public:
    explicit Collector(Mentions &mentions) : m_mentions(mentions) {}

    void addAgent(const json &agent, Names &names)
    {
        if (auto ifi = ifiOf(agent); !ifi.empty()) {
            if (auto name = textOf(agent, "name"); !name.empty())
                m_mentions.names.emplace(ifi, std::move(name));
            names.insert(std::move(ifi));
        }
        if (const auto members = agent.find("member"); members != agent.end() && members->is_array()) {
            for (const auto &member : *members)
                addAgent(member, names);
        }
    }

    void addObject(const json &object, Names &agents, Names &activities)
    {
        const std::string type = textOf(object, "objectType");
        if (type == "Agent" || type == "Group")
            addAgent(object, agents);
        else if (type.empty() || type == "Activity")
            addActivity(object, activities);
    }

    void addContext(const json &statement)
    {
        const auto context = statement.find("context");
        if (context == statement.end())
            return;
        addContextActivities(*context);
        for (const char *key : {"instructor", "team"}) {
            if (const auto agent = context->find(key); agent != context->end())
                addAgent(*agent, m_mentions.relatedAgents);
        }
        for (const auto &[list, key] : {std::pair{"contextAgents", "agent"}, {"contextGroups", "group"}}) {
            if (const auto found = context->find(list); found != context->end()) {
                for (const auto &item : *found)
                    addAgent(item.at(key), m_mentions.relatedAgents);
            }
        }
    }

private:
    void addActivity(const json &activity, Names &names)
    {
        const std::string iri = textOf(activity, "id");
        names.insert(iri);
        const auto definition = activity.find("definition");
        if (definition != activity.end() && !definition->empty())
            m_mentions.definitions.emplace(iri, definition->dump());
    }

    void addContextActivities(const json &context)
    {
        const auto kinds = context.find("contextActivities");
        if (kinds == context.end())
            return;
        for (const auto &kind : *kinds) {
            if (!kind.is_array()) {
                addActivity(kind, m_mentions.relatedActivities);
                continue;
            }
            for (const auto &activity : kind)
                addActivity(activity, m_mentions.relatedActivities);
        }
    }

    Mentions &m_mentions;
};

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

Mentions mentionsOf(const json &statement, const std::string &authority)
{
    Mentions mentions;
    Collector collector(mentions);
    collector.addAgent(statement.at("actor"), mentions.agents);
    const auto &object = statement.at("object");
    collector.addObject(object, mentions.agents, mentions.activities);
    collector.addContext(statement);
    if (textOf(object, "objectType") == "SubStatement") {
        collector.addAgent(object.at("actor"), mentions.relatedAgents);
        collector.addObject(object.at("object"), mentions.relatedAgents, mentions.relatedActivities);
        collector.addContext(object);
    }
    if (const json agent = json::parse(authority, nullptr, false); agent.is_object())
        collector.addAgent(agent, mentions.relatedAgents);
    for (const auto &agent : mentions.agents)
        mentions.relatedAgents.erase(agent);
    for (const auto &activity : mentions.activities)
        mentions.relatedActivities.erase(activity);
    return mentions;
}

} // namespace kapok::lrs
