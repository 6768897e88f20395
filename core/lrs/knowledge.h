// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/agents.h"
#include "core/lrs/micros.h"
#include "core/store/database.h"

#include <map>
#include <set>
#include <string>
#include <vector>

/// What statements say beside what happened: names of agents, definitions of activities, and which statements
/// refer to which. Rows are only ever added, so that writers never wait for each other's rows.
namespace kapok::lrs {

/// Remembers the names and definitions of \p mentions. Inside a write transaction only.
Status learn(store::Database &database, const Mentions &mentions);

/// Whether this writer's Memory has the names and definitions of \p mentions, so that learn() would do
/// nothing.
bool hasLearnt(const Mentions &mentions);

/// Remembers that the statement \p id (16 bytes) at \p stored refers to \p target (16 bytes, or "" when it
/// refers to none): it, and all that refer to it, refer to whatever \p target refers to. Call it for every
/// new statement, before its own row is there. Inside a write transaction only.
Status refer(store::Database &database, const std::string &id, const std::string &target, Micros stored);

/// See StatementStore::definitions() and names().
[[nodiscard]] Result<std::map<std::string, std::string>>
readDefinitions(store::Database &database, const std::set<std::string> &activities);
[[nodiscard]] Result<std::vector<std::string>> readNames(store::Database &database, const std::string &ifi);

/// One definition out of several of the same activity (JSON objects, the first to come first): members of a
/// later one go over those of an earlier one; language maps and extensions are merged by their keys.
[[nodiscard]] std::string mergedDefinition(const std::vector<std::string> &definitions);

} // namespace kapok::lrs
