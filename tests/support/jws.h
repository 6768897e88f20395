// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace kapok::test {

/// Makes compact JWS texts with an RSA key of its own and a certificate it signed itself.
class Signer {
public:
    Signer();
    /// With a certificate that \p issuer signed.
    explicit Signer(const Signer *issuer);
    ~Signer();
    Signer(const Signer &) = delete;
    Signer &operator=(const Signer &) = delete;

    /// \p algorithm goes into the header as it is; the signature is RS256's for unknown ones.
    [[nodiscard]] std::string sign(const std::string &algorithm, const std::string &payload,
                                   bool withCertificate) const;
    /// The same with a header of the caller's (JSON), signed as RS256.
    [[nodiscard]] std::string signHeader(const std::string &header, const std::string &payload) const;

    /// Base64 of DER: its certificate, the issuer's, and so on.
    [[nodiscard]] const std::vector<std::string> &certificates() const;

private:
    struct Keys;
    [[nodiscard]] std::string signedText(const std::string &header, const std::string &payload,
                                         const std::string &algorithm) const;
    std::unique_ptr<Keys> m_keys;
};

} // namespace kapok::test
