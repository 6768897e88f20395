// SPDX-License-Identifier: Apache-2.0
// One answer, recorded durably, against one raw SQLite commit of the same bytes on the same disk.
#include "core/learner/record.h"
#include "tests/bench/benches.h"
#include "tests/bench/figure.h"
#include "tests/bench/statements.h"
#include "tests/support/sample_course.h"
#include "tests/support/temporary_folder.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace kapok::bench {
namespace {

constexpr int kRounds = 5;

/// The 99th percentile of recording an answer while working through the course twice, wrong first and then
/// right; \p bytes gets the statements of the answers. Opening lessons is not timed.
double recordAnswers(std::vector<std::string> &bytes)
{
    const test::TemporaryFolder folder;
    const SystemClock clock;
    const auto course = bigCourse();
    const learner::Record::Learner learner{
        {uuidV7(1)}, {"https://node.example", "bench"}, {"0190a000-0000-7000-8000-0000000000d1"}};
    auto record = learner::Record::open(folder.path(), learner, clock);
    std::vector<double> times;
    for (const auto &lesson : course.lessons) {
        auto visit = record->openLesson(course, lesson.id, "vi");
        for (const char *option : {"a", "b"})
            for (const auto &page : lesson.pages)
                times.push_back(timed([&] {
                    if (!record->answer(*visit, course, page.id, {option}, std::chrono::seconds{10}).ok())
                        std::fprintf(stderr, "bench: an answer was refused\n");
                }));
    }
    bytes.clear();
    const auto queued = record->outbox().oldest(times.size());
    for (const auto &statement : *queued)
        bytes.push_back(statement.json);
    return percentile(times, 0.99);
}

/// The 99th percentile of committing \p rows one by one, with the same pragmas.
double commitRows(const std::vector<std::string> &rows)
{
    const test::TemporaryFolder folder;
    SQLite::Database database((folder.path() / "raw.db").string(),
                              SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE s (id INTEGER PRIMARY KEY, "
                  "json TEXT)");
    SQLite::Statement insert(database, "INSERT INTO s (json) VALUES (?)");
    std::vector<double> times;
    for (const auto &row : rows)
        times.push_back(timed([&] {
            insert.bind(1, row);
            insert.exec();
            insert.reset();
        }));
    return percentile(times, 0.99);
}

} // namespace

void benchRecord()
{
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<std::string> bytes;
        ours.push_back(recordAnswers(bytes) * 1000);
        theirs.push_back(commitRows(bytes) * 1000);
    }
    print("record one answer, durable, p99", "ms", ours, "one raw SQLite commit of the same bytes, p99",
          theirs, "<= 1.5");
}

} // namespace kapok::bench
