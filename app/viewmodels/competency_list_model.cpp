// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/competency_list_model.h"

#include <algorithm>

namespace kapok::viewmodels {
namespace {

/// The aspect of UNESCO's framework a competency code belongs to ("3D": 2), or -1.
int aspectOf(const course::Competency &competency)
{
    if (competency.framework != "unesco-ai-cft" || competency.code.empty())
        return -1;
    const int aspect = competency.code.front() - '1';
    return aspect >= 0 && aspect < 5 ? aspect : -1;
}

} // namespace

QList<int> competencyLevels(const course::Course &course)
{
    QList<int> levels(5, 0);
    for (const course::Competency &competency : course.competencies) {
        const int aspect = aspectOf(competency);
        if (aspect >= 0)
            levels[aspect] = std::max(levels[aspect], std::clamp(competency.level, 1, 3));
    }
    return levels;
}

CompetencyListModel::CompetencyListModel(QObject *parent) : ListModel({"name", "level", "levelText"}, parent)
{}

} // namespace kapok::viewmodels
