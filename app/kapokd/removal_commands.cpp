// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/commands.h"
#include "app/kapokd/router.h"
#include "core/lrs/agents.h"
#include "core/lrs/removal.h"

#include <iostream>
#include <memory>

namespace kapok::kapokd {
namespace {

struct PersonOptions {
    CommonOptions common;
    std::string account;
};

Status deletePerson(Service &service, const std::string &account)
{
    KAPOK_TRY_ASSIGN(const auto node, service.roster.node());
    const std::string ifi = lrs::ifiOf(xapi::Account{node.homePage, account});
    const auto person = service.roster.personByAccount(account);
    if (!person.ok()) {
        KAPOK_TRY_ASSIGN(auto database, service.pool.take());
        KAPOK_TRY_ASSIGN(const bool isGone, lrs::isForgotten(*database, ifi));
        // Again for somebody who is gone: it takes away what an older version of the server let in since.
        if (!isGone)
            return person.error();
    }
    lrs::Forgotten forgotten;
    // First what she did, then her: should it stop between the two, it is run once more.
    KAPOK_TRY(service.writer.run([&](store::Database &database, const lrs::CommitQueue::Stamp &) -> Status {
        KAPOK_TRY_ASSIGN(forgotten, lrs::forgetAgent(database, ifi, service.clock.now()));
        return success();
    }));
    if (person.ok())
        KAPOK_TRY(service.roster.removePerson(account));
    std::cout << "deleted " << forgotten.statements << " statements and " << forgotten.documents
              << " documents\n";
    if (forgotten.mentions > 0)
        std::cerr << forgotten.mentions << " statements of others name her; they stay.\n";
    return success();
}

struct RetentionOptions {
    CommonOptions common;
    int months = 0;
};

Status retire(Service &service, int months)
{
    using namespace std::chrono;
    constexpr int kEachTime = 500; // the server beside this one writes in between
    const Time now = service.clock.now();
    const year_month_day today{floor<days>(now)};
    const year_month_day then =
        year_month_day{today.year() / today.month() / 1} - std::chrono::months{months};
    const lrs::Micros before = lrs::toMicros(Time{sys_days{then}});
    std::uint64_t deleted = 0;
    for (;;) {
        int count = 0;
        KAPOK_TRY(service.writer.run([&](store::Database &database, const auto &) -> Status {
            KAPOK_TRY_ASSIGN(count, lrs::retireStatements(database, before, kEachTime));
            return success();
        }));
        deleted += static_cast<std::uint64_t>(count);
        if (count < kEachTime)
            break;
    }
    KAPOK_TRY(service.writer.run(
        [](store::Database &database, const auto &) { return lrs::dropUnusedAttachments(database); }));
    std::cout << "deleted " << deleted << " statements stored before " << toIso8601(Time{sys_days{then}})
              << "\n";
    return success();
}

} // namespace

void addDeletePersonCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<PersonOptions>();
    CLI::App *command = app.add_subcommand(
        "delete-person", "Delete a person and everything she did, for good; what her devices"
                         " still send is not kept");
    options->common.declare(*command);
    command->add_option("account", options->account, "What she signs in with")->required();
    command->callback([options, &run] {
        run = [options] {
            return withService(options->common,
                               [&](Service &service) { return deletePerson(service, options->account); });
        };
    });
}

void addRetentionCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<RetentionOptions>();
    CLI::App *command = app.add_subcommand(
        "retention", "Delete statements that were stored long ago; the figures made of them stay");
    options->common.declare(*command);
    command->add_option("--months", options->months, "How many whole months are kept beside this one")
        ->required()
        ->check(CLI::Range(1, 1200));
    command->callback([options, &run] {
        run = [options] {
            return withService(options->common,
                               [&](Service &service) { return retire(service, options->months); });
        };
    });
}

} // namespace kapok::kapokd
