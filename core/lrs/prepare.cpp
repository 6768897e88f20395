// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/prepare.h"

#include "core/lrs/interning.h"
#include "core/lrs/statement_text.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace kapok::lrs {
namespace {

using xapi::JsonDocument;
using xapi::JsonMember;
using xapi::JsonValue;

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(text.begin(), text.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

Result<StatementId> idOf(JsonValue statement, const AddRequest &request, Time now)
{
    const JsonValue found = statement["id"];
    if (!found)
        return request.putId ? *request.putId : StatementId{uuidV7(now.time_since_epoch().count())};
    StatementId id{lowerCase(found.string())};
    if (request.putId && id != *request.putId)
        return Error{ErrorCode::InvalidInput,
                     "$.id: must be the statementId of the request, not another UUID"};
    return id;
}

/// The text to keep: nothing of it is rewritten, members are only taken out or put in.
std::string keptText(JsonValue statement, const StatementId &id, xapi::Version version)
{
    const bool hasId = statement.contains("id");
    const bool hasVersion = statement.contains("version");
    if (hasId && hasVersion && !statement.contains("stored") && !statement.contains("authority"))
        return std::string(statement.text());
    std::string kept = "{";
    const auto add = [&kept](std::string_view member) {
        kept += kept.size() > 1 ? "," : "";
        kept += member;
    };
    if (!hasId)
        add("\"id\":\"" + id.value + "\"");
    for (const JsonMember &member : statement.members())
        if (member.name() != "stored" && member.name() != "authority")
            add(member.text());
    if (!hasVersion)
        add(version == xapi::Version::V2_0_0 ? R"("version":"2.0.0")" : R"("version":"1.0.0")");
    return kept + "}";
}

/// An array is one level more than its statements, which may come alone or among others.
bool isArray(std::string_view body)
{
    const auto begin = body.find_first_not_of(" \t\r\n\xef\xbb\xbf"); // or after a byte order mark
    return begin != std::string_view::npos && body[begin] == '[';
}

/// What all statements of a request are looked at with.
struct Frame {
    const AddRequest &request;
    Time now;
    JsonValue authority;
};

Result<Prepared> prepareOne(JsonValue statement, const Frame &frame)
{
    const AddRequest &request = frame.request;
    KAPOK_TRY(xapi::validate(statement, request.version));
    Prepared prepared;
    KAPOK_TRY_ASSIGN(prepared.id, idOf(statement, request, frame.now));
    prepared.idBytes = uuidBytes(prepared.id.value);
    prepared.actor = ifiOf(statement["actor"]);
    if (!request.onlyAgent.empty() && prepared.actor != request.onlyAgent)
        return Error{ErrorCode::Forbidden, "$.actor: must be the person who is signed in"};
    prepared.json = keptText(statement, prepared.id, request.version);
    if (hasBareActivities(statement))
        prepared.json = withActivityArrays(prepared.json);
    prepared.hasTimestamp = statement.contains("timestamp");
    prepared.verb = statement["verb"]["id"].string();
    prepared.registration = statement["context"]["registration"].string();
    prepared.mentions = mentionsOf(statement, frame.authority);
    if (const JsonValue object = statement["object"]; object["objectType"].string() == "StatementRef")
        prepared.target = uuidBytes(object["id"].string());
    prepared.voids = prepared.verb == xapi::verb::kVoided;
    if (prepared.hasTimestamp)
        prepared.figure = figureEventOf(statement, std::numeric_limits<Micros>::max());
    return prepared;
}

Status prepareAll(JsonValue array, const Frame &frame, std::vector<Prepared> &all)
{
    if (frame.request.putId)
        return Error{ErrorCode::InvalidInput, "$: must be one statement, not an array"};
    if (array.size() > kMostStatements)
        return Error{ErrorCode::InvalidInput, "$: must have at most " + std::to_string(kMostStatements) +
                                                  " statements, not " + std::to_string(array.size())};
    all.reserve(array.size());
    std::unordered_set<std::string> ids;
    for (const JsonValue statement : array.elements()) {
        const std::size_t index = all.size();
        auto one = prepareOne(statement, frame);
        if (!one.ok())
            return inElement(one.error(), index);
        if (!ids.insert(one->idBytes).second)
            return Error{ErrorCode::InvalidInput,
                         "$[" + std::to_string(index) +
                             "].id: must be a UUID that no other statement of the batch has"};
        all.push_back(*std::move(one));
    }
    return success();
}

} // namespace

Error inElement(Error error, std::size_t index)
{
    if (error.detail.starts_with('$'))
        error.detail.insert(1, "[" + std::to_string(index) + "]");
    return error;
}

Result<PreparedRequest> prepare(const AddRequest &request, Time now)
{
    const int depth = JsonDocument::kDepth + (isArray(request.body) ? 1 : 0);
    KAPOK_TRY_ASSIGN(auto body, JsonDocument::parse(request.body, depth));
    std::optional<JsonDocument> authority;
    if (auto read = JsonDocument::parse(request.authority); read.ok())
        authority = *std::move(read);
    const Frame frame{request, now, authority ? authority->root() : JsonValue()};
    std::vector<Prepared> statements;
    if (body.root().isArray()) {
        KAPOK_TRY(prepareAll(body.root(), frame, statements));
    } else {
        KAPOK_TRY_ASSIGN(auto one, prepareOne(body.root(), frame));
        statements.push_back(std::move(one));
    }
    return PreparedRequest{std::move(body), std::move(authority), std::move(statements)};
}

} // namespace kapok::lrs
