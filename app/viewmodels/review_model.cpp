// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/review_model.h"

#include "app/viewmodels/device.h"
#include "core/base/log.h"

#include <algorithm>

namespace kapok::viewmodels {
namespace {

Period periodOf(const QString &id)
{
    return id == QLatin1String("year")       ? Period::SchoolYear
           : id == QLatin1String("semester") ? Period::Semester
           : id == QLatin1String("month")    ? Period::Month
                                             : Period::All;
}

std::string isoDate(const QDate &date)
{
    return date.isValid() ? date.toString(Qt::ISODate).toStdString() : std::string();
}

} // namespace

ReviewModel::ReviewModel(QObject *parent)
    : QObject(parent),
      m_units(new UnitTreeModel(this)),
      m_branches(new UnitTreeModel(this)),
      m_people(new PersonListModel(this)),
      m_courses(new ChoiceListModel(this)),
      m_periods(new ChoiceListModel(this)),
      m_states(new ChoiceListModel(this)),
      m_sorts(new ChoiceListModel(this))
{}

void ReviewModel::start(Device *device)
{
    m_device = device;
    connect(device, &Device::personChanged, this, &ReviewModel::load);
    connect(device, &Device::libraryChanged, this, &ReviewModel::readTitles);
    connect(device, &Device::readingChanged, this, &ReviewModel::show);
    connect(device, &Device::languageChanged, this, &ReviewModel::show);
    load();
}

/// The figures of last time, and then newer ones.
void ReviewModel::load()
{
    m_data = {};
    m_unit = {};
    m_open.clear();
    m_askedBelow.clear();
    m_problem.reset();
    m_loaded = false;
    show();
    const auto &person = m_device->person();
    if (!person || !(person->hasRole("reviewer") || person->hasRole("owner")))
        return;
    m_device->worker().run(
        this,
        [id = person->id, server = person->server](Desk &desk) {
            ReviewData data = loadReviewData(learner::profileFolder(desk.dataDir, id));
            const auto node = desk.people->node(server);
            if (node.ok() && node->has_value())
                data.country = (*node)->country;
            return data;
        },
        [this, id = person->id](ReviewData data) {
            if (!m_device->person() || m_device->person()->id != id)
                return;
            m_data = std::move(data);
            m_loaded = true;
            chooseTop();
            show();
            readTitles();
            refresh();
        });
}

void ReviewModel::readTitles()
{
    if (!m_loaded)
        return;
    using Titles = std::map<std::string, LocalizedText>;
    m_device->worker().run(
        this,
        [](Desk &desk) {
            Titles titles;
            const auto courses = desk.library->courses();
            if (!courses.ok())
                return titles;
            for (const library::CourseEntry &course : *courses)
                titles[course.id.value] = course.title;
            return titles;
        },
        [this](Titles titles) {
            m_titles = std::move(titles);
            show();
        });
}

/// The unit on the screen goes on being the one on the screen; else the top one, opened.
void ReviewModel::chooseTop()
{
    if (unit(m_unit))
        return;
    m_unit = {};
    const std::vector<UnitId> tops = topUnits(m_data.units);
    if (tops.empty())
        return;
    m_unit = tops.front();
    m_open.insert(m_unit);
}

ReviewModel::Choice ReviewModel::choice() const
{
    const Period period = periodOf(m_period);
    const DateSpan days = daysOf(period, localDate(m_device->clock().now()), m_data.country);
    Choice choice;
    choice.query.course.value = m_course.toStdString();
    choice.query.from = isoDate(days.from);
    choice.query.to = isoDate(days.to);
    choice.name = choice.query.course.value + "|" + m_period.toStdString();
    if (period !=
        Period::Month) // the last 30 days of yesterday still say something today; last year's do not
        choice.name += "|" + choice.query.from;
    return choice;
}

void ReviewModel::store(const PersonId &person)
{
    m_device->worker().post([person, data = m_data](Desk &desk) {
        const Status saved = saveReviewData(learner::profileFolder(desk.dataDir, person), data);
        if (!saved.ok())
            log::warn("the figures were not kept: {}", saved.error().detail);
    });
}

const sync::Unit *ReviewModel::unit(const UnitId &id) const
{
    const auto found = std::ranges::find(m_data.units, id, &sync::Unit::id);
    return found == m_data.units.end() ? nullptr : &*found;
}

const ReviewAnswer *ReviewModel::answer() const
{
    const auto found = m_data.answers.find(choice().name);
    return found == m_data.answers.end() ? nullptr : &found->second;
}

const PeopleList *ReviewModel::people(const UnitId &unit) const
{
    return m_data.peopleOf(choice().name, unit);
}

const sync::UnitFigures *ReviewModel::figuresOf(const UnitId &id) const
{
    const ReviewAnswer *present = answer();
    if (!present)
        return nullptr;
    const auto &all = present->figures.units;
    const auto found = std::ranges::find(all, id, &sync::UnitFigures::unit);
    return found == all.end() ? nullptr : &*found;
}

void ReviewModel::selectUnit(const QString &unitId)
{
    const UnitId id{unitId.toStdString()};
    if (m_unit == id || !unit(id))
        return;
    m_unit = id;
    for (const sync::Unit *at = unit(id); at && m_open.insert(at->parent).second; at = unit(at->parent)) {
        // opens the way to it
    }
    show();
    fetchBelow();
    gather();
}

void ReviewModel::setUnitOpen(const QString &unitId, bool open)
{
    const UnitId id{unitId.toStdString()};
    if (open)
        m_open.insert(id);
    else
        m_open.erase(id);
    if (m_device) {
        showUnits();
        fetchBelow();
    }
}

void ReviewModel::setCourse(const QString &course)
{
    if (course == m_course)
        return;
    m_course = course;
    applyFilter();
    refresh();
}

void ReviewModel::setPeriod(const QString &period)
{
    if (period == m_period)
        return;
    m_period = period;
    applyFilter();
    refresh();
}

void ReviewModel::setStateFilter(const QString &state)
{
    if (state == m_state)
        return;
    m_state = state;
    applyFilter();
}

void ReviewModel::setSearchText(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    applyFilter();
}

void ReviewModel::setUnitSearchText(const QString &text)
{
    if (text == m_unitSearch)
        return;
    m_unitSearch = text;
    emit filterChanged();
    if (m_device)
        showUnits();
}

void ReviewModel::sortBy(const QString &column)
{
    m_down = column == m_sort && !m_down;
    m_sort = column;
    applyFilter();
}

void ReviewModel::applyFilter()
{
    emit filterChanged();
    if (m_device)
        show();
}

} // namespace kapok::viewmodels
