// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/statement_keys.h"

#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::lrs {
namespace {

using nlohmann::json;

std::string textOf(const json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string lowered(std::string text, std::size_t from = 0)
{
    std::transform(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(),
                   text.begin() + static_cast<std::ptrdiff_t>(from),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

void addAgent(std::vector<std::string> &agents, const json &actor)
{
    if (std::string ifi = ifiOf(actor); !ifi.empty() && std::ranges::find(agents, ifi) == agents.end())
        agents.push_back(std::move(ifi));
    if (const auto list = actor.find("member"); list != actor.end() && list->is_array())
        for (const json &member : *list)
            addAgent(agents, member);
}

/// The first activity under context.contextActivities.grouping.
std::string grouping(const json &statement)
{
    static const json::json_pointer place("/context/contextActivities/grouping");
    if (!statement.contains(place))
        return {};
    const json &value = statement.at(place);
    if (value.is_array())
        return value.empty() ? std::string() : textOf(value.front(), "id");
    return textOf(value, "id");
}

void readFigureKeys(const json &statement, StatementKeys &keys)
{
    keys.learner = ifiOf(statement.at("actor"));
    keys.course = keys.verb == xapi::verb::kSatisfied ? keys.activity : grouping(statement);
    if (const auto text = textOf(statement, "timestamp"); !text.empty())
        if (const auto time = parseInstant(text); time.ok())
            keys.timestamp = *time;
    static const json::json_pointer scaled("/result/score/scaled");
    if (statement.contains(scaled) && statement.at(scaled).is_number())
        keys.scaled = statement.at(scaled).get<double>();
}

} // namespace

std::string ifiOfAccount(const std::string &homePage, const std::string &name)
{
    return "account " + homePage + ' ' + name;
}

std::string ifiOf(const json &actor)
{
    if (const auto account = actor.find("account"); account != actor.end())
        return ifiOfAccount(textOf(*account, "homePage"), textOf(*account, "name"));
    if (const auto mbox = textOf(actor, "mbox"); !mbox.empty())
        return "mbox " + lowered(mbox, std::min(mbox.find('@'), mbox.size()));
    if (const auto digest = textOf(actor, "mbox_sha1sum"); !digest.empty())
        return "mbox_sha1sum " + lowered(digest);
    if (const auto openId = textOf(actor, "openid"); !openId.empty())
        return "openid " + openId;
    return {};
}

std::string ifiOfText(std::string_view actor)
{
    const json value = json::parse(actor, nullptr, false);
    return value.is_object() ? ifiOf(value) : std::string();
}

StatementKeys keysOf(const json &statement)
{
    StatementKeys keys;
    const json &object = statement.at("object");
    const std::string type = textOf(object, "objectType");
    keys.verb = textOf(statement.at("verb"), "id");
    addAgent(keys.agents, statement.at("actor"));
    if (type == "Agent" || type == "Group")
        addAgent(keys.agents, object);
    if (type == "StatementRef")
        keys.target = lowered(textOf(object, "id"));
    if (type.empty() || type == "Activity")
        keys.activity = textOf(object, "id");
    keys.voids = !keys.target.empty() && keys.verb == xapi::verb::kVoided;
    if (const auto context = statement.find("context"); context != statement.end())
        keys.registration = lowered(textOf(*context, "registration"));
    readFigureKeys(statement, keys);
    return keys;
}

} // namespace kapok::lrs
