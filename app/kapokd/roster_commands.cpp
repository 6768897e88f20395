// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/commands.h"
#include "core/base/files.h"
#include "core/lrs/agents.h"
#include "core/lrs/removal.h"

#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

struct UnitOptions {
    CommonOptions common;
    std::string kind;
    std::string parent;
    std::vector<std::string> names;
};

Status addUnit(Service &service, const UnitOptions &options)
{
    roster::Unit unit;
    unit.kind = options.kind;
    KAPOK_TRY_ASSIGN(unit.names, readTexts(options.names));
    if (!options.parent.empty()) {
        KAPOK_TRY_ASSIGN(const auto parent, service.roster.findUnit(options.parent));
        unit.parent = parent.id;
    }
    KAPOK_TRY_ASSIGN(const auto id, service.roster.addUnit(unit));
    std::cout << id.value << "\n";
    return success();
}

struct PersonOptions {
    CommonOptions common;
    std::string account;
    std::string name;
    std::string nameLanguage;
    std::string formOfAddress;
    std::string unit;
    std::vector<std::string> roles{"learner"};
    std::string passwordFile;
};

/// The first line of the file, or of standard input.
Result<std::string> readPassword(const std::string &file)
{
    std::string text;
    if (file.empty()) {
        std::getline(std::cin, text);
    } else {
        KAPOK_TRY_ASSIGN(text, readFile(file, roster::kLongestPassword));
    }
    text = text.substr(0, text.find_first_of("\r\n"));
    if (text.empty())
        return Error{ErrorCode::InvalidInput, "Give the password on standard input or with --password-file."};
    return text;
}

/// "reviewer" or "reviewer@UNIT".
Result<roster::Role> readRole(Service &service, const std::string &text)
{
    const auto at = text.find('@');
    roster::Role role{text.substr(0, at), {}};
    if (at != std::string::npos) {
        KAPOK_TRY_ASSIGN(const auto unit, service.roster.findUnit(text.substr(at + 1)));
        role.unit = unit.id;
    }
    return role;
}

/// What a deleted person's devices still send is not kept, so nobody else may have her account.
Status checkAccountIsFree(Service &service, const std::string &account)
{
    KAPOK_TRY_ASSIGN(const auto node, service.roster.node());
    KAPOK_TRY_ASSIGN(auto database, service.pool.take());
    KAPOK_TRY_ASSIGN(const bool isGone,
                     lrs::isForgotten(*database, lrs::ifiOf(xapi::Account{node.homePage, account})));
    if (isGone)
        return Error{ErrorCode::Conflict,
                     "The account " + account + " belonged to a person who was deleted; choose another one."};
    return success();
}

Status addPerson(Service &service, const PersonOptions &options)
{
    roster::NewPerson person{
        options.account, options.name, options.nameLanguage, options.formOfAddress, {}, {}, {}};
    KAPOK_TRY_ASSIGN(const auto unit, service.roster.findUnit(options.unit));
    person.unit = unit.id;
    for (const auto &text : options.roles) {
        KAPOK_TRY_ASSIGN(const auto role, readRole(service, text));
        person.roles.push_back(role);
    }
    KAPOK_TRY(checkAccountIsFree(service, options.account));
    KAPOK_TRY_ASSIGN(person.password, readPassword(options.passwordFile));
    KAPOK_TRY_ASSIGN(const auto id, service.roster.addPerson(person));
    std::cout << id.value << "\n";
    return success();
}

struct MoveOptions {
    CommonOptions common;
    std::string account;
    std::string unit;
};

Status movePerson(Service &service, const MoveOptions &options)
{
    KAPOK_TRY_ASSIGN(const auto unit, service.roster.findUnit(options.unit));
    return service.roster.movePerson(options.account, unit.id);
}

struct AssignOptions {
    CommonOptions common;
    std::string course;
    std::string unit;
    std::string account;
    std::string due;
    std::vector<std::string> programme;
};

/// The end of the day \p date where the node is.
Result<std::optional<Time>> readDue(Service &service, const std::string &date)
{
    std::optional<Time> due;
    if (date.empty())
        return due;
    const auto midnight = parseIso8601(date + "T00:00:00Z");
    if (date.size() != 10 || !midnight.ok())
        return Error{ErrorCode::InvalidInput, "--due takes a date such as 2026-12-31."};
    KAPOK_TRY_ASSIGN(const auto node, service.roster.node());
    due = *midnight + std::chrono::days{1} - std::chrono::seconds{1} -
          std::chrono::minutes{node.utcOffsetMinutes};
    return due;
}

