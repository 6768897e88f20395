// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <mutex>

struct ssl_ctx_st;

namespace kapok::kapokd {

/// The certificate that a server shows, with its key: two PEM files that may be replaced while it runs.
/// Thread-safety: everything from any thread.
class TlsIdentity {
public:
    /// Reads \p certificate (the server's own first, then those between it and its authority) and \p key
    /// (not encrypted). NotFound, InvalidInput ("… is no PEM certificate"; the key does not belong to it).
    [[nodiscard]] static Result<std::shared_ptr<TlsIdentity>> load(const std::filesystem::path &certificate,
                                                                   const std::filesystem::path &key);
    ~TlsIdentity();
    TlsIdentity(const TlsIdentity &) = delete;
    TlsIdentity &operator=(const TlsIdentity &) = delete;

    /// Reads both files again: connections that begin from now on see the new certificate. When that fails,
    /// the one there was stays. The errors of load().
    Status reload();

    /// A new SSL_CTX of a server: TLS 1.2 and 1.3, forward secret ciphers. The caller owns it (an
    /// asio::ssl::context takes it over); this must outlive it. Null when OpenSSL has no memory left.
    [[nodiscard]] ssl_ctx_st *newContext() const;

private:
    struct Pair; ///< certificate, key and chain, never changed once read
    struct Callback;

    TlsIdentity(std::filesystem::path certificate, std::filesystem::path key);
    static Result<std::shared_ptr<const Pair>> read(const std::filesystem::path &certificate,
                                                    const std::filesystem::path &key);
    [[nodiscard]] std::shared_ptr<const Pair> current() const;

    std::filesystem::path m_certificate;
    std::filesystem::path m_key;
    mutable std::mutex m_mutex;
    std::shared_ptr<const Pair> m_current;
};

} // namespace kapok::kapokd
