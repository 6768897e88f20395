// SPDX-License-Identifier: Apache-2.0
#include "core/store/array_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace kapok::store {
namespace {

template <class Number> void append(std::string &text, Number number)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

} // namespace

void ArrayText::next()
{
    if (!empty())
        m_text += ',';
}

void ArrayText::add(std::int64_t number)
{
    next();
    append(m_text, number);
}

void ArrayText::add(double number)
{
    next();
    append(m_text, number);
}

void ArrayText::add(std::string_view text)
{
    next();
    m_text += '"';
    for (std::size_t at = 0; at < text.size();) { // whole pieces between what must be escaped
        const auto end = std::min(text.find_first_of("\"\\", at), text.size());
        m_text.append(text, at, end - at);
        if (end < text.size())
            m_text.append(1, '\\').append(1, text[end]);
        at = end + 1;
    }
    m_text += '"';
}

void ArrayText::add(Blob bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    next();
    m_text += "\"\\\\x";
    for (const char c : bytes.bytes) {
        const auto byte = static_cast<unsigned char>(c);
        m_text += kDigits[byte >> 4u];
        m_text += kDigits[byte & 15u];
    }
    m_text += '"';
}

void ArrayText::addNull()
{
    next();
    m_text += "NULL";
}

} // namespace kapok::store
