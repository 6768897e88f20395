// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/person_list_model.h"

namespace kapok::viewmodels {

PersonListModel::PersonListModel(QObject *parent)
    : ListModel({"personId", "name", "initials", "tint", "nameLanguage", "unitName", "courseTitle",
                 "workState", "stateText", "markText", "dateText", "dueText", "isLate", "accessibleText",
                 "account", "stateName", "isMain", "courseId"},
                parent)
{}

} // namespace kapok::viewmodels
