// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/course/signing.h"
#include "core/sync/transport.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What /api/v1 says (docs/protocol.md), as types.
namespace kapok::sync {

/// A server installation: `GET /api/v1/about`.
struct NodeInfo {
    std::string name;
    LocalizedText names;
    std::string country;
    std::string version;
    Time time{};
    std::string homePage; ///< account home page of everybody of this node
    std::vector<course::PublicKey> trustedKeys;
};

/// A node of the organisation tree.
struct Unit {
    UnitId id;
    std::string kind;
    UnitId parent; ///< empty at the root of what is shown
    LocalizedText names;
    std::string validFrom; ///< date, "" when open
    std::string validTo;

    bool operator==(const Unit &) const = default;
};

struct Role {
    std::string role; ///< "learner", "reviewer", "author", "owner"
    UnitId unit;

    bool operator==(const Role &) const = default;
};

struct Person {
    PersonId id;
    std::string account;
    std::string name;
    std::string nameLanguage;
    std::string formOfAddress;
    std::vector<Role> roles;
    Unit unit;
    std::string homePage;

    [[nodiscard]] bool hasRole(std::string_view role) const;
    bool operator==(const Person &) const = default;
};

/// This device, as it introduces itself.
struct DeviceInfo {
    DeviceId id;
    std::string name;
    std::string platform;
};

/// The answer to sign-in.
struct SignedIn {
    Person person;
    Credential credential;
    NodeInfo node;
};

/// `GET /api/v1/units`: the reviewer's branch, parents first.
struct Units {
    std::vector<Unit> units;
    Time asOf{};
};

/// One row of `GET /api/v1/figures`: a unit with its whole branch.
struct UnitFigures {
    UnitId unit;
    int people = 0;
    int assigned = 0;
    int started = 0;
    int completed = 0;
    int late = 0;
    /// People, not courses; not set by a server that does not tell them.
    std::optional<int> finished = {};
    std::optional<int> latePeople = {};
    std::optional<Time> lateSince = {}; ///< the earliest date that is past
};

struct Figures {
    Time asOf{};
    std::string from; ///< dates, as asked
    std::string to;
    std::string course; ///< "" for all
    std::vector<UnitFigures> units;
    int devicesKnown = 0;
    int devicesSilent = 0;
    bool isCounting = false; ///< some units still count as before a course was assigned to them
};

/// What figures and progress are asked for. Empty fields mean no limit.
struct ReportQuery {
    UnitId unit; ///< figures: this one and those right below it
    CourseId course;
    std::string from; ///< dates "2026-09-01", inclusive
    std::string to;
    int limit = 0;     ///< progress only: rows at most; 0: all
    std::string after; ///< progress only: `next` of the page before
};

/// One row of `GET /api/v1/progress`: one person and one course.
struct PersonProgress {
    PersonId person;
    std::string name;
    std::string nameLanguage;
    std::string account;
    UnitId unit;
    CourseId course;
    std::string state; ///< "not_started", "started", "completed"
    double progress = 0;
    std::optional<double> mark;
    std::optional<Time> date;
    std::optional<Time> due;
    std::optional<Time> lastSeen;

    bool operator==(const PersonProgress &) const = default;
};

struct ProgressList {
    Time asOf{};
    std::vector<PersonProgress> people;
    std::string next; ///< where the next page begins; "" at the end
};

} // namespace kapok::sync
