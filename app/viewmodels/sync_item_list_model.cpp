// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/sync_item_list_model.h"

namespace kapok::viewmodels {

SyncItemListModel::SyncItemListModel(QObject *parent)
    : ListModel({"itemId", "title", "detail", "iconName", "statusText", "why", "progress", "courseId",
                 "section", "sending", "parts"},
                parent)
{}

} // namespace kapok::viewmodels
