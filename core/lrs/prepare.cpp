// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/prepare.h"

#include "core/lrs/json_slices.h"
#include "core/lrs/statement_text.h"
#include "core/xapi/reader.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <limits>
#include <set>

namespace kapok::lrs {
namespace {

using nlohmann::json;

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// "$.actor: …" of element 3 as "$[3].actor: …".
Error inElement(Error error, std::size_t index)
{
    if (error.detail.starts_with('$'))
        error.detail.insert(1, "[" + std::to_string(index) + "]");
    return error;
}

Result<StatementId> idOf(const json &value, const AddRequest &request, Time now)
{
    const auto found = value.find("id");
    if (found == value.end())
        return request.putId ? *request.putId : StatementId{uuidV7(now.time_since_epoch().count())};
    StatementId id{lowerCase(found->get<std::string>())};
    if (request.putId && id != *request.putId)
        return Error{ErrorCode::InvalidInput, "$.id: must be the statementId of the request"};
    return id;
}

/// The text to keep: nothing of it is rewritten, members are only taken out or put in.
std::string keptText(std::string_view text, const json &value, const Prepared &prepared,
                     xapi::Version version)
{
    const bool plain = value.contains("id") && value.contains("version") && !value.contains("stored") &&
                       !value.contains("authority");
    if (plain)
        return std::string(text);
    auto members = membersOf(text);
    std::erase_if(members,
                  [](const Member &member) { return member.key == "stored" || member.key == "authority"; });
    const std::string id = "\"id\":\"" + prepared.id.value + "\"";
    if (!value.contains("id"))
        members.insert(members.begin(), {"id", id});
    const char *number = version == xapi::Version::V2_0_0 ? "\"version\":\"2.0.0\"" : "\"version\":\"1.0.0\"";
    if (!value.contains("version"))
        members.push_back({"version", number});
    return objectFrom(members);
}

/// Takes \p value over when it is sound.
Result<Prepared> prepareOne(std::string_view text, json &value, const AddRequest &request, Time now)
{
    KAPOK_TRY(xapi::validateJson(value, request.version));
    Prepared prepared;
    KAPOK_TRY_ASSIGN(prepared.id, idOf(value, request, now));
    if (!request.onlyAgent.empty() && ifiOf(value.at("actor")) != request.onlyAgent)
        return Error{ErrorCode::Forbidden, "$.actor: must be the person who is signed in"};
    prepared.json = keptText(text, value, prepared, request.version);
    if (hasBareActivities(value))
        prepared.json = withActivityArrays(prepared.json);
    prepared.hasTimestamp = value.contains("timestamp");
    prepared.verb = value.at("verb").at("id").get<std::string>();
    if (const auto context = value.find("context"); context != value.end())
        prepared.registration = context->value("registration", std::string());
    prepared.mentions = mentionsOf(value, request.authority);
    const auto &object = value.at("object");
    if (object.value("objectType", std::string()) == "StatementRef")
        prepared.target = lowerCase(object.at("id").get<std::string>());
    prepared.voids = prepared.verb == xapi::verb::kVoided;
    value["id"] = prepared.id.value;
    if (prepared.hasTimestamp)
        prepared.figure = figureEventOf(value, std::numeric_limits<Micros>::max());
    prepared.value = std::move(value);
    return prepared;
}

} // namespace

Result<std::vector<Prepared>> prepare(const AddRequest &request, Time now)
{
    KAPOK_TRY_ASSIGN(json body, xapi::parseJson(request.body));
    std::vector<Prepared> all;
    if (!body.is_array()) {
        KAPOK_TRY_ASSIGN(auto one, prepareOne(request.body, body, request, now));
        all.push_back(std::move(one));
        return all;
    }
    if (request.putId)
        return Error{ErrorCode::InvalidInput, "$: must be one statement, not an array"};
    const auto texts = elementsOf(request.body);
    std::set<StatementId> ids;
    for (std::size_t i = 0; i < body.size(); ++i) {
        auto one = prepareOne(texts[i], body[i], request, now);
        if (!one.ok())
            return inElement(one.error(), i);
        if (!ids.insert(one->id).second)
            return Error{ErrorCode::InvalidInput, "$[" + std::to_string(i) + "].id: is twice in this batch"};
        all.push_back(*std::move(one));
    }
    return all;
}

} // namespace kapok::lrs
