// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/step_list_model.h"

namespace kapok::viewmodels {

StepListModel::StepListModel(QObject *parent)
    : ListModel({"stepId", "number", "title", "titleSecond", "body", "bodySecond", "isRevealed"}, parent)
{}

} // namespace kapok::viewmodels
