// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tally/cells.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Sums per unit, each over its whole branch, so that the figures of a province take no longer than those of
/// a school (tables branch_*, migration 0007). They are a fold of people, roles, assignments, offered
/// courses, `figure` and credentials: whoever changes one of these does so inside a Change, or marks a
/// branch, or counts anew afterwards.
namespace kapok::tally {

/// One change of what is known of some people or devices. Names first, then the change, then finish(); all of
/// it inside one write transaction. Thread-safety: none.
class Change {
public:
    explicit Change(store::Database &database) : m_database(&database) {}

    /// What concerns this person may change: her figures, unit, roles, assignments, that she is there at all.
    Status ofPerson(std::int64_t person);
    /// The same for whose account the agent with this number is; nothing when it is nobody's.
    Status ofAgent(std::int64_t agent);
    /// Credentials of this device may change; "" is none.
    Status ofDevice(const std::string &device);
    Status ofDevicesOf(std::int64_t person);

    /// Brings the sums to what the database says now.
    Status finish();

private:
    /// As ofPerson(), of a person whose unit is not marked.
    Status ofCountedPerson(std::int64_t person);

    using ByUnit = std::map<std::int64_t, Cells>;

    store::Database *m_database;
    std::vector<std::int64_t> m_people;
    std::vector<std::string> m_devices;
    ByUnit m_difference;
};

/// What is assigned of \p course to the people of this branch changes: its units are marked, and countSome()
/// counts them. In the transaction of the change. Until then the sums count each unit's own people either as
/// before or as now: a Change of one of them counts her unit first.
Status markBranch(store::Database &database, std::int64_t unit, const std::string &course);
/// How much is counted in one transaction: units until these are so many, or so many learners are in them.
struct Piece {
    std::int64_t units = 100;
    std::int64_t people = 300;
};
/// Counts some of the units that are marked, in a transaction of its own that takes some 20 ms (a unit of
/// thousands of own people: 60 µs for each). Whether there are more. Several may do this at once, in any
/// process.
Result<bool> countSome(store::Database &database, const Piece &piece = {});
/// Counts all units that are marked, with pauses between for whoever else wants to write.
Status countMarked(store::Database &database);
/// The pause: SQLite lets in whoever asks first, and those who wait ask every 100 ms at the latest.
inline constexpr std::chrono::milliseconds kPause{20};
/// Counts everything anew. In a write transaction.
Status recountEverything(store::Database &database);
/// The same when no sums were made yet: the database is older than they are. Begins its own transaction.
Status recountIfMissing(store::Database &database);

/// The number of the day, where the node is, in which this time lies; the same numbers as in the tables.
[[nodiscard]] std::int64_t dayOf(std::int64_t micros, std::int64_t utcOffsetMinutes);
/// Hours since 1970, as in branch_device.
[[nodiscard]] std::int64_t hourOf(std::int64_t millis);

} // namespace kapok::tally
