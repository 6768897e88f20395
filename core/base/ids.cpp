// SPDX-License-Identifier: Apache-2.0
#include "core/base/ids.h"

#include "core/base/hash.h"

#include <array>
#include <cctype>
#include <cstdint>
#include <mutex>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <vector>

namespace kapok {
namespace {

using Bytes16 = std::array<std::uint8_t, 16>;

std::string format(const Bytes16 &bytes)
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string out;
    out.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            out += '-';
        out += kHex[bytes[i] >> 4];
        out += kHex[bytes[i] & 0x0f];
    }
    return out;
}

std::uint8_t hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<std::uint8_t>(c - '0');
    return static_cast<std::uint8_t>(std::tolower(static_cast<unsigned char>(c)) - 'a' + 10);
}

Bytes16 parse(std::string_view uuid)
{
    Bytes16 bytes{};
    std::size_t nibble = 0;
    for (const char c : uuid) {
        if (c == '-')
            continue;
        const auto value = hexValue(c);
        auto &byte = bytes[nibble / 2];
        byte = static_cast<std::uint8_t>(nibble % 2 == 0 ? value << 4 : byte | value);
        ++nibble;
    }
    return bytes;
}

void setVersion(Bytes16 &bytes, std::uint8_t version)
{
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | (version << 4));
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
}

} // namespace

std::string uuidV7(long long unixMilliseconds)
{
    // The 12 bits after the time count ids of one millisecond, so ids of this process only grow.
    static std::mutex mutex;
    static std::uint64_t lastTime = 0;
    static std::uint16_t counter = 0;

    Bytes16 bytes{};
    RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
    std::uint64_t time = 0;
    std::uint16_t count = 0;
    {
        const std::scoped_lock lock(mutex);
        time = static_cast<std::uint64_t>(unixMilliseconds);
        if (time > lastTime) {
            counter = static_cast<std::uint16_t>(((bytes[6] << 8) | bytes[7]) & 0x07ff);
        } else {
            time = lastTime;
            if (++counter > 0x0fff) {
                counter = 0;
                ++time;
            }
        }
        lastTime = time;
        count = counter;
    }
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(time >> (8 * (5 - i)));
    bytes[6] = static_cast<std::uint8_t>(count >> 8);
    bytes[7] = static_cast<std::uint8_t>(count & 0xff);
    setVersion(bytes, 7);
    return format(bytes);
}

SessionId newSessionId()
{
    std::array<std::uint8_t, 8> bytes{};
    RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
    return {toHex({reinterpret_cast<const char *>(bytes.data()), bytes.size()})};
}

std::string uuidV5(std::string_view namespaceUuid, std::string_view name)
{
    const Bytes16 space = parse(namespaceUuid);
    std::vector<std::uint8_t> input(space.begin(), space.end());
    input.insert(input.end(), name.begin(), name.end());
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_Digest(input.data(), input.size(), digest.data(), &length, EVP_sha1(), nullptr);
    Bytes16 bytes{};
    std::copy_n(digest.begin(), bytes.size(), bytes.begin());
    setVersion(bytes, 5);
    return format(bytes);
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !std::isxdigit(static_cast<unsigned char>(text[i])))
            return false;
    }
    return true;
}

} // namespace kapok
