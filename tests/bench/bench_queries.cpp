// SPDX-License-Identifier: Apache-2.0
// Pages of 50 statements out of a large store, as GET /xapi/statements asks for them, without HTTP.
#include "core/xapi/builder.h"
#include "tests/bench/benches.h"
#include "tests/bench/figure.h"
#include "tests/bench/statements.h"
#include "tests/support/sample_course.h"

#include <functional>
#include <random>

namespace kapok::bench {
namespace {

constexpr std::size_t kLearners = 2'000;
constexpr int kAsked = 200;

using Change = std::function<void(lrs::StatementFilter &filter, std::size_t learner)>;

std::string agentOf(std::size_t learner)
{
    return R"({"account":{"homePage":"https://node.example","name":"learner-)" + std::to_string(learner) +
           R"("}})";
}

/// Asks for a page of 50 again and again, each time of another learner; prints milliseconds.
void ask(StoreUnderTest &store, std::size_t statements, const std::string &by, const Change &change)
{
    std::mt19937 random(20'261'123); // the same questions in every run
    std::vector<double> took;
    std::size_t found = 0;
    for (int i = 0; i < kAsked; ++i) {
        lrs::StatementFilter filter;
        filter.query.limit = 50;
        change(filter, random() % kLearners);
        took.push_back(1000 * timed([&] {
                           const auto page = store.store().find(filter);
                           found += page.ok() ? page->statements.size() : 0;
                       }));
    }
    const nlohmann::json line = {{"figure", "a page of 50 by " + by},  {"unit", "ms"},
                                 {"median", percentile(took, 0.5)},    {"p99", percentile(took, 0.99)},
                                 {"max", percentile(took, 1)},         {"statements there", statements},
                                 {"found on average", found / kAsked}, {"goal", "p99 <= 20"}};
    std::printf("%s\n", line.dump().c_str());
    std::fflush(stdout);
}

} // namespace

void benchQueries(std::size_t statements, bool onPostgres)
{
    const Place place(onPostgres);
    StoreUnderTest store([&] { return place.open(); });
    constexpr std::size_t kPiece = 20'000;
    for (std::size_t there = 0; there < statements; there += kPiece)
        store.fill(answeredStatements(kPiece, there, kLearners), 50, 4);
    const auto course = test::sampleCourse();
    const auto &lesson = course.lessons.front();
    const std::string page = course.activityId(lesson.id, lesson.pages.at(1).id);
    const lrs::Micros lastSeconds = lrs::toMicros(SystemClock().now()) - 5'000'000;
    const auto since = [&](lrs::StatementFilter &filter) {
        filter.query.ascending = true;
        filter.since = lastSeconds;
    };
    ask(store, statements, "agent",
        [](auto &filter, auto learner) { filter.query.agent = agentOf(learner); });
    ask(store, statements, "agent, what she is mentioned in too", [](auto &filter, auto learner) {
        filter.query.agent = agentOf(learner);
        filter.query.relatedAgents = true;
    });
    ask(store, statements, "agent and activity", [&](auto &filter, auto learner) {
        filter.query.agent = agentOf(learner);
        filter.query.activity = page;
    });
    ask(store, statements, "activity (one that all statements have)",
        [&](auto &filter, auto) { filter.query.activity = page; });
    ask(store, statements, "the course (related activity of all statements)", [&](auto &filter, auto) {
        filter.query.activity = course.iri;
        filter.query.relatedActivities = true;
    });
    ask(store, statements, "registration", [&](auto &filter, auto learner) {
        filter.query.registration =
            xapi::registrationId(course.iri, {"https://node.example", "learner-" + std::to_string(learner)});
    });
    ask(store, statements, "verb (one that all statements have)",
        [](auto &filter, auto) { filter.query.verb = "http://adlnet.gov/expapi/verbs/answered"; });
    ask(store, statements, "since, oldest first", [&](auto &filter, auto) { since(filter); });
    ask(store, statements, "agent and since, oldest first", [&](auto &filter, auto learner) {
        since(filter);
        filter.query.agent = agentOf(learner);
    });
    ask(store, statements, "nothing: the newest", [](auto &, auto) {});
}

} // namespace kapok::bench
