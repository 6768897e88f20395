// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/wording.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace kapok::viewmodels {
namespace {

bool isChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

QDateTime local(Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

QString capitalised(const QString &word)
{
    return word.isEmpty() ? word : word.left(1).toUpper() + word.mid(1);
}

QStringList withoutEmpty(QStringList parts)
{
    parts.removeAll(QString());
    return parts;
}

} // namespace

QDate localDate(Time time)
{
    return local(time).date();
}

QString Wording::callName(const learner::Person &person)
{
    const QString name = toQt(person.name).simplified();
    return person.nameLanguage == "vi" ? name.section(QLatin1Char(' '), -1) : name;
}

QString Wording::greeting(const learner::Person &person)
{
    if (isChinese()) // teachers are addressed by the family name
        return QStringLiteral("%1老师，您好")
            .arg(person.nameLanguage == "zh" ? toQt(person.name).left(1) : callName(person));
    //: Greeting on the home page and above the PIN. %1 is the name she is called by; {person} is her form of
    //: address ("cô"), for Vietnamese.
    return tr("Hello, %1").replace(QLatin1String("{person}"), formOfAddress(person)).arg(callName(person));
}

QString Wording::formOfAddress(const std::optional<learner::Person> &person)
{
    const QString you = person ? toQt(person->formOfAddress).toLower() : QString();
    // Chinese forms of address have no place in a Vietnamese sentence.
    return you.isEmpty() || person->nameLanguage == "zh" ? QStringLiteral("thầy cô") : you;
}

QString Wording::initials(const QString &name, const QString &language)
{
    const QString simple = name.simplified();
    const QString called = language == QLatin1String("vi") ? simple.section(QLatin1Char(' '), -1) : simple;
    if (called.isEmpty())
        return {};
    return called.left(called.at(0).isHighSurrogate() ? 2 : 1).toUpper();
}

int Wording::tint(const std::string &id)
{
    unsigned sum = 0;
    for (const char c : id)
        sum = sum * 31u + static_cast<unsigned char>(c);
    return static_cast<int>(sum % 5u);
}

QString Wording::languageMark(const QString &language)
{
    return language == QLatin1String("zh") ? QStringLiteral("中文") : language.toUpper();
}

QString Wording::languagesInOneLine(const std::vector<std::string> &languages)
{
    QStringList marks;
    for (const std::string &language : languages)
        marks.append(languageMark(toQt(language)));
    return marks.join(QStringLiteral(" · "));
}

QString Wording::bytes(std::uint64_t bytes)
{
    constexpr std::uint64_t kMega = 1000u * 1000u;
    if (bytes < kMega) //: A size.
        return tr("%1 KB").arg(
            QLocale().toString(static_cast<qulonglong>(std::max<std::uint64_t>(1, (bytes + 999) / 1000))));
    const double mega = static_cast<double>(bytes) / static_cast<double>(kMega);
    if (mega < 1000) //: A size.
        return tr("%1 MB").arg(mega < 10 ? number(mega) : QLocale().toString(std::ceil(mega), 'f', 0));
    //: A size.
    return tr("%1 GB").arg(number(mega / 1000));
}

QString Wording::number(double value)
{
    const double rounded = std::round(value * 10) / 10;
    const bool whole = std::fabs(rounded - std::round(rounded)) < 0.05;
    return QLocale().toString(rounded, 'f', whole ? 0 : 1);
}

QString Wording::percent(double share)
{
    //: A share. %1 is a number from 0 to 100.
    return tr("%1%").arg(QLocale().toString(static_cast<int>(std::floor(share * 100 + 1e-9))));
}

QString Wording::hours(double periods)
{
    if (std::fabs(periods - 1.0) < 1e-9) //: Training hours (giờ bồi dưỡng, 学时).
        return tr("1 hour");
    //: Training hours (giờ bồi dưỡng, 学时). %1 is a number such as 1.5.
    return tr("%1 hours").arg(number(periods));
}

QString Wording::minutes(int minutes)
{
    //: How long a course or lesson takes.
    return tr("%1 min").arg(QLocale().toString(minutes));
}

QString Wording::mark(double outOfTen)
{
    //: A mark out of 10. %1 is a number such as 8.5.
    return tr("%1 / 10")
        .arg(number(outOfTen))
        .replace(QLatin1Char(' '), QChar(QChar::Nbsp)); // stays together
}

QString Wording::position(std::int64_t milliseconds)
{
    const std::int64_t seconds = milliseconds / 1000;
    const QString rest = QString::number(seconds % 60).rightJustified(2, QLatin1Char('0'));
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(rest);
    const QString middle = QString::number(seconds / 60 % 60).rightJustified(2, QLatin1Char('0'));
    return QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(middle, rest);
}

QString Wording::date(const QDate &date)
{
    //: A date, in Qt's form: "d MMMM yyyy" in English, "dd/MM/yyyy" in Vietnamese, "yyyy年M月d日" in Chinese.
    return QLocale().toString(date, tr("d MMMM yyyy"));
}

QString Wording::shortDate(const QDate &date)
{
    if (date.year() != QDate::currentDate().year())
        return Wording::date(date);
    //: A date without the year, in Qt's form: "d MMMM" in English, "dd/MM" in Vietnamese, "M月d日" in
    //: Chinese.
    return QLocale().toString(date, tr("d MMMM"));
}

QString Wording::clockTime(Time time)
{
    return local(time).toString(QStringLiteral("HH:mm"));
}

QString Wording::dateTime(Time time)
{
    return line({date(localDate(time)), clockTime(time)});
}

QString Wording::dayAndTime(Time time, Time now)
{
    const qint64 days = localDate(time).daysTo(localDate(now));
    if (days == 0) //: When something was done. %1 is a time such as 08:05.
        return tr("today at %1").arg(clockTime(time));
    if (days == 1) //: When something was done. %1 is a time such as 08:05.
        return tr("yesterday at %1").arg(clockTime(time));
    return line({shortDate(localDate(time)), clockTime(time)});
}

QString Wording::today(Time now)
{
    //: Today, in Qt's form: "dddd d MMMM" in English, "dddd d/M" in Vietnamese, "M月d日 dddd" in Chinese.
    return capitalised(QLocale().toString(localDate(now), tr("dddd d MMMM")));
}

QString Wording::line(const QStringList &parts)
{
    return withoutEmpty(parts).join(isChinese() ? QStringLiteral("·") : QStringLiteral(" · "));
}

QString Wording::sentences(const QStringList &parts)
{
    return withoutEmpty(parts).join(isChinese() ? QString() : QStringLiteral(" "));
}

QString Wording::subject(const QString &id)
{
    if (id == QLatin1String("all"))
        return tr("All subjects");
    if (id == QLatin1String("language"))
        return tr("Language and literature");
    if (id == QLatin1String("maths"))
        return tr("Maths");
    if (id == QLatin1String("science"))
        return tr("Science");
    if (id == QLatin1String("foreign-language"))
        return tr("Foreign languages");
    if (id == QLatin1String("primary"))
        return tr("Primary school");
    if (id == QLatin1String("leadership"))
        return tr("School leadership");
    return id;
}

QString Wording::unitKind(const QString &kind)
{
    if (kind == QLatin1String("province"))
        return tr("Province");
    if (kind == QLatin1String("city"))
        return tr("City");
    if (kind == QLatin1String("county"))
        return tr("County");
    if (kind == QLatin1String("commune"))
        return tr("Commune");
    if (kind == QLatin1String("school"))
        return tr("School");
    if (kind == QLatin1String("university"))
        return tr("University");
    return {};
}

QString Wording::competencyAspect(int aspect)
{
    switch (aspect) {
    case 0: //: One of the five aspects of UNESCO's AI competency framework for teachers.
        return tr("Human-centred mindset");
    case 1: //: One of the five aspects of UNESCO's AI competency framework for teachers.
        return tr("Ethics of AI");
    case 2: //: One of the five aspects of UNESCO's AI competency framework for teachers.
        return tr("AI foundations");
    case 3: //: One of the five aspects of UNESCO's AI competency framework for teachers.
        return tr("AI pedagogy");
    case 4: //: One of the five aspects of UNESCO's AI competency framework for teachers.
        return tr("AI for professional growth");
    default:
        return {};
    }
}

QString Wording::competencyLevel(int level)
{
    if (level >= 3)
        return tr("Level 3 of 3 · Create");
    return level == 2 ? tr("Level 2 of 3 · Deepen") : tr("Level 1 of 3 · Acquire");
}

} // namespace kapok::viewmodels
