// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// What waits to be sent, what is to be received, what needs the teacher: rows of the Sync sheet.
class SyncItemListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum Role {
        ItemIdRole = Qt::UserRole + 1,
        TitleRole,      ///< "Result: Write clear prompts for AI"
        DetailRole,     ///< "Today 08:05 · 9 of 10"
        IconNameRole,   ///< of icons/
        StatusTextRole, ///< "waiting", "2.1 MB"
        WhyRole,        ///< what the other side said and what to do; only in problems
        ProgressRole,   ///< 0..1 of a transfer; -1 when none runs
        CourseIdRole,   ///< "" unless it is a course to receive
        SectionRole,    ///< the course a lesson belongs to, when there are several; else ""
        SendingRole,    ///< it is on its way right now
        PartsRole,      ///< SyncItemListModel of a problem: each result that was not taken; else null
    };
    Q_ENUM(Role)

    explicit SyncItemListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
