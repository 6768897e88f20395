// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kapok::lrs {

/// What one writer knows to be in its database, so that it need not ask: the numbers of interned values, and
/// what was learnt of agents and activities. Such rows are only ever added, so what was committed stays true.
/// Whoever undoes a transaction, or a part of one, calls forget().
///
/// Thread-safety: none; belongs to whoever writes.
class Memory {
public:
    enum class Kind : std::uint8_t {
        Agent,
        Verb,
        Activity,
        Authority,
        Registration,
        Name,
        Definition,
        Month, ///< "2026-11": its part of `statement` is there
    };

    /// Makes \p memory the one of this thread for as long as this lives.
    class Use {
    public:
        explicit Use(Memory &memory);
        ~Use();
        Use(const Use &) = delete;
        Use &operator=(const Use &) = delete;
    };
    /// The memory of this thread; null while it does not write.
    [[nodiscard]] static Memory *current();

    [[nodiscard]] std::optional<std::int64_t> find(Kind kind, std::string_view text) const;
    [[nodiscard]] bool has(Kind kind, std::string_view text) const { return find(kind, text).has_value(); }
    /// Forgets everything first when it would hold too much.
    void keep(Kind kind, std::string_view text, std::int64_t number);
    void forget();
    /// Forgets everything unless \p version was told the last time too: what tells the database from one that
    /// somebody else changed, or that is another one.
    void keepFor(std::int64_t version);
    [[nodiscard]] bool isFor(std::int64_t version) const { return m_version == version; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Numbers = std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>>;

    std::array<Numbers, 8> m_known;
    std::size_t m_bytes = 0;
    std::int64_t m_version = 0;
};

} // namespace kapok::lrs
