// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/signature.h"

#include "core/base/hash.h"
#include "core/xapi/checks.h"
#include "core/xapi/equality.h"
#include "core/xapi/exact_json.h"
#include "core/xapi/reader.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace kapok::xapi {
namespace {

using nlohmann::json;

Error wrong(const char *sentence)
{
    return {ErrorCode::InvalidInput, std::string("signature: ") + sentence};
}

/// base64url without padding (RFC 7515, 2).
Result<std::string> fromBase64Url(std::string_view text)
{
    std::string plain(text);
    const bool fits = std::ranges::all_of(plain, [](char c) { return c != '+' && c != '/' && c != '='; });
    std::ranges::replace(plain, '-', '+');
    std::ranges::replace(plain, '_', '/');
    while (plain.size() % 4 != 0)
        plain += '=';
    auto bytes = fits ? fromBase64(plain) : Result<std::string>(wrong(""));
    if (!bytes.ok())
        return wrong("is not base64url");
    return bytes;
}

Result<std::vector<std::string>> certificatesOf(const json &header)
{
    constexpr std::size_t kLongestChain = 8;
    std::vector<std::string> certificates;
    const auto chain = header.find("x5c");
    if (chain == header.end())
        return certificates;
    if (!chain->is_array() || chain->empty() || chain->size() > kLongestChain)
        return wrong("its x5c must be an array of 1 to 8 certificates");
    for (const json &one : *chain) {
        auto der = one.is_string() ? fromBase64(one.get_ref<const std::string &>())
                                   : Result<std::string>(wrong("its x5c must be base64"));
        if (!der.ok() || der->empty())
            return wrong("its x5c must be base64");
        certificates.push_back(*std::move(der));
    }
    return certificates;
}

const EVP_MD *digestOf(const std::string &algorithm)
{
    return algorithm == "RS256"   ? EVP_sha256()
           : algorithm == "RS384" ? EVP_sha384()
           : algorithm == "RS512" ? EVP_sha512()
                                  : nullptr;
}

template <class T, void (*free)(T *)> struct Free {
    void operator()(T *object) const { free(object); }
};
using Certificate = std::unique_ptr<X509, Free<X509, X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY, EVP_PKEY_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX, EVP_MD_CTX_free>>;

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

Result<std::vector<Certificate>> readChain(const std::vector<std::string> &texts)
{
    std::vector<Certificate> chain;
    for (const std::string &text : texts) {
        const unsigned char *der = bytesOf(text);
        Certificate certificate(d2i_X509(nullptr, &der, static_cast<long>(text.size())));
        if (!certificate || der != bytesOf(text) + text.size())
            return wrong("its x5c must be X.509 certificates");
        chain.push_back(std::move(certificate));
    }
    return chain;
}

bool isIssuedBy(X509 *certificate, X509 *issuer)
{
    const Key key(X509_get_pubkey(issuer));
    return key && X509_check_issued(issuer, certificate) == X509_V_OK &&
           X509_verify(certificate, key.get()) == 1;
}

/// \p statement as it was before the signature at \p index was attached, or before every signature was.
json unsignedStatement(json statement, std::size_t index, bool withoutAll)
{
    statement.erase("objectType"); // of a SubStatement
    auto &attachments = statement["attachments"];
    for (std::size_t i = attachments.size(); i-- > 0;) {
        const bool isSignature =
            check::textMember(attachments[i], "usageType") == xapi::attachment::kSignature;
        if (i == index || (withoutAll && isSignature))
            attachments.erase(i);
    }
    if (attachments.empty())
        statement.erase("attachments");
    return statement;
}

bool sameId(const json &a, const json &b)
{
    const auto lower = [](std::string_view text) {
        std::string id(text);
        std::ranges::transform(id, id.begin(), [](char c) {
            return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        return id;
    };
    const auto left = check::textMember(a, "id");
    const auto right = check::textMember(b, "id");
    return left.empty() || right.empty() || lower(left) == lower(right);
}

} // namespace

Result<Jws> readJws(std::string_view text)
{
    const auto first = text.find('.');
    const auto second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos || text.find('.', second + 1) != std::string_view::npos)
        return wrong("must be a JWS: three parts with a dot between them");
    Jws jws;
    jws.signedText = text.substr(0, second);
    KAPOK_TRY_ASSIGN(const auto headerText, fromBase64Url(text.substr(0, first)));
    KAPOK_TRY_ASSIGN(jws.payload, fromBase64Url(text.substr(first + 1, second - first - 1)));
    KAPOK_TRY_ASSIGN(jws.signature, fromBase64Url(text.substr(second + 1)));
    const auto header = parseJson(headerText);
    if (!header.ok() || !header->is_object())
        return wrong("its header must be a JSON object");
    jws.algorithm = check::textMember(*header, "alg");
    if (!digestOf(jws.algorithm))
        return wrong("its algorithm must be RS256, RS384 or RS512");
    KAPOK_TRY_ASSIGN(jws.certificates, certificatesOf(*header));
    if (jws.signature.empty())
        return wrong("is empty");
    return jws;
}

Status checkSignature(const Jws &jws)
{
    if (jws.certificates.empty())
        return success();
    KAPOK_TRY_ASSIGN(const auto chain, readChain(jws.certificates));
    for (std::size_t i = 1; i < chain.size(); ++i)
        if (!isIssuedBy(chain[i - 1].get(), chain[i].get()))
            return wrong("a certificate of its x5c was not issued with the key of the next one");
    const Key key(X509_get_pubkey(chain.front().get()));
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
        return wrong("its first certificate must have an RSA key");
    const DigestContext context(EVP_MD_CTX_new());
    const bool holds =
        context &&
        EVP_DigestVerifyInit(context.get(), nullptr, digestOf(jws.algorithm), nullptr, key.get()) == 1 &&
        EVP_DigestVerify(context.get(), bytesOf(jws.signature), jws.signature.size(), bytesOf(jws.signedText),
                         jws.signedText.size()) == 1;
    return holds ? success() : Status(wrong("was not made with the key of its certificate"));
}

Status checkSignedStatement(std::string_view text, const json &statement, std::size_t index, Version version)
{
    KAPOK_TRY_ASSIGN(const Jws jws, readJws(text));
    KAPOK_TRY(checkSignature(jws));
    auto payload = parseExact(jws.payload);
    if (!payload.ok())
        return Error{ErrorCode::InvalidInput, "signature: its payload: " + payload.error().detail};
    if (!payload->is_object())
        return wrong("its payload must be the JSON of the statement");
    if (check::textMember(*payload, "objectType") == "SubStatement")
        payload->erase("objectType"); // which a statement gets when it becomes one
    const bool same = sameId(*payload, statement) &&
                      (matchesJson(*payload, unsignedStatement(statement, index, false), version) ||
                       matchesJson(*payload, unsignedStatement(statement, index, true), version));
    return same ? success() : Status(wrong("its payload must say the same as the statement"));
}

} // namespace kapok::xapi
