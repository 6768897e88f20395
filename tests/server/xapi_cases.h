// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// Statements that must be accepted, or refused with 400, by the chapters of xAPI's Data part. Written from
/// the specification (1.0.3 numbering; XAPI-nnnnn are ADL's numbers of its requirements).
namespace kapok::test {

struct StatementCase {
    std::string what; ///< requirement, place and value
    nlohmann::json statement;
    bool accepted = false;
};
using StatementCases = std::vector<StatementCase>;

/// A value for one place, by itself.
struct ValueCase {
    std::string what;
    nlohmann::json value;
    bool accepted = false;
};

using ValueCases = std::vector<ValueCase>;

/// A valid statement with as little as there may be.
[[nodiscard]] nlohmann::json smallest();
/// A valid one whose object is a SubStatement.
[[nodiscard]] nlohmann::json smallestWithSub();

/// Rows for \p pointer of a smallest statement and, when \p inSub, of its SubStatement.
void addAt(StatementCases &out, const std::string &chapter, const std::string &pointer,
           const ValueCases &values, bool inSub = true);

[[nodiscard]] ValueCases languageMaps(); ///< 4.2 (XAPI-00121, XAPI-00013)
[[nodiscard]] ValueCases extensions();   ///< 4.1 (XAPI-00118 to XAPI-00120)
[[nodiscard]] ValueCases iris();
[[nodiscard]] ValueCases uuids();
[[nodiscard]] ValueCases strings();
[[nodiscard]] ValueCases booleans();
[[nodiscard]] ValueCases timestamps();
[[nodiscard]] ValueCases durations();

[[nodiscard]] StatementCases actorCases();      ///< 2.4.2, 2.4.9 and wherever else agents and groups stand
[[nodiscard]] StatementCases activityCases();   ///< 2.4.4.1, 2.4.6.2
[[nodiscard]] StatementCases objectCases();     ///< 2.4.4
[[nodiscard]] StatementCases verbCases();       ///< 2.4.3, 4.2
[[nodiscard]] StatementCases resultCases();     ///< 2.4.5, 4.6
[[nodiscard]] StatementCases contextCases();    ///< 2.4.6
[[nodiscard]] StatementCases formattingCases(); ///< 2.2, 2.4.1, 2.4.7 to 2.4.10, 4.5
[[nodiscard]] StatementCases attachmentCases(); ///< 2.4.11
[[nodiscard]] StatementCases versionTwoCases(); ///< what came with 2.0

} // namespace kapok::test
