// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/parameters.h"

#include "core/xapi/formats.h"
#include "core/xapi/reader.h"
#include "core/xapi/validate.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

namespace kapok::xapi {
namespace {

Error wrong(std::string_view name, const std::string &sentence)
{
    return {ErrorCode::InvalidInput, "parameter " + std::string(name) + ": " + sentence};
}

/// Parameters by name: only \p known ones, each at most once.
class Values {
public:
    static Result<Values> read(const Parameters &parameters, std::span<const std::string_view> known)
    {
        Values values;
        for (const auto &[name, value] : parameters) {
            if (std::find(known.begin(), known.end(), name) == known.end())
                return Error{ErrorCode::InvalidInput,
                             "a query parameter is not known here (names are case-sensitive)"};
            if (!values.m_values.emplace(name, value).second)
                return wrong(name, "must be given once");
        }
        return values;
    }

    [[nodiscard]] const std::string *find(std::string_view name) const
    {
        const auto found = m_values.find(name);
        return found == m_values.end() ? nullptr : &found->second;
    }

    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }

    Status readIri(std::string_view name, std::string &out) const
    {
        const std::string *value = find(name);
        if (value && !isIri(*value))
            return wrong(name, "must be an IRI with a scheme");
        if (value)
            out = *value;
        return success();
    }

    template <class Tag> Status readUuid(std::string_view name, std::optional<Id<Tag>> &out) const
    {
        const std::string *value = find(name);
        if (!value)
            return success();
        if (!isStatementId(*value))
            return wrong(name, "must be a UUID");
        out = Id<Tag>{*value};
        std::transform(value->begin(), value->end(), out->value.begin(),
                       [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
        return success();
    }

    Status readBool(std::string_view name, bool &out) const
    {
        const std::string *value = find(name);
        if (value && *value != "true" && *value != "false")
            return wrong(name, "must be true or false");
        out = value && *value == "true";
        return success();
    }

    Status readTime(std::string_view name, std::optional<Time> &out) const
    {
        const std::string *value = find(name);
        if (!value)
            return success();
        const auto time = parseIso8601(*value);
        if (!isTimestamp(*value) || !time.ok())
            return wrong(name, "must be an ISO 8601 timestamp");
        out = *time;
        return success();
    }

    Status readAgent(std::string_view name, std::string &out) const
    {
        const std::string *value = find(name);
        if (!value)
            return success();
        const auto actor = parseJson(*value);
        if (!actor.ok())
            return wrong(name, "must be JSON");
        KAPOK_TRY(validateActor(*actor, name));
        out = *value;
        return success();
    }

    Status readCount(std::string_view name, int &out) const
    {
        const std::string *value = find(name);
        if (!value)
            return success();
        const auto [end, code] = std::from_chars(value->data(), value->data() + value->size(), out);
        if (code != std::errc() || end != value->data() + value->size() || out < 0)
            return wrong(name, "must be a whole number, 0 or more");
        return success();
    }

private:
    std::map<std::string, std::string, std::less<>> m_values;
};

Status readFormat(const Values &values, StatementQuery &query)
{
    const std::string *format = values.find("format");
    query.formatGiven = format != nullptr;
    if (!format || *format == "exact")
        query.format = Format::Exact;
    else if (*format == "ids")
        query.format = Format::Ids;
    else if (*format == "canonical")
        query.format = Format::Canonical;
    else
        return wrong("format", "must be ids, exact or canonical");
    return success();
}

/// A statement asked for by id takes only `attachments` and `format` beside it.
Status onlyIds(const Parameters &parameters)
{
    const auto fits = [](const auto &parameter) {
        return parameter.first == "attachments" || parameter.first == "format";
    };
    const auto others = std::count_if(parameters.begin(), parameters.end(),
                                      [&](const auto &parameter) { return !fits(parameter); });
    if (others > 1)
        return Error{ErrorCode::InvalidInput,
                     "statementId and voidedStatementId go only with attachments and "
                     "format"};
    return success();
}

} // namespace

Result<StatementQuery> parseStatementQuery(const Parameters &parameters)
{
    static constexpr std::string_view kNames[] = {
        "statementId",        "voidedStatementId", "agent", "verb",  "activity", "registration",
        "related_activities", "related_agents",    "since", "until", "limit",    "format",
        "attachments",        "ascending"};
    KAPOK_TRY_ASSIGN(const Values values, Values::read(parameters, kNames));
    if (values.has("statementId") || values.has("voidedStatementId"))
        KAPOK_TRY(onlyIds(parameters));
    StatementQuery query;
    KAPOK_TRY(values.readUuid("statementId", query.statementId));
    KAPOK_TRY(values.readUuid("voidedStatementId", query.voidedStatementId));
    KAPOK_TRY(values.readAgent("agent", query.agent));
    KAPOK_TRY(values.readIri("verb", query.verb));
    KAPOK_TRY(values.readIri("activity", query.activity));
    KAPOK_TRY(values.readUuid("registration", query.registration));
    KAPOK_TRY(values.readBool("related_activities", query.relatedActivities));
    KAPOK_TRY(values.readBool("related_agents", query.relatedAgents));
    KAPOK_TRY(values.readTime("since", query.since));
    KAPOK_TRY(values.readTime("until", query.until));
    KAPOK_TRY(values.readCount("limit", query.limit));
    KAPOK_TRY(values.readBool("attachments", query.attachments));
    KAPOK_TRY(values.readBool("ascending", query.ascending));
    KAPOK_TRY(readFormat(values, query));
    return query;
}

Result<StatementId> parsePutStatement(const Parameters &parameters)
{
    static constexpr std::string_view kNames[] = {"statementId"};
    KAPOK_TRY_ASSIGN(const Values values, Values::read(parameters, kNames));
    std::optional<StatementId> id;
    KAPOK_TRY(values.readUuid("statementId", id));
    if (!id)
        return wrong("statementId", "is missing");
    return *id;
}

Result<StateQuery> parseStateQuery(const Parameters &parameters, bool needsStateId)
{
    static constexpr std::string_view kNames[] = {"activityId", "agent", "registration", "stateId", "since"};
    KAPOK_TRY_ASSIGN(const Values values, Values::read(parameters, kNames));
    for (const std::string_view name : {"activityId", "agent"})
        if (!values.has(name))
            return wrong(name, "is missing");
    StateQuery query;
    KAPOK_TRY(values.readIri("activityId", query.activityId));
    KAPOK_TRY(values.readAgent("agent", query.agent));
    KAPOK_TRY(values.readUuid("registration", query.registration));
    KAPOK_TRY(values.readTime("since", query.since));
    if (const std::string *stateId = values.find("stateId"))
        query.stateId = *stateId;
    if (query.stateId.empty() && (needsStateId || values.has("stateId")))
        return wrong("stateId", "is missing");
    if (query.since && !query.stateId.empty())
        return wrong("since", "goes only without a stateId");
    return query;
}

} // namespace kapok::xapi
