// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/support_report.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kapok::viewmodels {
namespace {

void section(std::string &text, std::string_view title)
{
    text += fmt::format("\n[{}]\n", title);
}

const char *nameOf(sync::SyncState state)
{
    static constexpr std::array<const char *, 6> kNames{"problem", "sending", "paused",
                                                        "offline", "waiting", "up to date"};
    return kNames.at(static_cast<std::size_t>(state));
}

const char *nameOf(sync::Connection connection)
{
    static constexpr std::array<const char *, 4> kNames{"not tried yet", "no network", "no answer",
                                                        "reachable"};
    return kNames.at(static_cast<std::size_t>(connection));
}

const char *nameOf(sync::SyncProblem::Kind kind)
{
    static constexpr std::array<const char *, 7> kNames{
        "sign in again",   "not allowed",    "statement set aside", "download stopped",
        "storage trouble", "server trouble", "own record store"};
    return kNames.at(static_cast<std::size_t>(kind));
}

const char *nameOf(library::TrustSource source)
{
    switch (source) {
    case library::TrustSource::BuiltIn:
        return "built in";
    case library::TrustSource::Node:
        return "named by the server";
    case library::TrustSource::Person:
        break;
    }
    return "accepted by a person";
}

void addProgram(std::string &text, const SupportFacts &facts)
{
    section(text, "program");
    text += "time: " + facts.now + "\n";
    for (const auto &[name, value] : facts.program)
        text += name + ": " + value + "\n";
}

void addStorage(std::string &text, Desk &desk)
{
    section(text, "storage");
    if (const auto figures = desk.library->storage())
        text += fmt::format("courses: {} bytes\nunfinished downloads: {} bytes\nfree: {} bytes\n",
                            figures->courseBytes, figures->downloadBytes, figures->freeBytes);
    else
        text += fmt::format("cannot be read: {}\n", toString(figures.error().code));
}

void addCourses(std::string &text, Desk &desk)
{
    section(text, "courses");
    const auto courses = desk.library->courses();
    if (!courses.ok()) {
        text += fmt::format("cannot be read: {}\n", toString(courses.error().code));
        return;
    }
    for (const auto &course : *courses) {
        text += fmt::format("{}: here {}, offered {}, {} bytes", course.id.value,
                            course.installedVersion.value_or("-"), course.offeredVersion.value_or("-"),
                            course.diskBytes);
        if (course.pending)
            text += fmt::format(", fetching {}: {} of {} bytes", course.pending->version,
                                course.pending->bytesDone, course.pending->bytesTotal);
        if (course.needsNewerApp)
            text += ", needs a newer Kapok";
        if (const auto signature = desk.library->signature(course.id))
            text += ", signed by " + signature->keyId;
        text += "\n";
    }
}

void addSigners(std::string &text, Desk &desk)
{
    section(text, "trusted signers");
    const auto signers = desk.library->trusted();
    if (!signers.ok())
        return;
    for (const auto &signer : *signers)
        text += fmt::format("{}: {}\n", signer.key.id(), nameOf(signer.source));
}

std::string numberOf(const std::vector<learner::Person> &people, const PersonId &id)
{
    const auto found =
        std::find_if(people.begin(), people.end(), [&](const auto &person) { return person.id == id; });
    return found == people.end() ? "everybody" : fmt::format("person {}", found - people.begin() + 1);
}

void addSending(std::string &text, const sync::SyncStatus &status, const std::vector<learner::Person> &people)
{
    section(text, "sending");
    text += fmt::format("state: {}\nconnection: {}\nnext try: {}\n", nameOf(status.state),
                        nameOf(status.connection), status.nextTry ? toIso8601(*status.nextTry) : "-");
    for (const auto &person : status.people)
        text += fmt::format("{}: {} waiting in {} lessons, {} set aside, last sent {}{}\n",
                            numberOf(people, person.person), person.waiting, person.waitingLessons,
                            person.setAside, person.lastSent ? toIso8601(*person.lastSent) : "never",
                            person.mustSignInAgain ? ", must sign in again" : "");
    for (const auto &problem : status.problems)
        text += fmt::format("problem of {}: {}, {}{}{}\n", numberOf(people, problem.person),
                            nameOf(problem.kind), toString(problem.code),
                            problem.course.empty() ? "" : ", course ", problem.course.value);
    for (const auto &download : status.downloads)
        text += fmt::format("download {}: {} of {} bytes{}{}\n", download.course.value, download.done,
                            download.total, download.error ? ", stopped: " : "",
                            download.error ? toString(download.error->code) : "");
}

void addPeople(std::string &text, const std::vector<learner::Person> &people)
{
    section(text, "people");
    text += fmt::format("people on this device: {}\n", people.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto host = hostOf(people[i].server);
        text += fmt::format("person {}: server {}, PIN {}\n", i + 1, host.empty() ? "-" : host,
                            people[i].hasPin ? "yes" : "no");
    }
}

} // namespace

std::string hostOf(const std::string &url)
{
    return QUrl(QString::fromStdString(url)).host().toStdString();
}

std::string supportReport(Desk &desk, const SupportFacts &facts)
{
    std::vector<learner::Person> people;
    if (auto all = desk.people->all())
        people = std::move(*all);
    std::string text = "Kapok support file. It names no person and holds no secret, answer or mark.\n";
    addProgram(text, facts);
    addStorage(text, desk);
    addCourses(text, desk);
    addSigners(text, desk);
    addPeople(text, people);
    addSending(text, facts.status, people);
    return text;
}

} // namespace kapok::viewmodels
