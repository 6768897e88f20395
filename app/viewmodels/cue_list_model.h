// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// The captions of the medium, for the transcript that follows. A row for each caption of the first language,
/// with the caption of the second language that is shown at the same time.
class CueListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum Role {
        StartMsRole = Qt::UserRole + 1,
        TimeTextRole, ///< "2:11"
        TextRole,
        TextSecondRole,
        IsCurrentRole,
    };
    Q_ENUM(Role)

    explicit CueListModel(QObject *parent = nullptr);
    /// Marks the row that is shown now; -1 for none.
    void setCurrent(int row);
    /// The row shown now, or -1.
    [[nodiscard]] int current() const { return m_current; }

private:
    int m_current = -1;
};

} // namespace kapok::viewmodels
