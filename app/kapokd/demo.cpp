// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/commands.h"
#include "app/kapokd/demo_past.h"
#include "core/base/files.h"
#include "core/course/manifest.h"
#include "core/lrs/agents.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

namespace kapok::kapokd {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;
using UnitIds = std::map<std::string, UnitId>;

struct Options {
    CommonOptions common;
    std::string output;
};

/// A time to make something of the past with.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Time time) : m_time(time) {}
    [[nodiscard]] Time now() const override { return m_time; }

private:
    Time m_time;
};

Result<UnitIds> makeUnits(Service &service)
{
    UnitIds ids;
    for (const auto &data : demo::units()) {
        const auto known = service.roster.findUnit(data.vi);
        if (known.ok()) {
            ids[data.key] = known->id;
            continue;
        }
        roster::Unit unit;
        unit.kind = data.kind;
        unit.parent = ids[data.parent];
        unit.names.byLanguage = {{"vi", data.vi}, {"zh", data.zh}, {"en", data.en}};
        KAPOK_TRY_ASSIGN(ids[data.key], service.roster.addUnit(unit));
    }
    return ids;
}

Status makePeople(Service &service, const UnitIds &units)
{
    for (const auto &data : demo::people()) {
        if (service.roster.personByAccount(data.account).ok())
            continue;
        roster::NewPerson person{data.account,        data.name, data.language,  data.formOfAddress,
                                 units.at(data.unit), {},        demo::kPassword};
        std::istringstream roles(data.roles);
        for (std::string role; roles >> role;)
            person.roles.push_back({role, {}});
        KAPOK_TRY_ASSIGN(const auto id, service.roster.addPerson(person));
        static_cast<void>(id);
    }
    return success();
}

/// The due dates and programme as on the first run: what is there already stays.
Status assignOnce(Service &service, const std::string &course, const UnitId &unit, const char *witness,
                  Time due)
{
    KAPOK_TRY_ASSIGN(const auto person, service.roster.personByAccount(witness));
    KAPOK_TRY_ASSIGN(const auto there, service.roster.assignmentsOf(person.id));
    for (const auto &one : there) {
        if (one.course == course && one.unit == unit)
            return success();
    }
    roster::NewAssignment assignment{course, unit, {}, due, {}};
    assignment.programme.byLanguage = {{"vi", "Bồi dưỡng thường xuyên 2026–2027"},
                                       {"zh", "2026–2027学年教师继续教育"},
                                       {"en", "Continuing teacher training 2026–2027"}};
    KAPOK_TRY_ASSIGN(const auto id, service.roster.assign(assignment));
    static_cast<void>(id);
    return success();
}

Status makeAssignments(Service &service, const UnitIds &units,
                       const std::vector<roster::CourseVersion> &courses)
{
    const Time now = service.clock.now();
    for (std::size_t i = 0; i < courses.size(); ++i) {
        // The first is due in a few days; one commune had to be ready with it earlier.
        const auto due = i == 0 ? now + 24h * 6 : now + 24h * 40;
        KAPOK_TRY(assignOnce(service, courses[i].course, units.at("cb"), "so.caobang", due));
        if (i == 0)
            KAPOK_TRY(assignOnce(service, courses[i].course, units.at("tk"), "tuan.luc", now - 24h * 5));
    }
    return success();
}

Result<course::Course> readCourse(Service &service, const roster::CourseVersion &version)
{
    KAPOK_TRY_ASSIGN(const auto manifest, course::parseManifest(version.manifest));
    return course::assemble(manifest, [&service](const std::string &sha256) {
        return readFile(service.blobs.path(sha256), 8u << 20);
    });
}

Result<bool> hasPast(Service &service, const roster::Person &person)
{
    KAPOK_TRY_ASSIGN(const auto node, service.roster.node());
    lrs::StatementFilter filter;
    filter.query.limit = 1;
    filter.onlyAgent = lrs::ifiOf(xapi::Account{node.homePage, person.account});
    KAPOK_TRY_ASSIGN(const auto page, service.statements.find(filter));
    return !page.statements.empty();
}

