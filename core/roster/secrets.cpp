// SPDX-License-Identifier: Apache-2.0
#include "core/roster/secrets.h"

#include <array>
#include <sodium.h>

namespace kapok::roster {
namespace {

constexpr std::size_t kDigestBytes = 32;
constexpr std::size_t kKeyBytes = 16;
constexpr std::size_t kSecretBytes = 32;

/// libsodium set up; it does this once.
void prepareSodium()
{
    static const int ready = sodium_init();
    static_cast<void>(ready);
}

std::string randomBytes(std::size_t count)
{
    prepareSodium();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string base64Url(const std::string &bytes)
{
    constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char *>(bytes.data()),
                      bytes.size(), kVariant);
    text.resize(text.find('\0'));
    return text;
}

/// A hash that fits no password, to spend as much time on unknown accounts.
const std::string &decoyHash()
{
    static const std::string hash = [] {
        const auto made = hashPassword(randomBytes(kSecretBytes));
        return made.ok() ? *made : std::string();
    }();
    return hash;
}

} // namespace

std::string newDigestKey()
{
    return randomBytes(kDigestBytes);
}

std::string newKey()
{
    // With a hyphen in front it would be an option to the command that revokes it.
    std::string key = base64Url(randomBytes(kKeyBytes));
    while (key.starts_with('-'))
        key = base64Url(randomBytes(kKeyBytes));
    return key;
}

std::string newSecret()
{
    return base64Url(randomBytes(kSecretBytes));
}

std::string digestOf(std::string_view secret, std::string_view digestKey)
{
    prepareSodium();
    std::string digest(kDigestBytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), digest.size(),
                       reinterpret_cast<const unsigned char *>(secret.data()), secret.size(),
                       reinterpret_cast<const unsigned char *>(digestKey.data()), digestKey.size());
    return digest;
}

bool sameDigest(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && !a.empty() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

Result<std::string> hashPassword(std::string_view password)
{
    prepareSodium();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(),
                              crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::Internal, "There is not enough memory to hash a password."};
    return std::string(hash.data());
}

bool passwordFits(std::string_view password, const std::string &hash)
{
    prepareSodium();
    const std::string &against = hash.empty() ? decoyHash() : hash;
    const bool fits = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    return fits && !hash.empty();
}

} // namespace kapok::roster
