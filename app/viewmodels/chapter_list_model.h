// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// The chapters of a video, for the marks of the seek bar.
class ChapterListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum Role {
        StartMsRole = Qt::UserRole + 1,
        TitleRole,
        TimeTextRole,
    };
    Q_ENUM(Role)

    explicit ChapterListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
