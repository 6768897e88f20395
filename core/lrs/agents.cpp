// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/agents.h"

#include <algorithm>
#include <unordered_set>

namespace kapok::lrs {
namespace {

using xapi::JsonMember;
using xapi::JsonValue;

/// Collects what a statement mentions; what comes first are its actor and object.
class Collector {
public:
    explicit Collector(Mentions &mentions) : m_mentions(mentions) {}

    void addAgent(JsonValue agent, bool isRelated)
    {
        if (std::string ifi = ifiOf(agent); !ifi.empty()) {
            if (const auto name = agent["name"].string(); !name.empty())
                m_mentions.names.push_back({ifi, name});
            if (m_ifis.insert(ifi))
                m_mentions.agents.push_back({std::move(ifi), isRelated});
        }
        for (const JsonValue member : agent["member"].elements())
            addAgent(member, isRelated);
    }

    void addObject(JsonValue object, bool isRelated)
    {
        const auto type = object["objectType"].string();
        if (type == "Agent" || type == "Group")
            addAgent(object, isRelated);
        else if (type.empty() || type == "Activity")
            addActivity(object, isRelated);
    }

    void addContext(JsonValue context)
    {
        for (const JsonMember &kind : context["contextActivities"].members()) {
            if (kind.value.isObject())
                addActivity(kind.value, true);
            for (const JsonValue activity : kind.value.elements())
                addActivity(activity, true);
        }
        for (const auto key : {"instructor", "team"})
            addAgent(context[key], true);
        for (const JsonValue item : context["contextAgents"].elements())
            addAgent(item["agent"], true);
        for (const JsonValue item : context["contextGroups"].elements())
            addAgent(item["group"], true);
    }

private:
    /// Texts that were seen: few as a rule, and then compared one by one.
    template <class Text> class Seen {
    public:
        /// Whether \p text is new.
        bool insert(const Text &text)
        {
            constexpr std::size_t kFew = 16;
            if (m_few.size() < kFew) {
                const bool isNew = std::find(m_few.begin(), m_few.end(), text) == m_few.end();
                if (isNew)
                    m_few.push_back(text);
                return isNew;
            }
            if (m_many.empty())
                m_many.insert(m_few.begin(), m_few.end());
            return m_many.insert(text).second;
        }

    private:
        std::vector<Text> m_few;
        std::unordered_set<Text> m_many;
    };

    void addActivity(JsonValue activity, bool isRelated)
    {
        const auto iri = activity["id"].string();
        if (m_iris.insert(iri))
            m_mentions.activities.push_back({iri, isRelated});
        if (const JsonValue definition = activity["definition"]; !definition.empty())
            m_mentions.definitions.push_back({iri, definition.text()});
    }

    Mentions &m_mentions;
    Seen<std::string> m_ifis;
    Seen<std::string_view> m_iris;
};

std::string accountIfi(std::string_view homePage, std::string_view name)
{
    constexpr std::string_view kKind = "account ";
    std::string ifi;
    ifi.reserve(kKind.size() + homePage.size() + 1 + name.size());
    ifi += kKind;
    ifi += homePage;
    ifi += ' ';
    ifi += name;
    return ifi;
}

} // namespace

std::string ifiOf(JsonValue agent)
{
    if (const JsonValue account = agent["account"])
        return accountIfi(account["homePage"].string(), account["name"].string());
    for (const std::string_view key : {"mbox", "mbox_sha1sum", "openid"}) {
        if (const auto value = agent[key].string(); !value.empty())
            return std::string(key) + " " + std::string(value);
    }
    return {};
}

std::string ifiOf(const xapi::Account &account)
{
    return accountIfi(account.homePage, account.name);
}

std::string ifiOfText(std::string_view agent)
{
    const auto document = xapi::JsonDocument::parse(agent);
    return document.ok() ? ifiOf(document->root()) : std::string();
}

Mentions mentionsOf(JsonValue statement, JsonValue authority)
{
    Mentions mentions;
    Collector collector(mentions);
    collector.addAgent(statement["actor"], false);
    const JsonValue object = statement["object"];
    collector.addObject(object, false);
    collector.addContext(statement["context"]);
    if (object["objectType"].string() == "SubStatement") {
        collector.addAgent(object["actor"], true);
        collector.addObject(object["object"], true);
        collector.addContext(object["context"]);
    }
    collector.addAgent(authority, true);
    return mentions;
}

} // namespace kapok::lrs
