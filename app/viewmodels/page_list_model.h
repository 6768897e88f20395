// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// The pages of the open lesson, for the dots and for going to a page.
class PageListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum PageState { ToCome, Seen, Answered, Skipped };
    Q_ENUM(PageState)

    enum Role {
        PageIdRole = Qt::UserRole + 1,
        TitleRole,
        PageStateRole, ///< PageState
        IsCurrentRole,
        IsQuestionRole,
        AccessibleTextRole, ///< "Page 4 of 8, Three questions, read"
    };
    Q_ENUM(Role)

    explicit PageListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
