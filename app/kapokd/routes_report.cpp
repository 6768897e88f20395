// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/routes.h"

namespace kapok::kapokd {
namespace {

using nlohmann::json;
using roster::Role;

/// The branches the caller answers for.
std::vector<UnitId> ownBranches(const Call &call)
{
    std::vector<UnitId> tops;
    for (const auto &at : call.caller.person->roles)
        if (at.role == Role::Reviewer || at.role == Role::Owner)
            tops.push_back(at.unit);
    return tops;
}

Result<std::optional<Time>> dateAt(const Call &call, const char *name, const roster::Node &node, bool end)
{
    const std::string *text = call.request.parameter(name);
    if (!text || text->empty())
        return std::optional<Time>();
    const auto time = end ? node.endOf(*text) : node.startOf(*text);
    if (!time.ok())
        return Error{ErrorCode::InvalidInput, std::string("parameter ") + name + ": " + time.error().detail};
    return std::optional(*time);
}

Result<report::Scope> scopeOf(Services &services, const Call &call)
{
    report::Scope scope;
    KAPOK_TRY_ASSIGN(const auto node, services.roster.node());
    scope.tops = ownBranches(call);
    if (const std::string *course = call.request.parameter("course"))
        scope.course = *course;
    KAPOK_TRY_ASSIGN(scope.from, dateAt(call, "from", node, false));
    KAPOK_TRY_ASSIGN(scope.to, dateAt(call, "to", node, true));
    return scope;
}

json asked(const Call &call, const char *name)
{
    const std::string *value = call.request.parameter(name);
    return value && !value->empty() ? json(*value) : json(nullptr);
}

Result<Response> units(Services &services, const Call &call)
{
    const auto tops = ownBranches(call);
    KAPOK_TRY_ASSIGN(const auto branch, services.roster.branch(tops));
    json rows = json::array();
    for (const auto &unit : branch)
        rows.push_back(toJson(unit));
    return jsonResponse({{"units", std::move(rows)}, {"as_of", toIso8601(services.clock.now())}});
}

Result<Response> figures(Services &services, const Call &call)
{
    KAPOK_TRY_ASSIGN(const auto scope, scopeOf(services, call));
    KAPOK_TRY_ASSIGN(const auto figures, services.report.figures(scope));
    json rows = json::array();
    for (const auto &unit : figures.units)
        rows.push_back({{"unit", unit.unit.value},
                        {"people", unit.people},
                        {"assigned", unit.assigned},
                        {"started", unit.started},
                        {"completed", unit.completed},
                        {"late", unit.late}});
    return jsonResponse({{"as_of", toIso8601(services.clock.now())},
                         {"from", asked(call, "from")},
                         {"to", asked(call, "to")},
                         {"course", asked(call, "course")},
                         {"units", std::move(rows)},
                         {"devices", {{"known", figures.devicesKnown}, {"silent", figures.devicesSilent}}}});
}

Result<Response> progress(Services &services, const Call &call)
{
    KAPOK_TRY_ASSIGN(auto scope, scopeOf(services, call));
    if (const std::string *unit = call.request.parameter("unit")) {
        KAPOK_TRY_ASSIGN(const bool own, services.roster.isWithin({*unit}, scope.tops));
        if (!own)
            return Error{ErrorCode::Forbidden, "parameter unit: this unit is not in your branch"};
        scope.tops = {UnitId{*unit}};
    }
    KAPOK_TRY_ASSIGN(const auto people, services.report.progress(scope));
    json rows = json::array();
    for (const auto &row : people)
        rows.push_back({{"person", row.person.value},
                        {"name", row.name},
                        {"name_language", row.nameLanguage},
                        {"account", row.account},
                        {"unit", row.unit.value},
                        {"course", row.course},
                        {"state", row.state},
                        {"progress", row.progress},
                        {"mark", row.mark ? json(*row.mark) : json(nullptr)},
                        {"date", toJson(row.date)},
                        {"due", toJson(row.due)},
                        {"last_seen", toJson(row.lastSeen)}});
    return jsonResponse({{"as_of", toIso8601(services.clock.now())}, {"people", std::move(rows)}});
}

} // namespace

std::vector<Route> reportRoutes()
{
    return {
        {"GET", "/api/v1/units", Access::Reviewer, Work::Quick, 0, answering(units)},
        {"GET", "/api/v1/figures", Access::Reviewer, Work::Quick, 0, answering(figures)},
        {"GET", "/api/v1/progress", Access::Reviewer, Work::Quick, 0, answering(progress)},
    };
}

} // namespace kapok::kapokd
