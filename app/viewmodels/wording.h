// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/text.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/learner/people.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

#include <optional>

namespace kapok::viewmodels {

/// What somebody was about to do when it did not work.
enum class Situation {
    SaveAnswer,
    OpenCourse,
    InstallCourse,
    RemoveCourse,
    Download,
    SignIn,
    OpenData,
    ReadFigures,
    SaveSetting,
    ExportFile,
};

/// A failure in the three parts of ui.md 5.
struct Problem {
    QString happened; ///< what happened
    QString safe;     ///< what is safe
    QString todo;     ///< what to do

    /// All three, in one paragraph.
    [[nodiscard]] QString text() const;
    /// What is safe and what to do: below `happened` as title.
    [[nodiscard]] QString rest() const;
};

/// The sentences of the app that are made in C++: everything in the interface language, numbers and dates as
/// the language writes them (QLocale's default, which LanguageSwitch sets).
class Wording {
    Q_DECLARE_TR_FUNCTIONS(kapok::viewmodels::Wording)

public:
    [[nodiscard]] static Problem problem(Situation situation, ErrorCode code);

    /// "Hello, Mai", "Chào cô Mai", "韦老师，您好".
    [[nodiscard]] static QString greeting(const learner::Person &person);
    /// How Vietnamese addresses \p person, in small letters: "cô", "thầy"; where nothing is known, "thầy cô".
    /// Translations of sentences to the person who is signed in hold {you} for it (see LanguageSwitch).
    [[nodiscard]] static QString formOfAddress(const std::optional<learner::Person> &person);
    /// The name one is called by: the last word of a Vietnamese name, the whole name else.
    [[nodiscard]] static QString callName(const learner::Person &person);
    /// One or two letters for an avatar: "M" of Hoàng Thị Mai, "韦" of 韦秀兰.
    [[nodiscard]] static QString initials(const QString &name, const QString &language);
    /// 0..4, the same for the same person everywhere.
    [[nodiscard]] static int tint(const std::string &id);

    [[nodiscard]] static QString languageMark(const QString &language); ///< "VI", "中文", "EN"
    /// "VI · 中文 · EN".
    [[nodiscard]] static QString languagesInOneLine(const std::vector<std::string> &languages);

    [[nodiscard]] static QString bytes(std::uint64_t bytes);          ///< "2.1 MB", as the language writes it
    [[nodiscard]] static QString number(double value);                ///< at most one decimal: "13,5", "9"
    [[nodiscard]] static QString percent(double share);               ///< of 0..1, rounded down: "68%"
    [[nodiscard]] static QString hours(double periods);               ///< "1.5 hours"
    [[nodiscard]] static QString minutes(int minutes);                ///< "25 min"
    [[nodiscard]] static QString mark(double outOfTen);               ///< "9 / 10"
    [[nodiscard]] static QString position(std::int64_t milliseconds); ///< "2:11"

    [[nodiscard]] static QString date(const QDate &date);         ///< "22 November 2025"
    [[nodiscard]] static QString shortDate(const QDate &date);    ///< "22 November": this year, else date()
    [[nodiscard]] static QString dateTime(Time time);             ///< "22 November 2025 · 08:05"
    [[nodiscard]] static QString clockTime(Time time);            ///< "08:05"
    [[nodiscard]] static QString dayAndTime(Time time, Time now); ///< "today at 08:05", …
    [[nodiscard]] static QString today(Time now);                 ///< "Saturday 22 November"

    /// Two things in one line: "Maths · 25 min", in Chinese "数学·25 分钟". Empty ones are left out.
    [[nodiscard]] static QString line(const QStringList &parts);
    /// Sentences one after the other, as the language joins them. Empty ones are left out.
    [[nodiscard]] static QString sentences(const QStringList &parts);

    [[nodiscard]] static QString subject(const QString &id);    ///< "Maths"
    [[nodiscard]] static QString unitKind(const QString &kind); ///< "School"
    [[nodiscard]] static QString competencyAspect(int aspect);  ///< 0..4, UNESCO's five
    [[nodiscard]] static QString competencyLevel(int level);    ///< "Level 2 of 3 · Deepen"

private:
    [[nodiscard]] static QString happened(Situation situation, ErrorCode code);
    [[nodiscard]] static QString safe(Situation situation);
    [[nodiscard]] static QString todoAtSignIn(ErrorCode code);
    [[nodiscard]] static QString todo(Situation situation, ErrorCode code);
};

[[nodiscard]] QDate localDate(Time time);

} // namespace kapok::viewmodels
