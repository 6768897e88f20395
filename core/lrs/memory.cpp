// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/memory.h"

#include <utility>

namespace kapok::lrs {
namespace {

constexpr std::size_t kMostBytes = 32u << 20;
/// What an entry takes beside its text.
constexpr std::size_t kEntryBytes = 64;

thread_local Memory *t_current = nullptr;

std::size_t indexOf(Memory::Kind kind)
{
    return static_cast<std::size_t>(kind);
}

} // namespace

Memory::Use::Use(Memory &memory)
{
    t_current = &memory;
}

Memory::Use::~Use()
{
    t_current = nullptr;
}

Memory *Memory::current()
{
    return t_current;
}

std::optional<std::int64_t> Memory::find(Kind kind, std::string_view text) const
{
    const auto &known = m_known[indexOf(kind)];
    const auto found = known.find(text);
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

void Memory::keep(Kind kind, std::string_view text, std::int64_t number)
{
    const std::size_t bytes = text.size() + kEntryBytes;
    if (m_bytes + bytes > kMostBytes)
        forget();
    if (m_known[indexOf(kind)].emplace(text, number).second)
        m_bytes += bytes;
}

void Memory::forget()
{
    for (auto &known : m_known)
        known.clear();
    m_bytes = 0;
}

void Memory::keepFor(std::int64_t version)
{
    if (std::exchange(m_version, version) != version)
        forget();
}

} // namespace kapok::lrs
