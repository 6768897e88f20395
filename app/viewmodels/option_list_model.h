// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// The options of a choice, or the items to bring into order.
class OptionListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    /// Plain: may be chosen. NotRight: was answered, not right. Right: was answered and is right, or shown as
    /// the right one at the end. Closed: can no longer be chosen.
    enum Mark { Plain, Chosen, NotRight, Right, Closed };
    Q_ENUM(Mark)

    enum Role {
        OptionIdRole = Qt::UserRole + 1,
        LetterRole,     ///< "A"; for order the present place "1"
        TextRole,       ///< plain text in the content language
        TextSecondRole, ///< plain text in the second language
        ChosenRole,
        MarkRole,     ///< Mark
        MarkTextRole, ///< "You chose this · not right yet"; "" when Plain
        FeedbackRole, ///< why this option is right or not; "" until it was answered
        FeedbackSecondRole,
        AccessibleTextRole, ///< "B, Ask the AI again, chosen, not right yet"
    };
    Q_ENUM(Role)

    explicit OptionListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
