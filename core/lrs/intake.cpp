// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/intake.h"

#include "core/lrs/json_text.h"
#include "core/xapi/reader.h"

#include <nlohmann/json.hpp>
#include <unordered_set>

namespace kapok::lrs {
namespace {

using nlohmann::json;

Error atElement(Error error, std::size_t index)
{
    if (error.detail.starts_with('$'))
        error.detail.insert(1, '[' + std::to_string(index) + ']');
    return error;
}

Incoming toIncoming(const json &statement, std::string_view text, const Clock &clock)
{
    Incoming incoming;
    incoming.keys = keysOf(statement);
    incoming.json = std::string(text);
    if (const auto id = statement.find("id"); id != statement.end()) {
        incoming.id.value = id->get<std::string>();
        for (char &c : incoming.id.value)
            c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    } else {
        incoming.id.value = uuidV7(clock.now().time_since_epoch().count());
        incoming.json.insert(1, "\"id\":\"" + incoming.id.value + "\",");
    }
    return incoming;
}

} // namespace

Result<std::vector<Incoming>> readStatements(std::string_view body, xapi::Version version, const Clock &clock)
{
    KAPOK_TRY_ASSIGN(const json root, xapi::parseJson(body));
    if (!root.is_array() && !root.is_object())
        return Error{ErrorCode::InvalidInput, "$: must be a statement or an array of statements"};
    if (root.is_array() && root.size() > kMaxBatch)
        return Error{ErrorCode::InvalidInput,
                     "$: must hold at most " + std::to_string(kMaxBatch) + " statements"};
    std::vector<Incoming> batch;
    if (root.is_object()) {
        KAPOK_TRY(xapi::validateJson(root, version));
        const auto first = body.find('{');
        batch.push_back(toIncoming(root, body.substr(first, body.rfind('}') - first + 1), clock));
        return batch;
    }
    const auto texts = elements(body);
    std::unordered_set<std::string> ids;
    for (std::size_t i = 0; i < root.size(); ++i) {
        if (const auto valid = xapi::validateJson(root[i], version); !valid.ok())
            return atElement(valid.error(), i);
        batch.push_back(toIncoming(root[i], texts[i], clock));
        if (!ids.insert(batch.back().id.value).second)
            return atElement({ErrorCode::InvalidInput, "$.id: must occur once in a request"}, i);
    }
    return batch;
}

} // namespace kapok::lrs
