// SPDX-License-Identifier: Apache-2.0
// The tree of units and the list of teachers of a ReviewModel, and its export.
#include "app/viewmodels/csv.h"
#include "app/viewmodels/device.h"
#include "app/viewmodels/review_export.h"
#include "app/viewmodels/review_model.h"
#include "core/base/log.h"

#include <QLocale>

#include <cmath>

namespace kapok::viewmodels {
namespace {

PeopleFilter::Sort sortOf(const QString &id)
{
    using Sort = PeopleFilter::Sort;
    return id == QLatin1String("state") ? Sort::State : id == QLatin1String("date") ? Sort::Date : Sort::Name;
}

PeopleFilter::Show showOf(const QString &id)
{
    using Show = PeopleFilter::Show;
    return id == QLatin1String("late")          ? Show::Late
           : id == QLatin1String("not_started") ? Show::NotStarted
           : id == QLatin1String("started")     ? Show::Started
           : id == QLatin1String("completed")   ? Show::Completed
                                                : Show::Everybody;
}

QString dateText(const std::optional<Time> &time)
{
    return time ? Wording::date(localDate(*time)) : QString();
}

/// For spreadsheets: "2026-11-22".
QString dateCell(const std::optional<Time> &time)
{
    return time ? localDate(*time).toString(Qt::ISODate) : QString();
}

} // namespace

void ReviewModel::showUnits()
{
    std::vector<ListRow> rows;
    for (const UnitRow &row : unitRows(m_data.units, m_open, m_unitSearch.toStdString()))
        rows.push_back(unitRow(row));
    m_units->setRows(rows);
    std::vector<ListRow> branches;
    for (const sync::Unit *child : childrenOf(m_data.units, m_unit))
        branches.push_back(unitRow({child, 0, false, false}));
    m_branches->setRows(branches);
}

ListRow ReviewModel::unitRow(const UnitRow &row) const
{
    const sync::UnitFigures *figures = figuresOf(row.unit->id);
    const auto [first, second] = names(*row.unit);
    const auto share = kapok::viewmodels::completedShare(figures);
    const QString percent = share ? Wording::percent(*share) : QStringLiteral("–");
    const int late = figures ? figures->late : 0;
    QStringList spoken{first.text, second.text};
    //: Read aloud for a unit whose figures are not known.
    spoken.append(share ? percent : tr("no figures"));
    if (late > 0) //: Read aloud: how many assigned courses are past their date in a unit.
        spoken.append(tr("%Ln late", "", late));
    spoken.removeAll(QString());
    const QString id = toQt(row.unit->id.value);
    return {id,
            {id, first.text, second.text, Wording::unitKind(toQt(row.unit->kind)), row.depth, row.hasChildren,
             row.isOpen, row.unit->id == m_unit, share ? static_cast<int>(std::floor(*share * 100)) : -1,
             percent, share.value_or(0), late, spoken.join(QStringLiteral(", ")), first.language,
             second.language}};
}

QString ReviewModel::stateText(const sync::PersonProgress &row) const
{
    if (const int days = daysLate(row, m_device->clock().now()); days > 0)
        return tr("%Ln days late", "", days);
    if (row.state == "completed")
        return tr("Finished");
    return row.state == "started" ? tr("Started") : tr("Not started");
}

std::vector<const sync::PersonProgress *> ReviewModel::listed() const
{
    const PeopleList *present = people(m_unit);
    if (!present)
        return {};
    PeopleFilter filter;
    filter.branch = branchOf(m_data.units, m_unit);
    filter.search = m_search.trimmed().toStdString();
    filter.show = showOf(m_state);
    filter.sort = sortOf(m_sort);
    filter.descending = m_down;
    filter.now = m_device->clock().now();
    return listedPeople(present->rows, filter);
}

void ReviewModel::showPeople(View &view)
{
    const PeopleList *known = this->people(m_unit);
    const auto people = listed();
    const auto furthest = furthestRows(people);
    std::vector<ListRow> rows;
    rows.reserve(people.size());
    for (const sync::PersonProgress *row : people)
        rows.push_back(personRow(*row, furthest.contains(row)));
    m_people->setRows(rows);
    if (!known) {
        view.nobodyText = m_gathering || m_busy
                              ? tr("The teachers of this unit are on their way.")
                              : tr("The teachers of this unit are not on this device yet. They come with the "
                                   "next connection.");
        return;
    }
    view.nobodyText = tr("Nobody here fits what you are looking for.");
    view.peopleText = tr("%Ln teachers", "", static_cast<int>(furthest.size()));
    if (!known->isWhole &&
        !m_gathering) //: Below the number of teachers: the list is longer than what is shown.
        view.peopleText = Wording::line(
            {view.peopleText, tr("only the first of this unit; open a smaller one to see everybody")});
}

ListRow ReviewModel::personRow(const sync::PersonProgress &row, bool isMain) const
{
    const QString name = toQt(row.name);
    const QString language = toQt(row.nameLanguage);
    const QString course = courseTitle(row.course);
    const QString state = stateText(row);
    const QString mark = row.mark ? Wording::number(*row.mark) : QStringLiteral("–");
    const QString unitText = unitName(row.unit);
    const QString due = row.due && row.state != "completed" ? dateText(row.due) : QString();
    const QString date = row.date         ? dateText(row.date)
                         : !due.isEmpty() ? tr("due %1", "a date").arg(due)
                                          : QStringLiteral("–");
    const auto work = row.state == "completed" ? PersonListModel::Completed
                      : row.state == "started" ? PersonListModel::Started
                                               : PersonListModel::NotStarted;
    QStringList spoken{name, unitText, course, state};
    if (row.mark)
        spoken.append(Wording::mark(*row.mark));
    if (row.date || !due.isEmpty())
        spoken.append(date);
    return {toQt(row.account + "|" + row.course.value),
            {toQt(row.person.value), name, Wording::initials(name, language), Wording::tint(row.person.value),
             language, unitText, course, static_cast<int>(work), state, mark, date, due,
             isLate(row, m_device->clock().now()), spoken.join(QStringLiteral(", ")), toQt(row.account),
             toQt(row.state), isMain, toQt(row.course.value)}};
}

std::vector<QStringList> ReviewModel::table() const
{
    //: Column of an exported table: when somebody was last heard from.
    const QString seen = tr("Last heard from");
    std::vector<QStringList> rows{{tr("Name"), tr("Account"), tr("Unit"), tr("Course"), tr("State"),
                                   tr("Progress"), tr("Mark"), tr("Finished on"), tr("Due"), seen,
                                   tr("Figures as of")}};
    const ReviewAnswer *present = answer();
    if (!present)
        return rows;
    const PeopleList *list = people(m_unit);
    const QString asOf = dateCell(list ? list->asOf : present->figures.asOf);
    for (const sync::PersonProgress *row : listed())
        rows.push_back({toQt(row->name), toQt(row->account), unitName(row->unit), courseTitle(row->course),
                        stateText(*row), Wording::percent(row->progress),
                        row->mark ? Wording::number(*row->mark) : QString(), dateCell(row->date),
                        dateCell(row->due), dateCell(row->lastSeen), asOf});
    return rows;
}

void ReviewModel::exportCsv()
{
    if (!m_device)
        return;
    const QString name = exportName(unitName(m_unit), localDate(m_device->clock().now()));
    m_device->worker().run(
        this, [name, csv = toCsv(table())](Desk &) { return writeExport(exportFolder(), name, csv); },
        [this](const Result<QString> &path) {
            if (path.ok())
                return emit exported(*path);
            log::error("no export: {}", path.error().detail);
            const Problem problem = Wording::problem(Situation::ExportFile, path.error().code);
            emit notExported(problem.happened, problem.rest());
        });
}

} // namespace kapok::viewmodels
