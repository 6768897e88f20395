// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/query.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kapok::store {

/// The values of one column for many rows, as one value: PostgreSQL takes its text where a statement says
/// `?::bigint[]`, `?::text[]` or `?::bytea[]`, so that one INSERT … SELECT … FROM unnest(…) writes them all,
/// and one `= ANY(…)` finds them all. Thread-safety: none.
class ArrayText {
public:
    void add(std::int64_t number);
    void add(double number);
    /// \p text has no NUL; PostgreSQL keeps none.
    void add(std::string_view text);
    void add(Blob bytes);
    void addNull();
    void add(const std::optional<std::int64_t> &number) { number ? add(*number) : addNull(); }

    /// Everything added so far.
    [[nodiscard]] std::string text() const { return m_text + '}'; }
    [[nodiscard]] bool empty() const { return m_text.size() == 1; }

private:
    void next();

    std::string m_text = std::string(1, '{');
};

} // namespace kapok::store
