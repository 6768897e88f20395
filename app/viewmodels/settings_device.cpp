// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/device.h"
#include "app/viewmodels/review_export.h"
#include "app/viewmodels/settings_model.h"
#include "app/viewmodels/wording.h"

#include <QSysInfo>

#include <algorithm>

namespace kapok::viewmodels {

struct SettingsModel::Stored {
    std::optional<library::StorageFigures> figures;
    std::vector<library::CourseEntry> courses; ///< those on this device
    std::vector<library::TrustedKey> signers;
};

SettingsModel::Stored SettingsModel::readStored(Desk &desk)
{
    Stored stored;
    if (auto figures = desk.library->storage())
        stored.figures = *figures;
    if (auto courses = desk.library->courses()) {
        std::erase_if(*courses, [](const library::CourseEntry &course) { return !course.isInstalled(); });
        stored.courses = std::move(*courses);
    }
    std::stable_sort(stored.courses.begin(), stored.courses.end(),
                     [](const auto &a, const auto &b) { return a.diskBytes > b.diskBytes; });
    if (auto signers = desk.library->trusted())
        stored.signers = std::move(*signers);
    return stored;
}

void SettingsModel::readStorage()
{
    if (!m_device->isOpen())
        return;
    m_device->worker().run(
        this, [](Desk &desk) { return readStored(desk); },
        [this](const Stored &stored) { showStored(stored); });
}

void SettingsModel::showStored(const Stored &stored)
{
    std::vector<ListRow> courses;
    for (const library::CourseEntry &course : stored.courses)
        courses.push_back(storedRow(course));
    m_storedCourses->setRows(courses);
    std::vector<ListRow> signers;
    for (const library::TrustedKey &signer : stored.signers) { // one row a key, whoever named it besides
        ListRow row = signerRow(signer);
        if (std::none_of(signers.begin(), signers.end(),
                         [&](const ListRow &each) { return each.key == row.key; }))
            signers.push_back(std::move(row));
    }
    m_signers->setRows(signers);
    View view = m_view;
    view.problem = m_storageProblem;
    if (stored.figures) {
        const std::uint64_t used = stored.figures->courseBytes + stored.figures->downloadBytes;
        //: Room that is left on the device. %1 is a size such as 3.1 GB.
        view.freeText = tr("%1 free").arg(Wording::bytes(stored.figures->freeBytes));
        view.usedText = Wording::bytes(used);
        const double all = static_cast<double>(used) + static_cast<double>(stored.figures->freeBytes);
        view.usedShare = all > 0 ? static_cast<double>(used) / all : 0;
    }
    if (view == m_view)
        return;
    m_view = view;
    emit storageChanged();
}

ListRow SettingsModel::storedRow(const library::CourseEntry &course) const
{
    const QString id = toQt(course.id.value);
    const QString size = Wording::bytes(course.diskBytes);
    const QString kept = tr("Your results stay, also those that were not sent yet.");
    const QString again = course.offeredVersion ? tr("You need a connection to get the course again.")
                                                : tr("You need the course file to get the course again.");
    return {id,
            {id, m_device->reading().in(course.title),
             //: A course in the list of what takes room. %1 is its size, %n how many lessons it has.
             tr("%1, %n lessons", "", course.lessons).arg(size),
             //: Button: removes a course from the device. %1 is its size.
             tr("Remove, %1").arg(size), Wording::sentences({kept, again})}};
}

ListRow SettingsModel::signerRow(const library::TrustedKey &signer) const
{
    const QString id = toQt(signer.key.id());
    QString fingerprint;
    for (qsizetype i = 0; i < id.size(); i += 4)
        fingerprint += (i > 0 ? QStringLiteral(" ") : QString()) + id.mid(i, 4);
    QString source;
    switch (signer.source) {
    case library::TrustSource::BuiltIn:
        source = tr("Comes with Kapok");
        break;
    case library::TrustSource::Node:
        source = tr("Named by your training centre");
        break;
    case library::TrustSource::Person:
        source = tr("Accepted on this device");
        break;
    }
    const QString name = toQt(signer.key.name);
    return {id, {id, name.isEmpty() ? tr("No name") : name, fingerprint, source}};
}

void SettingsModel::removeCourse(const QString &courseId)
{
    m_device->worker().run(
        this, [id = CourseId{courseId.toStdString()}](Desk &desk) { return desk.library->remove(id); },
        [this](const Status &status) {
            m_storageProblem =
                status ? QString() : Wording::problem(Situation::RemoveCourse, status.error().code).text();
            m_device->libraryTouched();
        });
}

SupportFacts SettingsModel::supportFacts(const QString &screen) const
{
    SupportFacts facts;
    facts.status = m_device->status();
    facts.now = toIso8601(m_device->clock().now());
    facts.program = {{"kapok", m_fixed.version.toStdString()},
                     {"qt", qVersion()},
                     {"system", QSysInfo::prettyProductName().toStdString()},
                     {"processor", QSysInfo::currentCpuArchitecture().toStdString()},
                     {"screen", screen.toStdString()},
                     {"language", m_language.toStdString()},
                     {"theme", m_theme.toStdString()},
                     {"text size", QString::number(m_textScale).toStdString()},
                     {"reduced motion", m_reducedMotion ? "yes" : "no"},
                     {"large files over Wi-Fi only", m_wifiOnly ? "yes" : "no"},
                     {"own record store", m_fixed.lrsEndpoint.isEmpty() ? "no" : "yes"}};
    if (const auto offset = m_device->engine() ? m_device->engine()->clockOffset() : std::nullopt)
        facts.program["clock of the server minus ours, ms"] = std::to_string(offset->count());
    return facts;
}

void SettingsModel::saveSupportFile(const QString &screen)
{
    if (!m_device->isOpen())
        return;
    const QString name = QStringLiteral("kapok-support-%1")
                             .arg(localDate(m_device->clock().now()).toString(QStringLiteral("yyyy-MM-dd")));
    m_device->worker().run(
        this,
        [facts = supportFacts(screen), name](Desk &desk) {
            return writeExport(exportFolder(), name, QByteArray::fromStdString(supportReport(desk, facts)),
                               QStringLiteral("txt"));
        },
        [this](const Result<QString> &file) {
            m_supportFailed = !file.ok();
            //: In the settings after a support file was made. %1 is the file.
            m_supportText = file ? tr("Saved: %1").arg(*file)
                                 : Wording::problem(Situation::ExportFile, file.error().code).text();
            emit supportChanged();
        });
}

} // namespace kapok::viewmodels
