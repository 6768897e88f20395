// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/record_list_model.h"

namespace kapok::viewmodels {

RecordListModel::RecordListModel(QObject *parent)
    : ListModel({"courseId", "title", "titleSecond", "cover", "coverDark", "isDone", "stateText", "markText",
                 "periodsText", "progress", "accessibleText", "canOpen"},
                parent)
{}

} // namespace kapok::viewmodels
