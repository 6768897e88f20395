// SPDX-License-Identifier: Apache-2.0
#include "core/store/postgres_values.h"

#include "core/base/hash.h"

#include <array>
#include <charconv>
#include <utility>

namespace kapok::store {
namespace {

template <class Number> std::string numberText(Number number)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

ErrorCode codeOf(std::string_view state)
{
    constexpr std::array<std::pair<std::string_view, ErrorCode>, 15> kCodes{{
        {"08", ErrorCode::StorageBroken},    // connection
        {"22021", ErrorCode::InvalidInput},  // a character that it does not keep
        {"22P05", ErrorCode::InvalidInput},  // the same
        {"23", ErrorCode::Conflict},         // a constraint
        {"25006", ErrorCode::StorageBroken}, // read-only
        {"28", ErrorCode::StorageBroken},    // nobody it knows
        {"40", ErrorCode::Throttled},        // deadlock
        {"42501", ErrorCode::StorageBroken}, // no right
        {"53100", ErrorCode::StorageFull},
        {"54000", ErrorCode::InvalidInput}, // too long for an index
        {"53", ErrorCode::Throttled},       // memory, connections
        {"55P03", ErrorCode::Throttled},    // another writer did not finish in time
        {"57014", ErrorCode::Throttled},    // cancelled for taking too long
        {"57P", ErrorCode::StorageBroken},  // shutting down, starting
        {"58", ErrorCode::StorageBroken},   // its disk
    }};
    if (state.empty() || state.starts_with("XX00") || state.starts_with("3D"))
        return ErrorCode::StorageBroken; // gone, damaged, or no such database
    for (const auto &[prefix, code] : kCodes) {
        if (state.starts_with(prefix))
            return code;
    }
    return ErrorCode::Internal;
}

} // namespace

std::string withDollars(std::string_view sql)
{
    std::string text;
    int last = 0;
    bool isQuoted = false;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        isQuoted = isQuoted != (sql[i] == '\'');
        if (isQuoted || sql[i] != '?') {
            text += sql[i];
            continue;
        }
        text += '$';
        if (i + 1 == sql.size() || !isDigit(sql[i + 1]))
            text += std::to_string(++last);
    }
    return text;
}

Parameters::Parameters(std::span<const Value> values)
{
    for (const Value &value : values) {
        std::visit(
            [this](const auto &held) {
                using T = std::decay_t<decltype(held)>;
                if constexpr (std::is_same_v<T, std::nullptr_t>)
                    add({}, false);
                else if constexpr (std::is_same_v<T, std::string_view>)
                    add(std::string(held), false);
                else if constexpr (std::is_same_v<T, Blob>)
                    add(std::string(held.bytes), true);
                else
                    add(numberText(held), false);
            },
            value.held());
        m_isNull.push_back(std::holds_alternative<std::nullptr_t>(value.held()));
    }
}

void Parameters::add(std::string text, bool isBinary)
{
    m_lengths.push_back(static_cast<int>(text.size()));
    m_formats.push_back(isBinary ? 1 : 0);
    m_texts.push_back(std::move(text));
}

Status Parameters::check() const
{
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        if (m_formats[i] == 0 && m_texts[i].find('\0') != std::string::npos)
            return Error{ErrorCode::InvalidInput, "A text has a NUL character, which cannot be kept."};
    }
    return success();
}

std::vector<const char *> Parameters::pointers() const
{
    std::vector<const char *> all;
    all.reserve(m_texts.size());
    for (std::size_t i = 0; i < m_texts.size(); ++i)
        all.push_back(m_isNull[i] ? nullptr : m_texts[i].c_str());
    return all;
}

std::string bytesFromHex(std::string_view text)
{
    return text.starts_with("\\x") ? fromHex(text.substr(2)).value() : std::string();
}

Error postgresError(std::string_view sqlState, const std::string &message)
{
    std::string detail = "cannot use the database: " + message.substr(0, message.find('\n'));
    if (!sqlState.empty())
        detail += " (PostgreSQL " + std::string(sqlState) + ")";
    return {codeOf(sqlState), detail};
}

} // namespace kapok::store
