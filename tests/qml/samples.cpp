// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/samples.h"

#include <QSet>

#include <vector>

using namespace kapok::viewmodels;

namespace {

/// Roles that are not text, so that a role a test leaves out still fits a required property.
QVariant emptyValue(const QByteArray &role)
{
    static const QSet<QByteArray> kNumbers{"courseState", "dueState", "lessonState", "pageState",
                                           "tint",        "waiting",  "number",      "progress"};
    static const QSet<QByteArray> kFlags{"chosen", "isCurrent", "isQuestion", "sending", "canOpen"};
    if (role == "parts")
        return QVariant::fromValue<SyncItemListModel *>(nullptr);
    if (kNumbers.contains(role))
        return 0;
    if (kFlags.contains(role))
        return false;
    return QString();
}

} // namespace

template <class Model> Model *Samples::filled(const QVariantList &rows)
{
    auto *model = new Model(this);
    const QHash<int, QByteArray> names = model->roleNames();
    std::vector<ListRow> filled;
    for (const QVariant &variant : rows) {
        const QVariantMap row = variant.toMap();
        ListRow next{QString::number(filled.size()), {}};
        for (int role = Qt::UserRole + 1; names.contains(role); ++role) {
            const QByteArray name = names.value(role);
            next.values.append(row.value(QString::fromLatin1(name), emptyValue(name)));
        }
        filled.push_back(next);
    }
    model->setRows(filled);
    return model;
}

CourseListModel *Samples::courses(const QVariantList &rows)
{
    return filled<CourseListModel>(rows);
}

ChoiceListModel *Samples::choices(const QVariantList &rows)
{
    return filled<ChoiceListModel>(rows);
}

LessonListModel *Samples::lessons(const QVariantList &rows)
{
    return filled<LessonListModel>(rows);
}

PageListModel *Samples::pages(const QVariantList &rows)
{
    return filled<PageListModel>(rows);
}

SyncItemListModel *Samples::syncItems(const QVariantList &rows)
{
    return filled<SyncItemListModel>(rows);
}
