// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/demo_past.h"

#include "core/learning/grading.h"
#include "core/lrs/agents.h"
#include "core/xapi/builder.h"

#include <nlohmann/json.hpp>

namespace kapok::kapokd::demo {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kBatch = 50; // as the app sends them

/// Writes one teacher's way through one course.
class Storyteller {
public:
    Storyteller(const xapi::Account &actor, const course::Course &course, std::string language, Time begin,
                int index)
        : m_course(course), m_time(begin), m_index(index)
    {
        m_context.actor = actor;
        m_context.course = {course.activityId(), course.title};
        m_context.language = std::move(language);
    }

    /// \p pages of the lesson's pages; the lesson is finished when they are all of them.
    void tellLesson(const course::Lesson &lesson, std::size_t pages)
    {
        m_context.lesson = {m_course.activityId(lesson.id), lesson.title};
        m_context.session = newSessionId();
        const Time begun = m_time;
        const bool asks = lesson.questionCount() > 0;
        m_context.masteryScore.reset();
        if (asks)
            m_context.masteryScore = lesson.completion.lessonCheck / 10.0;
        const auto moveOn = asks ? xapi::MoveOn::CompletedAndPassed : xapi::MoveOn::Completed;
        add(xapi::launched(m_context, moveOn, xapi::LaunchMode::Normal, m_time));
        add(xapi::initialized(m_context, wait(1s)));
        int right = 0;
        for (std::size_t i = 0; i < pages; ++i)
            right += tellPage(lesson, lesson.pages[i]);
        if (pages == lesson.pages.size()) {
            add(xapi::completed(m_context, m_time - begun, wait(1s)));
            if (asks)
                add(xapi::passed(m_context, static_cast<double>(right) / lesson.questionCount(), 1,
                                 m_time - begun, wait(1s)));
        }
        add(xapi::terminated(m_context, m_time - begun, wait(2s)));
        m_time += 20h + std::chrono::minutes{37 * (m_index % 7)};
    }

    void tellSatisfied() { add(xapi::satisfied(m_context, m_time - 20h)); }

    [[nodiscard]] const std::vector<std::string> &statements() const { return m_statements; }

private:
    Time wait(std::chrono::seconds seconds) { return m_time += seconds; }
    void add(const xapi::Statement &statement) { m_statements.push_back(statement.json); }

    /// 1 when a question was answered right.
    int tellPage(const course::Lesson &lesson, const course::Page &page)
    {
        const xapi::Activity activity{m_course.activityId(lesson.id, page.id), page.title};
        add(xapi::experienced(m_context, activity, wait(40s + std::chrono::seconds{m_index % 50})));
        if (!page.isQuestion())
            return 0;
        // Every fourth teacher misses a question of each lesson; never so many that she does not pass.
        const bool isRight = m_missed == lesson.id || m_index % 4 != 1 || lesson.questionCount() < 2;
        if (!isRight)
            m_missed = lesson.id;
        add(xapi::answered(m_context, activity, learning::interactionOf(page), answerTo(page, isRight),
                           wait(30s)));
        return isRight ? 1 : 0;
    }

    static xapi::AnswerResult answerTo(const course::Page &page, bool isRight)
    {
        xapi::AnswerResult answer;
        const xapi::Interaction interaction = learning::interactionOf(page);
        answer.response = isRight ? interaction.correct : std::vector{interaction.choices.back().id};
        answer.scaled = isRight ? 1 : 0;
        answer.success = isRight;
        answer.duration = 30s;
        return answer;
    }

    const course::Course &m_course;
    Time m_time;
    int m_index;
    LessonId m_missed;
    xapi::SessionContext m_context;
    std::vector<std::string> m_statements;
};

std::size_t lessonsOf(Way way, std::size_t all)
{
    switch (way) {
    case Way::None:
    case Way::Begun:
        return 0;
    case Way::Half:
        return all / 2;
    case Way::Most:
        return all - 1;
    case Way::Whole:
        break;
    }
    return all;
}

Status store(Service &service, const xapi::Account &actor, const std::vector<std::string> &statements)
{
    lrs::AddRequest add;
    add.onlyAgent = lrs::ifiOf(actor);
    add.authority = nlohmann::json{{"objectType", "Agent"},
                                   {"account", {{"homePage", actor.homePage}, {"name", actor.name}}}}
                        .dump();
    for (std::size_t at = 0; at < statements.size(); at += kBatch) {
        add.body.assign(1, '['); // g++ 12 sees an overlap in assigning text here (its bug 105651)
        for (std::size_t i = at; i < std::min(at + kBatch, statements.size()); ++i)
            add.body += (i > at ? "," : "") + statements[i];
        add.body += "]";
        KAPOK_TRY_ASSIGN(const auto ids, service.statements.add(add));
        static_cast<void>(ids);
    }
    return success();
}

} // namespace

Status storePast(Service &service, const roster::Person &person, const course::Course &course, Way way,
                 int index)
{
    if (way == Way::None || course.lessons.empty())
        return success();
    KAPOK_TRY_ASSIGN(const auto node, service.roster.node());
    const xapi::Account actor{node.homePage, person.account};
    const std::size_t whole = lessonsOf(way, course.lessons.size());
    // Evenings over the past weeks; the last of them is some days ago.
    const auto daysAgo = std::chrono::days{3 + 2 * (index % 9) + static_cast<int>(whole)};
    Storyteller story(actor, course, person.nameLanguage, service.clock.now() - daysAgo, index);
    for (std::size_t i = 0; i < whole; ++i)
        story.tellLesson(course.lessons[i], course.lessons[i].pages.size());
    if (whole == course.lessons.size())
        story.tellSatisfied();
    else
        story.tellLesson(course.lessons[whole],
                         std::max<std::size_t>(1, course.lessons[whole].pages.size() / 2));
    return store(service, actor, story.statements());
}

} // namespace kapok::kapokd::demo
