// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/insert.h"

#include "core/lrs/dialect.h"
#include "core/lrs/expected.h"
#include "core/lrs/figure_batch.h"
#include "core/lrs/interning.h"
#include "core/lrs/knowledge.h"
#include "core/lrs/known_statements.h"
#include "core/lrs/memory.h"
#include "core/lrs/removal.h"
#include "core/lrs/statement_rows.h"
#include "core/store/array.h"
#include "core/xapi/equality.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

namespace kapok::lrs {
namespace {

using store::Blob;
using store::Database;
using store::Query;

constexpr std::string_view kAddedTimestamp = ",\"timestamp\":\"";

std::string withTimestamp(const std::string &json, Micros stored)
{
    return json.substr(0, json.rfind('}')).append(kAddedTimestamp) + microsText(stored) + "\"}";
}

/// Whether \p stored is the text of \p statement, but for the timestamp that withTimestamp() adds.
bool isKeptAs(const Prepared &statement, std::string_view stored)
{
    if (statement.hasTimestamp)
        return stored == statement.json;
    const auto own = std::string_view(statement.json).substr(0, statement.json.rfind('}'));
    if (!stored.starts_with(own) || !stored.substr(own.size()).starts_with(kAddedTimestamp))
        return false;
    const auto end = stored.find('"', own.size() + kAddedTimestamp.size());
    return end == stored.size() - 2; // and no other member comes after it
}

Status acceptRepeat(const KnownStatements::Row &row, const Prepared &statement, xapi::Version version)
{
    // The same bytes first: reading a long statement twice would hold up everybody else's writes.
    if (isKeptAs(statement, row.json) || xapi::matchesText(row.json, statement.json, version))
        return success();
    return Error{ErrorCode::Conflict,
                 "$.id: a different statement with the id " + statement.id.value + " is stored already"};
}

/// Stores statements of which no two have the same id, one after the other.
class Inserter {
public:
    Inserter(Database &database, const Stamp &stamp, KnownStatements known, FigureBatch figures)
        : m_database(database),
          m_stamp(stamp),
          m_known(std::move(known)),
          m_rows(database),
          m_figures(std::move(figures))
    {}

    Status add(const Insertion &insertion)
    {
        const PreparedRequest &prepared = insertion.prepared;
        for (std::size_t i = 0; i < prepared.statements.size(); ++i)
            if (auto added = add(prepared.statements[i], insertion.request); !added.ok())
                return prepared.body.root().isArray() ? Status(inElement(added.error(), i)) : added;
        return success();
    }

    Status finish()
    {
        KAPOK_TRY(m_rows.flush());
        return m_figures.apply(m_database);
    }

    /// Instead of finish(), for what is expected (core/lrs/expected.h): asks for statement_add().
    Result<Query> askToAdd(store::Array subjects)
    {
        KAPOK_TRY_ASSIGN(auto seen, m_figures.seenArrays(m_database));
        return m_rows.askToAdd(std::array<store::Value, 6>{m_isAhead ? "t" : "f", subjects.value(),
                                                           seen[0].value(), seen[1].value(), seen[2].value(),
                                                           seen[3].value()});
    }

private:
    Status add(const Prepared &statement, const AddRequest &request)
    {
        if (m_known.hasForgotten()) {
            KAPOK_TRY_ASSIGN(const bool isDropped, isForgotten(m_database, statement.actor));
            if (isDropped)
                return success();
        }
        if (m_known.isRetired(statement.idBytes))
            return success();
        const auto *row = m_known.at(statement.idBytes);
        KAPOK_TRY(row ? acceptRepeat(*row, statement, request.version) : addNew(statement, request));
        if (request.attachments.empty())
            return success();
        KAPOK_TRY(m_rows.flush()); // attachments name the statement's row
        return keepAttachments(m_database, statement.id, statement.json, request.attachments);
    }

