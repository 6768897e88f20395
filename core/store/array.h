// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/query.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kapok::store {

/// The values of one column for many rows, as one value for PostgreSQL, so that one INSERT … SELECT … FROM
/// unnest(…) writes them all, and one `= ANY(…)` finds them all. A statement says of what it is:
/// `?::bigint[]` for BigInt, and so on. It is in PostgreSQL's binary form (array_recv() of its arrayfuncs.c):
/// nothing is escaped, and nothing taken apart there. Thread-safety: none.
class Array {
public:
    enum class Of { SmallInt, BigInt, Double, Text, Bytea };

    explicit Array(Of type);

    // Only what this is an array of.
    void add(std::int64_t number);
    void add(double number);
    /// \p text has no NUL; PostgreSQL keeps none.
    void add(std::string_view text);
    void add(Blob bytes);
    void addNull();
    void add(const std::optional<std::int64_t> &number) { number ? add(*number) : addNull(); }

    /// Everything added so far, until something more is added or this ends.
    [[nodiscard]] Blob value();
    [[nodiscard]] bool empty() const { return m_count == 0; }

private:
    void begin(std::int32_t bytes);

    Of m_type;
    std::int32_t m_count = 0;
    std::string m_bytes; ///< a place for the head, then the values
};

} // namespace kapok::store
