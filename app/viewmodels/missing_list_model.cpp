// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/missing_list_model.h"

namespace kapok::viewmodels {

MissingListModel::MissingListModel(QObject *parent) : ListModel({"title", "reason", "pageIndex"}, parent) {}

} // namespace kapok::viewmodels
