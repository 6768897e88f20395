// SPDX-License-Identifier: Apache-2.0
// What a ReviewModel says of the chosen unit: its name, its figures and how fresh they are; and the filters.
#include "app/viewmodels/device.h"
#include "app/viewmodels/review_model.h"

#include <QLocale>

#include <algorithm>

namespace kapok::viewmodels {
namespace {

using Choices = std::vector<std::pair<QString, QString>>;

std::vector<ListRow> choiceRows(const Choices &choices, const QString &chosen)
{
    std::vector<ListRow> rows;
    for (const auto &[id, label] : choices)
        rows.push_back({id, {id, label, id == chosen}});
    return rows;
}

} // namespace

void ReviewModel::show()
{
    View view;
    view.isLoaded = m_loaded;
    view.hasUnits = !m_data.units.empty();
    view.busy = m_busy;
    if (m_problem) {
        view.problemTitle = m_problem->happened;
        view.problemText = m_problem->rest();
    }
    showUnit(view);
    showFreshness(view);
    showFigures(view);
    showCounts(view);
    showChoices();
    showUnits();
    showPeople(view);
    if (view == m_view)
        return;
    m_view = view;
    emit changed();
}

std::pair<ReviewModel::Name, ReviewModel::Name> ReviewModel::names(const sync::Unit &unit) const
{
    const Reading &reading = m_device->reading();
    const QString first = reading.in(unit.names);
    QString second = reading.beside(unit.names);
    for (const auto &[language, name] : unit.names.byLanguage) {
        if (second.isEmpty() || second == first)
            second = toQt(name);
    }
    if (second == first)
        second.clear();
    const auto written = [](const QString &name) { return toQt(languageOfName(name.toStdString())); };
    return {{first, written(first)}, {second, written(second)}};
}

QString ReviewModel::unitName(const UnitId &id) const
{
    const sync::Unit *found = unit(id);
    return found ? m_device->reading().in(found->names) : QString();
}

QString ReviewModel::courseTitle(const CourseId &id) const
{
    const auto found = m_titles.find(id.value);
    return found == m_titles.end() ? toQt(id.value) : m_device->reading().in(found->second);
}

void ReviewModel::showUnit(View &view) const
{
    const sync::Unit *chosen = unit(m_unit);
    if (!chosen)
        return;
    const auto [first, second] = names(*chosen);
    view.unitId = toQt(m_unit.value);
    view.unitTitle = first.text;
    view.unitLanguage = first.language;
    view.unitTitleSecond = second.text;
    view.unitSecondLanguage = second.language;
    view.unitText = unitSummary(m_unit);
    if (unit(chosen->parent)) {
        view.parentId = toQt(chosen->parent.value);
        view.parentTitle = unitName(chosen->parent);
    }
}

/// "3 communes · 7 schools · 46 teachers"; a school has only teachers.
QString ReviewModel::unitSummary(const UnitId &id) const
{
    int communes = 0;
    int schools = 0;
    for (const UnitId &below : branchOf(m_data.units, id)) {
        const std::string &kind = unit(below)->kind;
        communes += below != id && kind == "commune" ? 1 : 0;
        schools += below != id && kind == "school" ? 1 : 0;
    }
    QStringList parts;
    if (communes > 0) //: How many communes (xã, 乡镇) a province has.
        parts.append(tr("%Ln communes", "", communes));
    if (schools > 0)
        parts.append(tr("%Ln schools", "", schools));
    if (parts.isEmpty())
        parts.append(Wording::unitKind(toQt(unit(id)->kind)));
    if (const sync::UnitFigures *figures = figuresOf(id))
        parts.append(tr("%Ln teachers", "", figures->people));
    return Wording::line(parts);
}

void ReviewModel::showFreshness(View &view) const
{
    const ReviewAnswer *present = answer();
    view.hasFigures = present != nullptr;
    if (!present)
        return;
    const sync::Figures &figures = present->figures;
    //: How fresh figures are. %1 is a date and a time.
    view.asOfText = tr("As of %1").arg(Wording::dateTime(figures.asOf));
    if (figures.isCounting) //: After how fresh figures are.
        view.asOfText = Wording::line({view.asOfText, tr("a new assignment is still being counted")});
    view.isOld = localDate(figures.asOf) != localDate(m_device->clock().now());
    if (figures.devicesKnown > 0) //: Devices that sent results lately. %1 is how many of %Ln did.
        view.freshText = tr("%1 of %Ln devices have sent", "", figures.devicesKnown)
                             .arg(QLocale().toString(figures.devicesKnown - figures.devicesSilent));
}

void ReviewModel::showFigures(View &view) const
{
    const sync::UnitFigures *figures = figuresOf(m_unit);
    if (!figures)
        return;
    if (const auto share = kapok::viewmodels::completedShare(figures)) {
        view.completedShare = *share;
        view.completedText = Wording::percent(*share);
        //: Below a percentage. %1 of %Ln courses that were assigned are finished.
        view.completedNote = tr("%1 of %Ln assigned courses", "", figures->assigned)
                                 .arg(QLocale().toString(figures->completed));
    } else {
        view.completedNote = tr("Nothing is assigned here");
    }
    const sync::Figures &all = answer()->figures;
    if (all.devicesKnown == 0)
        return;
    view.silentText = QLocale().toString(all.devicesSilent);
    view.hasSilent = all.devicesSilent > 0;
    //: Below how many devices were not heard from.
    view.silentNote = tr("of %Ln devices in all your units", "", all.devicesKnown);
}

void ReviewModel::showCounts(View &view) const
{
    const sync::UnitFigures *figures = figuresOf(m_unit);
    if (!figures)
        return;
    const PeopleList *list = people(m_unit);
    if (!figures->finished && !(list && list->isWhole))
        return; // a server that does not count people, and not everybody is here
    const PeopleCounts counts = this->counts(*figures);
    const int everybody = std::max(figures->people, counts.listed);
    view.finishedText = QLocale().toString(counts.finished);
    //: Below how many teachers finished a course.
    view.finishedNote = tr("of %Ln teachers", "", everybody);
    view.finishedShare = everybody > 0 ? static_cast<double>(counts.finished) / everybody : 0;
    view.lateText = QLocale().toString(counts.late);
    view.hasLate = counts.late > 0;
    view.lateNote = view.hasLate ? tr("The longest by %Ln days", "", counts.longestLate)
                                 : tr("Nobody is past a due date");
}

/// As the server counted, else as the list says.
PeopleCounts ReviewModel::counts(const sync::UnitFigures &figures) const
{
    const Time now = m_device->clock().now();
    if (!figures.finished)
        return countPeople(people(m_unit)->rows, branchOf(m_data.units, m_unit), now);
    PeopleCounts counts;
    counts.listed = figures.people;
    counts.finished = *figures.finished;
    counts.late = figures.latePeople.value_or(0);
    if (figures.lateSince && counts.late > 0)
        counts.longestLate = std::max(
            1, static_cast<int>(std::chrono::floor<std::chrono::days>(now - *figures.lateSince).count()));
    return counts;
}

void ReviewModel::showChoices()
{
    //: Filter: figures of every course together.
    Choices courses{{QString(), tr("All courses")}};
    for (const auto &[id, title] : m_titles)
        courses.emplace_back(toQt(id), m_device->reading().in(title));
    std::sort(courses.begin() + 1, courses.end(),
              [](const auto &a, const auto &b) { return a.second.localeAwareCompare(b.second) < 0; });
    m_courses->setRows(choiceRows(courses, m_course));
    m_periods->setRows(choiceRows({{QStringLiteral("year"), tr("This school year")},
                                   {QStringLiteral("semester"), tr("This semester")},
                                   {QStringLiteral("month"), tr("Last 30 days")},
                                   {QStringLiteral("all"), tr("All time")}},
                                  m_period));
    //: Filter: teachers whatever their state.
    m_states->setRows(choiceRows({{QStringLiteral("all"), tr("Everybody")},
                                  {QStringLiteral("late"), tr("Late")},
                                  {QStringLiteral("not_started"), tr("Not started")},
                                  {QStringLiteral("started"), tr("Started")},
                                  {QStringLiteral("completed"), tr("Finished")}},
                                 m_state));
    //: What a list is sorted by.
    m_sorts->setRows(choiceRows({{QStringLiteral("name"), tr("Name")},
                                 {QStringLiteral("state"), tr("State")},
                                 {QStringLiteral("date"), tr("Date")}},
                                m_sort));
}

} // namespace kapok::viewmodels
