// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/access.h"

#include <QAccessible>

#include <algorithm>
#include <array>

namespace {

constexpr std::array<const char *, 5> kControls = {"QQuickAbstractButton", "QQuickTextField", "QQuickSlider",
                                                   "QQuickListView", "QQuickGridView"};

bool isControl(const QQuickItem *item)
{
    const bool isKnown = std::any_of(kControls.begin(), kControls.end(),
                                     [item](const char *type) { return item->inherits(type); });
    const bool isView = item->inherits("QQuickItemView");
    return isKnown && (!isView || item->activeFocusOnTab());
}

void collect(QQuickItem *item, QVariantList &found)
{
    if (!item->isVisible() || !item->isEnabled() || item->opacity() < 0.05)
        return;
    if (isControl(item) && item->width() > 0 && item->height() > 0)
        found.append(QVariant::fromValue(item));
    for (QQuickItem *child : item->childItems())
        collect(child, found);
}

bool ringShown(QQuickItem *item)
{
    if (!item->isVisible())
        return false;
    if (QByteArray(item->metaObject()->className()).startsWith("FocusRing"))
        return item->property("shown").toBool();
    const QList<QQuickItem *> children = item->childItems();
    return std::any_of(children.begin(), children.end(), ringShown);
}

} // namespace

QVariantList Access::controls(QQuickItem *root)
{
    QVariantList found;
    collect(root, found);
    return found;
}

QString Access::nameOf(QQuickItem *item)
{
    auto *interface = QAccessible::queryAccessibleInterface(item);
    return interface == nullptr ? QString() : interface->text(QAccessible::Name);
}

bool Access::hasRole(QQuickItem *item)
{
    auto *interface = QAccessible::queryAccessibleInterface(item);
    return interface != nullptr && interface->role() != QAccessible::NoRole &&
           interface->role() != QAccessible::Client;
}

bool Access::isInside(QQuickItem *item, QQuickItem *ancestor)
{
    while (item != nullptr && item != ancestor)
        item = item->parentItem();
    return item != nullptr;
}

QString Access::describe(QQuickItem *item)
{
    if (item == nullptr)
        return QStringLiteral("nothing");
    return QStringLiteral("%1 %2 \"%3\"")
        .arg(QString::fromLatin1(item->metaObject()->className()), item->objectName(), nameOf(item));
}

bool Access::hasRing(QQuickItem *item)
{
    return item != nullptr && ringShown(item);
}
