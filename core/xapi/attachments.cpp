// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/attachments.h"

#include "core/xapi/checks.h"
#include "core/xapi/signature.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

namespace kapok::xapi {
namespace {

using check::Path;
using nlohmann::json;

/// What came beside the statements, by digest.
struct Brought {
    std::string_view bytes;
    bool isUsed = false;
};
using BroughtByDigest = std::map<std::string, Brought>;

const json *listOf(const json &statement)
{
    if (!statement.is_object())
        return nullptr;
    const auto list = statement.find("attachments");
    return list != statement.end() && list->is_array() ? &*list : nullptr;
}

Error inSignature(const Path &path, const Error &error)
{
    return {error.code, path.text() + ": " + error.detail};
}

/// \p holder: the statement or SubStatement whose attachment \p index it is.
Status checkOne(const json &attachment, const Path &path, BroughtByDigest &brought, const json &holder,
                std::size_t index, Version version)
{
    const std::string sha2 = sha2Of(attachment);
    if (sha2.empty())
        return success(); // validate() says why
    const auto found = brought.find(sha2);
    const bool isSignature = check::textMember(attachment, "usageType") == attachment::kSignature;
    if (found == brought.end()) {
        if (isSignature)
            return check::wrong(path, "is a signature: its bytes must come with it, as multipart/mixed");
        if (!attachment.contains("fileUrl"))
            return check::wrong(path,
                                "must have a fileUrl, or its bytes must come with it as multipart/mixed");
        return success();
    }
    found->second.isUsed = true;
    if (!isSignature)
        return success();
    const auto signature = checkSignedStatement(found->second.bytes, holder, index, version);
    return signature.ok() ? success() : Status(inSignature(path, signature.error()));
}

Status checkList(const json &holder, const Path &path, BroughtByDigest &brought, Version version)
{
    const json *list = listOf(holder);
    const Path listPath = path.at("attachments");
    for (std::size_t i = 0; list && i < list->size(); ++i)
        KAPOK_TRY(checkOne((*list)[i], listPath.at(i), brought, holder, i, version));
    return success();
}

Status checkStatement(const json &statement, const Path &path, BroughtByDigest &brought, Version version)
{
    KAPOK_TRY(checkList(statement, path, brought, version));
    if (statement.is_object() && statement.contains("object"))
        return checkList(statement["object"], path.at("object"), brought, version);
    return success();
}

} // namespace

std::vector<const json *> attachmentsOf(const json &statement)
{
    std::vector<const json *> all;
    const auto add = [&all](const json &holder) {
        if (const json *list = listOf(holder))
            for (const auto &attachment : *list)
                if (attachment.is_object())
                    all.push_back(&attachment);
    };
    add(statement);
    if (statement.is_object() && statement.contains("object"))
        add(statement["object"]);
    return all;
}

std::string sha2Of(const json &attachment)
{
    std::string sha2(check::textMember(attachment, "sha2"));
    std::ranges::transform(sha2, sha2.begin(), [](char c) {
        return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return sha2;
}

bool mayHaveAttachments(std::string_view text)
{
    // Lower-case letters can hide behind \u0061 to \u007a.
    constexpr auto kNone = std::string_view::npos;
    if (text.find("\\u006") != kNone || text.find("\\u007") != kNone)
        return true;
    // find() would stop at every quote.
    constexpr std::string_view kKey = "\"attachments\"";
    static const std::boyer_moore_horspool_searcher searcher(kKey.begin(), kKey.end());
    return std::search(text.begin(), text.end(), searcher) != text.end();
}

Status checkAttachments(const json &body, std::span<const AttachmentBytes> brought, Version version)
{
    BroughtByDigest byDigest;
    for (const auto &one : brought)
        byDigest.emplace(one.sha2, Brought{one.bytes});
    const Path root{nullptr, "$"};
    if (!body.is_array())
        KAPOK_TRY(checkStatement(body, root, byDigest, version));
    for (std::size_t i = 0; body.is_array() && i < body.size(); ++i)
        KAPOK_TRY(checkStatement(body[i], root.at(i), byDigest, version));
    for (std::size_t i = 0; i < brought.size(); ++i)
        if (!byDigest.at(brought[i].sha2).isUsed)
            return Error{ErrorCode::InvalidInput, "part " + std::to_string(i + 2) + // behind the statements
                                                      " header X-Experience-API-Hash: must be the sha2 of an "
                                                      "attachment, and is of none"};
    return success();
}

} // namespace kapok::xapi
