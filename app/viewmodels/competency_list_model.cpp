// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/competency_list_model.h"

namespace kapok::viewmodels {

CompetencyListModel::CompetencyListModel(QObject *parent) : ListModel({"name", "level", "levelText"}, parent)
{}

} // namespace kapok::viewmodels
