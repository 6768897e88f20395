// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"
#include "core/course/course.h"

namespace kapok::viewmodels {

/// The level, 0..3, that \p course reaches in each of the five aspects of UNESCO's framework.
[[nodiscard]] QList<int> competencyLevels(const course::Course &course);

/// Competencies a course builds, or a teacher has shown: one row for each aspect of UNESCO's framework.
class CompetencyListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< of the aspect
        LevelRole,                   ///< 0..3
        LevelTextRole,               ///< "Level 2 of 3 · Deepen"
    };
    Q_ENUM(Role)

    explicit CompetencyListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
