// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/answers.h"
#include "app/kapokd/router.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

/// Rows of people in one answer, when parts are asked for.
constexpr int kLongestPage = 5000;
/// Units whose figures come in one answer, when the levels below have more; each costs some 0.1 ms.
constexpr int kMostUnits = 500;

/// The units that this reviewer sees with all below them.
std::vector<UnitId> rootsOf(const Call &call)
{
    std::vector<UnitId> roots;
    for (const auto &role : call.person().roles) {
        if (role.role == "reviewer")
            roots.push_back(role.unit);
    }
    return roots;
}

/// Forbidden unless \p unit lies in his branch.
Status checkIsHis(const Call &call, const UnitId &unit)
{
    const auto roots = rootsOf(call);
    KAPOK_TRY_ASSIGN(const auto path, call.service.roster.path(unit));
    if (std::find_first_of(path.begin(), path.end(), roots.begin(), roots.end()) == path.end())
        return Error{ErrorCode::Forbidden, "parameter unit: is not in the branch of this reviewer"};
    return success();
}

/// Midnight, where the node is, of the date in parameter \p name; nothing when it is not given.
Result<std::optional<Time>> dateOf(const Call &call, const char *name, int utcOffsetMinutes)
{
    const std::string *text = call.request.parameter(name);
    std::optional<Time> time;
    if (!text || text->empty())
        return time;
    const auto midnight = parseIso8601(*text + "T00:00:00Z");
    if (text->size() != 10 || !midnight.ok() || toIso8601(*midnight).substr(0, 10) != *text)
        return Error{ErrorCode::InvalidInput,
                     std::string("parameter ") + name + ": must be a date such as 2026-09-01, not this text"};
    time = *midnight - std::chrono::minutes{utcOffsetMinutes};
    return time;
}

std::string parameterOf(const Call &call, const char *name)
{
    const std::string *value = call.request.parameter(name);
    return value ? *value : std::string();
}

Result<report::Question> questionOf(const Call &call)
{
    KAPOK_TRY_ASSIGN(const roster::Node node, call.service.roster.node());
    report::Question question;
    question.course = parameterOf(call, "course");
    KAPOK_TRY_ASSIGN(question.from, dateOf(call, "from", node.utcOffsetMinutes));
    KAPOK_TRY_ASSIGN(question.to, dateOf(call, "to", node.utcOffsetMinutes));
    if (question.to)
        *question.to += std::chrono::days{1}; // the day asked for counts too
    return question;
}

/// Parameters limit and after; without limit the whole list.
Result<report::Page> pageOf(const Call &call)
{
    report::Page page;
    page.after = parameterOf(call, "after");
    const std::string limit = parameterOf(call, "limit");
    const auto [end, error] = std::from_chars(limit.data(), limit.data() + limit.size(), page.limit);
    const bool isNumber = error == std::errc() && end == limit.data() + limit.size() && page.limit > 0;
    if (!limit.empty() && (!isNumber || page.limit > kLongestPage))
        return Error{ErrorCode::InvalidInput, "parameter limit: must be a number from 1 to " +
                                                  std::to_string(kLongestPage) + ", not this text"};
    return page;
}

json timeJson(const std::optional<Time> &time)
{
    return time ? json(toIso8601(*time)) : json(nullptr);
}

json progressJson(const report::Progress &row)
{
    return {{"person", row.person.value},
            {"name", row.name},
            {"name_language", row.nameLanguage},
            {"account", row.account},
            {"unit", row.unit.value},
            {"course", row.course},
            {"state", row.state},
            {"progress", row.progress},
            {"mark", row.mark ? json(*row.mark) : json(nullptr)},
            {"date", timeJson(row.date)},
            {"due", timeJson(row.due)},
            {"last_seen", timeJson(row.lastSeen)}};
}

std::vector<UnitId> idsOf(const std::vector<roster::Unit> &units)
{
    std::vector<UnitId> ids;
    ids.reserve(units.size());
    for (const auto &unit : units)
        ids.push_back(unit.id);
    return ids;
}

json unitFiguresJson(const report::UnitFigures &row)
{
    return {
        {"unit", row.unit.value},   {"people", row.people},          {"assigned", row.assigned},
        {"started", row.started},   {"completed", row.completed},    {"late", row.late},
        {"finished", row.finished}, {"late_people", row.latePeople}, {"late_since", timeJson(row.lateSince)}};
}

Result<json> figuresJson(const Call &call)
{
    KAPOK_TRY_ASSIGN(const auto question, questionOf(call));
    const UnitId unit{parameterOf(call, "unit")};
    if (!unit.empty())
        KAPOK_TRY(checkIsHis(call, unit));
    const auto roots = unit.empty() ? rootsOf(call) : std::vector{unit};
    int depth = 1;
    if (unit.empty()) {
        KAPOK_TRY_ASSIGN(depth, call.service.roster.depthOf(roots, kMostUnits));
    }
    KAPOK_TRY_ASSIGN(const auto units, call.service.roster.branches(roots, depth));
    // First: counting that ends in between is told of figures that are whole, never the other way round.
    KAPOK_TRY_ASSIGN(const bool isCounting, call.service.report.isCounting(roots));
    KAPOK_TRY_ASSIGN(const auto figures, call.service.report.figures(idsOf(units), question));
    KAPOK_TRY_ASSIGN(const auto devices, call.service.report.devices(roots));
    json rows = json::array();
    for (const auto &row : figures)
        rows.push_back(unitFiguresJson(row));
    return json{{"as_of", toIso8601(call.service.clock.now())},
                {"from", parameterOf(call, "from")},
                {"to", parameterOf(call, "to")},
                {"course", question.course},
                {"units", rows},
                {"counting", isCounting},
                {"devices", {{"known", devices.known}, {"silent", devices.silent}}}};
}

Result<json> listProgress(const Call &call)
{
    KAPOK_TRY_ASSIGN(const auto question, questionOf(call));
    UnitId unit{parameterOf(call, "unit")};
    const auto roots = rootsOf(call);
    if (unit.empty() && !roots.empty())
        unit = roots.front();
    KAPOK_TRY(checkIsHis(call, unit));
    KAPOK_TRY_ASSIGN(const auto page, pageOf(call));
    KAPOK_TRY_ASSIGN(const auto people, call.service.report.progress(unit, question, page));
    json rows = json::array();
    for (const auto &row : people.rows)
        rows.push_back(progressJson(row));
    return json{{"as_of", toIso8601(call.service.clock.now())},
                {"people", rows},
                {"next", people.next.empty() ? json(nullptr) : json(people.next)}};
}

} // namespace

Response getUnits(const Call &call)
{
    const auto units = call.service.roster.branches(rootsOf(call));
    if (!units.ok())
        return errorResponse(units.error());
    json list = json::array();
    for (const auto &unit : *units)
        list.push_back(unitJson(unit));
    return jsonResponse(200, {{"units", list}, {"as_of", toIso8601(call.service.clock.now())}});
}

Response getFigures(const Call &call)
{
    const auto figures = figuresJson(call);
    return figures.ok() ? jsonResponse(200, *figures) : errorResponse(figures.error());
}

Response getProgress(const Call &call)
{
    const auto progress = listProgress(call);
    return progress.ok() ? jsonResponse(200, *progress) : errorResponse(progress.error());
}

} // namespace kapok::kapokd
