// SPDX-License-Identifier: Apache-2.0
// Answers questions in a loop and prints "saved ID" after each commit, until it is killed (kill_test.cpp).
#include "core/learner/record.h"
#include "tests/support/sample_course.h"

#include <cstdio>

namespace {

using namespace kapok;

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", error.detail.c_str());
    return 1;
}

int run(const char *folder)
{
    const SystemClock clock;
    const auto course = test::sampleCourse();
    auto record = learner::Record::open(folder,
                                        {{"0190a000-0000-7000-8000-000000000001"},
                                         {"https://node.example", "mai"},
                                         {"0190a000-0000-7000-8000-0000000000d1"}},
                                        clock);
    if (!record.ok())
        return fail(record.error());
    if (auto closed = record->closeAbandoned(); !closed.ok())
        return fail(closed.error());
    auto visit = record->openLesson(course, {"ask"}, "vi");
    if (!visit.ok())
        return fail(visit.error());
    for (;;) {
        auto answered = record->answer(*visit, course, {"one"}, {"b"}, std::chrono::milliseconds{5});
        if (!answered.ok() && answered.error().code == ErrorCode::Conflict) { // right already: the next try
            if (auto retried = record->retryLesson(*visit); !retried.ok())
                return fail(retried.error());
            continue;
        }
        if (!answered.ok())
            return fail(answered.error());
        for (const StatementId &id : answered->recorded.statements)
            std::printf("saved %s\n", id.value.c_str());
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char **argv)
{
    return argc == 2 ? run(argv[1]) : 2;
}
