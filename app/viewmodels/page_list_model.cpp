// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/page_list_model.h"

namespace kapok::viewmodels {

PageListModel::PageListModel(QObject *parent)
    : ListModel({"pageId", "title", "pageState", "isCurrent", "isQuestion", "accessibleText"}, parent)
{}

} // namespace kapok::viewmodels
