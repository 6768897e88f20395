// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QLocalServer>
#include <QObject>
#include <QPointer>
#include <QQuickWindow>

class QLocalSocket;

namespace kapok {

/// Answers a test driver's questions about the window, over a local socket (`kapok --inspect PATH`).
/// It never acts for the user: input comes from the driver through the display server. One JSON object a line
/// in, one out; requests:
///
///   {"find": "objectName", "read": ["text", …]}  → {"found", "x", "y", "width", "height", "enabled",
///   "values"}
///   {"await": "objectName", "property": "p", "equals": v, "timeout": ms} → {"met", "value"}; without a
///       property it waits for the item to be shown, with "equals": false and no property for it to be gone
///   {"list": "prefix"}                           → {"names": [objectNames of shown items]}
///   {"cut": true}                                → {"words": [shown texts that end in "…" or reach beyond
///   their place]}
///   {"grab": "file.png"}                         → {"saved"}
///   {"appearance": {"language", "theme", "textScale", "width", "height"}} → {"done"}, after the next frame
///   {"window": true}                             → {"id": X11 window, "x", "y", "width", "height", "active"}
///
/// Coordinates are the item's visible rectangle in window pixels. Lives on the GUI thread.
class Inspector : public QObject {
    Q_OBJECT

public:
    /// \p settings has writable properties `language` and `theme`. Both must outlive this.
    Inspector(QQuickWindow *window, QObject *settings, QObject *parent = nullptr);

    /// False when the socket cannot be made.
    [[nodiscard]] bool listen(const QString &path);

private:
    void accept();
    void handle(QLocalSocket *socket, const QJsonObject &request);
    void await(QLocalSocket *socket, const QJsonObject &request, qint64 deadline);
    void applyAppearance(QLocalSocket *socket, const QJsonObject &wanted);
    [[nodiscard]] QJsonObject find(const QJsonObject &request) const;
    [[nodiscard]] QJsonObject list(const QString &prefix) const;
    [[nodiscard]] QJsonObject cut() const;

    QLocalServer m_server;
    QPointer<QQuickWindow> m_window;
    QObject *m_settings;
};

} // namespace kapok