    Status addNew(const Prepared &statement, const AddRequest &request)
    {
        KAPOK_TRY_ASSIGN(auto row, rowOf(statement, request.authority));
        const std::string whole =
            statement.hasTimestamp ? std::string() : withTimestamp(statement.json, row.stored);
        row.json = statement.hasTimestamp ? std::string_view(statement.json) : whole;
        KAPOK_TRY(addReferences(statement, row.stored));
        KAPOK_TRY(m_rows.statement(row));
        KAPOK_TRY(addMentions(statement.mentions, row.stored));
        KAPOK_TRY(learn(m_database, statement.mentions));
        if (statement.voids)
            return voidTarget(statement, request.onlyAgent, row.authority);
        if (!row.voided)
            addFigure(statement.hasTimestamp ? statement.figure : figureEventOfText(whole, row.stored),
                      row.stored);
        return success();
    }

    Result<StatementRow> rowOf(const Prepared &statement, const std::string &authority)
    {
        StatementRow row;
        row.id = statement.idBytes;
        row.target = statement.target;
        row.voids = statement.voids;
        row.voided = !statement.voids && m_known.isVoided(statement.idBytes);
        KAPOK_TRY_ASSIGN(row.verb, internVerb(m_database, statement.verb));
        KAPOK_TRY_ASSIGN(row.authority, internAuthority(m_database, authority));
        if (!statement.registration.empty()) {
            KAPOK_TRY_ASSIGN(row.registration, internRegistration(m_database, statement.registration));
        }
        KAPOK_TRY_ASSIGN(row.stored, m_stamp());
        return row;
    }

    Status addReferences(const Prepared &statement, Micros stored)
    {
        if (statement.target.empty())
            return success();
        KAPOK_TRY(m_rows.flush()); // the target may have come just before
        return refer(m_database, statement.idBytes, statement.target, stored);
    }

    Status addMentions(const Mentions &mentions, Micros stored)
    {
        for (const auto &[ifi, isRelated] : mentions.agents) {
            KAPOK_TRY_ASSIGN(const auto agent, internAgent(m_database, ifi));
            KAPOK_TRY(m_rows.agent(agent, stored, isRelated ? 1 : 0));
        }
        for (const auto &[iri, isRelated] : mentions.activities) {
            KAPOK_TRY_ASSIGN(const auto activity, internActivity(m_database, iri));
            KAPOK_TRY(m_rows.activity(activity, stored, isRelated ? 1 : 0));
        }
        return success();
    }

    void addFigure(std::optional<FigureEvent> event, Micros stored)
    {
        if (!event)
            return;
        m_isAhead = m_isAhead || event->at > stored;
        event->at = std::min(event->at, stored);
        m_figures.add(*std::move(event));
    }

    /// Voids what \p statement names, when it is there; when it comes later, m_known sees to it.
    Status voidTarget(const Prepared &statement, const std::string &onlyAgent, std::int64_t authority)
    {
        m_known.noteVoided(statement.target);
        KAPOK_TRY(finish()); // folding anew must not meet events still to come
        const std::string sql = "SELECT s.stored, s.authority, s.voids, s.json FROM statement s WHERE " +
                                statementHasId(m_database, "s");
        KAPOK_TRY_ASSIGN(const auto row,
                         m_database.query(sql, {Blob{statement.target}}).one([](const Query &found) {
                             return KnownStatements::Row{found.integer(0), found.integer(1),
                                                         found.integer(2) != 0, found.text(3)};
                         }));
        if (!row) {
            KAPOK_TRY_ASSIGN(const bool isGone, isRetired(m_database, statement.target));
            if (isGone)
                return success();
        }
        if (!onlyAgent.empty() && (!row || row->authority != authority))
            return Error{ErrorCode::Forbidden, "$.object.id: a person voids only statements of her own"};
        if (!row || row->voids) // a voiding statement cannot be voided (xAPI 1.0.3 Data, 2.3.2)
            return success();
        KAPOK_TRY(m_database.run("UPDATE statement SET voided = 1 WHERE stored = ?", {row->stored}));
        const auto document = xapi::JsonDocument::parse(row->json);
        const std::string ifi = document.ok() ? ifiOf(document->root()["actor"]) : std::string();
        KAPOK_TRY_ASSIGN(const auto agent, findAgent(m_database, ifi));
        return agent ? refoldAgent(m_database, *agent) : success();
    }

