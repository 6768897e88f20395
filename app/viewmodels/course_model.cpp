// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/course_model.h"

#include "app/viewmodels/course_words.h"
#include "app/viewmodels/device.h"
#include "core/base/log.h"

#include <set>

namespace kapok::viewmodels {

CourseModel::CourseModel(QObject *parent)
    : QObject(parent), m_lessons(new LessonListModel(this)), m_competencies(new CompetencyListModel(this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &CourseModel::read);
}

void CourseModel::start(Device *device)
{
    m_device = device;
    const auto again = [this] { m_soon.start(); };
    connect(device, &Device::personChanged, this, again);
    connect(device, &Device::libraryChanged, this, again);
    connect(device, &Device::recordChanged, this, again);
    connect(device, &Device::readingChanged, this, &CourseModel::show);
    connect(device, &Device::languageChanged, this, &CourseModel::show);
    connect(device, &Device::statusChanged, this, &CourseModel::show);
}

void CourseModel::load(const QString &courseId)
{
    if (m_courseId != courseId.toStdString()) {
        m_courseId = courseId.toStdString();
        m_detail.reset();
        m_problem.reset();
        show();
    }
    m_soon.start();
}

void CourseModel::read()
{
    if (m_courseId.empty() || !m_device->person())
        return;
    m_device->worker().run(
        this,
        [person = m_device->person()->id, id = CourseId{m_courseId}](Desk &desk) {
            return readCourseDetail(desk, person, id);
        },
        [this, asked = m_courseId](Result<CourseDetail> detail) {
            if (asked != m_courseId)
                return;
            if (!detail) {
                log::error("course {} cannot be shown: {}", asked, detail.error().detail);
                m_problem = Wording::problem(Situation::OpenCourse, detail.error().code);
            } else {
                m_detail = std::move(*detail);
                if (m_problem && m_problem->happened == Wording::problem(Situation::OpenCourse, {}).happened)
                    m_problem.reset();
            }
            show();
            if (detail && m_detail->state.justSettled)
                m_device->recorded();
        });
}

void CourseModel::show()
{
    View view;
    view.courseId = toQt(m_courseId);
    view.contentLanguage = toQt(m_device->reading().first);
    view.secondLanguage = toQt(m_device->reading().second);
    showLessons();
    showCompetencies(view);
    if (m_detail) {
        showCourse(view);
        showPlace(view);
        showAction(view);
        showVersion(view);
    }
    if (m_problem) {
        view.problemTitle = m_problem->happened;
        view.problemText = m_problem->rest();
    }
    if (view == m_view)
        return;
    m_view = view;
    emit changed();
}

void CourseModel::showCourse(View &view) const
{
    const CourseState &state = m_detail->state;
    const Reading &reading = m_device->reading();
    view.title = reading.in(state.entry.title);
    view.titleSecond = reading.beside(state.entry.title);
    view.summary = reading.in(state.entry.summary);
    view.subjectText = Wording::subject(toQt(state.entry.subject));
    view.languages = Wording::languagesInOneLine(state.entry.languages);
    view.cover = coverUrl(state.entry);
    view.coverDark = coverDarkUrl(state.entry);
    view.minutesText = Wording::minutes(state.entry.minutes);
    view.lessonsText = tr("%n lessons", "", state.standing.lessons);
    view.periodsText = Wording::hours(state.entry.periods);
    //: How many lessons of a course are done. %1 of %n.
    view.doneText = tr("%1 of %n done", "", state.standing.lessons).arg(state.standing.lessonsDone);
    if (!state.course)
        return;
    for (const LocalizedText &outcome : state.course->outcomes)
        view.outcomes.append(reading.in(outcome));
}

void CourseModel::showPlace(View &view) const
{
    const CourseState &state = m_detail->state;
    const sync::DownloadStatus *download = downloadOf(m_device->status(), state.entry.id);
    const auto where = courseStateOf(state, download);
    view.courseState = where;
    view.isHere = state.entry.isInstalled();
    const QString size = Wording::bytes(state.entry.downloadBytes);
    if (view.isHere) {
        view.placeTitle = tr("On this device. Works without internet.");
        view.sizeText = Wording::bytes(state.entry.diskBytes);
        //: What a course on this device takes. %1 is a size such as 24 MB.
        view.placeText = tr("Text, pictures and sound, %1.").arg(view.sizeText);
        //: Button: removes a course from the device. %1 is its size.
        view.removeText = tr("Remove, %1").arg(view.sizeText);
    } else {
        view.placeTitle = tr("Not on this device yet.");
        view.placeText = tr("It works without internet once it is here.");
    }
    if (where == CourseListModel::Downloading && download) {
        view.downloadProgress = download->progress();
        view.placeTitle = statusText(state, download);
        if (download->total > 0) //: Progress of a download. %1 of %2, sizes such as "14 MB".
            view.placeText = tr("%1 of %2. You can go on with something else.")
                                 .arg(Wording::bytes(download->done), Wording::bytes(download->total));
    } else if (where == CourseListModel::Paused) {
        view.downloadProgress = download ? download->progress() : 0;
        view.placeTitle = statusText(state, download);
        view.placeText = download && download->error
                             ? Wording::problem(Situation::Download, download->error->code).rest()
                             : tr("What has arrived is kept.");
        view.downloadText = tr("Go on with the download");
    } else if (where == CourseListModel::NewerApp) {
        view.placeTitle = tr("This course needs a newer version of Kapok.");
        view.placeText = tr("Update the app, then the course can be fetched.");
    } else if (where == CourseListModel::Update) {
        view.downloadText = tr("Update, %1").arg(size);
    } else if (!view.isHere) {
        //: Button: fetches a course. %1 is what has to be transferred, such as 21 MB.
        view.downloadText = tr("Download, %1").arg(size);
    }
}

void CourseModel::showAction(View &view) const
{
    const CourseState &state = m_detail->state;
    if (!state.course || state.course->lessons.empty())
        return;
    const LessonId next = learning::nextLesson(*state.course, state.progress);
    const course::Lesson *lesson = state.course->find(next);
    if (!lesson)
        return;
    const int number = static_cast<int>(lesson - state.course->lessons.data()) + 1;
    view.actionLessonId = toQt(state.isDone() ? state.course->lessons.front().id.value : next.value);
    if (state.isDone())
        view.actionText = tr("Read it again");
    else if (!state.isStarted())
        view.actionText = tr("Start");
    else if (state.progress.lesson(next).lastAt) //: Button of a course page. %1 is the number of the lesson.
        view.actionText = tr("Continue lesson %1").arg(number);
    else //: Button of a course page. %1 is the number of the lesson.
        view.actionText = tr("Start lesson %1").arg(number);
}

void CourseModel::showVersion(View &view) const
{
    const CourseState &state = m_detail->state;
    if (!state.entry.isInstalled())
        return;
    //: Version of a course. %1 is a number such as 1.2.0.
    QStringList parts{tr("Version %1.").arg(toQt(*state.entry.installedVersion))};
    if (state.course && !state.course->publisher.empty()) //: Who made a course. %1 is a name.
        parts.append(tr("Published by %1.").arg(m_device->reading().in(state.course->publisher)));
    view.isSignatureValid = m_detail->signature && m_detail->signature->key;
    parts.append(view.isSignatureValid
                     ? tr("The signature is valid: nobody has changed this course since it was published.")
                     : tr("This device no longer knows who signed this course."));
    view.versionText = Wording::sentences(parts);
}

namespace {

/// The icon and the words for what a lesson mostly is.
std::pair<QString, QString> kindOf(const course::Lesson &lesson)
{
    bool video = false;
    bool audio = false;
    for (const course::Page &page : lesson.pages) {
        if (const auto *media = std::get_if<course::MediaBody>(&page.body)) {
            video = video || media->kind == course::MediaKind::Video;
            audio = audio || media->kind == course::MediaKind::Audio;
        }
    }
    if (video)
        return {QStringLiteral("video"), CourseModel::tr("Reading, video and questions")};
    if (audio)
        return {QStringLiteral("audio"), CourseModel::tr("Reading, sound and questions")};
    if (lesson.questionCount() > 0)
        return {QStringLiteral("question"), CourseModel::tr("Reading and questions")};
    return {QStringLiteral("text"), CourseModel::tr("Reading")};
}

/// The number of the page, from 1; 1 when it is not there.
int pageNumber(const course::Lesson &lesson, const PageId &page)
{
    for (std::size_t i = 0; i < lesson.pages.size(); ++i) {
        if (lesson.pages[i].id == page)
            return static_cast<int>(i) + 1;
    }
    return 1;
}

QString lessonStateText(const course::Lesson &lesson, const learning::LessonStanding &standing,
                        const PageId &page)
{
    if (standing.done) //: State of a lesson. %1 is a mark such as "8 of 10".
        return standing.mark ? CourseModel::tr("Done · %1").arg(Wording::mark(*standing.mark))
                             : CourseModel::tr("Done");
    if (standing.attemptsFinished > 0 && !standing.passed &&
        standing.mark) //: %1 is a mark such as "4 of 10".
        return CourseModel::tr("Not passed yet · %1").arg(Wording::mark(*standing.mark));
    if (!standing.started)
        return {};
    //: Where one stopped in a lesson. %1 is the page, %2 the number of pages.
    return CourseModel::tr("Page %1 of %2").arg(pageNumber(lesson, page)).arg(lesson.pages.size());
}

LessonListModel::LessonState lessonStateOf(const learning::LessonStanding &standing)
{
    if (standing.done)
        return LessonListModel::Done;
    if (standing.attemptsFinished > 0 && !standing.passed)
        return LessonListModel::NotPassed;
    return standing.started ? LessonListModel::Started : LessonListModel::NotStarted;
}

} // namespace

void CourseModel::showLessons()
{
    std::vector<ListRow> rows;
    if (m_detail && m_detail->state.course) {
        const Reading &reading = m_device->reading();
        int number = 0;
        for (const course::Lesson &lesson : m_detail->state.course->lessons) {
            const auto attempt = m_detail->attempts.find(lesson.id);
            const auto place = m_detail->places.find(lesson.id);
            const auto standing =
                learning::standing(lesson, m_detail->state.progress.lesson(lesson.id),
                                   attempt == m_detail->attempts.end() ? 1 : attempt->second);
            const QString id = toQt(lesson.id.value);
            const auto [icon, kind] = kindOf(lesson);
            const QString title = reading.in(lesson.title);
            const QString meta = Wording::line({kind, Wording::minutes(lesson.minutes)});
            const QString state =
                lessonStateText(lesson, standing, place == m_detail->places.end() ? PageId{} : place->second);
            ++number;
            QStringList spoken{tr("Lesson %1").arg(number), title, meta, state};
            spoken.removeAll(QString());
            rows.push_back(
                {id,
                 {id, number, title, reading.beside(lesson.title), kind, icon, meta,
                  static_cast<int>(lessonStateOf(standing)), state, spoken.join(QStringLiteral(", "))}});
        }
    }
    m_lessons->setRows(rows);
}

void CourseModel::showCompetencies(View &view)
{
    view.competencyLevels = m_detail && m_detail->state.course
                                ? viewmodels::competencyLevels(*m_detail->state.course)
                                : QList<int>(5, 0);
    std::vector<ListRow> rows;
    for (int aspect = 0; aspect < 5; ++aspect) {
        const int level = view.competencyLevels.at(aspect);
        if (level > 0)
            rows.push_back({QString::number(aspect),
                            {Wording::competencyAspect(aspect), level, Wording::competencyLevel(level)}});
    }
    m_competencies->setRows(rows);
}

void CourseModel::download()
{
    if (m_courseId.empty() || !m_device->person() || !m_device->engine())
        return;
    m_problem.reset();
    m_device->engine()->download(m_device->person()->id, CourseId{m_courseId});
    show();
}

void CourseModel::cancelDownload()
{
    if (m_device->engine())
        m_device->engine()->cancelDownload(CourseId{m_courseId});
    m_soon.start();
}

void CourseModel::remove()
{
    m_device->worker().run(
        this, [id = CourseId{m_courseId}](Desk &desk) { return desk.library->remove(id); },
        [this, id = toQt(m_courseId)](const Status &status) {
            if (!status) {
                m_problem = Wording::problem(Situation::RemoveCourse, status.error().code);
                show();
                return;
            }
            m_device->libraryTouched();
            emit removed(id);
        });
}

} // namespace kapok::viewmodels
