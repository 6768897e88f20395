// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/review_rules.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

namespace kapok::viewmodels {
namespace {

using Children = std::unordered_map<std::string, std::vector<const sync::Unit *>>;
using People = std::vector<const sync::PersonProgress *>;

struct Tree {
    std::vector<const sync::Unit *> tops;
    Children children;
};

Tree treeOf(const std::vector<sync::Unit> &units)
{
    std::set<UnitId> known;
    for (const sync::Unit &unit : units)
        known.insert(unit.id);
    Tree tree;
    for (const sync::Unit &unit : units) {
        if (unit.parent.empty() || !known.contains(unit.parent))
            tree.tops.push_back(&unit);
        else
            tree.children[unit.parent.value].push_back(&unit);
    }
    return tree;
}

const std::vector<const sync::Unit *> &below(const Tree &tree, const UnitId &unit)
{
    static const std::vector<const sync::Unit *> kNone;
    const auto found = tree.children.find(unit.value);
    return found == tree.children.end() ? kNone : found->second;
}

bool isFound(const sync::Unit &unit, std::string_view search)
{
    return std::ranges::any_of(unit.names.byLanguage,
                               [&](const auto &name) { return matchesSearch(name.second, search); });
}

/// Adds \p unit and what shows below it. Returns whether anything was added.
bool addRows(const Tree &tree, const sync::Unit &unit, int depth, const std::set<UnitId> &open,
             std::string_view search, std::vector<UnitRow> &rows)
{
    const auto &children = below(tree, unit.id);
    const bool isOpen = !children.empty() && (!search.empty() || open.contains(unit.id));
    const std::size_t at = rows.size();
    rows.push_back({&unit, depth, !children.empty(), isOpen});
    bool belowFound = false;
    if (isOpen) {
        for (const sync::Unit *child : children)
            belowFound = addRows(tree, *child, depth + 1, open, search, rows) || belowFound;
    }
    if (search.empty() || belowFound || isFound(unit, search))
        return true;
    rows.resize(at);
    return false;
}

/// A day that returns every year.
struct YearDay {
    int month;
    int day;

