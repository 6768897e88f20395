// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/chapter_list_model.h"
#include "app/viewmodels/cue_list_model.h"
#include "app/viewmodels/text.h"
#include "core/course/captions.h"
#include "core/course/course.h"

#include <QObject>
#include <QUrl>

#include <map>
#include <string>
#include <vector>

namespace kapok::viewmodels {

/// The medium of the page that is shown: where it is, its captions in the chosen languages, and what is said
/// at the place where it plays. Part of LessonSession; lives on the GUI thread.
class LessonMedia : public QObject {
    Q_OBJECT

public:
    using Captions = std::map<std::string, std::vector<course::Cue>>; ///< by language

    explicit LessonMedia(QObject *parent = nullptr);

    /// Shows \p body, which is kept, with the files that are here. Begins at \p startAt milliseconds.
    void show(const course::MediaBody &body, Captions captions, const QUrl &url, const QUrl &poster,
              int startAt, const Reading &reading);
    /// There is no medium.
    void clear();
    /// She reads other languages now.
    void setReading(const Reading &reading);
    /// Where it plays. Looks the captions up by bisection.
    void moveTo(int milliseconds);

    [[nodiscard]] CueListModel *cues() const { return m_cues; }
    [[nodiscard]] ChapterListModel *chapters() const { return m_chapters; }
    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] QUrl poster() const { return m_poster; }
    [[nodiscard]] int seconds() const { return m_body.seconds; }
    [[nodiscard]] int startAt() const { return m_startAt; }
    [[nodiscard]] int place() const { return m_place; }
    [[nodiscard]] int cueIndex() const { return m_cues->current(); }
    [[nodiscard]] QString captionText() const { return m_text; }
    [[nodiscard]] QString captionTextSecond() const { return m_textSecond; }
    [[nodiscard]] QString chapterTitle() const { return m_chapterTitle; }

    /// "off", each language, and each pair with the language she reads first in front.
    [[nodiscard]] QStringList modes() const;
    /// The chosen one, or what it comes to here: her languages at first use.
    [[nodiscard]] QString mode() const;
    /// What she chose on an earlier page or day; "" for nothing yet.
    void setChosenMode(const QString &mode);
    [[nodiscard]] QString firstLanguage() const;
    [[nodiscard]] QString secondLanguage() const;
    [[nodiscard]] double rate() const { return m_rate; }
    void setRate(double rate);

signals:
    void cueChanged();
    void captionsChanged();

private:
    void showCues();
    void showChapters();
    [[nodiscard]] const std::vector<course::Cue> &cuesOf(const QString &language) const;

    CueListModel *m_cues;
    ChapterListModel *m_chapters;
    course::MediaBody m_body;
    Captions m_captions;
    Reading m_reading;
    QUrl m_url;
    QUrl m_poster;
    int m_startAt = 0;
    int m_place = 0;
    QString m_mode;
    double m_rate = 1;
    QString m_text;
    QString m_textSecond;
    QString m_chapterTitle;
};

} // namespace kapok::viewmodels
