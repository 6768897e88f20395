// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/statements.h"

#include "core/learning/grading.h"
#include "core/store/postgres.h"
#include "core/xapi/builder.h"
#include "tests/support/sample_course.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace kapok::bench {
namespace {

constexpr int kLessons = 12;
constexpr int kQuestions = 13;

} // namespace

course::Course bigCourse()
{
    auto course = test::sampleCourse();
    course.lessons.clear();
    for (int l = 0; l < kLessons; ++l) {
        course::Lesson lesson;
        lesson.id.value = "lesson-" + std::to_string(l);
        lesson.title = test::inAll("lesson");
        for (int q = 0; q < kQuestions; ++q)
            lesson.pages.push_back(test::choicePage("question-" + std::to_string(q), false,
                                                    {{"a", false}, {"b", true}, {"c", false}}));
        course.lessons.push_back(std::move(lesson));
    }
    return course;
}

Status fillOutbox(learner::Record &record, int count)
{
    const auto course = bigCourse();
    int recorded = 0;
    while (recorded < count) {
        for (const auto &lesson : course.lessons) {
            KAPOK_TRY_ASSIGN(auto visit, record.openLesson(course, lesson.id, "vi"));
            for (const auto &page : lesson.pages)
                if (auto answered = record.answer(visit, course, page.id, {"a"}, std::chrono::seconds{10});
                    !answered.ok())
                    return answered.error();
            KAPOK_TRY(record.retryLesson(visit));
        }
        KAPOK_TRY_ASSIGN(const auto counts, record.outbox().counts());
        recorded = counts.queued;
    }
    return success();
}

std::vector<std::string> answeredStatements(std::size_t count, std::size_t first, std::size_t learners,
                                            std::size_t inARow)
{
    const auto course = test::sampleCourse();
    const auto &lesson = course.lessons.front();
    const auto &page = lesson.pages.at(1);
    const Time start = SystemClock().now();
    std::vector<std::string> statements;
    for (std::size_t i = first; i < first + count; ++i) {
        xapi::SessionContext context;
        context.actor = {"https://node.example", "learner-" + std::to_string(i / inARow % learners)};
        context.course = {course.iri, course.title};
        context.lesson = {course.activityId(lesson.id), lesson.title};
        context.session = {uuidV7(start.time_since_epoch().count())};
        context.language = "vi";
        const xapi::AnswerResult result{{"b"}, 1.0, true, std::chrono::seconds{12}, 1};
        statements.push_back(xapi::answered(context, {course.activityId(lesson.id, page.id), page.title},
                                            learning::interactionOf(page), result,
                                            start + std::chrono::milliseconds(i))
                                 .json);
    }
    return statements;
}

Place::Place(bool isPostgres)
{
    if (!isPostgres)
        return;
    ::setenv("KAPOK_POSTGRES_FSYNC", "on", 1);
    m_server = std::make_unique<test::PostgresServer>();
    if (m_server->address().empty()) {
        std::fprintf(stderr, "PostgreSQL is not installed: nothing of it was measured\n");
        std::exit(1);
    }
    m_database = std::make_unique<test::PostgresDatabase>(m_server->address());
}

Result<store::Database> Place::open() const
{
    return m_database ? store::openPostgres(m_database->address(), lrs::postgresMigrations())
                      : store::Database::open(m_folder.path() / "node.db", lrs::migrations());
}

std::string Place::address() const
{
    return m_database ? m_database->address() : "sqlite:" + (m_folder.path() / "node.db").string();
}

StoreUnderTest::StoreUnderTest(const std::filesystem::path &file)
    : StoreUnderTest([file] { return store::Database::open(file, lrs::migrations()); })
{}

StoreUnderTest::StoreUnderTest(const store::Pool::Open &open)
    : m_pool(open, 16), m_writer(*open(), m_clock), m_store(m_pool, m_writer, m_clock)
{}

void StoreUnderTest::send(const std::vector<std::string> &statements, std::size_t from, std::size_t to)
{
    lrs::AddRequest request;
    request.authority =
        R"({"objectType":"Agent","account":{"homePage":"https://node.example","name":"bench"}})";
    request.body = "[";
    for (std::size_t i = from; i < to; ++i)
        request.body += (i == from ? "" : ",") + statements[i];
    request.body += "]";
    if (const auto added = m_store.add(request); !added.ok())
        std::fprintf(stderr, "bench: %s\n", added.error().detail.c_str());
}

void StoreUnderTest::fill(const std::vector<std::string> &statements, std::size_t batch, std::size_t clients)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t at = next.fetch_add(batch); at < statements.size(); at = next.fetch_add(batch))
            send(statements, at, std::min(at + batch, statements.size()));
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < clients; ++i)
        threads.emplace_back(work);
    work();
    for (std::thread &thread : threads)
        thread.join();
}

} // namespace kapok::bench
