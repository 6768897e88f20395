// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/access.h"
#include "tests/qml/samples.h"
#include "tests/qml/tablet_models.h"

#include <QFont>
#include <QObject>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QtQuickTest>

/// What the application sets up before the first window, and the models the tests fill.
class Setup : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable()
    {
        QQuickStyle::setStyle(QStringLiteral("Basic"));
        QFont::insertSubstitution(QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC"));
    }

    void qmlEngineAvailable(QQmlEngine *)
    {
        qmlRegisterType<TabletModels>("Kapok.Tests", 1, 0, "TabletModels");
        qmlRegisterSingletonType<Access>("Kapok.Tests", 1, 0, "Access",
                                         [](QQmlEngine *, QJSEngine *) -> QObject * { return new Access; });
        qmlRegisterSingletonType<Samples>("Kapok.Tests", 1, 0, "Samples",
                                          [](QQmlEngine *, QJSEngine *) -> QObject * { return new Samples; });
    }
};

QUICK_TEST_MAIN_WITH_SETUP(kapok, Setup)

#include "main.moc"
