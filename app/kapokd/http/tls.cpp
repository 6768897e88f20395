// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/tls.h"

#include "core/base/files.h"
#include "core/base/log.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace kapok::kapokd {
namespace {

constexpr std::size_t kLargestFile = 1u << 20;

struct Free {
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(STACK_OF(X509) * chain) const { sk_X509_pop_free(chain, X509_free); }
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
using Certificate = std::unique_ptr<X509, Free>;
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Chain = std::unique_ptr<STACK_OF(X509), Free>;
using Bio = std::unique_ptr<BIO, Free>;

/// Reads \p file into \p text, which the BIO looks into.
Result<Bio> openPem(const std::filesystem::path &file, std::string &text)
{
    auto content = readFile(file, kLargestFile);
    if (!content.ok())
        return Error{content.error().code,
                     content.error().detail + "; give a PEM file that this user can read."};
    text = *std::move(content);
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

/// Encrypted keys are not for servers that start by themselves: no password is asked for.
int noPassword(char *, int, int, void *)
{
    return -1;
}

Chain readChain(BIO *bio)
{
    Chain chain(sk_X509_new_null());
    while (Certificate next{PEM_read_bio_X509(bio, nullptr, noPassword, nullptr)}) {
        if (sk_X509_push(chain.get(), next.get()) > 0)
            static_cast<void>(next.release());
    }
    ERR_clear_error(); // of the file's end
    return chain;
}

} // namespace

struct TlsIdentity::Pair {
    Certificate certificate;
    Key key;
    Chain chain;
};

struct TlsIdentity::Callback {
    /// Called by OpenSSL in every handshake.
    static int choose(SSL *connection, void *identity)
    {
        const auto pair = static_cast<const TlsIdentity *>(identity)->current();
        return SSL_use_cert_and_key(connection, pair->certificate.get(), pair->key.get(), pair->chain.get(),
                                    1);
    }
};

TlsIdentity::TlsIdentity(std::filesystem::path certificate, std::filesystem::path key)
    : m_certificate(std::move(certificate)), m_key(std::move(key))
{}

TlsIdentity::~TlsIdentity() = default;

Result<std::shared_ptr<TlsIdentity>> TlsIdentity::load(const std::filesystem::path &certificate,
                                                       const std::filesystem::path &key)
{
    std::shared_ptr<TlsIdentity> identity(new TlsIdentity(certificate, key));
    KAPOK_TRY(identity->reload());
    return identity;
}

Status TlsIdentity::reload()
{
    KAPOK_TRY_ASSIGN(auto pair, read(m_certificate, m_key));
    const std::lock_guard lock(m_mutex);
    m_current = std::move(pair);
    return success();
}

Result<std::shared_ptr<const TlsIdentity::Pair>> TlsIdentity::read(const std::filesystem::path &certificate,
                                                                   const std::filesystem::path &key)
{
    auto pair = std::make_shared<Pair>();
    std::string text;
    KAPOK_TRY_ASSIGN(const Bio certificates, openPem(certificate, text));
    pair->certificate.reset(PEM_read_bio_X509(certificates.get(), nullptr, noPassword, nullptr));
    ERR_clear_error();
    if (!pair->certificate)
        return Error{ErrorCode::InvalidInput, certificate.string() + " is no certificate in PEM form."};
    pair->chain = readChain(certificates.get());
    std::string secret;
    KAPOK_TRY_ASSIGN(const Bio keys, openPem(key, secret));
    pair->key.reset(PEM_read_bio_PrivateKey(keys.get(), nullptr, noPassword, nullptr));
    OPENSSL_cleanse(secret.data(), secret.size());
    const bool fits = pair->key && X509_check_private_key(pair->certificate.get(), pair->key.get()) == 1;
    ERR_clear_error();
    if (!pair->key)
        return Error{ErrorCode::InvalidInput,
                     key.string() + " is no private key in PEM form without a password."};
    if (!fits)
        return Error{ErrorCode::InvalidInput,
                     key.string() + " is not the key of the certificate " + certificate.string() + "."};
    if (X509_cmp_current_time(X509_get0_notAfter(pair->certificate.get())) < 0)
        log::warn("the certificate has expired: devices will refuse this server until it is renewed");
    return std::shared_ptr<const Pair>(std::move(pair));
}

std::shared_ptr<const TlsIdentity::Pair> TlsIdentity::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

ssl_ctx_st *TlsIdentity::newContext() const
{
    std::unique_ptr<SSL_CTX, Free> context(SSL_CTX_new(TLS_server_method()));
    if (!context)
        return nullptr;
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    // Of TLS 1.2 what has forward secrecy and authenticated encryption; TLS 1.3 has nothing else.
    SSL_CTX_set_cipher_list(context.get(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    // Cheap tablets have no AES in hardware: whoever asks for ChaCha20 first gets it.
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                           SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS); // thousands of idle connections
    SSL_CTX_set_cert_cb(context.get(), Callback::choose, const_cast<TlsIdentity *>(this));
    return context.release();
}

} // namespace kapok::kapokd
