// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/review_data.h"

#include "app/viewmodels/text.h"
#include "core/base/clock.h"
#include "core/base/files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace kapok::viewmodels {
namespace {

constexpr int kFormat = 2; ///< 2: people by unit

QJsonValue timeToJson(const std::optional<Time> &time)
{
    return time ? QJsonValue(toQt(toIso8601(*time))) : QJsonValue();
}

std::optional<Time> timeFromJson(const QJsonValue &value)
{
    const auto time = parseIso8601(value.toString().toStdString());
    return value.isString() && time ? std::optional(*time) : std::nullopt;
}

QJsonValue countToJson(const std::optional<int> &count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

std::optional<int> countFromJson(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

std::string text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

int number(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toInt();
}

QJsonObject unitToJson(const sync::Unit &unit)
{
    QJsonObject names;
    for (const auto &[language, name] : unit.names.byLanguage)
        names.insert(toQt(language), toQt(name));
    return {{"id", toQt(unit.id.value)},
            {"kind", toQt(unit.kind)},
            {"parent", toQt(unit.parent.value)},
            {"names", names}};
}

sync::Unit unitFromJson(const QJsonObject &object)
{
    sync::Unit unit;
    unit.id.value = text(object, "id");
    unit.kind = text(object, "kind");
    unit.parent.value = text(object, "parent");
    const QJsonObject names = object.value(QLatin1String("names")).toObject();
    for (auto it = names.begin(); it != names.end(); ++it)
        unit.names.byLanguage[it.key().toStdString()] = it.value().toString().toStdString();
    return unit;
}

QJsonObject figuresToJson(const sync::Figures &figures)
{
    QJsonArray units;
    for (const sync::UnitFigures &unit : figures.units)
        units.append(QJsonObject{{"unit", toQt(unit.unit.value)},
                                 {"people", unit.people},
                                 {"assigned", unit.assigned},
                                 {"started", unit.started},
                                 {"completed", unit.completed},
                                 {"late", unit.late},
                                 {"finished", countToJson(unit.finished)},
                                 {"late_people", countToJson(unit.latePeople)},
                                 {"late_since", timeToJson(unit.lateSince)}});
    return {{"as_of", timeToJson(figures.asOf)},
            {"counting", figures.isCounting},
            {"units", units},
            {"known", figures.devicesKnown},
            {"silent", figures.devicesSilent}};
}

sync::Figures figuresFromJson(const QJsonObject &object)
{
    sync::Figures figures;
    figures.asOf = timeFromJson(object.value(QLatin1String("as_of"))).value_or(Time{});
    figures.isCounting = object.value(QLatin1String("counting")).toBool();
    figures.devicesKnown = number(object, "known");
    figures.devicesSilent = number(object, "silent");
    for (const QJsonValue &value : object.value(QLatin1String("units")).toArray()) {
        const QJsonObject unit = value.toObject();
        figures.units.push_back({UnitId{text(unit, "unit")}, number(unit, "people"), number(unit, "assigned"),
                                 number(unit, "started"), number(unit, "completed"), number(unit, "late"),
                                 countFromJson(unit.value(QLatin1String("finished"))),
                                 countFromJson(unit.value(QLatin1String("late_people"))),
                                 timeFromJson(unit.value(QLatin1String("late_since")))});
    }
    return figures;
}

QJsonObject personToJson(const sync::PersonProgress &row)
{
    return {{"person", toQt(row.person.value)},
            {"name", toQt(row.name)},
            {"language", toQt(row.nameLanguage)},
            {"account", toQt(row.account)},
            {"unit", toQt(row.unit.value)},
            {"course", toQt(row.course.value)},
            {"state", toQt(row.state)},
            {"progress", row.progress},
            {"mark", row.mark ? QJsonValue(*row.mark) : QJsonValue()},
            {"date", timeToJson(row.date)},
            {"due", timeToJson(row.due)},
            {"seen", timeToJson(row.lastSeen)}};
}

sync::PersonProgress personFromJson(const QJsonObject &object)
{
    sync::PersonProgress row;
    row.person.value = text(object, "person");
    row.name = text(object, "name");
    row.nameLanguage = text(object, "language");
    row.account = text(object, "account");
    row.unit.value = text(object, "unit");
    row.course.value = text(object, "course");
    row.state = text(object, "state");
    row.progress = object.value(QLatin1String("progress")).toDouble();
    if (object.value(QLatin1String("mark")).isDouble())
        row.mark = object.value(QLatin1String("mark")).toDouble();
    row.date = timeFromJson(object.value(QLatin1String("date")));
    row.due = timeFromJson(object.value(QLatin1String("due")));
    row.lastSeen = timeFromJson(object.value(QLatin1String("seen")));
    return row;
}

QJsonObject listToJson(const PeopleList &list)
{
    QJsonArray rows;
    for (const sync::PersonProgress &row : list.rows)
        rows.append(personToJson(row));
    return {{"as_of", timeToJson(list.asOf)}, {"whole", list.isWhole}, {"rows", rows}};
}

PeopleList listFromJson(const QJsonObject &object)
{
    PeopleList list;
    list.asOf = timeFromJson(object.value(QLatin1String("as_of"))).value_or(Time{});
    list.isWhole = object.value(QLatin1String("whole")).toBool();
    for (const QJsonValue &row : object.value(QLatin1String("rows")).toArray())
        list.rows.push_back(personFromJson(row.toObject()));
    return list;
}

std::filesystem::path fileIn(const std::filesystem::path &profile)
{
    return profile / "review.json";
}

} // namespace

void ReviewData::keep(const std::string &choice, ReviewAnswer answer)
{
    answers[choice] = std::move(answer);
    while (answers.size() > kKept) {
        answers.erase(std::min_element(answers.begin(), answers.end(), [](const auto &a, const auto &b) {
            return a.second.figures.asOf < b.second.figures.asOf;
        }));
    }
}

void ReviewData::keepFigures(const std::string &choice, sync::Figures figures)
{
    const auto known = answers.find(choice);
    ReviewAnswer answer = known == answers.end() ? ReviewAnswer{} : std::move(known->second);
    answer.figures = std::move(figures);
    keep(choice, std::move(answer));
}

void ReviewData::keepPeople(const std::string &choice, const UnitId &unit, PeopleList list)
{
    answers[choice].lists[unit] = std::move(list);
    for (;;) {
        std::size_t rows = 0;
        std::pair<std::string, UnitId> oldest{choice, unit};
        Time asOf = Time::max();
        for (const auto &[name, answer] : answers) {
            for (const auto &[id, kept] : answer.lists) {
                rows += kept.rows.size();
                if (kept.asOf < asOf && (name != choice || id != unit)) {
                    asOf = kept.asOf;
                    oldest = {name, id};
                }
            }
        }
        if (rows <= kKeptRows || asOf == Time::max())
            return;
        answers[oldest.first].lists.erase(oldest.second);
    }
}

const PeopleList *ReviewData::peopleOf(const std::string &choice, const UnitId &unit) const
{
    const auto answer = answers.find(choice);
    if (answer == answers.end())
        return nullptr;
    const PeopleList *best = nullptr;
    UnitId at = unit;
    for (std::size_t steps = 0; steps <= units.size() && !at.empty(); ++steps) {
        const auto list = answer->second.lists.find(at);
        if (list != answer->second.lists.end() && (at == unit || list->second.isWhole) &&
            (!best || best->asOf < list->second.asOf))
            best = &list->second;
        const auto found = std::ranges::find(units, at, &sync::Unit::id);
        at = found == units.end() ? UnitId{} : found->parent;
    }
    return best;
}

void addFigures(sync::Figures &figures, const sync::Figures &below)
{
    for (const sync::UnitFigures &row : below.units) {
        const auto there = std::ranges::find(figures.units, row.unit, &sync::UnitFigures::unit);
        if (there == figures.units.end())
            figures.units.push_back(row);
        else
            *there = row;
    }
}

std::vector<UnitId> openedWithoutFigures(const std::vector<sync::Unit> &units, const std::set<UnitId> &opened,
                                         const sync::Figures &figures)
{
    std::set<UnitId> own; // a reviewer's top units have parents that are not hers
    for (const sync::Unit &unit : units)
        own.insert(unit.id);
    std::set<UnitId> known;
    for (const sync::UnitFigures &row : figures.units)
        known.insert(row.unit);
    std::set<UnitId> lacking;
    for (const sync::Unit &unit : units) {
        if (own.contains(unit.parent) && opened.contains(unit.parent) && !known.contains(unit.id))
            lacking.insert(unit.parent);
    }
    return {lacking.begin(), lacking.end()};
}

std::string toJson(const ReviewData &data)
{
    QJsonArray units;
    for (const sync::Unit &unit : data.units)
        units.append(unitToJson(unit));
    QJsonObject answers;
    for (const auto &[choice, answer] : data.answers) {
        QJsonObject lists;
        for (const auto &[unit, list] : answer.lists)
            lists.insert(toQt(unit.value), listToJson(list));
        answers.insert(toQt(choice),
                       QJsonObject{{"figures", figuresToJson(answer.figures)}, {"lists", lists}});
    }
    const QJsonObject all{
        {"format", kFormat}, {"country", toQt(data.country)}, {"units", units}, {"answers", answers}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString();
}

ReviewData reviewDataFromJson(std::string_view json)
{
    const QJsonObject all =
        QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size()))).object();
    ReviewData data;
    if (number(all, "format") != kFormat)
        return data;
    data.country = text(all, "country");
    for (const QJsonValue &unit : all.value(QLatin1String("units")).toArray())
        data.units.push_back(unitFromJson(unit.toObject()));
    const QJsonObject answers = all.value(QLatin1String("answers")).toObject();
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        const QJsonObject object = it.value().toObject();
        ReviewAnswer &answer = data.answers[it.key().toStdString()];
        answer.figures = figuresFromJson(object.value(QLatin1String("figures")).toObject());
        const QJsonObject lists = object.value(QLatin1String("lists")).toObject();
        for (auto list = lists.begin(); list != lists.end(); ++list)
            answer.lists[UnitId{list.key().toStdString()}] = listFromJson(list.value().toObject());
    }
    return data;
}

ReviewData loadReviewData(const std::filesystem::path &profile)
{
    const auto bytes = readFile(fileIn(profile));
    return bytes ? reviewDataFromJson(*bytes) : ReviewData{};
}

Status saveReviewData(const std::filesystem::path &profile, const ReviewData &data)
{
    KAPOK_TRY(writeFileAtomically(fileIn(profile), toJson(data)));
    std::error_code ignored; // the profile's folder is private already
    std::filesystem::permissions(
        fileIn(profile), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    return success();
}

} // namespace kapok::viewmodels
