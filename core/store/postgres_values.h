// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/store/query.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What goes to PostgreSQL and comes back, as libpq wants it. Pure. Private to this folder.
namespace kapok::store {

/// \p sql with `$1` for the first `?` or for `?1`, and so on; a `?` between quotes stays.
[[nodiscard]] std::string withDollars(std::string_view sql);

/// Values as the parameters of PQsendQueryPrepared(): numbers and text as text, Blobs as bytes.
class Parameters {
public:
    /// Copies \p values.
    explicit Parameters(std::span<const Value> values);
    /// Text cannot have a NUL byte: InvalidInput.
    [[nodiscard]] Status check() const;

    [[nodiscard]] int count() const { return static_cast<int>(m_texts.size()); }
    [[nodiscard]] std::vector<const char *> pointers() const;
    [[nodiscard]] const int *lengths() const { return m_lengths.data(); }
    [[nodiscard]] const int *formats() const { return m_formats.data(); }

private:
    void add(std::string text, bool isBinary);

    std::vector<std::string> m_texts;
    std::vector<bool> m_isNull;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
};

/// The bytes of a bytea in its text form, "\x0a1b".
[[nodiscard]] std::string bytesFromHex(std::string_view text);

/// The Error for \p sqlState, "" when the connection broke. \p message is the server's primary message, which
/// names tables and columns, never values.
[[nodiscard]] Error postgresError(std::string_view sqlState, const std::string &message);

} // namespace kapok::store
