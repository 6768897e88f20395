// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/block_list_model.h"
#include "app/viewmodels/lesson_media.h"
#include "app/viewmodels/lesson_view.h"
#include "app/viewmodels/lesson_work.h"
#include "app/viewmodels/missing_list_model.h"
#include "app/viewmodels/option_list_model.h"
#include "app/viewmodels/page_list_model.h"
#include "app/viewmodels/step_list_model.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>
#include <set>

namespace kapok::viewmodels {

class Device;

/// One teacher working through one lesson, as QML sees it. Holds no rules: what she does goes to core on the
/// worker thread, and what core says comes back as properties. Nothing is shown as saved before core has
/// committed it.
class LessonSession : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString courseId READ courseId NOTIFY headChanged FINAL)
    Q_PROPERTY(QString lessonId READ lessonId NOTIFY headChanged FINAL)
    Q_PROPERTY(QString courseTitle READ courseTitle NOTIFY headChanged FINAL)
    Q_PROPERTY(QString lessonTitle READ lessonTitle NOTIFY headChanged FINAL)
    /// From 1.
    Q_PROPERTY(int lessonNumber READ lessonNumber NOTIFY headChanged FINAL)
    Q_PROPERTY(int lessonCount READ lessonCount NOTIFY headChanged FINAL)
    Q_PROPERTY(int pageCount READ pageCount NOTIFY headChanged FINAL)
    Q_PROPERTY(int questionCount READ questionCount NOTIFY headChanged FINAL)
    /// She reads this language first.
    Q_PROPERTY(QString language READ language NOTIFY headChanged FINAL)
    /// The language beside it; "" for one.
    Q_PROPERTY(QString secondLanguage READ secondLanguage NOTIFY headChanged FINAL)
    /// Languages of the course.
    Q_PROPERTY(QStringList languages READ languages NOTIFY headChanged FINAL)
    /// Why the lesson cannot be opened; empty when all is well.
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY headChanged FINAL)
    Q_PROPERTY(QString problemText READ problemText NOTIFY headChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY pageChanged FINAL)
    Q_PROPERTY(QString titleSecond READ titleSecond NOTIFY pageChanged FINAL)
    Q_PROPERTY(QUrl imageUrl READ imageUrl NOTIFY pageChanged FINAL)
    /// The text alternative of the picture or medium.
    Q_PROPERTY(QString description READ description NOTIFY pageChanged FINAL)
    Q_PROPERTY(QString caption READ caption NOTIFY pageChanged FINAL)
    Q_PROPERTY(QString captionSecond READ captionSecond NOTIFY pageChanged FINAL)
    /// Must be marked on screen.
    Q_PROPERTY(bool aiGenerated READ aiGenerated NOTIFY pageChanged FINAL)
    Q_PROPERTY(int stepCount READ stepCount NOTIFY pageChanged FINAL)
    Q_PROPERTY(int revealedCount READ revealedCount NOTIFY pageChanged FINAL)
    Q_PROPERTY(QString question READ question NOTIFY questionChanged FINAL)
    Q_PROPERTY(QString questionSecond READ questionSecond NOTIFY questionChanged FINAL)
    /// From 1, among the lesson's questions.
    Q_PROPERTY(int questionNumber READ questionNumber NOTIFY questionChanged FINAL)
    /// There is something to answer with.
    Q_PROPERTY(bool canCheck READ canCheck NOTIFY questionChanged FINAL)
    Q_PROPERTY(QString feedbackText READ feedbackText NOTIFY questionChanged FINAL)
    Q_PROPERTY(QString feedbackTextSecond READ feedbackTextSecond NOTIFY questionChanged FINAL)
    Q_PROPERTY(QString hint READ hint NOTIFY questionChanged FINAL)
    Q_PROPERTY(QString hintSecond READ hintSecond NOTIFY questionChanged FINAL)
    /// Index of the page to read again; -1 for none.
    Q_PROPERTY(int reviewPage READ reviewPage NOTIFY questionChanged FINAL)
    Q_PROPERTY(QString reviewTitle READ reviewTitle NOTIFY questionChanged FINAL)
    Q_PROPERTY(int triesLeft READ triesLeft NOTIFY questionChanged FINAL)
    /// "8 of 10"; "" without questions.
    Q_PROPERTY(QString lessonMarkText READ lessonMarkText NOTIFY endChanged FINAL)
    /// "Passed, 5 needed"
    Q_PROPERTY(QString lessonNeededText READ lessonNeededText NOTIFY endChanged FINAL)
    Q_PROPERTY(bool lessonPassed READ lessonPassed NOTIFY endChanged FINAL)
    Q_PROPERTY(bool hasNextLesson READ hasNextLesson NOTIFY endChanged FINAL)
    Q_PROPERTY(QString nextLessonTitle READ nextLessonTitle NOTIFY endChanged FINAL)
    /// "You have finished!", as this person is addressed.
    Q_PROPERTY(QString finishedGreeting READ finishedGreeting NOTIFY endChanged FINAL)
    Q_PROPERTY(QString finishedMarkText READ finishedMarkText NOTIFY endChanged FINAL)
    Q_PROPERTY(QString finishedMarkNote READ finishedMarkNote NOTIFY endChanged FINAL)
    /// "+ 1.5 hours"
    Q_PROPERTY(QString periodsText READ periodsText NOTIFY endChanged FINAL)
    /// "5 lessons, 38 minutes"
    Q_PROPERTY(QString periodsNote READ periodsNote NOTIFY endChanged FINAL)
    Q_PROPERTY(QString finishedDateText READ finishedDateText NOTIFY endChanged FINAL)
    Q_PROPERTY(QString hoursTitle READ hoursTitle NOTIFY endChanged FINAL)
    /// "15 of 20 hours"
    Q_PROPERTY(QString hoursText READ hoursText NOTIFY endChanged FINAL)
    /// 0..1
    Q_PROPERTY(double hoursBeforeShare READ hoursBeforeShare NOTIFY endChanged FINAL)
    /// 0..1
    Q_PROPERTY(double hoursAddedShare READ hoursAddedShare NOTIFY endChanged FINAL)
    Q_PROPERTY(QString hoursBeforeText READ hoursBeforeText NOTIFY endChanged FINAL)
    Q_PROPERTY(QString hoursAddedText READ hoursAddedText NOTIFY endChanged FINAL)
    Q_PROPERTY(QString hoursLeftText READ hoursLeftText NOTIFY endChanged FINAL)
    /// What the finished course builds: the level in each of five aspects, and the strongest of them in
    /// words.
    Q_PROPERTY(QList<int> competencyLevels READ competencyLevels NOTIFY endChanged FINAL)
    Q_PROPERTY(QString competencyName READ competencyName NOTIFY endChanged FINAL)
    Q_PROPERTY(QString competencyText READ competencyText NOTIFY endChanged FINAL)
    /// Not sent yet.
    Q_PROPERTY(int waitingCount READ waitingCount NOTIFY endChanged FINAL)
    /// Another assigned course; "" for none.
    Q_PROPERTY(QString nextCourseId READ nextCourseId NOTIFY endChanged FINAL)
    Q_PROPERTY(QString nextCourseTitle READ nextCourseTitle NOTIFY endChanged FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY stepChanged FINAL)
    Q_PROPERTY(Step step READ step NOTIFY stepChanged FINAL)
    Q_PROPERTY(int pageIndex READ pageIndex NOTIFY pageChanged FINAL)
    Q_PROPERTY(PageKind pageKind READ pageKind NOTIFY pageChanged FINAL)
    Q_PROPERTY(Feedback feedback READ feedback NOTIFY questionChanged FINAL)
    Q_PROPERTY(SavedState savedState READ savedState NOTIFY savedChanged FINAL)
    /// Only while NotSaved: what happened, what is safe, what to do.
    Q_PROPERTY(QString savedMessage READ savedMessage NOTIFY savedChanged FINAL)
    Q_PROPERTY(kapok::viewmodels::PageListModel *pages READ pages CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::BlockListModel *blocks READ blocks CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::OptionListModel *options READ options CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::StepListModel *steps READ steps CONSTANT FINAL)
    /// What is missing to pass the lesson.
    Q_PROPERTY(kapok::viewmodels::MissingListModel *missing READ missing CONSTANT FINAL)
    /// The medium of the page.
    Q_PROPERTY(kapok::viewmodels::CueListModel *cues READ cues CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::ChapterListModel *chapters READ chapters CONSTANT FINAL)
    Q_PROPERTY(QUrl mediaUrl READ mediaUrl NOTIFY pageChanged FINAL)
    Q_PROPERTY(QUrl posterUrl READ posterUrl NOTIFY pageChanged FINAL)
    Q_PROPERTY(int mediaSeconds READ mediaSeconds NOTIFY pageChanged FINAL)
    /// Where to begin, in milliseconds.
    Q_PROPERTY(int mediaPosition READ mediaPosition NOTIFY pageChanged FINAL)
    /// Row of `cues` shown now, or -1.
    Q_PROPERTY(int cueIndex READ cueIndex NOTIFY cueChanged FINAL)
    Q_PROPERTY(QString captionText READ captionText NOTIFY cueChanged FINAL)
    Q_PROPERTY(QString captionTextSecond READ captionTextSecond NOTIFY cueChanged FINAL)
    Q_PROPERTY(QString chapterTitle READ chapterTitle NOTIFY cueChanged FINAL)
    /// "off", "vi", "zh", "en", "vi+zh", …: what the medium offers.
    Q_PROPERTY(QStringList captionModes READ captionModes NOTIFY captionsChanged FINAL)
    Q_PROPERTY(QString captionMode READ captionMode WRITE setCaptionMode NOTIFY captionsChanged FINAL)
    Q_PROPERTY(QString captionLanguage READ captionLanguage NOTIFY captionsChanged FINAL)
    Q_PROPERTY(QString captionLanguageSecond READ captionLanguageSecond NOTIFY captionsChanged FINAL)
    /// 0.75 to 1.5, remembered.
    Q_PROPERTY(double mediaRate READ mediaRate WRITE setMediaRate NOTIFY captionsChanged FINAL)

