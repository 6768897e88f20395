// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/figure_batch.h"

#include "core/lrs/dialect.h"
#include "core/lrs/interning.h"
#include "core/store/array_text.h"

#include <algorithm>
#include <optional>

namespace kapok::lrs {
namespace {

/// When a learner began and completed a course.
struct Figure {
    Micros started = 0;
    std::optional<Micros> completed;
};
using Known = std::map<std::pair<std::string, std::string>, Figure>; ///< by agent and course

/// The figures that are there for \p events, by one query. They only move backwards in time while the events
/// are applied, so what does not move one of these moves nothing.
Result<Known> knownFigures(store::Database &database, const std::vector<const FigureEvent *> &events)
{
    std::map<std::pair<std::int64_t, std::int64_t>, std::pair<std::string, std::string>> wanted;
    for (const FigureEvent *event : events) {
        KAPOK_TRY_ASSIGN(const auto agent, internAgent(database, event->agent));
        KAPOK_TRY_ASSIGN(const auto course, internActivity(database, event->course));
        wanted.emplace(std::pair(agent, course), std::pair(event->agent, event->course));
    }
    store::ArrayText agents, courses;
    for (const auto &[numbers, names] : wanted) {
        agents.add(numbers.first);
        courses.add(numbers.second);
    }
    Known known;
    auto rows = database.query("SELECT f.agent, f.course, f.started, f.completed"
                               " FROM unnest(?::bigint[], ?::bigint[]) AS w (agent, course)"
                               " JOIN figure f ON f.agent = w.agent AND f.course = w.course",
                               {agents.text(), courses.text()});
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool isThere, rows.step());
        if (!isThere)
            return known;
        Figure figure{rows.integer(2), {}};
        if (!rows.isNull(3))
            figure.completed = rows.integer(3);
        known.emplace(wanted.at({rows.integer(0), rows.integer(1)}), figure);
    }
}

/// As applyFigure() asks it.
bool movesSums(const FigureEvent &event, const Figure &figure)
{
    return event.at < figure.started ||
           (event.courseSatisfied && (!figure.completed || event.at < *figure.completed));
}

} // namespace

void FigureBatch::add(FigureEvent event)
{
    if (event.courseSatisfied || !event.lesson.empty()) {
        m_reached.push_back(std::move(event));
        return;
    }
    const auto [found, isNew] = m_seen.try_emplace(std::pair(event.agent, event.course), event);
    FigureEvent &span = found->second;
    span.seen = std::max({span.at, span.seen, event.at, event.seen});
    span.at = std::min(span.at, event.at);
}

Status FigureBatch::apply(store::Database &database)
{
    std::vector<const FigureEvent *> events;
    for (const auto &[key, span] : m_seen)
        events.push_back(&span);
    for (const FigureEvent &event : m_reached)
        events.push_back(&event);
    Known known;
    if (isPostgres(database) && !events.empty()) {
        KAPOK_TRY_ASSIGN(known, knownFigures(database, events));
    }
    for (const FigureEvent *event : events) {
        const auto figure = known.find({event->agent, event->course});
        const bool moves = figure == known.end() || movesSums(*event, figure->second);
        KAPOK_TRY(moves ? applyFigure(database, *event) : foldFigure(database, *event));
    }
    m_seen.clear();
    m_reached.clear();
    return success();
}

} // namespace kapok::lrs
