// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/xapi_format.h"

#include "core/lrs/statement_text.h"
#include "core/xapi/exact_json.h"
#include "core/xapi/projections.h"

#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

std::vector<json> parsed(const std::vector<std::string> &statements)
{
    std::vector<json> values;
    values.reserve(statements.size());
    for (const auto &statement : statements) {
        auto value = xapi::parseExact(statement);
        // Kept ones may be nested one level deeper than what may come: activities get arrays around them.
        values.push_back(value.ok() ? *std::move(value) : json::parse(statement, nullptr, false));
    }
    return values;
}

Status makeAllCanonical(lrs::StatementStore &store, const std::string &acceptLanguage,
                        std::vector<json> &values)
{
    std::set<std::string> activities;
    for (const auto &value : values)
        activities.merge(xapi::activitiesOf(value));
    KAPOK_TRY_ASSIGN(const auto definitions, store.definitions(activities));
    for (auto &value : values)
        xapi::makeCanonical(value, definitions, acceptLanguage);
    return success();
}

} // namespace

Status formatStatements(lrs::StatementStore &store, const StatementForm &form,
                        std::vector<std::string> &statements)
{
    if (form.version == xapi::Version::V2_0_0)
        for (auto &statement : statements)
            statement = lrs::withUtcTimestamps(statement);
    if (form.format == xapi::Format::Exact)
        return success();
    std::vector<json> values = parsed(statements);
    if (form.format == xapi::Format::Canonical)
        KAPOK_TRY(makeAllCanonical(store, form.acceptLanguage, values));
    else
        for (auto &value : values)
            xapi::keepIds(value);
    for (std::size_t i = 0; i < values.size(); ++i)
        statements[i] = xapi::exactText(values[i]);
    return success();
}

} // namespace kapok::kapokd
