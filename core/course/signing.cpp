// SPDX-License-Identifier: Apache-2.0
#include "core/course/signing.h"

#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/course/json_value.h"
#include "core/course/limits.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kapok::course {
namespace {

constexpr std::string_view kPublicHeader = "kapok-public-key 1";
constexpr std::string_view kSecretHeader = "kapok-secret-key 1";
constexpr std::string_view kAlgorithm = "Ed25519";
constexpr std::uintmax_t kMaxKeyFileBytes = 4096;
constexpr std::size_t kMaxNameBytes = 100;

static_assert(sizeof(PublicKey::bytes) == crypto_sign_ed25519_PUBLICKEYBYTES);

/// libsodium, started once. Its only failure is a system without randomness.
Status startSodium()
{
    static const bool started = sodium_init() >= 0;
    return started ? success() : Status(Error{ErrorCode::Internal, "libsodium cannot start on this system"});
}

std::string_view asText(const unsigned char *bytes, std::size_t size)
{
    return {reinterpret_cast<const char *>(bytes), size};
}

const unsigned char *asBytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

/// What both kinds of key file hold.
struct KeyFile {
    std::string name;
    std::string id;
    std::string key; ///< raw bytes

    ~KeyFile() { sodium_memzero(key.data(), key.size()); }
};

/// Value of the "label: value" line at the start of \p text, which it takes off.
std::optional<std::string> takeField(std::string_view &text, std::string_view label)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    if (!line.starts_with(label) || line.size() == text.size())
        return std::nullopt;
    text.remove_prefix(line.size() + 1);
    std::string_view value = line.substr(label.size());
    if (value.ends_with('\r'))
        value.remove_suffix(1);
    return std::string(value);
}

std::string keyFileText(std::string_view header, const PublicKey &publicKey, std::string_view key)
{
    return std::string(header) + "\nname: " + publicKey.name + "\nid: " + publicKey.id() +
           "\nkey: " + toBase64(key) + "\n";
}

/// Reads a key file with \p header and 32 bytes of key.
Result<KeyFile> parseKeyFile(std::string_view text, std::string_view header)
{
    const Error noKey{ErrorCode::InvalidInput, "this is no Kapok key file (\"" + std::string(header) + "\")"};
    const auto first = takeField(text, header);
    const auto name = takeField(text, "name: ");
    const auto id = takeField(text, "id: ");
    const auto encoded = takeField(text, "key: ");
    if (!first || !first->empty() || !name || !id || !encoded || name->size() > kMaxNameBytes)
        return noKey;
    auto key = fromBase64(*encoded);
    if (!key.ok() || key->size() != crypto_sign_ed25519_SEEDBYTES)
        return noKey;
    return KeyFile{*name, *id, *std::move(key)};
}

Status checkId(const PublicKey &key, const std::string &id)
{
    if (key.id() == id)
        return success();
    return Error{ErrorCode::Corrupt, "the key file is damaged: its id does not fit its key"};
}

/// Parsed manifest.sig.
struct Signature {
    std::string key;
    std::string bytes;
};

Result<Signature> parseSignature(std::string_view signatureBytes)
{
    try {
        const auto document = parseObject(signatureBytes, kMaxSignatureBytes, "manifest.sig");
        const JsonValue value(document, "manifest.sig");
        if (value.at("algorithm").text(100) != kAlgorithm)
            value.at("algorithm").refuse("is none this version of Kapok knows");
        auto bytes = fromBase64(value.at("signature").text(200));
        if (!bytes.ok() || bytes->size() != crypto_sign_ed25519_BYTES)
            value.at("signature").refuse("is no Ed25519 signature in base64");
        std::string key = value.at("key").text(16);
        if (key.size() != 16 || !fromHex(key).ok())
            value.at("key").refuse("is no key id (16 hex digits)");
        return Signature{std::move(key), *std::move(bytes)};
    } catch (const JsonRefused &refused) {
        return refused.error;
    } catch (const std::exception &failure) {
        return Error{ErrorCode::Internal, std::string("cannot read manifest.sig: ") + failure.what()};
    }
}

} // namespace

std::string PublicKey::id() const
{
    return sha256(asText(bytes.data(), bytes.size())).substr(0, 16);
}

Result<SecretKey> SecretKey::generate(const std::string &name)
{
    KAPOK_TRY(startSodium());
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (name.empty() || name.size() > kMaxNameBytes || !isUtf8(name) ||
        std::any_of(name.begin(), name.end(), isControl))
        return Error{ErrorCode::InvalidInput, "the key's name must be one line of at most 100 bytes"};
    SecretKey key;
    key.m_public.name = name;
    crypto_sign_ed25519_keypair(key.m_public.bytes.data(), key.m_secret.data());
    return key;
}

