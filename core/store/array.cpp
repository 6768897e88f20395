// SPDX-License-Identifier: Apache-2.0
#include "core/store/array.h"

#include <array>
#include <bit>

namespace kapok::store {
namespace {

/// Numbers of the types in PostgreSQL's catalogue (pg_type.dat), in the order of Array::Of.
constexpr std::array<std::uint32_t, 5> kTypes{21, 20, 701, 25, 17};

/// Dimensions, whether there are NULLs, type; then the length and the first index of the only dimension.
constexpr std::size_t kHeadOfNone = 12;
constexpr std::size_t kHead = 20;

/// Most significant byte first.
template <std::unsigned_integral Number> void put(char *place, Number number)
{
    for (std::size_t i = sizeof number; i-- > 0; number = static_cast<Number>(number >> 8u))
        place[i] = static_cast<char>(number & 0xffu);
}

template <std::unsigned_integral Number> void append(std::string &bytes, Number number)
{
    std::array<char, sizeof number> text{};
    put(text.data(), number);
    bytes.append(text.data(), text.size());
}

} // namespace

Array::Array(Of type) : m_type(type), m_bytes(kHead, '\0') {}

/// A value of so many \p bytes follows; -1 is NULL.
void Array::begin(std::int32_t bytes)
{
    ++m_count;
    append(m_bytes, static_cast<std::uint32_t>(bytes));
}

void Array::add(std::int64_t number)
{
    if (m_type == Of::SmallInt) {
        begin(2);
        append(m_bytes, static_cast<std::uint16_t>(number));
    } else {
        begin(8);
        append(m_bytes, static_cast<std::uint64_t>(number));
    }
}

void Array::add(double number)
{
    begin(8);
    append(m_bytes, std::bit_cast<std::uint64_t>(number));
}

void Array::add(std::string_view text)
{
    begin(static_cast<std::int32_t>(text.size()));
    m_bytes += text;
}

void Array::add(Blob bytes)
{
    add(bytes.bytes);
}

void Array::addNull()
{
    begin(-1);
}

Blob Array::value()
{
    char *const head = m_bytes.data();
    put(head, std::uint32_t{m_count > 0});
    put(head + 4, 1U); // there may be
    put(head + 8, kTypes.at(static_cast<std::size_t>(m_type)));
    put(head + 12, static_cast<std::uint32_t>(m_count));
    put(head + 16, 1U);
    return {std::string_view(m_bytes).substr(0, empty() ? kHeadOfNone : m_bytes.size())};
}

} // namespace kapok::store
