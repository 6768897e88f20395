// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/chapter_list_model.h"

namespace kapok::viewmodels {

ChapterListModel::ChapterListModel(QObject *parent) : ListModel({"startMs", "title", "timeText"}, parent) {}

} // namespace kapok::viewmodels
