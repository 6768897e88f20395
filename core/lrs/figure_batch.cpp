// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/figure_batch.h"

#include "core/lrs/dialect.h"
#include "core/lrs/interning.h"
#include "core/lrs/memory.h"
#include "core/store/array.h"
#include "core/tally/tally.h"

#include <algorithm>
#include <utility>

namespace kapok::lrs {
namespace {

using store::Array;
using store::Database;
using store::Query;

using Key = FigureBatch::Key;
using SeenArrays = FigureBatch::SeenArrays;

/// When a learner began and completed a course: all that sums of units are made of.
struct Figure {
    Micros started = 0;
    std::optional<Micros> completed;
};

Result<Key> keyOf(Database &database, const FigureEvent &event)
{
    KAPOK_TRY_ASSIGN(const auto agent, internAgent(database, event.agent));
    KAPOK_TRY_ASSIGN(const auto course, internActivity(database, event.course));
    return Key{agent, course};
}

/// \p row's columns from \p first are started, completed.
Figure figureAt(const Query &row, int first)
{
    return {row.integer(first), row.isNull(first + 1) ? std::nullopt : std::optional(row.integer(first + 1))};
}

/// Agent, course, started, completed; PostgreSQL only.
Query askFigures(Database &database, const std::set<Key> &wanted)
{
    Array agents(Array::Of::BigInt);
    Array courses(Array::Of::BigInt);
    for (const auto &[agent, course] : wanted) {
        agents.add(agent);
        courses.add(course);
    }
    return database.ask("SELECT f.agent, f.course, f.started, f.completed"
                        " FROM unnest(?::bigint[], ?::bigint[]) AS w (agent, course)"
                        " JOIN figure f ON f.agent = w.agent AND f.course = w.course",
                        {agents.value(), courses.value()});
}

Result<std::map<Key, Figure>> figuresIn(Query rows)
{
    std::map<Key, Figure> figures;
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool isThere, rows.step());
        if (!isThere)
            return figures;
        figures.emplace(Key{rows.integer(0), rows.integer(1)}, figureAt(rows, 2));
    }
}

/// The figures that are there.
Result<std::map<Key, Figure>> knownFigures(Database &database, const std::set<Key> &wanted)
{
    std::map<Key, Figure> known;
    if (wanted.empty())
        return known;
    if (!isPostgres(database)) {
        for (const auto &[agent, course] : wanted) {
            KAPOK_TRY_ASSIGN(
                const auto figure,
                database
                    .query("SELECT started, completed FROM figure WHERE agent = ? AND course = ?",
                           {agent, course})
                    .one([](const Query &row) { return figureAt(row, 0); }));
            if (figure)
                known.emplace(Key{agent, course}, *figure);
        }
        return known;
    }
    return figuresIn(askFigures(database, wanted));
}

/// Whether \p event moves \p figure's beginning or completion.
bool moves(const FigureEvent &event, const Figure &figure)
{
    return event.at < figure.started ||
           (event.courseSatisfied && (!figure.completed || event.at < *figure.completed));
}

/// Whose sums may change by \p events. Figures only move backwards in time while events are folded: what does
/// not move one as it is now moves nothing.
std::set<std::int64_t> movedAgents(const std::map<Key, Figure> &known,
                                   const std::multimap<Key, const FigureEvent *> &events)
{
    std::set<std::int64_t> agents;
    for (const auto &[key, event] : events)
        if (const auto figure = known.find(key); figure == known.end() || moves(*event, figure->second))
            agents.insert(key.first);
    return agents;
}

/// The events of \p spans, a map, by their keys.
template <class Spans>
Result<std::map<Key, const FigureEvent *>> byKey(Database &database, const Spans &spans)
{
    std::map<Key, const FigureEvent *> events;
    for (const auto &[names, event] : spans) {
        KAPOK_TRY_ASSIGN(const Key key, keyOf(database, event));
        events.emplace(key, &event);
    }
    return events;
}

SeenArrays arraysOf(const std::map<Key, const FigureEvent *> &events)
{
    SeenArrays arrays{Array(Array::Of::BigInt), Array(Array::Of::BigInt), Array(Array::Of::BigInt),
                      Array(Array::Of::BigInt)};
    auto &[agents, courses, started, seen] = arrays;
    for (const auto &[key, event] : events) {
        agents.add(key.first);
        courses.add(key.second);
        started.add(event->at);
        seen.add(std::max(event->at, event->seen));
    }
    return arrays;
}

/// What foldFigure() does, for events that say only that a learner was in a course, no two of the same key.
Status foldSeen(Database &database, const std::map<Key, const FigureEvent *> &events)
{
    if (!isPostgres(database)) {
        for (const auto &[key, event] : events)
            KAPOK_TRY(foldFigure(database, *event));
        return success();
    }
    if (events.empty())
        return success();
    auto arrays = arraysOf(events);
    return database.send("SELECT figure_seen(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])",
                         {arrays[0].value(), arrays[1].value(), arrays[2].value(), arrays[3].value()});
}

} // namespace

void FigureBatch::ask(Database &database, std::span<const FigureEvent *const> events)
{
    const Memory *const memory = Memory::current();
    if (!isPostgres(database) || !memory || events.empty())
        return;
    std::set<Key> keys;
    for (const FigureEvent *event : events) {
        const auto agent = memory->find(Memory::Kind::Agent, event->agent);
        const auto course = memory->find(Memory::Kind::Activity, event->course);
        if (!agent || !course)
            return;
        keys.emplace(*agent, *course);
    }
    m_asked.emplace(keys, askFigures(database, keys));
}

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

Result<SeenArrays> FigureBatch::seenArrays(Database &database) const
{
    KAPOK_TRY_ASSIGN(const auto seen, byKey(database, m_seen));
    return arraysOf(seen);
}

Status FigureBatch::apply(Database &database)
{
    auto asked = std::move(m_asked);
    m_asked.reset();
    const Spans spans = std::exchange(m_seen, {});
    const auto reached = std::exchange(m_reached, {});
    KAPOK_TRY_ASSIGN(const auto seen, byKey(database, spans));
    std::multimap<Key, const FigureEvent *> events(seen.begin(), seen.end());
    for (const FigureEvent &event : reached) {
        KAPOK_TRY_ASSIGN(const Key key, keyOf(database, event));
        events.emplace(key, &event);
    }
    std::set<Key> wanted;
    for (const auto &[key, event] : events)
        wanted.insert(key);
    const bool isAsked = asked && std::ranges::includes(asked->keys, wanted);
    KAPOK_TRY_ASSIGN(const auto known,
                     isAsked ? figuresIn(std::move(asked->rows)) : knownFigures(database, wanted));
    tally::Change change(database);
    for (const std::int64_t agent : movedAgents(known, events))
        KAPOK_TRY(change.ofAgent(agent));
    KAPOK_TRY(foldSeen(database, seen));
    for (const FigureEvent &event : reached)
        KAPOK_TRY(foldFigure(database, event));
    return change.finish();
}

} // namespace kapok::lrs
