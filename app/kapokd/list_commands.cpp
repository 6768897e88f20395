// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/commands.h"
#include "app/kapokd/text_table.h"
#include "core/roster/listing.h"

#include <array>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

struct Options {
    CommonOptions common;
    std::string unit;
    std::string account;
};

/// In the language of the schools first; every language names the same thing.
const std::string &nameOf(const LocalizedText &names)
{
    static const std::array<std::string, 3> kPreferred{"vi", "en", "zh"};
    return names.in(kPreferred);
}

/// Where every unit is: its name behind those above it, by id.
std::map<std::string, std::string> pathsOf(const std::vector<roster::Unit> &parentsFirst)
{
    std::map<std::string, std::string> paths;
    for (const auto &unit : parentsFirst) {
        const auto above = paths.find(unit.parent.value);
        paths[unit.id.value] = (above == paths.end() ? "" : above->second + " / ") + nameOf(unit.names);
    }
    return paths;
}

std::string toMinute(Time time)
{
    constexpr std::size_t kMinutes = 16; // "2026-11-22T07:00"
    return toIso8601(time).substr(0, kMinutes) + "Z";
}

Status listUnits(Service &service, const Options &)
{
    KAPOK_TRY_ASSIGN(auto database, service.pool.take());
    KAPOK_TRY_ASSIGN(const auto units, roster::listUnits(*database));
    auto paths = pathsOf(units);
    TextTable table({"ID", "KIND", "NAME", "PATH"});
    for (const auto &unit : units)
        table.add({unit.id.value, unit.kind, nameOf(unit.names), paths[unit.id.value]});
    table.write(std::cout);
    return success();
}

/// "learner, reviewer@Cao Bằng": as --role takes them.
std::string rolesOf(const roster::Person &person, const std::map<std::string, std::string> &paths)
{
    std::string text;
    for (const auto &role : person.roles) {
        text += (text.empty() ? "" : ", ") + role.role;
        if (role.unit.value != person.unit.value)
            text += "@" + paths.at(role.unit.value);
    }
    return text;
}

Status listPeople(Service &service, const Options &options)
{
    UnitId root;
    if (!options.unit.empty()) {
        KAPOK_TRY_ASSIGN(const auto unit, service.roster.findUnit(options.unit));
        root = unit.id;
    }
    KAPOK_TRY_ASSIGN(auto database, service.pool.take());
    KAPOK_TRY_ASSIGN(const auto units, roster::listUnits(*database));
    const auto paths = pathsOf(units);
    KAPOK_TRY_ASSIGN(const auto people, roster::listPeople(*database, root));
    TextTable table({"ACCOUNT", "NAME", "ROLES", "UNIT"});
    for (const auto &person : people)
        table.add({person.account, person.name, rolesOf(person, paths), paths.at(person.unit.value)});
    table.write(std::cout);
    return success();
}

Status listCredentials(Service &service, const Options &options)
{
    if (!options.account.empty())
        KAPOK_TRY(service.roster.personByAccount(options.account)); // a slip is not nobody's
    KAPOK_TRY_ASSIGN(auto database, service.pool.take());
    KAPOK_TRY_ASSIGN(const auto credentials, roster::listCredentials(*database, options.account));
    TextTable table({"KEY", "OF", "CREATED", "LAST USED", "WHAT"});
    for (const auto &one : credentials) {
        const bool isClient = one.account.empty();
        table.add({one.key, isClient ? one.client : one.account, toMinute(one.created),
                   toMinute(one.lastUsed),
                   isClient ? "client: " + one.scopes : "device: " + one.device + ", " + one.platform});
    }
    table.write(std::cout);
    return success();
}

Status listCourses(Service &service, const Options &)
{
    KAPOK_TRY_ASSIGN(const auto courses, service.roster.allOffered());
    TextTable table({"ID", "VERSION", "PUBLISHED", "TITLE"});
    for (const auto &course : courses) {
        LocalizedText title;
        const auto entry = json::parse(course.entry, nullptr, false);
        if (entry.is_object() && entry.contains("title"))
            title.byLanguage = entry.at("title").get<std::map<std::string, std::string>>();
        table.add({course.course, course.version, toMinute(course.published), nameOf(title)});
    }
    table.write(std::cout);
    return success();
}

struct Description {
    const char *name;
    const char *text;
    Status (*list)(Service &service, const Options &options);
};

/// Declares the command; its options, for more to be added.
std::pair<CLI::App *, std::shared_ptr<Options>> add(CLI::App &app, Run &run, const Description &what)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand(what.name, what.text);
    options->common.declare(*command);
    const auto list = what.list;
    command->callback([options, list, &run] {
        run = [options, list] {
            return withService(options->common, [&](Service &service) { return list(service, *options); });
        };
    });
    return {command, options};
}

} // namespace

void addListCommands(CLI::App &app, Run &run)
{
    add(app, run,
        {"list-units", "List all units with their ids, which other commands take where a name is not enough",
         listUnits});
    const auto people = add(
        app, run, {"list-people", "List people with their accounts, roles and units, by name", listPeople});
    people.first->add_option("--unit", people.second->unit,
                             "Id or name: only those in its branch. Default: everybody");
    const auto credentials =
        add(app, run,
            {"list-credentials", "List the keys of devices and xAPI clients, which revoke takes; no secrets",
             listCredentials});
    credentials.first->add_option("--person", credentials.second->account,
                                  "Account: only those of her devices. Default: all");
    add(app, run,
        {"list-courses", "List the courses that are offered with their ids, which assign takes",
         listCourses});
}

} // namespace kapok::kapokd