    Database &m_database;
    const Stamp &m_stamp;
    KnownStatements m_known;
    StatementRows m_rows;
    FigureBatch m_figures;
    bool m_isAhead = false; ///< a figure's time is that of `stored`, for the statement's comes after it
};

/// How many requests at the beginning of \p insertions have no id in common (one names none twice); \p ids
/// becomes theirs.
std::size_t countApart(std::span<const Insertion> insertions, std::vector<std::string_view> &ids)
{
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < insertions.size(); ++i) {
        const std::size_t before = ids.size();
        for (const Prepared &statement : insertions[i].prepared.statements) {
            if (!seen.insert(statement.idBytes).second && i > 0) {
                ids.resize(before);
                return i;
            }
            ids.push_back(statement.idBytes);
        }
    }
    return insertions.size();
}

std::vector<const FigureEvent *> eventsOf(std::span<const Insertion> insertions)
{
    std::vector<const FigureEvent *> events;
    for (const Insertion &insertion : insertions)
        for (const Prepared &statement : insertion.prepared.statements)
            if (statement.figure)
                events.push_back(&*statement.figure);
    return events;
}

/// Digests of the actors, as tombstones have them.
store::Array subjectsOf(std::span<const Insertion> insertions)
{
    std::set<std::string_view> actors;
    for (const Insertion &insertion : insertions)
        for (const Prepared &statement : insertion.prepared.statements)
            actors.insert(statement.actor);
    store::Array subjects(store::Array::Of::Text);
    for (const std::string_view actor : actors)
        subjects.add(subjectOf(actor));
    return subjects;
}

bool areExpected(const Database &database, std::span<const Insertion> insertions, Micros now)
{
    std::vector<std::string_view> ids;
    return isPostgres(database) && countApart(insertions, ids) == insertions.size() &&
           std::ranges::all_of(insertions, [now](const Insertion &each) { return isExpected(each, now); });
}

} // namespace

Status insertStatements(Database &database, std::span<const Insertion> insertions, const Stamp &stamp)
{
    while (!insertions.empty()) {
        std::vector<std::string_view> ids;
        const std::size_t count = countApart(insertions, ids);
        FigureBatch figures;
        figures.ask(database, eventsOf(insertions.first(count)));
        KAPOK_TRY_ASSIGN(auto known, KnownStatements::find(database, ids));
        Inserter inserter(database, stamp, std::move(known), std::move(figures));
        for (const Insertion &insertion : insertions.first(count))
            KAPOK_TRY(inserter.add(insertion));
        KAPOK_TRY(inserter.finish());
        insertions = insertions.subspan(count);
    }
    return success();
}

Result<std::optional<Micros>> insertAtOnce(Database &database, std::span<const Insertion> insertions,
                                           const Stamp &stamp)
{
    const std::optional<Micros> notStored;
    KAPOK_TRY_ASSIGN(const Micros now, stamp());
    if (!areExpected(database, insertions, now))
        return notStored;
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(database));
    if (!Memory::current()->isFor(database.openings()))
        return notStored; // the connection was made anew, and what is remembered may be of another server
    Inserter inserter(database, stamp, {}, {});
    for (const Insertion &insertion : insertions)
        KAPOK_TRY(inserter.add(insertion));
    KAPOK_TRY_ASSIGN(auto answer, inserter.askToAdd(subjectsOf(insertions)));
    KAPOK_TRY(transaction.commit()); // of nothing, when it is not as expected
    KAPOK_TRY_ASSIGN(const auto shift, answer.one([](const Query &row) {
        return row.isNull(0) ? std::nullopt : std::optional(Micros{row.integer(0)});
    }));
    return shift.value_or(std::nullopt);
}

} // namespace kapok::lrs
