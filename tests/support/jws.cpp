// SPDX-License-Identifier: Apache-2.0
#include "tests/support/jws.h"

#include "core/base/hash.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace kapok::test {
namespace {

std::string base64Url(const std::string &bytes)
{
    std::string text = toBase64(bytes);
    text.erase(std::find(text.begin(), text.end(), '='), text.end());
    std::ranges::replace(text, '+', '-');
    std::ranges::replace(text, '/', '_');
    return text;
}

std::string certificateFor(EVP_PKEY *key, EVP_PKEY *issuersKey)
{
    constexpr long kYear = 365L * 24 * 3600;
    X509 *certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), kYear);
    X509_set_pubkey(certificate, key);
    X509_sign(certificate, issuersKey, EVP_sha256());
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    std::string bytes(reinterpret_cast<char *>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    X509_free(certificate);
    return bytes;
}

} // namespace

struct Signer::Keys {
    explicit Keys(const Keys *issuer) : key(EVP_RSA_gen(2048))
    {
        certificates.push_back(toBase64(certificateFor(key, issuer ? issuer->key : key)));
        if (issuer)
            certificates.insert(certificates.end(), issuer->certificates.begin(), issuer->certificates.end());
    }
    ~Keys() { EVP_PKEY_free(key); }
    Keys(const Keys &) = delete;
    Keys &operator=(const Keys &) = delete;

    EVP_PKEY *key;
    std::vector<std::string> certificates; ///< base64 of DER
};

Signer::Signer() : Signer(nullptr) {}
Signer::Signer(const Signer *issuer) : m_keys(std::make_unique<Keys>(issuer ? issuer->m_keys.get() : nullptr))
{}
Signer::~Signer() = default;

std::string Signer::sign(const std::string &algorithm, const std::string &payload, bool withCertificate) const
{
    std::string header = R"({"alg":")" + algorithm + "\"";
    if (withCertificate)
        header += R"(,"x5c":)" + nlohmann::json(certificates()).dump();
    return signedText(header + "}", payload, algorithm);
}

const std::vector<std::string> &Signer::certificates() const
{
    return m_keys->certificates;
}

std::string Signer::signHeader(const std::string &header, const std::string &payload) const
{
    return signedText(header, payload, "RS256");
}

std::string Signer::signedText(const std::string &header, const std::string &payload,
                               const std::string &algorithm) const
{
    const std::string text = base64Url(header) + "." + base64Url(payload);
    const EVP_MD *digest = algorithm == "RS384"   ? EVP_sha384()
                           : algorithm == "RS512" ? EVP_sha512()
                                                  : EVP_sha256();
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    std::size_t size = 0;
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
    EVP_DigestSignInit(context, nullptr, digest, nullptr, m_keys->key);
    EVP_DigestSign(context, nullptr, &size, bytes, text.size());
    std::string signature(size, '\0');
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &size, bytes, text.size());
    EVP_MD_CTX_free(context);
    signature.resize(size);
    return text + "." + base64Url(signature);
}

} // namespace kapok::test
