// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/insert.h"
#include "core/lrs/memory.h"
#include "core/lrs/sql_statement_store.h"
#include "core/store/postgres.h"
#include "tests/core/lrs/requests.h"
#include "tests/support/postgres.h"

#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <vector>

namespace kapok::test {

/// The only writer of a PostgreSQL database of its own. Where PostgreSQL is (KAPOK_NEEDS_POSTGRES).
class Writer {
public:
    Writer()
    {
        auto opened = store::openPostgres(m_place.address(), lrs::postgresMigrations());
        EXPECT_TRUE(opened.ok()) << opened.error().detail;
        m_database.emplace(*std::move(opened));
        m_memory.keepFor(m_database->openings());
    }

    /// How much later than they were to be; nothing when they were not stored.
    std::optional<lrs::Micros> insertAtOnce(const std::vector<std::string> &bodies)
    {
        return insertRequests(Requests(bodies, m_last));
    }
    std::optional<lrs::Micros> insertRequestAtOnce(const lrs::AddRequest &request)
    {
        return insertRequests(Requests(request, m_last));
    }

    Status insert(const std::vector<std::string> &bodies)
    {
        const lrs::Memory::Use remember(m_memory);
        const Requests requests(bodies, m_last);
        return inTransaction([&](store::Database &database) {
            return lrs::insertStatements(database, requests.insertions(), stamp());
        });
    }

    [[nodiscard]] const std::string &address() const { return m_place.address(); }

    void setTime(const std::string &timestamp) { m_last = *lrs::parseMicros(timestamp); }

    template <class Work> Status inTransaction(const Work &work)
    {
        auto transaction = *store::Transaction::begin(*m_database);
        KAPOK_TRY(work(*m_database));
        return transaction.commit();
    }

    /// The rows that \p sql finds, one a line.
    std::string rows(const std::string &sql)
    {
        std::string text;
        auto query = m_database->query(sql);
        while (*query.step()) {
            for (int i = 0; i < query.columnCount(); ++i)
                text += (i > 0 ? "|" : "") + (query.isNull(i) ? "-" : query.text(i));
            text += "\n";
        }
        return text;
    }

    /// Everything that statements leave, without the times when they were stored.
    std::string everything()
    {
        return rows("SELECT encode(s.id, 'hex'), v.iri, u.json, s.voids, s.voided, s.json FROM statement s"
                    " JOIN statement_id i ON i.id = s.id AND i.stored = s.stored"
                    " JOIN verb v ON v.id = s.verb JOIN authority u ON u.id = s.authority"
                    " ORDER BY s.stored") +
               rows("SELECT encode(s.id, 'hex'), a.ifi, x.related FROM statement_agent x"
                    " JOIN statement s ON s.stored = x.stored JOIN agent a ON a.id = x.agent ORDER BY 1, 2") +
               rows("SELECT encode(s.id, 'hex'), a.iri, x.related FROM statement_activity x"
                    " JOIN statement s ON s.stored = x.stored JOIN activity a ON a.id = x.activity"
                    " ORDER BY 1, 2") +
               figures();
    }
    std::string figures()
    {
        return rows("SELECT a.ifi, c.iri, f.started, f.completed, f.last_seen, f.lessons_done FROM figure f"
                    " JOIN agent a ON a.id = f.agent JOIN activity c ON c.id = f.course ORDER BY 1, 2");
    }

private:
    std::optional<lrs::Micros> insertRequests(const Requests &requests)
    {
        const lrs::Memory::Use remember(m_memory);
        const auto shift = lrs::insertAtOnce(*m_database, requests.insertions(), stamp());
        EXPECT_TRUE(shift.ok()) << shift.error().detail;
        return *shift;
    }

    lrs::Stamp stamp()
    {
        return [this] { return ++m_last; };
    }

    const PostgresDatabase m_place;
    std::optional<store::Database> m_database;
    lrs::Memory m_memory;
    lrs::Micros m_last = *lrs::parseMicros("2026-11-23T00:00:00Z");
};

} // namespace kapok::test