public:
    enum Step { Opening, Page, LessonEnd, Finished };
    Q_ENUM(Step)
    enum PageKind { Text, Image, Video, Audio, Example, Choice, Multiple, Order, Unknown };
    Q_ENUM(PageKind)
    enum Feedback { NoFeedback, NotYet, RightAnswer, NoTriesLeft };
    Q_ENUM(Feedback)
    enum SavedState { Saved, Saving, NotSaved };
    Q_ENUM(SavedState)

    explicit LessonSession(QObject *parent = nullptr);
    ~LessonSession() override;
    void start(Device *device);

    /// Opens a lesson at the place where she stopped. "" as lesson: the one to continue with.
    Q_INVOKABLE void open(const QString &courseId, const QString &lessonId);
    /// Leaves the lesson; the place is kept.
    Q_INVOKABLE void close();
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();
    Q_INVOKABLE void goTo(int index);
    /// Chooses an option; with several right ones, chooses or drops it.
    Q_INVOKABLE void choose(const QString &optionId);
    /// Takes an item to another place, on an order page.
    Q_INVOKABLE void moveItem(int from, int to);
    /// Answers with what is chosen.
    Q_INVOKABLE void check();
    /// After "not yet": the question is open again.
    Q_INVOKABLE void tryAgain();
    /// Goes on without answering.
    Q_INVOKABLE void skip();
    /// Opens the next step of a worked example.
    Q_INVOKABLE void revealNext();
    /// The medium is at \p milliseconds; saved every few seconds.
    Q_INVOKABLE void mediaMoved(int milliseconds);
    /// Saves once more what could not be saved.
    Q_INVOKABLE void saveAgain();
    /// Repeats the lesson; the best mark stays.
    Q_INVOKABLE void retryLesson();
    Q_INVOKABLE void nextLesson();
    /// Reads in these languages from now on; the page stays.
    Q_INVOKABLE void showLanguages(const QString &first, const QString &second);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] int pageIndex() const { return m_index; }
    [[nodiscard]] PageKind pageKind() const;
    [[nodiscard]] Feedback feedback() const { return m_feedback; }
    [[nodiscard]] SavedState savedState() const { return m_saved; }
    [[nodiscard]] QString savedMessage() const { return m_savedMessage; }
    [[nodiscard]] PageListModel *pages() const { return m_pages; }
    [[nodiscard]] BlockListModel *blocks() const { return m_blocks; }
    [[nodiscard]] OptionListModel *options() const { return m_options; }
    [[nodiscard]] StepListModel *steps() const { return m_steps; }
    [[nodiscard]] MissingListModel *missing() const { return m_missing; }
    [[nodiscard]] CueListModel *cues() const { return m_media->cues(); }
    [[nodiscard]] ChapterListModel *chapters() const { return m_media->chapters(); }
    [[nodiscard]] QUrl mediaUrl() const { return m_media->url(); }
    [[nodiscard]] QUrl posterUrl() const { return m_media->poster(); }
    [[nodiscard]] int mediaSeconds() const { return m_media->seconds(); }
    [[nodiscard]] int mediaPosition() const { return m_media->startAt(); }
    [[nodiscard]] int cueIndex() const { return m_media->cueIndex(); }
    [[nodiscard]] QString captionText() const { return m_media->captionText(); }
    [[nodiscard]] QString captionTextSecond() const { return m_media->captionTextSecond(); }
    [[nodiscard]] QString chapterTitle() const { return m_media->chapterTitle(); }
    [[nodiscard]] QStringList captionModes() const { return m_media->modes(); }
    [[nodiscard]] QString captionMode() const { return m_media->mode(); }
    [[nodiscard]] QString captionLanguage() const { return m_media->firstLanguage(); }
    [[nodiscard]] QString captionLanguageSecond() const { return m_media->secondLanguage(); }
    [[nodiscard]] double mediaRate() const { return m_media->rate(); }
    void setCaptionMode(const QString &mode);
    void setMediaRate(double rate);

    [[nodiscard]] QString courseId() const { return m_head.courseId; }
    [[nodiscard]] QString lessonId() const { return m_head.lessonId; }
    [[nodiscard]] QString courseTitle() const { return m_head.courseTitle; }
    [[nodiscard]] QString lessonTitle() const { return m_head.lessonTitle; }
    [[nodiscard]] int lessonNumber() const { return m_head.lessonNumber; }
    [[nodiscard]] int lessonCount() const { return m_head.lessonCount; }
    [[nodiscard]] int pageCount() const { return m_head.pageCount; }
    [[nodiscard]] int questionCount() const { return m_head.questionCount; }
    [[nodiscard]] QString language() const { return m_head.language; }
    [[nodiscard]] QString secondLanguage() const { return m_head.secondLanguage; }
    [[nodiscard]] QStringList languages() const { return m_head.languages; }
    [[nodiscard]] QString problemTitle() const { return m_head.problemTitle; }
    [[nodiscard]] QString problemText() const { return m_head.problemText; }
    [[nodiscard]] QString title() const { return m_page.title; }
    [[nodiscard]] QString titleSecond() const { return m_page.titleSecond; }
    [[nodiscard]] QUrl imageUrl() const { return m_page.imageUrl; }
    [[nodiscard]] QString description() const { return m_page.description; }
    [[nodiscard]] QString caption() const { return m_page.caption; }
    [[nodiscard]] QString captionSecond() const { return m_page.captionSecond; }
    [[nodiscard]] bool aiGenerated() const { return m_page.aiGenerated; }
    [[nodiscard]] int stepCount() const { return m_page.stepCount; }
    [[nodiscard]] int revealedCount() const { return m_page.revealedCount; }
    [[nodiscard]] QString question() const { return m_question.question; }
    [[nodiscard]] QString questionSecond() const { return m_question.questionSecond; }
    [[nodiscard]] int questionNumber() const { return m_question.questionNumber; }
    [[nodiscard]] bool canCheck() const { return m_question.canCheck; }
    [[nodiscard]] QString feedbackText() const { return m_question.feedbackText; }
    [[nodiscard]] QString feedbackTextSecond() const { return m_question.feedbackTextSecond; }
    [[nodiscard]] QString hint() const { return m_question.hint; }
    [[nodiscard]] QString hintSecond() const { return m_question.hintSecond; }
    [[nodiscard]] int reviewPage() const { return m_question.reviewPage; }
    [[nodiscard]] QString reviewTitle() const { return m_question.reviewTitle; }
    [[nodiscard]] int triesLeft() const { return m_question.triesLeft; }
    [[nodiscard]] QString lessonMarkText() const { return m_end.lessonMarkText; }
    [[nodiscard]] QString lessonNeededText() const { return m_end.lessonNeededText; }
    [[nodiscard]] bool lessonPassed() const { return m_end.lessonPassed; }
    [[nodiscard]] bool hasNextLesson() const { return m_end.hasNextLesson; }
    [[nodiscard]] QString nextLessonTitle() const { return m_end.nextLessonTitle; }
    [[nodiscard]] QString finishedGreeting() const { return m_end.finishedGreeting; }
    [[nodiscard]] QString finishedMarkText() const { return m_end.finishedMarkText; }
    [[nodiscard]] QString finishedMarkNote() const { return m_end.finishedMarkNote; }
    [[nodiscard]] QList<int> competencyLevels() const { return m_end.competencyLevels; }
    [[nodiscard]] QString competencyName() const { return m_end.competencyName; }
    [[nodiscard]] QString competencyText() const { return m_end.competencyText; }
    [[nodiscard]] QString periodsText() const { return m_end.periodsText; }
    [[nodiscard]] QString periodsNote() const { return m_end.periodsNote; }
    [[nodiscard]] QString finishedDateText() const { return m_end.finishedDateText; }
    [[nodiscard]] QString hoursTitle() const { return m_end.hoursTitle; }
    [[nodiscard]] QString hoursText() const { return m_end.hoursText; }
    [[nodiscard]] double hoursBeforeShare() const { return m_end.hoursBeforeShare; }
    [[nodiscard]] double hoursAddedShare() const { return m_end.hoursAddedShare; }
    [[nodiscard]] QString hoursBeforeText() const { return m_end.hoursBeforeText; }
    [[nodiscard]] QString hoursAddedText() const { return m_end.hoursAddedText; }
    [[nodiscard]] QString hoursLeftText() const { return m_end.hoursLeftText; }
    [[nodiscard]] int waitingCount() const { return m_end.waitingCount; }
    [[nodiscard]] QString nextCourseId() const { return m_end.nextCourseId; }
    [[nodiscard]] QString nextCourseTitle() const { return m_end.nextCourseTitle; }

