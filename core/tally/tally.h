// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tally/cells.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Sums per unit, each over its whole branch, so that the figures of a province take no longer than those of
/// a school (tables branch_*, migration 0007). They are a fold of people, roles, assignments, offered
/// courses, `figure` and credentials: whoever changes one of these does so inside a Change, or counts anew
/// afterwards.
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
    using ByUnit = std::map<std::int64_t, Cells>;

    store::Database *m_database;
    std::vector<std::int64_t> m_people;
    std::vector<std::string> m_devices;
    ByUnit m_difference;
};

/// Counts the branch of a unit anew, and corrects what is above it: when something changes for all of it,
/// such as an assignment to a unit. Takes some 3 ms for a school of 50. In a write transaction.
Status recountBranch(store::Database &database, std::int64_t unit);
/// Counts everything anew. In a write transaction.
Status recountEverything(store::Database &database);
/// The same when no sums were made yet: the database is older than they are. Begins its own transaction.
Status recountIfMissing(store::Database &database);

/// The number of the day, where the node is, in which this time lies; the same numbers as in the tables.
[[nodiscard]] std::int64_t dayOf(std::int64_t micros, std::int64_t utcOffsetMinutes);
/// Hours since 1970, as in branch_device.
[[nodiscard]] std::int64_t hourOf(std::int64_t millis);

} // namespace kapok::tally