Status assign(Service &service, const AssignOptions &options)
{
    roster::NewAssignment assignment;
    const auto course = service.roster.offered(options.course);
    if (!course.ok() && course.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::NotFound,
                     "There is no course \"" + options.course +
                         "\" on this server; \"kapokd list-courses\" shows those that were"
                         " published."};
    if (!course.ok())
        return course.error();
    assignment.course = course->course;
    if (!options.unit.empty()) {
        KAPOK_TRY_ASSIGN(const auto unit, service.roster.findUnit(options.unit));
        assignment.unit = unit.id;
    }
    if (!options.account.empty()) {
        KAPOK_TRY_ASSIGN(const auto person, service.roster.personByAccount(options.account));
        assignment.person = person.id;
    }
    KAPOK_TRY_ASSIGN(assignment.due, readDue(service, options.due));
    KAPOK_TRY_ASSIGN(assignment.programme, readTexts(options.programme));
    KAPOK_TRY_ASSIGN(const std::string id, service.roster.assign(assignment));
    std::cout << id << "\n";
    return success();
}

struct ClientOptions {
    CommonOptions common;
    std::string name;
    std::vector<std::string> scopes;
};

Status addClient(Service &service, const ClientOptions &options)
{
    KAPOK_TRY_ASSIGN(const auto issued, service.credentials.addClient(options.name, options.scopes));
    std::cout << nlohmann::json{{"key", issued.key}, {"secret", issued.secret}}.dump() << "\n";
    return success();
}

} // namespace

void addUnitCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<UnitOptions>();
    CLI::App *command = app.add_subcommand("add-unit", "Add a unit of the organisation; prints its id");
    options->common.declare(*command);
    command->add_option("--kind", options->kind, "province, commune, school, ...")->required();
    command->add_option("--parent", options->parent, "Id or name of the unit above it");
    command->add_option("--name", options->names, "LANGUAGE=TEXT, once for each language")->required();
    command->callback([options, &run] {
        run = [options] {
            // The first unit begins a server; what has a unit above it goes to one that is there.
            const auto ifAbsent = options->parent.empty() ? store::IfAbsent::Make : store::IfAbsent::Refuse;
            return withService(
                options->common, [&](Service &service) { return addUnit(service, *options); }, ifAbsent);
        };
    });
}

void addPersonCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<PersonOptions>();
    CLI::App *command =
        app.add_subcommand("add-person", "Add a person; password on standard input; prints the id");
    options->common.declare(*command);
    command->add_option("--account", options->account, "What she signs in with")->required();
    command->add_option("--name", options->name, "As it is written, family name first or last")->required();
    command->add_option("--name-language", options->nameLanguage, "vi, zh or en; default: by its letters");
    command->add_option("--form-of-address", options->formOfAddress, "How she is spoken to, such as cô");
    command->add_option("--unit", options->unit, "Id or name of her unit")->required();
    command
        ->add_option("--role", options->roles,
                     "learner, reviewer, author or owner; ROLE@UNIT for another unit")
        ->capture_default_str();
    command->add_option("--password-file", options->passwordFile, "File whose first line is the password");
    command->callback([options, &run] {
        run = [options] {
            return withService(options->common,
                               [&](Service &service) { return addPerson(service, *options); });
        };
    });
}

void addMovePersonCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<MoveOptions>();
    CLI::App *command = app.add_subcommand(
        "move-person", "Move a person to another unit; her roles at the old one end, but that of learner"
                       " goes with her");
    options->common.declare(*command);
    command->add_option("account", options->account, "What she signs in with")->required();
    command->add_option("--unit", options->unit, "Id or name of her new unit")->required();
    command->callback([options, &run] {
        run = [options] {
            return withService(options->common,
                               [&](Service &service) { return movePerson(service, *options); });
        };
    });
}

void addAssignCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<AssignOptions>();
    CLI::App *command = app.add_subcommand(
        "assign", "Assign a course to a unit's whole branch or to a person; prints the id");
    options->common.declare(*command);
    command->add_option("--course", options->course, "Id of a published course")->required();
    command->add_option("--unit", options->unit, "Id or name of the unit");
    command->add_option("--person", options->account, "Account of the person");
    command->add_option("--due", options->due, "Last day, such as 2026-12-31");
    command->add_option("--programme", options->programme, "LANGUAGE=TEXT: what it belongs to");
    command->callback([options, &run] {
        run = [options] {
            return withService(options->common, [&](Service &service) { return assign(service, *options); });
        };
    });
}

void addClientCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<ClientOptions>();
    CLI::App *command =
        app.add_subcommand("add-client", "Add an xAPI client; prints its key and secret as one line of JSON");
    options->common.declare(*command);
    command->add_option("name", options->name, "What it is, such as a reporting tool")->required();
    command
        ->add_option(
            "--scope", options->scopes,
            "all, all/read, statements/write, statements/read, statements/read/mine, state or profile; "
            "may be repeated")
        ->required();
    command->callback([options, &run] {
        run = [options] {
            return withService(options->common,
                               [&](Service &service) { return addClient(service, *options); });
        };
    });
}

} // namespace kapok::kapokd
