// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/parameters.h"

#include "core/base/text.h"
#include "core/xapi/formats.h"
#include "core/xapi/json_document.h"
#include "core/xapi/place.h"
#include "core/xapi/validate.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <span>
#include <string_view>

namespace kapok::xapi {
namespace {

Error wrong(std::string_view name, const std::string &sentence)
{
    return {ErrorCode::InvalidInput, "parameter " + std::string(name) + ": " + sentence};
}

/// "RULE, not this text": what came is not repeated.
Error wrong(std::string_view name, const std::string &rule, const std::string &value)
{
    return wrong(name, rule + (value.empty() ? ", not an empty text" : ", not this text"));
}

/// What is wrong in the JSON of the parameter \p name: "$.mbox: …" as "parameter agent.mbox: …".
Error inParameter(std::string_view name, const Error &error)
{
    return {error.code, "parameter " + std::string(name) + error.detail.substr(1)};
}

/// What no database could keep as text, or not every one.
Status checkText(std::string_view name, std::string_view value)
{
    if (!isUtf8(value))
        return wrong(name, "must be UTF-8 text");
    if (value.find('\0') != std::string_view::npos)
        return wrong(name, "must not have a NUL character");
    return success();
}

constexpr std::string_view kIdentifiers[] = {"mbox", "mbox_sha1sum", "openid", "account"};

/// Parameters by name: only \p known ones, each at most once.
class Values {
public:
    static Result<Values> read(const Parameters &parameters, std::span<const std::string_view> known)
    {
        Values values;
        for (const auto &[name, value] : parameters) {
            if (std::find(known.begin(), known.end(), name) == known.end())
                return wrong(shown(name), "is not known here (names are case-sensitive)");
            if (!values.m_values.emplace(name, value).second)
                return wrong(name, "must be given once");
            KAPOK_TRY(checkText(name, value));
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
            return wrong(name, "must be an IRI with a scheme", *value);
        return readIndexed(name, out);
    }

    /// A text that is looked up by.
    Status readIndexed(std::string_view name, std::string &out) const
    {
        const std::string *value = find(name);
        if (value && value->size() > kMaxIndexedBytes)
            return wrong(name, "must have at most " + std::to_string(kMaxIndexedBytes) + " bytes, not " +
                                   std::to_string(value->size()));
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
            return wrong(name, "must be a UUID", *value);
        out = Id<Tag>{*value};
        std::transform(value->begin(), value->end(), out->value.begin(),
                       [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
        return success();
    }

    Status readBool(std::string_view name, bool &out) const
    {
        const std::string *value = find(name);
        if (value && *value != "true" && *value != "false")
            return wrong(name, "must be true or false", *value);
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
            return wrong(name, "must be an ISO 8601 timestamp", *value);
        out = *time;
        return success();
    }

    Status readAgent(std::string_view name, std::string &out) const
    {
        const std::string *value = find(name);
        if (!value)
            return success();
        const auto actor = JsonDocument::parse(*value);
        if (!actor.ok())
            return inParameter(name, actor.error());
        KAPOK_TRY(validateActor(actor->root(), "parameter " + std::string(name)));
        out = *value;
        return success();
    }

    /// As readAgent(), but somebody who can be told from others: no anonymous Group.
    Status readOneAgent(std::string_view name, std::string &out) const
    {
        KAPOK_TRY(readAgent(name, out));
        if (out.empty())
            return success();
        KAPOK_TRY_ASSIGN(const auto agent, JsonDocument::parse(out));
        const bool identified =
            std::any_of(std::begin(kIdentifiers), std::end(kIdentifiers),
                        [&](std::string_view identifier) { return agent.root().contains(identifier); });
        return identified ? success()
                          : Status(wrong(name, "must be an identified Agent, not an anonymous Group"));
    }

    Status readCount(std::string_view name, int &out) const
    {
        const std::string *value = find(name);
        if (!value)
            return success();
        const auto [end, code] = std::from_chars(value->data(), value->data() + value->size(), out);
        if (code == std::errc::result_out_of_range && value->front() != '-')
            out = std::numeric_limits<int>::max(); // as many as there are
        else if (code != std::errc() || end != value->data() + value->size() || out < 0)
            return wrong(name, "must be a whole number, 0 or more", *value);
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
        return wrong("format", "must be ids, exact or canonical", *format);
    return success();
}

/// The parameters of one kind of documents.
struct DocumentForm {
    std::span<const std::string_view> names;
    std::span<const std::string_view> required;
    std::string_view id;
    bool allDeletable;
};

const DocumentForm &formOf(DocumentQuery::Kind kind)
{
    static constexpr std::string_view kState[] = {"activityId", "agent", "registration", "stateId", "since"};
    static constexpr std::string_view kStateRequired[] = {"activityId", "agent"};
    static constexpr std::string_view kActivity[] = {"activityId", "profileId", "since"};
    static constexpr std::string_view kActivityRequired[] = {"activityId"};
    static constexpr std::string_view kAgent[] = {"agent", "profileId", "since"};
    static constexpr std::string_view kAgentRequired[] = {"agent"};
    static constexpr DocumentForm kForms[] = {{kState, kStateRequired, "stateId", true},
                                              {kActivity, kActivityRequired, "profileId", false},
                                              {kAgent, kAgentRequired, "profileId", false}};
    return kForms[static_cast<std::size_t>(kind)];
}

/// A statement asked for by id takes only `attachments` and `format` beside it.
Status onlyIds(const Parameters &parameters)
{
    const auto isId = [](const std::string &name) {
        return name == "statementId" || name == "voidedStatementId";
    };
    const auto id = std::ranges::find_if(parameters, [&](const auto &each) { return isId(each.first); });
    if (id == parameters.end())
        return success();
    const auto other = std::ranges::find_if(parameters, [&](const auto &each) {
        return each.first != "attachments" && each.first != "format" && each.first != id->first;
    });
    return other == parameters.end() ? success()
                                     : Status(wrong(other->first, "must be absent beside " + id->first));
}

} // namespace

Result<StatementQuery> parseStatementQuery(const Parameters &parameters)
{
    static constexpr std::string_view kNames[] = {
        "statementId",        "voidedStatementId", "agent", "verb",  "activity", "registration",
        "related_activities", "related_agents",    "since", "until", "limit",    "format",
        "attachments",        "ascending"};
    KAPOK_TRY_ASSIGN(const Values values, Values::read(parameters, kNames));
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

Result<DocumentQuery> parseDocumentQuery(const Parameters &parameters, DocumentQuery::Kind kind,
                                         DocumentUse use)
{
    const DocumentForm &form = formOf(kind);
    KAPOK_TRY_ASSIGN(const Values values, Values::read(parameters, form.names));
    for (const std::string_view name : form.required)
        if (!values.has(name))
            return wrong(name, "is missing");
    DocumentQuery query;
    query.kind = kind;
    KAPOK_TRY(values.readIri("activityId", query.activityId));
    KAPOK_TRY(values.readOneAgent("agent", query.agent));
    KAPOK_TRY(values.readUuid("registration", query.registration));
    KAPOK_TRY(values.readTime("since", query.since));
    KAPOK_TRY(values.readIndexed(form.id, query.documentId));
    const bool mayBeAll = use == DocumentUse::Read || (use == DocumentUse::Delete && form.allDeletable);
    if (query.documentId.empty() && (!mayBeAll || values.has(form.id)))
        return wrong(form.id, "is missing");
    if (query.since && (use != DocumentUse::Read || !query.documentId.empty()))
        return wrong("since", "goes only with reading, and without " + std::string(form.id));
    return query;
}

Result<std::string> parseActivityQuery(const Parameters &parameters)
{
    static constexpr std::string_view kNames[] = {"activityId"};
    KAPOK_TRY_ASSIGN(const Values values, Values::read(parameters, kNames));
    std::string iri;
    KAPOK_TRY(values.readIri("activityId", iri));
    return iri.empty() ? Result<std::string>(wrong("activityId", "is missing")) : iri;
}

Result<std::string> parseAgentQuery(const Parameters &parameters)
{
    static constexpr std::string_view kNames[] = {"agent"};
    KAPOK_TRY_ASSIGN(const Values values, Values::read(parameters, kNames));
    std::string agent;
    KAPOK_TRY(values.readOneAgent("agent", agent));
    return agent.empty() ? Result<std::string>(wrong("agent", "is missing")) : agent;
}

} // namespace kapok::xapi
