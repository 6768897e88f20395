// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

namespace kapok::test {

/// Makes compact JWS texts with an RSA key of its own and a certificate it signed itself.
class Signer {
public:
    Signer();
    ~Signer();
    Signer(const Signer &) = delete;
    Signer &operator=(const Signer &) = delete;

    /// \p algorithm goes into the header as it is; the signature is RS256's for unknown ones.
    [[nodiscard]] std::string sign(const std::string &algorithm, const std::string &payload,
                                   bool withCertificate) const;
    /// The same with a header of the caller's (JSON), signed as RS256.
    [[nodiscard]] std::string signHeader(const std::string &header, const std::string &payload) const;

private:
    struct Keys;
    [[nodiscard]] std::string signedText(const std::string &header, const std::string &payload,
                                         const std::string &algorithm) const;
    std::unique_ptr<Keys> m_keys;
};

} // namespace kapok::test
