// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/tablet_models.h"

#include "app/viewmodels/text.h"
#include "core/course/package.h"
#include "core/course/source.h"

using namespace kapok;
using namespace kapok::viewmodels;

namespace {

sync::PersonProgress teacher(const std::string &account, const std::string &name, const std::string &state)
{
    sync::PersonProgress row;
    row.account = account;
    row.name = name;
    row.nameLanguage = "vi";
    row.unit.value = "q";
    row.course.value = Tablet::kCourse;
    row.state = state;
    return row;
}

ReviewData figures()
{
    sync::Unit commune{UnitId{"q"}, "commune", UnitId{"above"}, {}, "", ""};
    commune.names.byLanguage = {{"vi", "Quảng Uyên"}, {"zh", "广渊乡"}};
    sync::Unit school{UnitId{"s"}, "school", UnitId{"q"}, {}, "", ""};
    school.names.byLanguage = {{"vi", "Tiểu học Độc Lập"}};
    ReviewData data;
    data.units = {commune, school};
    ReviewAnswer answer;
    answer.figures.asOf = SystemClock().now() - std::chrono::hours(72);
    answer.figures.units = {{UnitId{"q"}, 3, 4, 2, 1, 0}, {UnitId{"s"}, 2, 0, 0, 0, 0}};
    answer.figures.devicesKnown = 5;
    data.keep("|all|", answer);
    data.keepPeople("|all|", UnitId{"q"},
                    {answer.figures.asOf,
                     {teacher("sen", "Lý Thị Sen", "started"), teacher("an", "Đặng Quốc An", "completed")},
                     true});
    return data;
}

} // namespace

TabletModels::TabletModels(QObject *parent) : QObject(parent)
{
    m_tablet.install();
    makeReviewer();
    m_device = m_tablet.start();
    m_settings.start(m_device.get());
    m_app.start(m_device.get());
    m_people.start(m_device.get());
    m_home.start(m_device.get());
    m_course.start(m_device.get());
    m_lesson.start(m_device.get());
    m_sync.start(m_device.get());
    m_review.start(m_device.get());
    m_review.setPeriod(QStringLiteral("all"));
}

TabletModels::~TabletModels()
{
    m_lesson.close();
}

void TabletModels::makeReviewer()
{
    const SystemClock clock;
    auto people = learner::People::open(m_tablet.folder(), clock);
    auto mai = people->find(PersonId{Tablet::kMai});
    mai->roles.push_back({"reviewer", UnitId{"q"}});
    const auto profile = learner::profileFolder(m_tablet.folder(), PersonId{Tablet::kMai});
    std::filesystem::create_directories(profile);
    if (!people->add(*mai) || !saveReviewData(profile, figures()))
        qFatal("the tablet of the test cannot be made");
}

bool TabletModels::signIn()
{
    m_device->signIn(PersonId{Tablet::kMai});
    return comes([this] { return !m_app.personId().isEmpty() && m_home.library()->count() > 0; });
}

bool TabletModels::openLesson()
{
    m_lesson.open(QString::fromLatin1(Tablet::kCourse),
                  QString::fromStdString(m_tablet.course().lessons.front().id.value));
    return comes([this] { return m_lesson.isOpen() && m_lesson.pageCount() > 0; });
}

bool TabletModels::openFilm()
{
    const std::filesystem::path source =
        std::filesystem::path(KAPOK_SOURCE_DIR) / "content" / "c03-planning-with-ai";
    const auto file = m_tablet.folder() / "film.kapok";
    const auto read = course::readSource(source);
    const auto key = course::SecretKey::generate("Film centre");
    auto library = library::Library::open(m_tablet.folder(), {});
    if (!read.course || !key || !library || !course::buildPackage(*read.course, source, *key, file) ||
        !library->trust(key->publicKey()) || !library->installFile(file))
        return false;
    m_lesson.open(toQt(read.course->id.value), toQt(read.course->lessons.at(2).id.value));
    if (!comes([this] { return m_lesson.isOpen() && m_lesson.pageCount() > 2; }))
        return false;
    m_lesson.goTo(2);
    return comes([this] { return m_lesson.pageKind() == LessonSession::Video; });
}

bool TabletModels::finishCourse()
{
    while (m_lesson.step() == LessonSession::Page) {
        if (!settle() || !answer())
            return false;
        const int before = m_lesson.pageIndex();
        m_lesson.next();
        if (!comes([&] { return m_lesson.step() != LessonSession::Page || m_lesson.pageIndex() != before; }))
            return false;
    }
    m_lesson.nextLesson();
    return m_lesson.step() == LessonSession::Finished;
}

/// Waits until the page has come back from the worker.
bool TabletModels::settle()
{
    bool reached = false;
    m_device->worker().run(
        this, [](Desk &) { return true; }, [&](bool) { reached = true; });
    return comes([&] { return reached; });
}

/// Answers the question of this page right; true also where there is none.
bool TabletModels::answer()
{
    const auto &pages = m_tablet.course().lessons.front().pages;
    const auto &body = pages.at(static_cast<std::size_t>(m_lesson.pageIndex())).body;
    if (const auto *choice = std::get_if<course::ChoiceBody>(&body)) {
        for (const course::Option &option : choice->options)
            if (option.right)
                m_lesson.choose(toQt(option.id));
    } else if (const auto *order = std::get_if<course::OrderBody>(&body)) {
        for (std::size_t place = 0; place < order->items.size(); ++place)
            m_lesson.moveItem(m_lesson.options()->rowOf(toQt(order->items[place].id)),
                              static_cast<int>(place));
    } else {
        return true;
    }
    m_lesson.check();
    return comes([this] { return m_lesson.savedState() != LessonSession::Saving; });
}
