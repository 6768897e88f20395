// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/http/message.h"
#include "core/base/result.h"
#include "core/roster/types.h"

#include <nlohmann/json.hpp>
#include <string>

/// Responses of docs/protocol.md.
namespace kapok::kapokd {

[[nodiscard]] Response jsonResponse(const nlohmann::json &body, int status = 200);
/// The refusal for \p error: fitting status, JSON, WWW-Authenticate or Retry-After. A detail that starts with
/// a JSON path ("$.actor: …") or a parameter ("parameter since: …") gives `path`.
[[nodiscard]] Response refusal(const Error &error);
/// A refusal that only HTTP knows: 405, 412, 413, 415.
[[nodiscard]] Response refusal(int status, const std::string &code, const std::string &message);
/// Adds the ETag (without quotes) and turns the response into 304 when the client has it.
[[nodiscard]] Response withEtag(Response response, const std::string &etag, const Request &request);
/// The file with Range and If-Range observed: 200, 206 or 416.
[[nodiscard]] Response fileResponse(const std::filesystem::path &file, std::uint64_t size,
                                    const std::string &etag, const std::string &mediaType,
                                    const Request &request);

[[nodiscard]] nlohmann::json toJson(const roster::Unit &unit);
[[nodiscard]] nlohmann::json toJson(const roster::Person &person, const std::string &homePage);
[[nodiscard]] nlohmann::json toJson(const std::optional<Time> &time);

} // namespace kapok::kapokd
