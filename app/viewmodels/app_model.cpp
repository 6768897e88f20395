// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/app_model.h"

#include "app/viewmodels/device.h"
#include "app/viewmodels/wording.h"

namespace kapok::viewmodels {

AppModel::AppModel(QObject *parent) : QObject(parent) {}

void AppModel::start(Device *device)
{
    m_device = device;
    connect(device, &Device::opened, this, [this] {
        m_openProblem.clear();
        m_openProblemText.clear();
        refresh();
    });
    connect(device, &Device::personChanged, this, &AppModel::refresh);
    connect(device, &Device::readingChanged, this, &AppModel::refresh);
    connect(device, &Device::languageChanged, this, &AppModel::refresh);
    connect(device, &Device::openFailed, this, [this](const Error &error) {
        const Problem words = Wording::problem(Situation::OpenData, error.code);
        m_openProblem = words.happened;
        m_openProblemText = words.rest();
        refresh();
    });
    connect(device, &Device::signInFailed, this, [this](const Error &error) {
        const Problem words = Wording::problem(Situation::OpenData, error.code);
        emit problem(words.happened, words.rest());
    });
    refresh();
}

void AppModel::refresh()
{
    View view;
    view.isReady = m_device->isOpen();
    view.problemTitle = m_openProblem;
    view.problemText = m_openProblemText;
    view.installing = m_installing;
    view.today = Wording::today(m_device->clock().now());
    if (const auto &person = m_device->person()) {
        view.personId = toQt(person->id.value);
        view.personName = toQt(person->name);
        view.nameLanguage = toQt(person->nameLanguage);
        view.initials = Wording::initials(view.personName, view.nameLanguage);
        view.tint = Wording::tint(person->id.value);
        view.greeting = Wording::greeting(*person);
        view.unitName = m_device->reading().in(person->unitNames);
        view.hasReview = person->hasRole("reviewer") || person->hasRole("owner");
    }
    view.todayAndUnit = Wording::line({view.today, view.unitName});
    if (view == m_view)
        return;
    m_view = view;
    emit changed();
}

void AppModel::openAgain()
{
    if (!m_device->isOpen())
        m_device->open();
}

void AppModel::signOut()
{
    m_device->signOut();
}

void AppModel::openFile(const QUrl &file)
{
    if (m_installing || !m_device->isOpen())
        return;
    m_installing = true;
    refresh();
    m_device->worker().run(
        this,
        [path = file.isLocalFile() ? file.toLocalFile() : file.toString()](Desk &desk) {
            return desk.library->installFile(path.toStdString());
        },
        [this](const Result<library::CourseEntry> &entry) {
            m_installing = false;
            refresh();
            if (!entry) {
                const Problem words = Wording::problem(Situation::InstallCourse, entry.error().code);
                emit problem(words.happened, words.rest());
                return;
            }
            m_device->libraryTouched();
            emit courseAdded(toQt(entry->id.value), m_device->reading().in(entry->title));
        });
}

} // namespace kapok::viewmodels