/// Somebody's own tablet, heard from \p ago.
Status signInOnce(Service &service, const roster::Person &person, std::chrono::hours ago)
{
    KAPOK_TRY_ASSIGN(const auto known, service.credentials.of(person.id));
    if (!known.empty())
        return success();
    const FixedClock then(service.clock.now() - ago);
    roster::Credentials credentials(service.pool, then);
    KAPOK_TRY_ASSIGN(
        const auto signedIn,
        credentials.signIn(person.account, demo::kPassword,
                           {uuidV7(then.now().time_since_epoch().count()), "Điện thoại", "Linux"}, "demo"));
    static_cast<void>(signedIn);
    return success();
}

Status makePast(Service &service, const std::vector<roster::CourseVersion> &courses)
{
    std::vector<course::Course> whole;
    for (const auto &version : courses) {
        KAPOK_TRY_ASSIGN(auto course, readCourse(service, version));
        whole.push_back(std::move(course));
    }
    int index = 0;
    for (const auto &data : demo::people()) {
        ++index;
        const bool isOnTablet = *data.note != '\0';
        if (isOnTablet || data.way == demo::Way::None)
            continue;
        KAPOK_TRY_ASSIGN(const auto person, service.roster.personByAccount(data.account));
        KAPOK_TRY(signInOnce(service, person, index % 5 == 0 ? 24h * 20 : 24h * 1));
        KAPOK_TRY_ASSIGN(const bool isTold, hasPast(service, person));
        for (std::size_t i = 0; i < whole.size() && !isTold; ++i) {
            // Nobody is as far with the later courses as with the first.
            const bool isFirst = i == 0;
            const auto way = isFirst ? data.way : index % 3 == 0 ? demo::Way::Whole : demo::Way::Begun;
            if (isFirst || data.way == demo::Way::Whole)
                KAPOK_TRY(demo::storePast(service, person, whole[i], way, index));
        }
    }
    return success();
}

Status writeEnrolment(const std::string &output)
{
    json people = json::array();
    for (const auto &data : demo::people()) {
        if (*data.note != '\0')
            people.push_back({{"account", data.account},
                              {"password", demo::kPassword},
                              {"pin", demo::kPin},
                              {"note", data.note}});
    }
    const json file{{"device", {{"name", demo::kTablet}}}, {"people", people}};
    return writeFileAtomically(output, file.dump(2) + "\n");
}

Status makeDemo(Service &service, const Options &options)
{
    KAPOK_TRY_ASSIGN(auto node, service.roster.node());
    node.names.byLanguage = {{"vi", "Sở Giáo dục và Đào tạo Cao Bằng"},
                             {"zh", "高平省教育培训厅"},
                             {"en", "Cao Bằng Department of Education and Training"}};
    KAPOK_TRY(service.roster.describeNode(node));
    KAPOK_TRY_ASSIGN(const UnitIds units, makeUnits(service));
    KAPOK_TRY(makePeople(service, units));
    KAPOK_TRY_ASSIGN(auto courses, service.roster.allOffered());
    // The largest course comes first: it is the one everybody is taking.
    std::stable_sort(courses.begin(), courses.end(),
                     [](const auto &a, const auto &b) { return a.lessons > b.lessons; });
    KAPOK_TRY(makeAssignments(service, units, courses));
    KAPOK_TRY(makePast(service, courses));
    KAPOK_TRY(writeEnrolment(options.output));
    if (courses.empty())
        std::cerr << "kapokd: no course is published yet; publish some and run this again.\n";
    return success();
}

} // namespace

void addDemoCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand(
        "demo", "Make an invented province with people and their past, for showing the program");
    options->common.declare(*command);
    options->common.hasFiles = true;
    command->add_option("--output", options->output, "Enrolment file to write, for kapok --enrol")
        ->required();
    command->callback([options, &run] {
        run = [options] {
            if (const Status checked = checkFolderOf(options->output); !checked.ok())
                return refuse(checked.error());
            return withService(
                options->common, [&](Service &service) { return makeDemo(service, *options); },
                store::IfAbsent::Make);
        };
    });
}

} // namespace kapok::kapokd
