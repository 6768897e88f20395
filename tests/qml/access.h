// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QQuickItem>
#include <QVariantList>

/// What a screen reader is told, read as it would read it, and what on a page can be worked.
class Access : public QObject {
    Q_OBJECT

public:
    /// Every control below \p root (with it) that is shown, enabled and has a size: buttons of all kinds,
    /// fields, switches, sliders and lists that take the focus. In the order they are drawn.
    Q_INVOKABLE static QVariantList controls(QQuickItem *root);
    /// The name a screen reader says; "" without one.
    Q_INVOKABLE static QString nameOf(QQuickItem *item);
    /// Whether a screen reader is told what kind of thing it is.
    Q_INVOKABLE static bool hasRole(QQuickItem *item);
    /// Whether \p item is \p ancestor or inside it.
    Q_INVOKABLE static bool isInside(QQuickItem *item, QQuickItem *ancestor);
    /// Type, objectName and name, for messages.
    Q_INVOKABLE static QString describe(QQuickItem *item);
    /// Whether a FocusRing of \p item, or one that follows it, is shown.
    Q_INVOKABLE static bool hasRing(QQuickItem *item);
};
