// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/lesson_media.h"

#include "app/viewmodels/wording.h"

#include <algorithm>

namespace kapok::viewmodels {
namespace {

/// Milliseconds of "m:ss" or "h:mm:ss".
int startOf(const std::string &clock)
{
    int seconds = 0;
    for (const QString &part : toQt(clock).split(QLatin1Char(':')))
        seconds = seconds * 60 + part.toInt();
    return seconds * 1000;
}

/// The row of the cue shown at \p ms, or -1: the last one that began, when it is not over.
int cueRowAt(const std::vector<course::Cue> &cues, std::int64_t ms)
{
    const course::Cue *cue = course::cueAt(cues, ms);
    return cue ? static_cast<int>(cue - cues.data()) : -1;
}

} // namespace

LessonMedia::LessonMedia(QObject *parent)
    : QObject(parent), m_cues(new CueListModel(this)), m_chapters(new ChapterListModel(this))
{}

void LessonMedia::show(const course::MediaBody &body, Captions captions, const QUrl &url, const QUrl &poster,
                       int startAt, const Reading &reading)
{
    m_body = body;
    m_captions = std::move(captions);
    m_url = url;
    m_poster = poster;
    m_startAt = startAt;
    m_reading = reading;
    showChapters();
    showCues();
    moveTo(startAt);
}

void LessonMedia::clear()
{
    show({}, {}, {}, {}, 0, m_reading);
}

void LessonMedia::setReading(const Reading &reading)
{
    m_reading = reading;
    showChapters();
    showCues();
    moveTo(m_place);
}

QStringList LessonMedia::modes() const
{
    QStringList languages;
    for (const auto &[language, cues] : m_captions) {
        if (!cues.empty())
            languages.append(toQt(language));
    }
    const QString first = toQt(m_reading.first);
    if (languages.removeAll(first) > 0)
        languages.prepend(first);
    QStringList modes{QStringLiteral("off")};
    modes += languages;
    for (const QString &other : languages.mid(1))
        modes.append(languages.front() + QLatin1Char('+') + other);
    return modes;
}

QString LessonMedia::mode() const
{
    const QStringList there = modes();
    if (there.contains(m_mode))
        return m_mode;
    // Captions are on at first use, in the languages she reads.
    const QString both = toQt(m_reading.first) + QLatin1Char('+') + toQt(m_reading.second);
    if (there.contains(both))
        return both;
    return there.value(1, QStringLiteral("off"));
}

void LessonMedia::setChosenMode(const QString &mode)
{
    m_mode = mode;
    showCues();
    moveTo(m_place);
}

void LessonMedia::setRate(double rate)
{
    const double bounded = std::clamp(rate, 0.5, 2.0);
    if (qFuzzyCompare(bounded, m_rate))
        return;
    m_rate = bounded;
    emit captionsChanged();
}

QString LessonMedia::firstLanguage() const
{
    const QString now = mode();
    if (now != QLatin1String("off"))
        return now.section(QLatin1Char('+'), 0, 0);
    return modes().value(1); // the transcript is there without captions, too
}

QString LessonMedia::secondLanguage() const
{
    return mode().section(QLatin1Char('+'), 1, 1);
}

const std::vector<course::Cue> &LessonMedia::cuesOf(const QString &language) const
{
    static const std::vector<course::Cue> kNone;
    const auto found = m_captions.find(language.toStdString());
    return found == m_captions.end() ? kNone : found->second;
}

void LessonMedia::showCues()
{
    const std::vector<course::Cue> &first = cuesOf(firstLanguage());
    const std::vector<course::Cue> &second = cuesOf(secondLanguage());
    std::vector<ListRow> rows;
    rows.reserve(first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        const course::Cue &cue = first[i];
        const course::Cue *beside = course::cueAt(second, (cue.startMs + cue.endMs) / 2);
        rows.push_back({QStringLiteral("%1-%2").arg(cue.startMs).arg(i),
                        {static_cast<int>(cue.startMs), Wording::position(cue.startMs), toQt(cue.text),
                         beside ? toQt(beside->text) : QString(), false}});
    }
    m_cues->setCurrent(-1);
    m_cues->setRows(rows);
    emit captionsChanged();
}

void LessonMedia::showChapters()
{
    std::vector<ListRow> rows;
    for (const auto &[at, title] : m_body.chapters) {
        const int start = startOf(at);
        rows.push_back({toQt(at), {start, m_reading.in(title), Wording::position(start)}});
    }
    std::sort(rows.begin(), rows.end(), [](const ListRow &a, const ListRow &b) {
        return a.values.front().toInt() < b.values.front().toInt();
    });
    m_chapters->setRows(rows);
}

void LessonMedia::moveTo(int milliseconds)
{
    m_place = milliseconds;
    const std::vector<course::Cue> &first = cuesOf(firstLanguage());
    const int row = cueRowAt(first, milliseconds);
    const bool shown = mode() != QLatin1String("off");
    const QString text = shown && row >= 0 ? toQt(first[static_cast<std::size_t>(row)].text) : QString();
    const course::Cue *second = course::cueAt(cuesOf(secondLanguage()), milliseconds);
    const QString textSecond = shown && second ? toQt(second->text) : QString();
    QString chapter;
    for (int i = 0; i < m_chapters->count(); ++i) {
        if (m_chapters->value(i, ChapterListModel::StartMsRole).toInt() <= milliseconds)
            chapter = m_chapters->value(i, ChapterListModel::TitleRole).toString();
    }
    if (row == m_cues->current() && text == m_text && textSecond == m_textSecond && chapter == m_chapterTitle)
        return;
    m_cues->setCurrent(row);
    m_text = text;
    m_textSecond = textSecond;
    m_chapterTitle = chapter;
    emit cueChanged();
}

} // namespace kapok::viewmodels
