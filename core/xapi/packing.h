// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

/// How statements are packed on their way between the app and a Kapok server: zstd with a dictionary of
/// typical statements, the content coding `dcz` of RFC 9842 (docs/protocol.md, decision 175).
namespace kapok::xapi {

/// The home page in dictionary/statements.txt, which scripts/make-dictionary writes.
inline constexpr std::string_view kHomePageOfAny = "https://home-page.example";

/// The dictionary of one node: dictionary/statements.txt, as it is compiled in, with the node's home page, as
/// a JSON string, instead of "https://home-page.example". A raw one (RFC 8878 section 5).
///
/// Thread-safety: everything from any thread.
class StatementDictionary {
public:
    /// Of the node whose accounts have \p homePage. The last one asked for is kept: preparing it takes some
    /// milliseconds.
    [[nodiscard]] static std::shared_ptr<const StatementDictionary> of(std::string_view homePage);

    explicit StatementDictionary(std::string_view homePage);
    ~StatementDictionary();
    StatementDictionary(const StatementDictionary &) = delete;
    StatementDictionary &operator=(const StatementDictionary &) = delete;

    [[nodiscard]] std::string_view text() const { return m_text; }
    /// Its SHA-256 as a structured field: ":<base64>:" (RFC 9842 section 2.2, RFC 9651 section 3.3.5).
    [[nodiscard]] const std::string &field() const { return m_field; }

    /// \p bytes as `dcz` with this dictionary, or "" when that is not possible. The same bytes give the same
    /// result.
    [[nodiscard]] std::string pack(std::string_view bytes) const;

    /// Unpacks `dcz`, never making more than \p mostBytes and never with a window of more than 8 MiB.
    /// StorageFull when it would be more; NotFound when it is packed with another dictionary; InvalidInput
    /// when it is no `dcz`, cut off, or something else than more frames comes behind it.
    [[nodiscard]] Result<std::string> unpack(std::string_view packed, std::size_t mostBytes) const;

private:
    struct Prepared;

    std::string m_text;
    std::string m_digest;
    std::string m_field;
    std::unique_ptr<Prepared> m_prepared; ///< for zstd
};

/// Unpacks zstd (RFC 8878: one frame after the other) likewise.
[[nodiscard]] Result<std::string> unzstd(std::string_view packed, std::size_t mostBytes);

} // namespace kapok::xapi
