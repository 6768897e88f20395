// SPDX-License-Identifier: Apache-2.0
#include "tests/support/teachers.h"

#include "core/course/source.h"
#include "core/learner/record.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace kapok::test {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// Without the answer there is nothing to go on with.
template <class T> T must(Result<T> result)
{
    if (!result.ok()) {
        std::fprintf(stderr, "a teacher's session: %s\n", result.error().detail.c_str());
        std::abort();
    }
    return *std::move(result);
}

/// Numbers that are the same everywhere for a seed; std's distributions are not.
class Luck {
public:
    explicit Luck(std::uint32_t seed) : m_engine(seed) {}
    /// \p from to \p to, both included.
    long long between(long long from, long long to)
    {
        return from + static_cast<long long>(m_engine() % static_cast<std::uint64_t>(to - from + 1));
    }
    bool happens(int percent) { return between(1, 100) <= percent; }
    template <class List> const auto &oneOf(const List &list)
    {
        return list[static_cast<std::size_t>(between(0, static_cast<long long>(list.size()) - 1))];
    }
    template <class List> void shuffle(List &list)
    {
        for (std::size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[static_cast<std::size_t>(between(0, static_cast<long long>(i) - 1))]);
    }

private:
    std::mt19937_64 m_engine;
};

std::string accountName(Luck &luck)
{
    constexpr auto kGiven = std::to_array<const char *>(
        {"anh",   "bich",  "chi",  "dao", "duc",  "giang", "ha",       "hien",
         "khanh", "linh",  "mai",  "nga", "oanh", "phuc",  "quyen",    "son",
         "thao",  "trang", "uyen", "van", "xuan", "yen",   "xiaoling", "jianguo"});
    constexpr auto kFamily = std::to_array<const char *>({"be", "bui", "dam", "dinh", "hoang", "hua", "la",
                                                          "luong", "ma", "nguyen", "nong", "pham", "phan",
                                                          "tran", "trieu", "vi", "vuong", "wei", "huang"});
    std::string name = std::string(luck.oneOf(kGiven)) + "." + luck.oneOf(kFamily);
    if (luck.happens(40)) // there is another one of that name
        name += std::to_string(luck.between(2, 99));
    return name;
}

class Teacher {
public:
    Teacher(const std::string &homePage, std::uint32_t seed)
        : m_luck(seed),
          m_who{{uuidV7(1)}, {homePage, accountName(m_luck)}, {uuidV7(2)}},
          m_language(m_luck.happens(80)   ? "vi"
                     : m_luck.happens(75) ? "zh"
                                          : "en")
    {
        m_disk.skipFlushes();
        m_clock.advance(milliseconds{m_luck.between(0, 3LL * 365 * 24 * 3600 * 1000)});
        open();
    }

    void study(const course::Course &course)
    {
        for (const auto &lesson : course.lessons)
            if (!m_luck.happens(8)) // left for another day
                study(course, lesson);
    }

    [[nodiscard]] std::vector<xapi::Statement> statements()
    {
        return must(m_record->outbox().oldest(100'000));
    }

private:
    /// The app starts.
    void open()
    {
        m_record.reset();
        store::OpenOptions options;
        options.vfs = FaultVfs::name();
        m_record.emplace(must(learner::Record::open(m_folder.path(), m_who, m_clock, options)));
        must(m_record->closeAbandoned());
        if (m_luck.happens(85)) // it has been on the network before
            m_record->setClockOffset(milliseconds{m_luck.between(-6000, 4000)});
    }

    void wait(milliseconds least, milliseconds most)
    {
        m_clock.advance(milliseconds{m_luck.between(least.count(), most.count())});
    }

    void study(const course::Course &course, const course::Lesson &lesson)
    {
        wait(2min, 30h);
        auto visit = must(m_record->openLesson(course, lesson.id, m_language));
        for (bool again = true; again;) {
            for (const auto &page : lesson.pages) {
                if (m_luck.happens(2)) { // the battery is empty
                    wait(1min, 20h);
                    open();
                    visit = must(m_record->openLesson(course, lesson.id, m_language));
                }
                turnTo(course, visit, page);
            }
            must(m_record->finish(visit, course));
            again = lesson.questionCount() > 0 && m_luck.happens(15) && m_record->retryLesson(visit).ok();
        }
        wait(1s, 40s);
        if (!m_record->closeLesson(visit).ok())
            std::abort();
    }

    void turnTo(const course::Course &course, const learner::LessonVisit &visit, const course::Page &page)
    {
        wait(3s, 2min);
        must(m_record->pageSeen(visit, course, page.id));
        if (!page.isQuestion())
            return;
        for (int i = 0; i < learning::kTriesPerQuestion; ++i) {
            wait(5s, 90s);
            const milliseconds spent{m_luck.between(4000, 80'000)};
            if (must(m_record->answer(visit, course, page.id, answerTo(page), spent)).grade.right)
                return;
        }
    }

    /// The right one, or one that is not.
    std::vector<std::string> answerTo(const course::Page &page)
    {
        const auto interaction = learning::interactionOf(page);
        std::vector<std::string> response = interaction.correct;
        if (m_luck.happens(65))
            return response;
        if (interaction.type == xapi::Interaction::Type::Sequencing) {
            m_luck.shuffle(response);
            return response;
        }
        std::vector<std::string> all;
        for (const auto &choice : interaction.choices)
            all.push_back(choice.id);
        m_luck.shuffle(all);
        all.resize(response.size());
        return all;
    }

    FaultVfs m_disk;
    TemporaryFolder m_folder;
    ManualClock m_clock;
    Luck m_luck;
    learner::Record::Learner m_who;
    std::string m_language;
    std::optional<learner::Record> m_record;
};

} // namespace

std::vector<course::Course> shippedCourses()
{
    std::vector<std::filesystem::path> folders;
    for (const auto &entry : std::filesystem::directory_iterator(KAPOK_SOURCE_DIR "/content"))
        folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    std::vector<course::Course> out;
    for (const auto &folder : folders)
        if (auto report = course::readSource(folder); report.course)
            out.push_back(*std::move(report.course));
    return out;
}

std::vector<xapi::Statement> statementsOfTeacher(const std::vector<course::Course> &courses,
                                                 const std::string &homePage, std::uint32_t seed)
{
    Teacher teacher(homePage, seed);
    for (const auto &course : courses)
        teacher.study(course);
    return teacher.statements();
}

} // namespace kapok::test
