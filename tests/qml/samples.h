// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/choice_list_model.h"
#include "app/viewmodels/course_list_model.h"
#include "app/viewmodels/lesson_list_model.h"
#include "app/viewmodels/page_list_model.h"
#include "app/viewmodels/sync_item_list_model.h"

#include <QObject>
#include <QVariantMap>

/// Real list models filled from QML tests, which cannot create them. Rows are objects with the names of the
/// roles; roles left out get an empty value of a fitting type. The caller's test owns nothing: models live
/// until exit.
class Samples : public QObject {
    Q_OBJECT

public:
    Q_INVOKABLE kapok::viewmodels::CourseListModel *courses(const QVariantList &rows);
    Q_INVOKABLE kapok::viewmodels::ChoiceListModel *choices(const QVariantList &rows);
    Q_INVOKABLE kapok::viewmodels::LessonListModel *lessons(const QVariantList &rows);
    Q_INVOKABLE kapok::viewmodels::PageListModel *pages(const QVariantList &rows);
    Q_INVOKABLE kapok::viewmodels::SyncItemListModel *syncItems(const QVariantList &rows);

private:
    template <class Model> Model *filled(const QVariantList &rows);
};
