// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/cue_list_model.h"

namespace kapok::viewmodels {

CueListModel::CueListModel(QObject *parent)
    : ListModel({"startMs", "timeText", "text", "textSecond", "isCurrent"}, parent)
{}

void CueListModel::setCurrent(int row)
{
    if (row == m_current)
        return;
    setValue(m_current, IsCurrentRole, false);
    m_current = row;
    setValue(m_current, IsCurrentRole, true);
}

} // namespace kapok::viewmodels
