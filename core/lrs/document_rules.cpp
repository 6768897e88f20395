// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/document_rules.h"

#include "core/base/hash.h"
#include "core/lrs/agents.h"
#include "core/xapi/json_document.h"
#include "core/xapi/media_type.h"
#include "core/xapi/place.h"

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

/// What is there cannot be merged with anything.
Error notMergeable(const std::string &why)
{
    return {ErrorCode::InvalidInput,
            "The document that is there is no JSON object that another one could be merged "
            "with (" +
                why + "); PUT replaces it."};
}

Status isMergeable(const Document &base, const std::string &contentType)
{
    if (!xapi::isJson(contentType))
        return Error{ErrorCode::InvalidInput,
                     "header Content-Type: must be application/json to be merged with the "
                     "document that is there, not another type"};
    return xapi::isJson(base.contentType) ? success() : Status(notMergeable("its Content-Type is another"));
}

/// Which header a precondition is about, and that it does not hold.
Error unfulfilled(const char *header, bool isThere)
{
    return {ErrorCode::Conflict,
            std::string("header ") + header +
                (isThere ? ": the document that is there has another ETag" : ": there is no such document")};
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
                "header If-Match: is missing, and there is a document already. Get it, look at what it "
                "says now, and send its ETag, so that nobody's change is lost."};
        if (conditions.bare == Preconditions::Bare::NeverAllowed)
            return Error{ErrorCode::InvalidInput,
                         "header If-None-Match: is missing: a new document needs it with "
                         "\"*\", a changed one If-Match with its ETag"};
        return success();
    }
    const bool matches =
        conditions.ifMatch.empty() || (document && names(conditions.ifMatch, document->etag));
    const bool differs =
        conditions.ifNoneMatch.empty() || !document || !names(conditions.ifNoneMatch, document->etag);
    if (!matches)
        return unfulfilled("If-Match", document.has_value());
    if (!differs)
        return Error{ErrorCode::Conflict, "header If-None-Match: names the document that is there"};
    return success();
}

Result<std::string> mergedContent(const Document &base, const std::string &contentType,
                                  const std::string &added)
{
    KAPOK_TRY(isMergeable(base, contentType));
    KAPOK_TRY_ASSIGN(const auto now, xapi::JsonDocument::parse(added));
    if (const auto value = now.root(); !value.isObject())
        return Error{ErrorCode::InvalidInput,
                     "$: must be an object to be merged with the document that is there, not " +
                         std::string(xapi::kindOf(value))};
    const auto old = xapi::JsonDocument::parse(base.content);
    if (!old.ok())
        return notMergeable(old.error().detail);
    if (const auto value = old->root(); !value.isObject())
        return notMergeable("it is " + std::string(xapi::kindOf(value)));
    std::string merged = "{";
    const auto add = [&merged](const xapi::JsonMember &member) {
        merged += merged.size() > 1 ? "," : "";
        merged += member.text();
    };
    std::unordered_map<std::string_view, xapi::JsonMember> changes;
    for (const xapi::JsonMember &member : now.root().members())
        changes.emplace(member.name(), member);
    std::unordered_set<std::string_view> known;
    for (const xapi::JsonMember &member : old->root().members()) {
        const auto change = changes.find(member.name());
        add(change == changes.end() ? member : change->second);
        known.insert(member.name());
    }
    for (const xapi::JsonMember &member : now.root().members())
        if (!known.contains(member.name()))
            add(member);
    merged += "}";
    if (merged.size() > kMostDocumentBytes)
        return Error{ErrorCode::InvalidInput, "body: must have at most " +
                                                  std::to_string(kMostDocumentBytes) +
                                                  " bytes together with the document that is there, not " +
                                                  std::to_string(merged.size())};
    return merged;
}

std::string ifiOf(const xapi::DocumentQuery &query)
{
    return query.agent.empty() ? std::string() : ifiOfText(query.agent);
}

} // namespace kapok::lrs
