// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace kapok {

/// Lower-case hex SHA-256 of \p bytes.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// SHA-256 over data that comes in pieces.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(std::string_view bytes);
    /// The lower-case hex digest of all that was added. Call once.
    [[nodiscard]] std::string finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// Lower-case hex SHA-256 of the file's content; NotFound or StorageBroken when it cannot be read.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path &path);

/// Whether \p text is 64 lower-case hex digits.
[[nodiscard]] bool isSha256(std::string_view text);

[[nodiscard]] std::string toHex(std::string_view bytes);
[[nodiscard]] Result<std::string> fromHex(std::string_view hex);
[[nodiscard]] std::string toBase64(std::string_view bytes);
[[nodiscard]] Result<std::string> fromBase64(std::string_view text);

} // namespace kapok
