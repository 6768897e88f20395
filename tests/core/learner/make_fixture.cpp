// SPDX-License-Identifier: Apache-2.0
// make_learner_fixture FOLDER: writes device.db and one learner.db as fixture_test.cpp expects them.
#include "core/learner/people.h"
#include "core/learner/record.h"
#include "tests/support/manual_clock.h"
#include "tests/support/sample_course.h"

#include <cstdio>

namespace {

using namespace kapok;
using namespace kapok::learner;

const PersonId kMai{"0190a000-0000-7000-8000-000000000001"};

Status writeDevice(const char *folder, const Clock &clock)
{
    KAPOK_TRY_ASSIGN(auto people, People::open(folder, clock));
    Person person;
    person.id = kMai;
    person.server = "https://node.example";
    person.account = "mai";
    person.homePage = "https://node.example";
    person.name = "Hoàng Thị Mai";
    person.nameLanguage = "vi";
    person.roles = {{"learner", {"0190a000-0000-7000-8000-0000000000b1"}}};
    KAPOK_TRY(people.add(person));
    KAPOK_TRY(people.setPin(kMai, "2580"));
    return people.setSetting(kMai, "language", "vi");
}

Status writeRecord(const char *folder, test::ManualClock &clock)
{
    const auto course = test::sampleCourse();
    KAPOK_TRY_ASSIGN(
        auto record,
        Record::open(folder,
                     {kMai, {"https://node.example", "mai"}, {"0190a000-0000-7000-8000-0000000000d1"}},
                     clock));
    KAPOK_TRY_ASSIGN(auto visit, record.openLesson(course, {"ask"}, "vi"));
    for (const auto &page : course.lessons[0].pages) {
        clock.advance(std::chrono::seconds{30});
        if (auto seen = record.pageSeen(visit, course, page.id); !seen.ok())
            return seen.error();
        if (!page.isQuestion())
            continue;
        const auto answered = record.answer(visit, course, page.id, learning::interactionOf(page).correct,
                                            std::chrono::seconds{12});
        if (!answered.ok())
            return answered.error();
    }
    KAPOK_TRY(record.closeLesson(visit));
    KAPOK_TRY_ASSIGN(const auto waiting, record.outbox().oldest(2));
    KAPOK_TRY(record.outbox().markSent(std::span(&waiting[0].id, 1), clock.now()));
    KAPOK_TRY(record.outbox().setAside(waiting[1].id, "$.context: not accepted"));
    if (auto received = record.receive({}, "2026-11-22T08:00:00.000Z"); !received.ok())
        return received.error();
    return success();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    test::ManualClock clock;
    Status status = writeDevice(argv[1], clock);
    if (status.ok())
        status = writeRecord(argv[1], clock);
    if (!status.ok())
        std::fprintf(stderr, "%s\n", status.error().detail.c_str());
    return status.ok() ? 0 : 1;
}
