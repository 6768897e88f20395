// SPDX-License-Identifier: Apache-2.0
#include "app/kapok/self_test.h"

#include "app/kapok/application.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <algorithm>

namespace kapok {
namespace {

constexpr const char *kPin = "2468";
constexpr const char *kPerson = "0190c5a0-0000-7000-8000-000000000001";
constexpr int kPatience = 10'000;

QStringList warnings;
QtMessageHandler otherHandler = nullptr;

/// Everything Qt or QML complains about counts.
void collect(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtWarningMsg || type == QtCriticalMsg)
        warnings.append(message);
    if (otherHandler)
        otherHandler(type, context, message);
}

Status makePerson(const std::filesystem::path &folder)
{
    const SystemClock clock;
    KAPOK_TRY_ASSIGN(learner::People people, learner::People::open(folder, clock));
    learner::Person person;
    person.id.value = kPerson;
    person.account = "self.test";
    person.homePage = "https://kapok.example";
    person.name = "Hoàng Thị Mai";
    person.nameLanguage = "vi";
    person.formOfAddress = "Cô";
    person.unit.value = "0190c5a0-0000-7000-8000-0000000000aa";
    person.unitNames.byLanguage = {{"vi", "Trường Tiểu học Quảng Uyên"}, {"zh", "广渊小学"}};
    person.roles = {{"learner", person.unit}, {"reviewer", person.unit}};
    KAPOK_TRY(people.add(person));
    return people.setPin(person.id, kPin);
}

Error refusal(const QString &sentence)
{
    return {ErrorCode::Refused, sentence.toStdString()};
}

/// Presses the shown control of that name in \p item; false when there is none.
bool press(QQuickItem *item, const QString &name)
{
    if (!item->isVisible())
        return false;
    if (item->objectName() == name && QMetaObject::invokeMethod(item, "clicked"))
        return true;
    const QList<QQuickItem *> children = item->childItems();
    return std::any_of(children.begin(), children.end(),
                       [&](QQuickItem *child) { return press(child, name); });
}

Status visitAreas(Application &application)
{
    QQuickWindow *window = application.window();
    for (const char *area : {"nav-library", "nav-record", "nav-review", "nav-settings", "nav-learn"}) {
        if (!press(window->contentItem(), QString::fromLatin1(area)))
            return refusal(QStringLiteral("There is no way to %1 in a window of %2 by %3.")
                               .arg(QLatin1String(area))
                               .arg(window->width())
                               .arg(window->height()));
        QTest::qWait(60);
    }
    return success();
}

Status visitEverything(Application &application)
{
    QTest::qWait(100); // the first page
    application.people().unlock(QLatin1String(kPerson), QLatin1String(kPin));
    if (!QTest::qWaitFor([&] { return !application.app().personId().isEmpty(); }, kPatience))
        return refusal(QStringLiteral("Nobody could sign in: %1").arg(application.people().problem()));
    for (const QSize &size : {QSize(390, 844), QSize(800, 1280), QSize(1440, 900)}) {
        application.window()->resize(size);
        for (const char *language : {"vi", "zh", "en"}) {
            application.settings().setLanguage(QLatin1String(language));
            KAPOK_TRY(visitAreas(application));
        }
    }
    for (const char *theme : {"dark", "highContrast", "light"}) {
        application.settings().setTheme(QLatin1String(theme));
        QTest::qWait(30);
    }
    application.settings().setTextScale(2);
    KAPOK_TRY(visitAreas(application));
    application.app().signOut();
    QTest::qWait(100);
    return success();
}

} // namespace

Status selfTest(const std::filesystem::path &folder)
{
    KAPOK_TRY(makePerson(folder));
    warnings.clear();
    otherHandler = qInstallMessageHandler(collect);
    Status visited = success();
    {
        viewmodels::DeviceOptions options;
        options.dataDir = folder;
        options.language = "vi";
        Application application(std::move(options));
        visited = application.start() ? visitEverything(application)
                                      : Status(refusal(QStringLiteral("The window could not be made.")));
    }
    qInstallMessageHandler(otherHandler);
    KAPOK_TRY(visited);
    if (warnings.isEmpty())
        return success();
    const qsizetype count = warnings.size();
    warnings.removeDuplicates();
    return refusal(
        QStringLiteral("%1 warnings:\n%2").arg(count).arg(warnings.mid(0, 20).join(QLatin1Char('\n'))));
}

} // namespace kapok
