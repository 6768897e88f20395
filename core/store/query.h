// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace kapok::store {

class Cursor;

/// Bytes, where a string would be taken as text.
struct Blob {
    std::string_view bytes;
};

/// One value bound to a `?` of a Query. Made from integers, bool, double, text, Blob, nullptr, or an
/// optional of those (empty is NULL). Text and blobs are copied when the Query is made.
class Value {
public:
    Value(std::nullptr_t) {}
    template <std::integral T> Value(T number) : m_value(static_cast<std::int64_t>(number)) {}
    Value(double number) : m_value(number) {}
    Value(const char *text) : m_value(std::string_view(text)) {}
    Value(std::string_view text) : m_value(text) {}
    Value(const std::string &text) : m_value(std::string_view(text)) {}
    Value(Blob blob) : m_value(blob) {}
    template <class T> Value(const std::optional<T> &value)
    {
        if (value)
            *this = Value(*value);
    }

    using Held = std::variant<std::nullptr_t, std::int64_t, double, std::string_view, Blob>;
    [[nodiscard]] const Held &held() const { return m_value; }

private:
    Held m_value = nullptr;
};

/// One SQL statement with its values, running or about to run.
///
/// A failure to prepare or bind is kept and returned by the first step, run, one or all, so that making
/// one needs no check. The prepared statement goes back to its Database's cache when the Query ends.
///
/// Errors: those of Database. Thread-safety: none; must not outlive its Database.
class Query {
public:
    ~Query();
    Query(Query &&other) noexcept;
    Query &operator=(Query &&) = delete;

    /// Moves to the next row: true when there is one, false at the end. PostgreSQL brings all rows at once:
    /// ask for much in pieces.
    Result<bool> step();

    /// Runs to the end, for statements without rows.
    Status run();

    // Columns of the current row, counted from 0. Only after a step() that returned true. NULL reads as
    // 0 or ""; text is valid UTF-8 as far as what was written was.
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::string blob(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] int columnCount() const;

    /// The first row as \p read makes it, or nothing. `read` takes `const Query &` and returns a value.
    template <class Read>
    auto one(Read read) -> Result<std::optional<std::invoke_result_t<Read, const Query &>>>
    {
        KAPOK_TRY_ASSIGN(const bool found, step());
        std::optional<std::invoke_result_t<Read, const Query &>> value;
        if (found)
            value = read(*this);
        return value;
    }

    /// Every row as \p read makes it.
    template <class Read>
    auto all(Read read) -> Result<std::vector<std::invoke_result_t<Read, const Query &>>>
    {
        std::vector<std::invoke_result_t<Read, const Query &>> rows;
        for (;;) {
            KAPOK_TRY_ASSIGN(const bool found, step());
            if (!found)
                return rows;
            rows.push_back(read(*this));
        }
    }

private:
    friend class Database;
    explicit Query(std::unique_ptr<Cursor> cursor);

    std::unique_ptr<Cursor> m_cursor;
};

} // namespace kapok::store
