// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roster/roster.h"

#include <cstdint>

/// Reading and writing of single values, shared by the files of this folder. Private to it.
namespace kapok::roster {

[[nodiscard]] std::string toJsonText(const LocalizedText &text);
[[nodiscard]] LocalizedText localizedText(const std::string &json);
[[nodiscard]] std::optional<Time> timeAt(const store::Query &row, int column);
[[nodiscard]] std::int64_t milliseconds(Time time);

/// The row number of a unit; NotFound when there is none.
[[nodiscard]] Result<std::int64_t> unitNumber(store::Database &database, const UnitId &id);
[[nodiscard]] Result<std::int64_t> personNumber(store::Database &database, const PersonId &id);

/// To be called in every transaction that takes away or changes what Credentials::authenticate() gives: ends
/// what servers keep of it in memory.
Status credentialsChanged(store::Database &database);

/// One person by `person.id` or `person.account`, as \p condition says. NotFound.
[[nodiscard]] Result<Person> readPerson(store::Database &database, const char *condition,
                                        const std::string &value);

} // namespace kapok::roster
