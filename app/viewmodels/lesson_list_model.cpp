// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/lesson_list_model.h"

namespace kapok::viewmodels {

LessonListModel::LessonListModel(QObject *parent)
    : ListModel({"lessonId", "number", "title", "titleSecond", "kindText", "iconName", "metaText",
                 "lessonState", "stateText", "accessibleText"},
                parent)
{}

} // namespace kapok::viewmodels
