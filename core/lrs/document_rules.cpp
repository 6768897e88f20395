// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/document_rules.h"

#include "core/base/hash.h"
#include "core/lrs/agents.h"
#include "core/xapi/json_document.h"
#include "core/xapi/media_type.h"

#include <array>
#include <openssl/evp.h>
#include <unordered_map>
#include <unordered_set>

namespace kapok::lrs {
namespace {

/// Whether an If-Match or If-None-Match header means the document with this etag.
bool names(std::string_view header, const std::string &etag)
{
    return header == "*" || header.find(etag) != std::string_view::npos;
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
    const auto old = xapi::JsonDocument::parse(base.content);
    const auto now = xapi::JsonDocument::parse(added);
    const bool mergeable = xapi::isJson(base.contentType) && xapi::isJson(contentType) && old.ok() &&
                           now.ok() && old->root().isObject() && now->root().isObject();
    if (!mergeable)
        return Error{ErrorCode::InvalidInput,
                     "Only JSON objects can be merged, and one of the two documents is none."};
    std::string merged = "{";
    const auto add = [&merged](const xapi::JsonMember &member) {
        merged += merged.size() > 1 ? "," : "";
        merged += member.text();
    };
    std::unordered_map<std::string_view, xapi::JsonMember> changes;
    for (const xapi::JsonMember &member : now->root().members())
        changes.emplace(member.name(), member);
    std::unordered_set<std::string_view> known;
    for (const xapi::JsonMember &member : old->root().members()) {
        const auto change = changes.find(member.name());
        add(change == changes.end() ? member : change->second);
        known.insert(member.name());
    }
    for (const xapi::JsonMember &member : now->root().members())
        if (!known.contains(member.name()))
            add(member);
    return merged + "}";
}

std::string ifiOf(const xapi::DocumentQuery &query)
{
    return query.agent.empty() ? std::string() : ifiOfText(query.agent);
}

} // namespace kapok::lrs
