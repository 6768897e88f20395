// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/document_rules.h"

#include "core/base/hash.h"
#include "core/lrs/agents.h"
#include "core/lrs/json_slices.h"
#include "core/xapi/reader.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>

namespace kapok::lrs {
namespace {

/// Whether an If-Match or If-None-Match header means the document with this etag.
bool names(std::string_view header, const std::string &etag)
{
    return header == "*" || header.find(etag) != std::string_view::npos;
}

bool isJson(const std::string &contentType)
{
    return contentType.starts_with("application/json");
}

} // namespace

std::string etagOf(std::string_view content)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_Digest(content.data(), content.size(), digest.data(), &size, EVP_sha1(), nullptr);
    return "\"" + toHex({reinterpret_cast<const char *>(digest.data()), size}) + "\"";
}

Status checkPreconditions(const std::optional<Document> &document, const Preconditions &conditions)
{
    if (!conditions.given() && conditions.bare != Preconditions::Bare::Allowed) {
        if (document)
            return Error{
                ErrorCode::Conflict,
                "There is a document already. Get it, look at what it says now, and send its ETag in "
                "the header If-Match, so that nobody's change is lost."};
        if (conditions.bare == Preconditions::Bare::NeverAllowed)
            return Error{ErrorCode::InvalidInput,
                         "A new document needs the header If-None-Match: *, a changed one If-Match."};
        return success();
    }
    const bool matches =
        conditions.ifMatch.empty() || (document && names(conditions.ifMatch, document->etag));
    const bool differs =
        conditions.ifNoneMatch.empty() || !document || !names(conditions.ifNoneMatch, document->etag);
    if (matches && differs)
        return success();
    return Error{ErrorCode::Conflict, "The document is not the one that the request's ETag means."};
}

Result<std::string> mergedContent(const Document &base, const std::string &contentType,
                                  const std::string &added)
{
    const auto old = xapi::parseJson(base.content);
    const auto now = xapi::parseJson(added);
    const bool mergeable = isJson(base.contentType) && isJson(contentType) && old.ok() && now.ok() &&
                           old->is_object() && now->is_object();
    if (!mergeable)
        return Error{ErrorCode::InvalidInput,
                     "Only JSON objects can be merged, and one of the two documents is none."};
    auto members = membersOf(base.content);
    for (const auto &member : membersOf(added)) {
        const auto same = std::find_if(members.begin(), members.end(),
                                       [&](const Member &other) { return other.key == member.key; });
        if (same == members.end())
            members.push_back(member);
        else
            same->text = member.text;
    }
    return objectFrom(members);
}

std::string ifiOf(const xapi::DocumentQuery &query)
{
    return query.agent.empty() ? std::string() : ifiOf(nlohmann::json::parse(query.agent, nullptr, false));
}

} // namespace kapok::lrs