    [[nodiscard]] QDate in(int year) const { return {year, month, day}; }
};

/// When schools of a country begin their year and its second semester. This is the one place that knows; a
/// date that a ministry changes is changed here (docs/architecture.md, "School calendars").
struct SchoolCalendar {
    std::string_view country;
    YearDay yearBegins;
    YearDay secondSemesterBegins;
};

constexpr std::array<SchoolCalendar, 2> kCalendars{{
    {"VN", {9, 1}, {1, 18}}, // Decision 2269 of the Ministry of Education and Training
    {"CN", {9, 1}, {2, 1}},  // Guangxi: after the winter holidays, about 1 February
}};

/// Vietnam's where the country is not known.
const SchoolCalendar &calendarOf(std::string_view country)
{
    const auto found = std::ranges::find(kCalendars, country, &SchoolCalendar::country);
    return found == kCalendars.end() ? kCalendars.front() : *found;
}

int stateRank(const sync::PersonProgress &row)
{
    return row.state == "completed" ? 2 : row.state == "started" ? 1 : 0;
}

bool isShown(const sync::PersonProgress &row, const PeopleFilter &filter)
{
    using Show = PeopleFilter::Show;
    switch (filter.show) {
    case Show::Everybody:
        return true;
    case Show::Late:
        return isLate(row, filter.now);
    case Show::NotStarted:
        return row.state == "not_started";
    case Show::Started:
        return row.state == "started";
    case Show::Completed:
        return row.state == "completed";
    }
    return true;
}

/// Late first, as the ones to look after; the longest late before the others.
std::pair<int, int> stateOrder(const sync::PersonProgress &row, Time now)
{
    const int late = daysLate(row, now);
    return late > 0 ? std::pair(0, -late) : std::pair(1 + stateRank(row), 0);
}

void sortByName(People &rows, bool descending)
{
    std::unordered_map<const sync::PersonProgress *, std::string> keys;
    for (const sync::PersonProgress *row : rows)
        keys.emplace(row, nameSortKey(row->name, row->nameLanguage));
    std::ranges::stable_sort(rows, [&](const auto *a, const auto *b) {
        return descending ? keys[b] < keys[a] : keys[a] < keys[b];
    });
}

void sortByDate(People &rows, bool descending)
{
    std::ranges::stable_sort(rows, [descending](const auto *a, const auto *b) {
        if (a->date.has_value() != b->date.has_value())
            return a->date.has_value();
        return descending ? b->date < a->date : a->date < b->date;
    });
}

void sortByState(People &rows, bool descending, Time now)
{
    std::ranges::stable_sort(rows, [descending, now](const auto *a, const auto *b) {
        return descending ? stateOrder(*b, now) < stateOrder(*a, now)
                          : stateOrder(*a, now) < stateOrder(*b, now);
    });
}

} // namespace

DateSpan daysOf(Period period, QDate today, std::string_view country)
{
    const SchoolCalendar &calendar = calendarOf(country);
    const QDate thisYear = calendar.yearBegins.in(today.year());
    const int year = today >= thisYear ? today.year() : today.year() - 1;
    const QDate start = calendar.yearBegins.in(year);
    const QDate end = calendar.yearBegins.in(year + 1).addDays(-1);
    const QDate second = calendar.secondSemesterBegins.in(year + 1);
    switch (period) {
    case Period::SchoolYear:
        return {start, end};
    case Period::Semester:
        return today < second ? DateSpan{start, second.addDays(-1)} : DateSpan{second, end};
    case Period::Month:
        return {today.addDays(-29), {}};
    case Period::All:
        break;
    }
    return {};
}

std::vector<UnitRow> unitRows(const std::vector<sync::Unit> &units, const std::set<UnitId> &open,
                              std::string_view search)
{
    const Tree tree = treeOf(units);
    std::vector<UnitRow> rows;
    for (const sync::Unit *top : tree.tops)
        addRows(tree, *top, 0, open, search, rows);
    return rows;
}

std::vector<UnitId> topUnits(const std::vector<sync::Unit> &units)
{
    std::vector<UnitId> tops;
    for (const sync::Unit *unit : treeOf(units).tops)
        tops.push_back(unit->id);
    return tops;
}

std::vector<const sync::Unit *> childrenOf(const std::vector<sync::Unit> &units, const UnitId &parent)
{
    return parent.empty() ? std::vector<const sync::Unit *>{} : below(treeOf(units), parent);
}

std::set<UnitId> branchOf(const std::vector<sync::Unit> &units, const UnitId &unit)
{
    const Tree tree = treeOf(units);
    std::set<UnitId> branch{unit};
    std::vector<UnitId> next{unit};
    while (!next.empty()) {
        const UnitId at = next.back();
        next.pop_back();
        for (const sync::Unit *child : below(tree, at)) {
            if (branch.insert(child->id).second)
                next.push_back(child->id);
        }
    }
    return branch;
}

std::optional<double> completedShare(const sync::UnitFigures *figures)
{
    if (figures == nullptr || figures->assigned <= 0)
        return std::nullopt;
    return std::clamp(static_cast<double>(figures->completed) / figures->assigned, 0.0, 1.0);
}

bool isLate(const sync::PersonProgress &row, Time now)
{
    return row.due && row.state != "completed" && *row.due < now;
}

int daysLate(const sync::PersonProgress &row, Time now)
{
    if (!isLate(row, now))
        return 0;
    return std::max(1, static_cast<int>(std::chrono::floor<std::chrono::days>(now - *row.due).count()));
}

People listedPeople(const std::vector<sync::PersonProgress> &people, const PeopleFilter &filter)
{
    People rows;
    for (const sync::PersonProgress &row : people) {
        if (filter.branch.contains(row.unit) && isShown(row, filter) &&
            (filter.search.empty() || matchesSearch(row.name, filter.search) ||
             matchesSearch(row.account, filter.search)))
            rows.push_back(&row);
    }
    using Sort = PeopleFilter::Sort;
    sortByName(rows, filter.sort == Sort::Name && filter.descending);
    if (filter.sort == Sort::State)
        sortByState(rows, filter.descending, filter.now);
    else if (filter.sort == Sort::Date)
        sortByDate(rows, filter.descending);
    return rows;
}

std::set<const sync::PersonProgress *> furthestRows(const People &rows)
{
    std::map<std::string_view, const sync::PersonProgress *> furthest;
    for (const sync::PersonProgress *row : rows) {
        auto [at, added] = furthest.emplace(row->account, row);
        if (!added && std::pair(stateRank(*row), row->progress) >
                          std::pair(stateRank(*at->second), at->second->progress))
            at->second = row;
    }
    std::set<const sync::PersonProgress *> found;
    for (const auto &[account, row] : furthest)
        found.insert(row);
    return found;
}

PeopleCounts countPeople(const std::vector<sync::PersonProgress> &people, const std::set<UnitId> &branch,
                         Time now)
{
    std::set<std::string_view> listed;
    std::set<std::string_view> finished;
    std::set<std::string_view> late;
    PeopleCounts counts;
    for (const sync::PersonProgress &row : people) {
        if (!branch.contains(row.unit))
            continue;
        listed.insert(row.account);
        if (row.state == "completed")
            finished.insert(row.account);
        if (const int days = daysLate(row, now); days > 0) {
            late.insert(row.account);
            counts.longestLate = std::max(counts.longestLate, days);
        }
    }
    counts.listed = static_cast<int>(listed.size());
    counts.finished = static_cast<int>(finished.size());
    counts.late = static_cast<int>(late.size());
    return counts;
}

} // namespace kapok::viewmodels
