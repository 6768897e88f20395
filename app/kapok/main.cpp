// SPDX-License-Identifier: Apache-2.0
#include "app/kapok/application.h"
#include "app/kapok/inspector.h"
#include "app/kapok/options.h"
#include "app/kapok/quit_on_signal.h"
#include "app/kapok/self_test.h"
#include "app/viewmodels/enrolment.h"
#include "core/base/files.h"
#include "core/base/log.h"

#include <QDir>
#include <QGuiApplication>
#include <QLockFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <iostream>

namespace kapok {
namespace {

/// Prints why the program ends.
int refuse(const std::string &sentence)
{
    std::cerr << "kapok: " << sentence << "\n";
    return kRefused;
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("kapok"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KAPOK_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Kapok"));
}

/// The data folder of \p options, made when it is missing.
Result<std::filesystem::path> dataFolder(const Options &options)
{
    const QString usual = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const std::filesystem::path folder =
        options.data.empty() ? std::filesystem::path(usual.toStdString()) : options.data;
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return Error{ErrorCode::StorageBroken, "The data folder " + folder.string() + " cannot be made: " +
                                                   failed.message() + ". Choose another one with --data."};
    return folder;
}

int enrolDevice(const Options &options)
{
    const auto folder = dataFolder(options);
    if (!folder)
        return refuse(folder.error().detail);
    const auto text = readFile(options.enrol);
    if (!text)
        return refuse(text.error().detail);
    auto enrolment = viewmodels::readEnrolment(*text);
    if (!enrolment)
        return refuse(enrolment.error().detail);
    if (!options.server.empty())
        enrolment->server = options.server;
    const Status done = viewmodels::enrol(*folder, *enrolment);
    return done ? kDone : refuse(done.error().detail);
}

int testSelf()
{
    QTemporaryDir folder;
    const Status status = selfTest(folder.path().toStdString());
    return status ? kDone : refuse(status.error().detail);
}

/// Adds the course of `--open` as soon as the data folder is open.
void openFileWhenReady(Application &application, const Options &options)
{
    if (options.open.empty())
        return;
    const QUrl file =
        QUrl::fromLocalFile(QString::fromStdString(std::filesystem::absolute(options.open).string()));
    QObject::connect(&application.device(), &viewmodels::Device::opened, &application.app(),
                     [&application, file] { application.app().openFile(file); });
    QObject::connect(&application.app(), &viewmodels::AppModel::problem, &application.app(),
                     [](const QString &title, const QString &text) {
                         std::cerr << "kapok: " << title.toStdString() << " " << text.toStdString() << "\n";
                     });
}

int runApp(const Options &options)
{
    const auto folder = dataFolder(options);
    if (!folder)
        return refuse(folder.error().detail);
    QLockFile lock(QDir(QString::fromStdString(folder->string())).filePath(QStringLiteral("kapok.lock")));
    // A lock that cannot be written (a full or read-only disk) is no reason to show nothing: the window says
    // why.
    if (!lock.tryLock(0) && lock.error() == QLockFile::LockFailedError)
        return refuse("Kapok is already open with the data folder " + folder->string() +
                      ". Use that window, or choose another folder with --data.");

    viewmodels::DeviceOptions device;
    device.dataDir = *folder;
    device.server = options.server;
    device.serverBefore = options.serverBefore;
    device.language = options.language;
    Application application(std::move(device));
    openFileWhenReady(application, options);
    if (!application.start())
        return refuse("The window could not be made; the lines above say why.");
    if (options.width > 0)
        application.window()->resize(options.width, options.height);
    std::unique_ptr<Inspector> inspector;
    if (!options.inspect.empty()) {
        inspector = std::make_unique<Inspector>(application.window(), &application.settings());
        if (!inspector->listen(QString::fromStdString(options.inspect)))
            return refuse("The socket " + options.inspect +
                          " cannot be made. Choose another path for --inspect.");
    }
    quitOnSignal();
    return QGuiApplication::exec();
}

} // namespace
} // namespace kapok

int main(int argc, char **argv)
{
    using namespace kapok;
    Options options;
    if (const auto end = readOptions({argv + 1, argv + argc}, options))
        return *end;
    log::start("kapok", "info");
    nameProgram();
    if (!options.enrol.empty()) {
        const QCoreApplication program(argc, argv);
        return enrolDevice(options);
    }
    const QGuiApplication program(argc, argv);
    Application::prepare();
    return options.selfTest ? testSelf() : runApp(options);
}
