// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The shapes in which `GET /xapi/statements` gives a statement back (xAPI 1.0.3 Communication, 2.1.3). Both
/// are projections: done twice they change nothing more. The statement must be valid, and come from
/// parseExact() (core/xapi/exact_json.h) where its numbers are to keep their text. Pure; from any thread.
namespace kapok::xapi {

/// `format=ids`: of agents, groups, verbs and activities only what identifies them, and of groups without an
/// identifier the members.
void keepIds(nlohmann::json &statement);

/// `format=canonical`: every activity with its definition out of \p definitions (JSON by IRI, see
/// StatementStore::definitions()) where there is one, as parseExact() reads it, and of every language map of
/// activities and verbs the one text that \p acceptLanguage (the header, "" for none) likes best.
void makeCanonical(nlohmann::json &statement, const std::map<std::string, std::string> &definitions,
                   std::string_view acceptLanguage);

/// The activities of a statement, as object, in its context, and in its SubStatement.
[[nodiscard]] std::set<std::string> activitiesOf(const nlohmann::json &statement);

/// The ranges of an Accept-Language header (RFC 9110, 12.5.4), best first; those with q=0 are left out.
[[nodiscard]] std::vector<std::string> languageRanges(std::string_view acceptLanguage);

/// The key of the language map \p map that fits \p ranges best by RFC 4647 lookup; its first key when none
/// fits, "" when it is empty.
[[nodiscard]] std::string bestLanguage(const nlohmann::json &map, const std::vector<std::string> &ranges);

} // namespace kapok::xapi
