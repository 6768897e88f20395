// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/projections.h"

#include "core/xapi/checks.h"
#include "core/xapi/exact_json.h"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace kapok::xapi {
namespace {

using nlohmann::json;

/// Calls act(value) for the member \p key when there is one.
template <class Json, class Act> void with(Json &object, const char *key, Act act)
{
    if (const auto found = object.find(key); found != object.end())
        act(*found);
}

/// Finds the agents, verbs and activities of a statement wherever they may stand.
template <class Json, class OnAgent, class OnVerb, class OnActivity> class Walk {
public:
    Walk(OnAgent agent, OnVerb verb, OnActivity activity) : m_agent(agent), m_verb(verb), m_activity(activity)
    {}

    void statement(Json &value)
    {
        with(value, "actor", m_agent);
        with(value, "authority", m_agent);
        with(value, "verb", m_verb);
        with(value, "object", [this](Json &object) { this->object(object); });
        with(value, "context", [this](Json &context) { this->context(context); });
    }

private:
    void object(Json &value)
    {
        const auto type = check::textMember(value, "objectType");
        if (type == "Agent" || type == "Group")
            m_agent(value);
        else if (type == "SubStatement")
            statement(value);
        else if (type != "StatementRef")
            m_activity(value);
    }

    void context(Json &value)
    {
        with(value, "instructor", m_agent);
        with(value, "team", m_agent);
        for (const auto &[list, who] : {std::pair{"contextAgents", "agent"}, {"contextGroups", "group"}})
            with(value, list, [&, key = who](Json &entries) {
                for (auto &entry : entries)
                    with(entry, key, m_agent);
            });
        with(value, "contextActivities", [this](Json &kinds) {
            for (auto &activities : kinds) {
                if (!activities.is_array()) {
                    m_activity(activities);
                    continue;
                }
                for (auto &activity : activities)
                    m_activity(activity);
            }
        });
    }

    OnAgent m_agent;
    OnVerb m_verb;
    OnActivity m_activity;
};

template <class Json, class OnAgent, class OnVerb, class OnActivity>
void walk(Json &statement, OnAgent agent, OnVerb verb, OnActivity activity)
{
    Walk<Json, OnAgent, OnVerb, OnActivity>(agent, verb, activity).statement(statement);
}

/// Keeps only the members of \p object that are named.
void keepOnly(json &object, std::initializer_list<std::string_view> keys)
{
    json kept = json::object();
    for (const auto key : keys)
        if (const auto found = object.find(key); found != object.end())
            kept[std::string(key)] = std::move(*found);
    object = std::move(kept);
}

void keepIdOfAgent(json &agent)
{
    const auto identifiers = {"mbox", "mbox_sha1sum", "openid", "account"};
    const bool identified = std::any_of(identifiers.begin(), identifiers.end(),
                                        [&](const char *key) { return agent.contains(key); });
    if (identified) {
        keepOnly(agent, {"objectType", "mbox", "mbox_sha1sum", "openid", "account"});
        return;
    }
    keepOnly(agent, {"objectType", "member"});
    with(agent, "member", [](json &members) {
        for (auto &member : members)
            keepIdOfAgent(member);
    });
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameTag(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

/// Whether \p tag begins with the subtags of \p range.
bool isWithin(std::string_view tag, std::string_view range)
{
    return sameTag(tag.substr(0, range.size()), range) &&
           (tag.size() == range.size() || (tag.size() > range.size() && tag[range.size()] == '-'));
}

/// The key that equals \p range, or else the first that is within it.
std::string findTag(const json &map, std::string_view range)
{
    std::string within;
    for (const auto &[tag, text] : map.items()) {
        if (sameTag(tag, range))
            return tag;
        if (within.empty() && isWithin(tag, range))
            within = tag;
    }
    return within;
}

void chooseLanguage(json &map, const std::vector<std::string> &ranges)
{
    if (!map.is_object() || map.size() < 2)
        return;
    const std::string tag = bestLanguage(map, ranges);
    json chosen = json::object();
    chosen[tag] = map[tag];
    map = std::move(chosen);
}

void chooseLanguages(json &definition, const std::vector<std::string> &ranges)
{
    for (const char *key : {"name", "description"})
        with(definition, key, [&](json &map) { chooseLanguage(map, ranges); });
    for (const char *list : {"choices", "scale", "source", "target", "steps"})
        with(definition, list, [&](json &components) {
            for (auto &component : components)
                with(component, "description", [&](json &map) { chooseLanguage(map, ranges); });
        });
}

/// The q of a range's parameters: 0 to 1.
double weightOf(std::string_view parameters)
{
    const auto at = parameters.find("q=");
    if (at == std::string_view::npos)
        return 1;
    return std::clamp(std::strtod(std::string(parameters.substr(at + 2)).c_str(), nullptr), 0.0, 1.0);
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

void keepIds(json &statement)
{
    const auto keepId = [](json &value) { keepOnly(value, {"id"}); };
    walk(statement, keepIdOfAgent, keepId, keepId);
}

void makeCanonical(json &statement, const std::map<std::string, std::string> &definitions,
                   std::string_view acceptLanguage)
{
    const auto ranges = languageRanges(acceptLanguage);
    const auto onVerb = [&](json &verb) {
        with(verb, "display", [&](json &map) { chooseLanguage(map, ranges); });
    };
    const auto onActivity = [&](json &activity) {
        const auto known = definitions.find(std::string(check::textMember(activity, "id")));
        if (known != definitions.end())
            if (auto definition = parseExact(known->second); definition.ok())
                activity["definition"] = *std::move(definition);
        with(activity, "definition", [&](json &definition) { chooseLanguages(definition, ranges); });
    };
    walk(
        statement, [](json &) {}, onVerb, onActivity);
}

std::set<std::string> activitiesOf(const json &statement)
{
    std::set<std::string> activities;
    walk(
        statement, [](const json &) {}, [](const json &) {},
        [&](const json &activity) { activities.emplace(check::textMember(activity, "id")); });
    return activities;
}

std::vector<std::string> languageRanges(std::string_view acceptLanguage)
{
    std::vector<std::pair<double, std::string>> weighted;
    while (!acceptLanguage.empty()) {
        const auto end = std::min(acceptLanguage.find(','), acceptLanguage.size());
        const auto part = acceptLanguage.substr(0, end);
        acceptLanguage.remove_prefix(std::min(end + 1, acceptLanguage.size()));
        const auto semicolon = std::min(part.find(';'), part.size());
        const auto range = trimmed(part.substr(0, semicolon));
        const double weight = weightOf(part.substr(semicolon));
        if (!range.empty() && weight > 0)
            weighted.emplace_back(weight, range);
    }
    std::stable_sort(weighted.begin(), weighted.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<std::string> ranges;
    for (auto &[weight, range] : weighted)
        ranges.push_back(std::move(range));
    return ranges;
}

std::string bestLanguage(const json &map, const std::vector<std::string> &ranges)
{
    if (map.empty())
        return {};
    for (std::string_view range : ranges) {
        while (!range.empty() && range != "*") {
            if (auto tag = findTag(map, range); !tag.empty())
                return tag;
            const auto dash = range.rfind('-'); // "zh-Hant-TW", then "zh-Hant", then "zh"
            range = range.substr(0, dash == std::string_view::npos ? 0 : dash);
        }
    }
    return map.begin().key();
}

} // namespace kapok::xapi
