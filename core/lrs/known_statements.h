// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/micros.h"
#include "core/store/database.h"

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace kapok::lrs {

/// What the database has of the statements that a request brings, looked up before the first is stored: in
/// PostgreSQL all at once. Inside the writer's transaction. Thread-safety: none.
class KnownStatements {
public:
    struct Row {
        Micros stored = 0;
        std::int64_t authority = 0;
        bool voids = false;
        std::string json;
    };

    /// \p ids: 16 bytes each.
    static Result<KnownStatements> find(store::Database &database, std::span<const std::string_view> ids);

    /// The statement that is there already, or null.
    [[nodiscard]] const Row *at(std::string_view id) const;
    /// Whether a statement that voids \p id is there already.
    [[nodiscard]] bool isVoided(std::string_view id) const { return m_voided.contains(id); }
    /// The request itself has brought one.
    void noteVoided(std::string_view id) { m_voided.emplace(id); }
    /// Whether it was deleted because it was old (core/lrs/removal.h), and is not to be stored again.
    [[nodiscard]] bool isRetired(std::string_view id) const { return m_retired.contains(id); }
    /// Whether anybody was forgotten (core/lrs/removal.h), so that actors must be looked at.
    [[nodiscard]] bool hasForgotten() const { return m_hasForgotten; }

private:
    Status findEach(store::Database &database, std::span<const std::string_view> ids);
    Status findAll(store::Database &database, std::span<const std::string_view> ids);

    std::map<std::string, Row, std::less<>> m_rows;
    std::set<std::string, std::less<>> m_voided;
    std::set<std::string, std::less<>> m_retired;
    bool m_hasForgotten = false;
};

} // namespace kapok::lrs
