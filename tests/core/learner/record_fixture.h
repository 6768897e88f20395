// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/learner/record.h"
#include "core/xapi/reader.h"
#include "core/xapi/validate.h"
#include "tests/support/manual_clock.h"
#include "tests/support/sample_course.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace kapok::learner {

inline const Record::Learner kMai{{"0190a000-0000-7000-8000-000000000001"},
                                  {"https://node.example", "mai"},
                                  {"0190a000-0000-7000-8000-0000000000d1"}};

/// A record of one teacher in a folder of its own, on a clock the test turns.
class RecordTest : public ::testing::Test {
protected:
    Record open(const Record::Learner &learner = kMai, const store::OpenOptions &options = {})
    {
        auto record = Record::open(folder.path(), learner, clock, options);
        EXPECT_TRUE(record.ok()) << (record.ok() ? "" : record.error().detail);
        return *std::move(record);
    }

    LessonVisit visit(Record &record, const std::string &lesson = "ask")
    {
        auto opened = record.openLesson(course, {lesson}, "vi");
        EXPECT_TRUE(opened.ok()) << (opened.ok() ? "" : opened.error().detail);
        return *std::move(opened);
    }

    AnswerRecorded answer(Record &record, const LessonVisit &where, const std::string &page,
                          const std::vector<std::string> &response)
    {
        clock.advance(std::chrono::seconds{20});
        auto answered = record.answer(where, course, {page}, response, std::chrono::seconds{12});
        EXPECT_TRUE(answered.ok()) << (answered.ok() ? "" : answered.error().detail);
        return answered.ok() ? *std::move(answered) : AnswerRecorded{};
    }

    Recorded see(Record &record, const LessonVisit &where, const std::string &page)
    {
        clock.advance(std::chrono::seconds{20});
        auto seen = record.pageSeen(where, course, {page});
        EXPECT_TRUE(seen.ok()) << (seen.ok() ? "" : seen.error().detail);
        return seen.ok() ? *std::move(seen) : Recorded{};
    }

    /// Works through the lesson "ask" with every answer right; returns the last outcome.
    Recorded workThrough(Record &record, const LessonVisit &where)
    {
        for (const char *page : {"intro", "one", "several", "order"})
            see(record, where, page);
        answer(record, where, "one", {"b"});
        answer(record, where, "several", {"c", "a"});
        return answer(record, where, "order", {"first", "second", "third", "fourth"}).recorded;
    }

    [[nodiscard]] learning::LessonStanding standingIn(Record &record, const std::string &lesson = "ask")
    {
        const auto progress = *record.progress(course.iri);
        return learning::standing(*course.find(LessonId{lesson}), progress.lesson({lesson}));
    }

    /// Pages of the lesson "ask" with an answer, once for each try.
    static std::size_t answeredPages(const learning::CourseProgress &progress)
    {
        std::size_t pages = 0;
        for (const auto &[number, each] : progress.lesson({"ask"}).tries)
            pages += each.answers.size();
        return pages;
    }

    /// The verbs' last words of everything in the outbox, oldest first.
    static std::vector<std::string> verbs(Record &record)
    {
        std::vector<std::string> out;
        const auto waiting = record.outbox().oldest(10'000);
        for (const auto &statement : *waiting) {
            const auto parsed = xapi::readText(statement.json);
            EXPECT_TRUE(parsed.ok());
            out.push_back(parsed->verb.substr(parsed->verb.rfind('/') + 1));
        }
        return out;
    }

    [[nodiscard]] std::filesystem::path profileFile() const
    {
        return folder.path() / "profiles" / kMai.id.value / "learner.db";
    }

    test::TemporaryFolder folder;
    test::ManualClock clock;
    course::Course course = test::sampleCourse();
};

} // namespace kapok::learner
