// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/xapi_attachments.h"

#include "core/base/ids.h"
#include "core/xapi/attachments.h"
#include "core/xapi/exact_json.h"
#include "core/xapi/media_type.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

/// The content types that \p statement gives its attachments, by digest.
std::map<std::string, std::string> contentTypes(const json &statement)
{
    std::map<std::string, std::string> types;
    for (const json *attachment : xapi::attachmentsOf(statement))
        types.emplace(xapi::sha2Of(*attachment), attachment->value("contentType", std::string()));
    return types;
}

/// A value for a header line: never a way to begin another line.
std::string headerValue(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return text.empty() ? "application/octet-stream" : text;
}

} // namespace

Status readStatementsBody(const Request &request, lrs::AddRequest &add)
{
    const std::string &contentType = request.header("content-type");
    const auto type = xapi::parseMediaType(contentType);
    xapi::StatementParts parts{request.body, {}};
    if (type && type->name == "multipart/mixed") {
        KAPOK_TRY_ASSIGN(parts, xapi::parseStatementParts(request.body, contentType));
    } else if (!type || type->name != "application/json") {
        return Error{ErrorCode::InvalidInput,
                     std::string("header Content-Type: must be application/json or multipart/mixed for "
                                 "statements, not ") +
                         (contentType.empty() ? "absent"
                          : type              ? "another type"
                                              : "this text")};
    }
    if (!parts.attachments.empty() || xapi::mayHaveAttachments(parts.statements)) {
        KAPOK_TRY_ASSIGN(const json body, xapi::parseExact(parts.statements));
        KAPOK_TRY(xapi::checkAttachments(body, parts.attachments, add.version));
    }
    add.body = parts.statements;
    for (const auto &attachment : parts.attachments)
        add.attachments.push_back({attachment.sha2, std::string(attachment.bytes)});
    return success();
}

MultipartAnswer::MultipartAnswer(lrs::StatementStore &store)
    : m_store(store), m_boundary("kapok-" + uuidV7(0))
{}

Result<bool> MultipartAnswer::add(const std::string &statement)
{
    const bool isFirst = m_isEmpty;
    m_isEmpty = false;
    if (!xapi::mayHaveAttachments(statement))
        return true;
    const json value = json::parse(statement, nullptr, false);
    const auto types = contentTypes(value);
    if (types.empty())
        return true;
    KAPOK_TRY_ASSIGN(const auto attachments, m_store.attachmentsOf({value.value("id", std::string())}));
    std::size_t bytes = m_parts.size();
    for (const auto &attachment : attachments)
        bytes += m_taken.contains(attachment.sha2) ? 0 : attachment.content.size();
    if (bytes > kMostBytes && !isFirst)
        return false;
    for (const auto &attachment : attachments) {
        const auto type = types.find(attachment.sha2);
        if (type == types.end() || !m_taken.insert(attachment.sha2).second)
            continue;
        m_parts += "--" + m_boundary + "\r\nContent-Type: " + headerValue(type->second) +
                   "\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: " + attachment.sha2 +
                   "\r\n\r\n" + attachment.content + "\r\n";
    }
    return true;
}

Response MultipartAnswer::response(const std::string &statements) const
{
    Response response;
    response.header("Content-Type", "multipart/mixed; boundary=" + m_boundary);
    response.body = "--" + m_boundary + "\r\nContent-Type: application/json\r\n\r\n" + statements + "\r\n" +
                    m_parts + "--" + m_boundary + "--\r\n";
    return response;
}

} // namespace kapok::kapokd