Result<SecretKey> SecretKey::load(const std::filesystem::path &file)
{
    KAPOK_TRY(startSodium());
    struct stat status = {};
    if (::stat(file.c_str(), &status) != 0)
        return Error{ErrorCode::NotFound, "there is no key file " + file.string()};
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error{ErrorCode::InvalidInput, "other users can read the secret key " + file.string() +
                                                  "; make it yours alone first: chmod 600 " + file.string()};
    KAPOK_TRY_ASSIGN(std::string text, readFile(file, kMaxKeyFileBytes));
    const auto parsed = parseKeyFile(text, kSecretHeader);
    sodium_memzero(text.data(), text.size());
    if (!parsed.ok())
        return Error{parsed.error().code, file.string() + ": " + parsed.error().detail};
    SecretKey key;
    key.m_public.name = parsed->name;
    crypto_sign_ed25519_seed_keypair(key.m_public.bytes.data(), key.m_secret.data(), asBytes(parsed->key));
    KAPOK_TRY(checkId(key.m_public, parsed->id));
    return key;
}

SecretKey::SecretKey(SecretKey &&other) noexcept
    : m_secret(other.m_secret), m_public(std::move(other.m_public))
{
    sodium_memzero(other.m_secret.data(), other.m_secret.size());
}

SecretKey &SecretKey::operator=(SecretKey &&other) noexcept
{
    std::swap(m_secret, other.m_secret);
    std::swap(m_public, other.m_public);
    return *this;
}

SecretKey::~SecretKey()
{
    sodium_memzero(m_secret.data(), m_secret.size());
}

Status SecretKey::save(const std::filesystem::path &file) const
{
    std::string text =
        keyFileText(kSecretHeader, m_public, asText(m_secret.data(), crypto_sign_ed25519_SEEDBYTES));
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        sodium_memzero(text.data(), text.size());
        if (errno == EEXIST)
            return Error{ErrorCode::Conflict, file.string() + " exists already; a key is never overwritten"};
        return storageError(errno, "cannot create " + file.string());
    }
    const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(descriptor) == 0;
    const int reason = errno;
    ::close(descriptor);
    sodium_memzero(text.data(), text.size());
    if (written)
        return success();
    ::unlink(file.c_str());
    return storageError(reason, "cannot write " + file.string());
}

std::string SecretKey::sign(std::string_view manifestBytes) const
{
    std::array<unsigned char, crypto_sign_ed25519_BYTES> signature{};
    crypto_sign_ed25519_detached(signature.data(), nullptr, asBytes(manifestBytes), manifestBytes.size(),
                                 m_secret.data());
    return canonical({{"algorithm", kAlgorithm},
                      {"key", m_public.id()},
                      {"signature", toBase64(asText(signature.data(), signature.size()))}});
}

std::string toText(const PublicKey &key)
{
    return keyFileText(kPublicHeader, key, asText(key.bytes.data(), key.bytes.size()));
}

Result<PublicKey> parsePublicKey(std::string_view text)
{
    KAPOK_TRY_ASSIGN(const KeyFile file, parseKeyFile(text, kPublicHeader));
    PublicKey key;
    key.name = file.name;
    std::copy(file.key.begin(), file.key.end(), key.bytes.begin());
    KAPOK_TRY(checkId(key, file.id));
    return key;
}

void TrustedKeys::add(const PublicKey &key)
{
    m_keys[key.id()] = key;
}

Status TrustedKeys::load(const std::filesystem::path &fileOrFolder)
{
    std::error_code code;
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(fileOrFolder, code)) {
        for (const auto &entry : std::filesystem::directory_iterator(fileOrFolder, code)) {
            if (entry.path().extension() == ".pub")
                files.push_back(entry.path());
        }
        if (code)
            return Error{ErrorCode::StorageBroken, "cannot read the folder " + fileOrFolder.string()};
    } else {
        files.push_back(fileOrFolder);
    }
    for (const auto &file : files) {
        KAPOK_TRY_ASSIGN(const std::string text, readFile(file, kMaxKeyFileBytes));
        const auto key = parsePublicKey(text);
        if (!key.ok())
            return Error{key.error().code, file.string() + ": " + key.error().detail};
        add(*key);
    }
    return success();
}

const PublicKey *TrustedKeys::find(const std::string &id) const
{
    const auto found = m_keys.find(id);
    return found == m_keys.end() ? nullptr : &found->second;
}

Status verifyManifest(std::string_view manifestBytes, std::string_view signatureBytes,
                      const TrustedKeys &keys)
{
    KAPOK_TRY(startSodium());
    KAPOK_TRY_ASSIGN(const Signature signature, parseSignature(signatureBytes));
    const PublicKey *key = keys.find(signature.key);
    if (!key)
        return Error{ErrorCode::NotTrusted, "the package is signed with key " + signature.key +
                                                ", which is not among the trusted keys"};
    if (crypto_sign_ed25519_verify_detached(asBytes(signature.bytes), asBytes(manifestBytes),
                                            manifestBytes.size(), key->bytes.data()) != 0)
        return Error{ErrorCode::NotTrusted,
                     "the signature does not fit the manifest: the package was changed after key " +
                         signature.key + " signed it, or signed with another key of that name"};
    return success();
}

Result<std::string> signingKeyId(std::string_view signatureBytes)
{
    KAPOK_TRY_ASSIGN(Signature signature, parseSignature(signatureBytes));
    return std::move(signature.key);
}

} // namespace kapok::course
