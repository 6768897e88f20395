// SPDX-License-Identifier: Apache-2.0
#include "app/kapok/inspector.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QQuickItem>
#include <QTimer>

namespace kapok {
namespace {

constexpr int kPollMilliseconds = 15;

void reply(QLocalSocket *socket, const QJsonObject &answer)
{
    if (socket == nullptr)
        return;
    socket->write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
    socket->flush();
}

/// The part of \p item that can be seen: clipped by every clipping ancestor and the window.
QRectF visibleRectangle(const QQuickItem *item, const QQuickWindow *window)
{
    QRectF shown = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    for (const auto *parent = item->parentItem(); parent != nullptr; parent = parent->parentItem())
        if (parent->clip())
            shown &= parent->mapRectToScene(QRectF(0, 0, parent->width(), parent->height()));
    return shown & QRectF(QPointF(0, 0), QSizeF(window->size()));
}

bool isShown(const QQuickItem *item)
{
    for (const auto *at = item; at != nullptr; at = at->parentItem())
        if (!at->isVisible() || at->opacity() < 0.05)
            return false;
    return true;
}

/// Calls \p visit for every shown item, deepest last; stops when it returns true.
template <class Visit> bool walk(QQuickItem *item, const Visit &visit)
{
    if (!item->isVisible())
        return false;
    if (visit(item))
        return true;
    for (auto *child : item->childItems())
        if (walk(child, visit))
            return true;
    return false;
}

/// The shown item of that name; of several, the one that can be clicked.
QQuickItem *itemNamed(const QQuickWindow *window, const QString &name)
{
    QQuickItem *best = nullptr;
    walk(window->contentItem(), [&](QQuickItem *item) {
        if (item->objectName() != name || !isShown(item))
            return false;
        const bool onScreen = !visibleRectangle(item, window).isEmpty();
        if (best == nullptr || onScreen)
            best = item;
        return onScreen;
    });
    return best;
}

} // namespace

Inspector::Inspector(QQuickWindow *window, QObject *settings, QObject *parent)
    : QObject(parent), m_window(window), m_settings(settings)
{
    connect(&m_server, &QLocalServer::newConnection, this, &Inspector::accept);
}

bool Inspector::listen(const QString &path)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    return m_server.listen(path);
}

void Inspector::accept()
{
    auto *socket = m_server.nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        while (socket->canReadLine())
            handle(socket, QJsonDocument::fromJson(socket->readLine()).object());
    });
}

void Inspector::handle(QLocalSocket *socket, const QJsonObject &request)
{
    if (m_window.isNull())
        return reply(socket, {{"error", "the window is closed"}});
    if (request.contains("find"))
        return reply(socket, find(request));
    if (request.contains("await"))
        return await(socket, request,
                     QDateTime::currentMSecsSinceEpoch() + request.value("timeout").toInt(10000));
    if (request.contains("list"))
        return reply(socket, list(request.value("list").toString()));
    if (request.contains("cut"))
        return reply(socket, cut());
    if (request.contains("grab"))
        return reply(socket, {{"saved", m_window->grabWindow().save(request.value("grab").toString())}});
    if (request.contains("appearance"))
        return applyAppearance(socket, request.value("appearance").toObject());
    if (request.contains("window"))
        return reply(socket, {{"id", static_cast<double>(m_window->winId())},
                              {"x", m_window->x()},
                              {"y", m_window->y()},
                              {"width", m_window->width()},
                              {"height", m_window->height()},
                              {"active", m_window->isActive()}});
    reply(socket, {{"error", "unknown request"}});
}

QJsonObject Inspector::find(const QJsonObject &request) const
{
    auto *item = itemNamed(m_window, request.value("find").toString());
    if (item == nullptr)
        return {{"found", false}};
    const QRectF shown = visibleRectangle(item, m_window);
    QJsonObject values;
    for (const auto &name : request.value("read").toArray())
        values.insert(name.toString(), QJsonValue::fromVariant(item->property(name.toString().toUtf8())));
    const QRectF whole = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    return {{"found", true},
            {"x", shown.x()},
            {"y", shown.y()},
            {"width", shown.width()},
            {"height", shown.height()},
            {"wholeY", whole.y()},
            {"wholeHeight", whole.height()},
            {"enabled", item->isEnabled()},
            {"values", values}};
}

QJsonObject Inspector::list(const QString &prefix) const
{
    QJsonArray names;
    walk(m_window->contentItem(), [&](QQuickItem *item) {
        if (!item->objectName().isEmpty() && item->objectName().startsWith(prefix) && isShown(item))
            names.append(item->objectName());
        return false;
    });
    return {{"names", names}};
}

QJsonObject Inspector::cut() const
{
    QJsonArray words;
    walk(m_window->contentItem(), [&](QQuickItem *item) {
        if (!item->inherits("QQuickText") || item->width() < 1 || !isShown(item))
            return false;
        const qreal wide = item->property("contentWidth").toReal() + item->property("leftPadding").toReal() +
                           item->property("rightPadding").toReal();
        const bool tooWide = wide > item->width() + 1;
        if (tooWide || item->property("truncated").toBool())
            words.append(item->property("text").toString());
        return false;
    });
    return {{"words", words}};
}

void Inspector::await(QLocalSocket *socket, const QJsonObject &request, qint64 deadline)
{
    const auto property = request.value("property").toString().toUtf8();
    const auto *item = m_window.isNull() ? nullptr : itemNamed(m_window, request.value("await").toString());
    const auto value = item == nullptr || property.isEmpty()
                           ? QJsonValue(item != nullptr)
                           : QJsonValue::fromVariant(item->property(property));
    const auto wanted = request.contains("equals") ? request.value("equals") : QJsonValue(true);
    const bool met = (item != nullptr || property.isEmpty()) && value == wanted;
    if (met || QDateTime::currentMSecsSinceEpoch() >= deadline)
        return reply(socket, {{"met", met}, {"value", value}});
    QTimer::singleShot(kPollMilliseconds, socket,
                       [this, socket, request, deadline] { await(socket, request, deadline); });
}

void Inspector::applyAppearance(QLocalSocket *socket, const QJsonObject &wanted)
{
    for (const char *name : {"language", "theme"})
        if (wanted.contains(name))
            m_settings->setProperty(name, wanted.value(name).toString());
    if (wanted.contains("textScale"))
        m_settings->setProperty("textScale", wanted.value("textScale").toDouble());
    if (wanted.contains("width"))
        m_window->resize(wanted.value("width").toInt(), wanted.value("height").toInt());
    // Layout, asynchronous pictures and short animations settle within a few frames.
    constexpr int kSettleMilliseconds = 350;
    QTimer::singleShot(kSettleMilliseconds, socket, [socket] { reply(socket, {{"done", true}}); });
}

} // namespace kapok
