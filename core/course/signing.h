// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

/// Ed25519 signatures of packages, by libsodium. Key files and manifest.sig are described in
/// docs/package-format.md. Thread-safety: every function from any thread.
namespace kapok::course {

/// Whom a device believes. Safe to publish.
struct PublicKey {
    std::array<unsigned char, 32> bytes{};
    std::string name; ///< who holds it, for people; not part of the signature

    /// First 16 hex digits of the SHA-256 of the key: how manifest.sig and people name it.
    [[nodiscard]] std::string id() const;
};

/// What signs. Wiped from memory on destruction; never printed or logged.
class SecretKey {
public:
    /// A new random key. \p name says who holds it ("Ha Giang training centre"); one line, at most 100 bytes.
    [[nodiscard]] static Result<SecretKey> generate(const std::string &name);
    /// Reads a secret key file. NotFound, InvalidInput (no key file, or one that other users can read).
    [[nodiscard]] static Result<SecretKey> load(const std::filesystem::path &file);

    SecretKey(SecretKey &&other) noexcept;
    SecretKey &operator=(SecretKey &&other) noexcept;
    SecretKey(const SecretKey &) = delete;
    SecretKey &operator=(const SecretKey &) = delete;
    ~SecretKey();

    /// Writes the key, readable by this user only (mode 0600). Conflict when \p file exists.
    [[nodiscard]] Status save(const std::filesystem::path &file) const;
    [[nodiscard]] const PublicKey &publicKey() const { return m_public; }
    /// manifest.sig for \p manifestBytes.
    [[nodiscard]] std::string sign(std::string_view manifestBytes) const;

private:
    SecretKey() = default;

    std::array<unsigned char, 64> m_secret{};
    PublicKey m_public;
};

/// Text of a public key file, and back. Reading gives InvalidInput for anything else.
[[nodiscard]] std::string toText(const PublicKey &key);
[[nodiscard]] Result<PublicKey> parsePublicKey(std::string_view text);

/// The keys whose packages are accepted, by id.
class TrustedKeys {
public:
    void add(const PublicKey &key);
    /// Adds the public key in \p file, or every *.pub in it when it is a folder.
    [[nodiscard]] Status load(const std::filesystem::path &fileOrFolder);
    [[nodiscard]] const PublicKey *find(const std::string &id) const;
    [[nodiscard]] bool empty() const { return m_keys.empty(); }

private:
    std::map<std::string, PublicKey> m_keys;
};

/// Succeeds when \p signatureBytes (manifest.sig) is the signature of exactly \p manifestBytes by a key of
/// \p keys. NotTrusted for an unknown key or a signature that does not fit; InvalidInput for no manifest.sig.
[[nodiscard]] Status verifyManifest(std::string_view manifestBytes, std::string_view signatureBytes,
                                    const TrustedKeys &keys);

/// The id of the key that \p signatureBytes names; nothing is verified.
[[nodiscard]] Result<std::string> signingKeyId(std::string_view signatureBytes);

} // namespace kapok::course
