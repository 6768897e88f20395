// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/choice_list_model.h"

namespace kapok::viewmodels {

ChoiceListModel::ChoiceListModel(QObject *parent) : ListModel({"choiceId", "label", "chosen"}, parent) {}

} // namespace kapok::viewmodels
