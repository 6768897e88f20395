// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/block_list_model.h"

namespace kapok::viewmodels {

BlockListModel::BlockListModel(QObject *parent)
    : ListModel({"kind", "first", "second", "marker", "level", "firstLanguage", "secondLanguage", "plain",
                 "plainSecond"},
                parent)
{}

} // namespace kapok::viewmodels
