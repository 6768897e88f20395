// SPDX-License-Identifier: Apache-2.0
// kapok-bench-window: an empty Qt Quick Controls window with one button, the measure of "as fast as it can
// be".
#include "app/kapok/inspector.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QQmlApplicationEngine engine;
    engine.loadData(R"(
        import QtQuick
        import QtQuick.Controls
        ApplicationWindow {
            width: 1280
            height: 800
            visible: true
            Button { objectName: "button"; anchors.centerIn: parent; text: "Kapok" }
        })");
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    kapok::Inspector inspector(window, window);
    if (!inspector.listen(app.arguments().value(2)))
        return 1;
    return app.exec();
}
