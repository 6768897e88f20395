// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/commit_queue.h"
#include "core/lrs/sql_document_store.h"
#include "core/lrs/sql_statement_store.h"
#include "core/store/pool.h"
#include "core/store/postgres.h"
#include "tests/core/lrs/store_contract.h"
#include "tests/support/postgres.h"

namespace kapok::test {
namespace {

class PostgresStores final : public Stores {
public:
    explicit PostgresStores(const Clock &clock) : m_clock(clock) {}

    lrs::StatementStore &statements() override { return m_statements; }
    lrs::DocumentStore &documents() override { return m_documents; }

private:
    Result<store::Database> open() const
    {
        return store::openPostgres(m_place.address(), lrs::postgresMigrations());
    }
    store::Database opened() const
    {
        auto database = open();
        if (!database.ok())
            ADD_FAILURE() << database.error().detail;
        return *std::move(database);
    }

    const Clock &m_clock;
    PostgresDatabase m_place;
    store::Pool m_pool{[this] { return open(); }, 20};
    lrs::CommitQueue m_writer{opened(), m_clock};
    lrs::SqlStatementStore m_statements{m_pool, m_writer, m_clock};
    lrs::SqlDocumentStore m_documents{m_pool, m_writer, m_clock};
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Postgres, StoreContract,
                         testing::Values(Backend{"postgres",
                                                 [](const Clock &clock) -> std::unique_ptr<Stores> {
                                                     return std::make_unique<PostgresStores>(clock);
                                                 }}),
                         nameOf);

} // namespace kapok::test
