// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/multipart.h"

#include "core/base/hash.h"
#include "core/xapi/media_type.h"

#include <algorithm>
#include <openssl/evp.h>
#include <optional>

namespace kapok::xapi {
namespace {

Error wrong(const std::string &sentence)
{
    return {ErrorCode::InvalidInput, "body: " + sentence};
}

std::string placeOf(std::size_t index)
{
    return "part " + std::to_string(index + 1);
}

Error wrongPart(std::size_t index, const std::string &sentence)
{
    return {ErrorCode::InvalidInput, placeOf(index) + ": " + sentence};
}

/// \p value is what the header \p name of the part says now, or "".
Error wrongHeader(std::size_t index, const char *name, const std::string &rule, const std::string &value)
{
    return {ErrorCode::InvalidInput,
            placeOf(index) + " header " + name +
                (value.empty() ? ": is missing: " + rule : ": " + rule + ", not this text")};
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// A line that separates parts.
struct Delimiter {
    std::size_t begin = 0; ///< of the line
    std::size_t end = 0;   ///< behind its line break
    bool isLast = false;
};

/// What stands behind "--boundary" at \p at makes it a delimiter, or not.
std::optional<Delimiter> delimiterAt(std::string_view body, std::size_t begin, std::size_t at)
{
    Delimiter found{begin, at, body.substr(at).starts_with("--")};
    if (found.isLast)
        return found;
    const auto lineEnd = body.find('\n', at);
    if (lineEnd == std::string_view::npos || !trimmed(body.substr(at, lineEnd - at)).empty())
        return {};
    found.end = lineEnd + 1;
    return found;
}

std::optional<Delimiter> nextDelimiter(std::string_view body, const std::string &dashed, std::size_t from)
{
    for (auto at = body.find(dashed, from); at != std::string_view::npos; at = body.find(dashed, at + 1)) {
        const bool startsLine = at == 0 || body[at - 1] == '\n';
        if (!startsLine)
            continue;
        if (const auto found = delimiterAt(body, at, at + dashed.size()))
            return found;
    }
    return {};
}

std::string_view withoutLastBreak(std::string_view text)
{
    if (text.ends_with('\n'))
        text.remove_suffix(1);
    if (text.ends_with('\r'))
        text.remove_suffix(1);
    return text;
}

Status addHeader(std::string_view line, std::size_t index, std::string &last, Part &part)
{
    const bool continues = line.starts_with(' ') || line.starts_with('\t');
    if (continues && !last.empty()) {
        part.headers[last] += " " + std::string(trimmed(line));
        return success();
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0)
        return wrongPart(index, "has a header line without a name");
    if (part.headers.size() == kMostPartHeaders)
        return wrongPart(index,
                         "must have at most " + std::to_string(kMostPartHeaders) + " headers, not more");
    last = lowerCase(trimmed(line.substr(0, colon)));
    if (!part.headers.emplace(last, trimmed(line.substr(colon + 1))).second)
        return wrongPart(index, "has a header twice");
    return success();
}

Result<Part> readPart(std::string_view text, std::size_t index)
{
    Part part;
    std::string last;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (trimmed(line).empty())
            break;
        KAPOK_TRY(addHeader(line, index, last, part));
    }
    part.body = text;
    return part;
}

const EVP_MD *digestOf(std::size_t hexDigits)
{
    switch (hexDigits) {
    case 56:
        return EVP_sha224();
    case 64:
        return EVP_sha256();
    case 96:
        return EVP_sha384();
    case 128:
        return EVP_sha512();
    default:
        return nullptr;
    }
}

Result<AttachmentBytes> readAttachment(const Part &part, std::size_t index)
{
    const std::string encoding = part.header("content-transfer-encoding");
    if (lowerCase(encoding) != "binary")
        return wrongHeader(index, "Content-Transfer-Encoding", "must be binary", encoding);
    AttachmentBytes attachment{lowerCase(part.header("x-experience-api-hash")), part.body};
    if (attachment.sha2.empty() || !isDigestOf(attachment.sha2, attachment.bytes))
        return wrongHeader(
            index, "X-Experience-API-Hash",
            "must be the SHA-2 digest of the part's bytes (only the first part holds statements)",
            attachment.sha2);
    return attachment;
}

} // namespace

std::string Part::header(const std::string &name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

Result<std::vector<Part>> parseMultipart(std::string_view body, std::string_view boundary)
{
    const std::string dashed = "--" + std::string(boundary);
    auto delimiter = nextDelimiter(body, dashed, 0);
    if (!delimiter)
        return wrong("must be multipart with the boundary that Content-Type names, which is not in it");
    std::vector<Part> parts;
    while (!delimiter->isLast) {
        if (parts.size() == kMostParts)
            return wrong("must have at most " + std::to_string(kMostParts) + " parts, not more");
        const auto next = nextDelimiter(body, dashed, delimiter->end);
        if (!next)
            return wrong("must end with the boundary and \"--\", which is missing behind " +
                         placeOf(parts.size()));
        const auto text = withoutLastBreak(body.substr(delimiter->end, next->begin - delimiter->end));
        KAPOK_TRY_ASSIGN(auto part, readPart(text, parts.size()));
        parts.push_back(std::move(part));
        delimiter = next;
    }
    if (parts.empty())
        return wrong("must have a part with the statements, not none");
    return parts;
}

bool isDigestOf(std::string_view sha2, std::string_view bytes)
{
    const EVP_MD *digest = digestOf(sha2.size());
    unsigned char raw[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (!digest || EVP_Digest(bytes.data(), bytes.size(), raw, &size, digest, nullptr) != 1)
        return false;
    return toHex({reinterpret_cast<const char *>(raw), size}) == sha2;
}

Result<StatementParts> parseStatementParts(std::string_view body, std::string_view contentType)
{
    const auto type = parseMediaType(contentType);
    const auto boundary = type ? type->parameters.find("boundary") : decltype(type->parameters.end()){};
    if (!type || boundary == type->parameters.end() || boundary->second.empty())
        return Error{ErrorCode::InvalidInput,
                     "header Content-Type: must name the boundary of multipart/mixed"};
    KAPOK_TRY_ASSIGN(const auto parts, parseMultipart(body, boundary->second));
    if (const auto first = parts.front().header("content-type"); !isJson(first))
        return wrongHeader(0, "Content-Type", "must be application/json, for the statements", first);
    StatementParts all{parts.front().body, {}};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        KAPOK_TRY_ASSIGN(auto attachment, readAttachment(parts[i], i));
        all.attachments.push_back(std::move(attachment));
    }
    return all;
}

} // namespace kapok::xapi
