// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/course_list_model.h"

namespace kapok::viewmodels {

CourseListModel::CourseListModel(QObject *parent)
    : ListModel({"courseId", "title", "titleSecond", "summary", "languages", "cover", "coverDark",
                 "subjectId", "subjectText", "metaText", "lessonsText", "courseState", "progress",
                 "statusText", "dueText", "dueState", "accessibleText"},
                parent)
{}

} // namespace kapok::viewmodels
