// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/stored_course_list_model.h"

namespace kapok::viewmodels {

StoredCourseListModel::StoredCourseListModel(QObject *parent)
    : ListModel({"courseId", "title", "detail", "removeText", "keptText"}, parent)
{}

} // namespace kapok::viewmodels
