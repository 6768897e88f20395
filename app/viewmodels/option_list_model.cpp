// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/option_list_model.h"

namespace kapok::viewmodels {

OptionListModel::OptionListModel(QObject *parent)
    : ListModel({"optionId", "letter", "text", "textSecond", "chosen", "mark", "markText", "feedback",
                 "feedbackSecond", "accessibleText"},
                parent)
{}

} // namespace kapok::viewmodels
