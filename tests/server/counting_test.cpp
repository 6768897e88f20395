// SPDX-License-Identifier: Apache-2.0
#include "core/tally/tally.h"
#include "tests/server/running_server.h"

#include <atomic>
#include <mutex>
#include <sqlite3.h>

namespace kapok {
namespace {

using nlohmann::json;

/// What happens when so many more statements have ended, on whatever connection that was opened since this
/// was made. One at a time.
class After {
public:
    After() { sqlite3_auto_extension(entry()); }
    ~After() { sqlite3_cancel_auto_extension(entry()); }
    After(const After &) = delete;
    After &operator=(const After &) = delete;

    void statements(int count, std::function<void()> event)
    {
        const std::lock_guard lock(s_mutex);
        s_event = std::move(event);
        s_left = count;
    }
    /// Whether it did not happen, and will not.
    static bool cancel()
    {
        const std::lock_guard lock(s_mutex);
        return s_left.exchange(0) > 0;
    }

private:
    static int ended(unsigned, void *, void *, void *)
    {
        if (s_left == 0) // so it is while the event itself runs statements
            return 0;
        const std::lock_guard lock(s_mutex);
        if (s_left > 0 && --s_left == 0)
            s_event();
        return 0;
    }
    static int watch(sqlite3 *database, char **, const sqlite3_api_routines *)
    {
        return sqlite3_trace_v2(database, SQLITE_TRACE_PROFILE, ended, nullptr);
    }
    using Entry = void (*)();
    static Entry entry() { return reinterpret_cast<Entry>(&watch); } // as SQLite's documentation has it

    static inline std::mutex s_mutex;
    static inline std::function<void()> s_event;
    static inline std::atomic<int> s_left = 0;
};

class Counting : public test::RunningServer {
protected:
    void SetUp() override
    {
        RunningServer::SetUp();
        ASSERT_TRUE(kapokd::publishPackage(server->service(), package()).ok());
        auto opened = kapokd::openDatabase(database.address());
        ASSERT_TRUE(opened.ok());
        elsewhere.emplace(*std::move(opened));
    }

    /// Changes what is assigned; whoever does it has not counted it yet.
    void change(const std::string &sql)
    {
        auto transaction = store::Transaction::begin(*elsewhere);
        ASSERT_TRUE(transaction.ok());
        ASSERT_TRUE(elsewhere->run(sql).ok());
        const auto unit = elsewhere->query("SELECT id FROM unit WHERE uuid = ?", {school.value})
                              .one([](const store::Query &row) { return row.integer(0); });
        ASSERT_TRUE(tally::markBranch(*elsewhere, **unit, "c02-safe-use").ok());
        ASSERT_TRUE(transaction->commit().ok());
    }

    void count() { EXPECT_TRUE(tally::countMarked(*elsewhere).ok()); }

    After after; // before the server opens its connections
    std::optional<store::Database> elsewhere;
};

TEST_F(Counting, ThatEndsAtAnyMomentOfARequestNeverMakesOldFiguresLookWhole)
{
    bool hasHappened = true;
    int statements = 0;
    while (hasHappened) {
        ++statements;
        change("DELETE FROM assignment");
        count();
        change("INSERT INTO assignment (uuid, course, unit, assigned, programme)"
               " SELECT 'a', 'c02-safe-use', id, 0, '{}' FROM unit WHERE uuid = '" +
               school.value + "'");
        after.statements(statements, [this] { count(); });
        const auto answer = get("/api/v1/figures", reviewer);
        hasHappened = !After::cancel();
        ASSERT_EQ(answer.status, 200) << answer.body;
        const auto figures = json::parse(answer.body);
        const bool isWhole = figures.at("units").at(0).at("assigned") == 2;
        EXPECT_TRUE(isWhole || figures.at("counting") == true) << "after " << statements;
    }
    EXPECT_GT(statements, 5) << "the moments that matter were not there";
}

} // namespace
} // namespace kapok
