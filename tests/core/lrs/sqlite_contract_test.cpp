// SPDX-License-Identifier: Apache-2.0
#include "tests/core/lrs/records.h"
#include "tests/core/lrs/store_contract.h"

namespace kapok::test {
namespace {

class SqliteStores final : public Stores {
public:
    explicit SqliteStores(const Clock &clock) : m_clock(clock) {}

    lrs::StatementStore &statements() override { return m_statements; }
    lrs::DocumentStore &documents() override { return m_documents; }

private:
    const Clock &m_clock;
    TemporaryFolder m_folder;
    std::filesystem::path m_path = m_folder.path() / "kapok.db";
    store::Pool m_pool{m_path, lrs::migrations()};
    lrs::CommitQueue m_writer{openDatabase(m_path), m_clock};
    lrs::SqlStatementStore m_statements{m_pool, m_writer, m_clock};
    lrs::SqlDocumentStore m_documents{m_pool, m_writer, m_clock};
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract,
                         testing::Values(Backend{"sqlite",
                                                 [](const Clock &clock) -> std::unique_ptr<Stores> {
                                                     return std::make_unique<SqliteStores>(clock);
                                                 }}),
                         nameOf);

} // namespace kapok::test
