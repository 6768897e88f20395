// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/lesson_session.h"

#include "app/viewmodels/device.h"
#include "app/viewmodels/wording.h"
#include "core/base/log.h"

namespace kapok::viewmodels {
namespace {

/// The place in a medium is saved this often while it plays.
constexpr int kPlaceInterval = 3000;

struct MediaSettings {
    QString mode;
    double rate = 1;
};

MediaSettings readMediaSettings(Desk &desk, const PersonId &person)
{
    MediaSettings settings;
    if (const auto mode = desk.people->setting(person, keys::kCaptionMode); mode && *mode)
        settings.mode = toQt(**mode);
    if (const auto rate = desk.people->setting(person, keys::kMediaRate); rate && *rate)
        settings.rate = toQt(**rate).toDouble();
    return settings;
}

} // namespace

LessonSession::LessonSession(QObject *parent)
    : QObject(parent),
      m_pages(new PageListModel(this)),
      m_blocks(new BlockListModel(this)),
      m_options(new OptionListModel(this)),
      m_steps(new StepListModel(this)),
      m_missing(new MissingListModel(this)),
      m_media(new LessonMedia(this))
{
    m_placeTimer.setSingleShot(true);
    m_placeTimer.setInterval(kPlaceInterval);
    connect(&m_placeTimer, &QTimer::timeout, this, &LessonSession::savePlace);
    connect(m_media, &LessonMedia::cueChanged, this, &LessonSession::cueChanged);
    connect(m_media, &LessonMedia::captionsChanged, this, &LessonSession::captionsChanged);
}

LessonSession::~LessonSession()
{
    if (m_device && m_isOpen)
        close();
}

void LessonSession::start(Device *device)
{
    m_device = device;
    connect(device, &Device::readingChanged, this, &LessonSession::retranslate);
    connect(device, &Device::languageChanged, this, &LessonSession::retranslate);
    connect(device, &Device::personChanged, this, [this] {
        if (!m_device->person() && m_isOpen)
            close();
        if (!m_device->person())
            return;
        m_device->worker().run(
            this, [id = m_device->person()->id](Desk &desk) { return readMediaSettings(desk, id); },
            [this](const MediaSettings &settings) {
                m_media->setChosenMode(settings.mode);
                m_media->setRate(settings.rate);
            });
    });
    connect(device, &Device::statusChanged, this, [this] {
        if (m_step != Finished)
            return;
        m_device->worker().run(this, lessonsWaiting, [this](int waiting) {
            if (m_step != Finished || m_end.waitingCount == waiting)
                return;
            m_end.waitingCount = waiting;
            emit endChanged();
        });
    });
}

const course::Lesson *LessonSession::lesson() const
{
    return m_opened ? m_opened->lesson() : nullptr;
}

const course::Page *LessonSession::page() const
{
    const course::Lesson *open = lesson();
    if (!open || m_index < 0 || m_index >= static_cast<int>(open->pages.size()))
        return nullptr;
    return &open->pages[static_cast<std::size_t>(m_index)];
}

Reading LessonSession::reading() const
{
    return m_device ? m_device->reading() : Reading{};
}

void LessonSession::open(const QString &courseId, const QString &lessonId)
{
    if (!m_device || !m_device->person())
        return;
    leave();
    m_isOpen = true;
    m_result.reset();
    m_skipped.clear();
    LessonHead head; // the arguments may be m_head's own
    head.courseId = courseId;
    head.lessonId = lessonId;
    head.language = toQt(reading().first);
    head.secondLanguage = toQt(reading().second);
    m_head = head;
    m_page = {};
    m_pages->setRows({});
    setSaved(Saved);
    setStep(Opening);
    emit headChanged();
    m_device->worker().run(
        this,
        [course = CourseId{head.courseId.toStdString()}, lesson = LessonId{head.lessonId.toStdString()},
         language = reading().first](Desk &desk) { return openLesson(desk, course, lesson, language); },
        [this, generation = m_generation](Result<OpenedLesson> result) {
            if (generation == m_generation && m_isOpen)
                opened(std::move(result));
            else if (result) // she left before it was open
                m_device->worker().post([visit = result->visit](Desk &desk) {
                    if (desk.record)
                        (void)desk.record->closeLesson(visit).ok();
                });
        });
}

void LessonSession::opened(Result<OpenedLesson> result)
{
    if (!result) {
        log::error("the lesson cannot be opened: {}", result.error().detail);
        const Problem words = Wording::problem(Situation::OpenCourse, result.error().code);
        m_head.problemTitle = words.happened;
        m_head.problemText = words.rest();
        emit headChanged();
        return;
    }
    m_opened = std::move(*result);
    m_device->recorded();
    showHead();
    m_index = m_opened->page;
    showPages();
    setStep(Page);
    enterPage(m_index);
}

void LessonSession::showHead()
{
    const course::Course &course = *m_opened->course;
    const course::Lesson *open = lesson();
    LessonHead head;
    head.courseId = toQt(course.id.value);
    head.lessonId = toQt(open->id.value);
    head.courseTitle = reading().in(course.title);
    head.lessonTitle = reading().in(open->title);
    head.lessonNumber = static_cast<int>(open - course.lessons.data()) + 1;
    head.lessonCount = static_cast<int>(course.lessons.size());
    head.pageCount = static_cast<int>(open->pages.size());
    head.questionCount = open->questionCount();
    head.language = toQt(reading().first);
    head.secondLanguage = toQt(reading().second);
    for (const std::string &language : course.languages)
        head.languages.append(toQt(language));
    m_head = head;
    emit headChanged();
}

void LessonSession::showPages()
{
    std::vector<ListRow> rows;
    const course::Lesson *open = lesson();
    for (std::size_t i = 0; open && i < open->pages.size(); ++i) {
        const course::Page &each = open->pages[i];
        const auto standing =
            learning::questionStanding(m_opened->progress, each.id, m_opened->visit.attempt);
        PageListModel::PageState state = PageListModel::ToCome;
        if (each.isQuestion() && standing.answers > 0)
            state = PageListModel::Answered;
        else if (m_skipped.contains(each.id))
            state = PageListModel::Skipped;
        else if (m_opened->progress.seen.contains(each.id) && !each.isQuestion())
            state = PageListModel::Seen;
        const QString id = toQt(each.id.value);
        const QString title = reading().in(each.title);
        //: Read aloud for the dot of a page. %1 is its number, %2 how many pages there are, %3 its title.
        const QString spoken = tr("Page %1 of %2, %3").arg(i + 1).arg(open->pages.size()).arg(title);
        rows.push_back({id,
                        {id, title, static_cast<int>(state), static_cast<int>(i) == m_index,
                         each.isQuestion(), spoken}});
    }
    m_pages->setRows(rows);
}

void LessonSession::enterPage(int index)
{
    const course::Lesson *open = lesson();
    if (!open || index < 0 || index >= static_cast<int>(open->pages.size()))
        return;
    m_index = index;
    m_chosen.clear();
    m_grade.reset();
    m_feedback = NoFeedback;
    m_page = {};
    m_media->clear();
    m_onPage.start();
    showPage();
    readPage(index);
}

/// Records that the page is seen and reads what belongs to it.
void LessonSession::readPage(int index)
{
    m_device->worker().run(
        this,
        [opened = *m_opened, page = page()->id](Desk &desk) {
            return viewmodels::enterPage(desk, opened, page);
        },
        [this, index, generation = m_generation](const Result<PageEntered> &entered) {
            if (generation == m_generation && index == m_index && m_opened)
                pageEntered(index, entered);
        });
}

void LessonSession::pageEntered(int index, const Result<PageEntered> &entered)
{
    if (!entered) {
        notSaved(entered.error(), [this, index] {
            if (index == m_index && page())
                readPage(index);
        });
        return;
    }
    m_opened->progress = entered->progress;
    m_page.imageUrl = toUrl(entered->image);
    m_page.revealedCount = entered->place.revealed;
    if (const auto *media = std::get_if<course::MediaBody>(&page()->body))
        m_media->show(*media, entered->captions, toUrl(entered->media), toUrl(entered->poster),
                      static_cast<int>(entered->place.position.count()), reading());
    if (page()->isQuestion()) {
        const auto standing =
            learning::questionStanding(m_opened->progress, page()->id, m_opened->visit.attempt);
        m_triesLeft = standing.triesLeft;
        if (standing.latest) { // she answered it before: as it was left
            m_chosen = toQt(standing.latest->response).split(QLatin1String("[,]"));
            std::vector<std::string> response;
            for (const QString &id : std::as_const(m_chosen))
                response.push_back(id.toStdString());
            if (const auto grade = learning::grade(*page(), response)) {
                m_grade = *grade;
                m_feedback = standing.right ? RightAnswer : standing.closed ? NoTriesLeft : NotYet;
            }
        }
    }
    showPage();
    showPages();
    if (!entered->saved) {
        notSaved(entered->saved.error(), [this, index] { seeAgain(index); });
        return;
    }
    if (m_saved == NotSaved)
        setSaved(Saved);
    m_device->recorded();
}

LessonSession::PageKind LessonSession::pageKind() const
{
    const course::Page *shown = page();
    if (!shown)
        return Text;
    if (std::holds_alternative<course::TextBody>(shown->body))
        return Text;
    if (std::holds_alternative<course::ImageBody>(shown->body))
        return Image;
    if (const auto *media = std::get_if<course::MediaBody>(&shown->body))
        return media->kind == course::MediaKind::Video ? Video : Audio;
    if (std::holds_alternative<course::ExampleBody>(shown->body))
        return Example;
    if (const auto *choice = std::get_if<course::ChoiceBody>(&shown->body))
        return choice->multiple ? Multiple : Choice;
    if (std::holds_alternative<course::OrderBody>(shown->body))
        return Order;
    return Unknown;
}

void LessonSession::next()
{
    if (m_step != Page || !m_opened)
        return;
    savePlace();
    if (m_index + 1 < m_head.pageCount)
        goTo(m_index + 1);
    else
        finishLesson();
}

void LessonSession::back()
{
    if (!m_opened)
        return;
    if (m_step == LessonEnd)
        goTo(m_head.pageCount - 1);
    else if (m_step == Page && m_index > 0)
        goTo(m_index - 1);
}

void LessonSession::goTo(int index)
{
    if (!m_opened || index < 0 || index >= m_head.pageCount)
        return;
    if (m_step == Page && index == m_index)
        return;
    savePlace();
    setStep(Page);
    enterPage(index);
    showPages();
}

void LessonSession::skip()
{
    if (const course::Page *shown = page())
        m_skipped.insert(shown->id);
    next();
}

void LessonSession::close()
{
    if (!m_isOpen)
        return;
    leave();
    m_isOpen = false;
    setStep(Opening);
    emit closed();
}

/// Ends the visit to the lesson that is open, if any: the place is kept, `terminated` recorded.
void LessonSession::leave()
{
    savePlace();
    if (m_opened && m_device) {
        m_device->worker().run(
            m_device,
            [visit = m_opened->visit](Desk &desk) -> Status {
                return desk.record ? desk.record->closeLesson(visit) : success();
            },
            [device = m_device](const Status &status) {
                if (!status)
                    log::warn("the visit was not closed: {}", status.error().detail);
                device->recorded();
            });
    }
    ++m_generation;
    m_opened.reset();
    m_media->clear();
}

void LessonSession::setStep(Step step)
{
    m_step = step;
    emit stepChanged();
}

void LessonSession::retranslate()
{
    if (!m_opened)
        return;
    showHead();
    m_media->setReading(reading());
    showPages();
    showPage();
    if (m_result)
        showEnd(*m_result);
}

} // namespace kapok::viewmodels