signals:
    void stepChanged();
    void headChanged();
    void pageChanged();
    void questionChanged();
    void savedChanged();
    void endChanged();
    void cueChanged();
    void captionsChanged();
    /// She left the lesson.
    void closed();

private:
    struct Unsaved; ///< what to try again

    void opened(Result<OpenedLesson> lesson);
    void showHead();
    void showPages();
    void showPage();
    void enterPage(int index);
    void readPage(int index);
    void seeAgain(int index);
    void pageEntered(int index, const Result<PageEntered> &entered);
    void showQuestion();
    void showOptions();
    void showOrder(const course::OrderBody &body);
    void showSteps();
    void fillFeedback(LessonQuestionView &view) const;
    void setStep(Step step);
    void setSaved(SavedState saved, const QString &message = {});
    void notSaved(const Error &error, std::function<void()> again);
    void answered(const PageId &page, const Result<AnswerSaved> &saved);
    void finishLesson();
    void finished(const Result<LessonFinished> &result);
    void showEnd(const LessonFinished &result);
    void showCourseEnd(const LessonFinished &result, LessonEndView &view) const;
    void showMissing(const LessonFinished &result);
    void savePlace();
    void leave();
    void retranslate();
    [[nodiscard]] const course::Lesson *lesson() const;
    [[nodiscard]] const course::Page *page() const;
    [[nodiscard]] Reading reading() const;

    Device *m_device = nullptr;
    PageListModel *m_pages;
    BlockListModel *m_blocks;
    OptionListModel *m_options;
    StepListModel *m_steps;
    MissingListModel *m_missing;
    LessonMedia *m_media;
    bool m_isOpen = false;
    Step m_step = Opening;
    int m_index = 0;
    Feedback m_feedback = NoFeedback;
    SavedState m_saved = Saved;
    QString m_savedMessage;
    std::function<void()> m_again; ///< saves what could not be saved
    std::optional<OpenedLesson> m_opened;
    std::optional<LessonFinished> m_result;
    std::set<PageId> m_skipped;
    QStringList m_chosen;                   ///< option ids, or the present order
    std::optional<learning::Grade> m_grade; ///< of the answer shown
    int m_triesLeft = -1;
    QElapsedTimer m_onPage;
    QTimer m_placeTimer;
    int m_generation = 0; ///< answers that come back for a lesson that was left are dropped
    LessonHead m_head;
    LessonPageView m_page;
    LessonQuestionView m_question;
    LessonEndView m_end;
};

} // namespace kapok::viewmodels
