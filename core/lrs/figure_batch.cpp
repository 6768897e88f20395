// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/figure_batch.h"

#include <algorithm>

namespace kapok::lrs {

void FigureBatch::add(FigureEvent event)
{
    if (event.courseSatisfied || !event.lesson.empty()) {
        m_reached.push_back(std::move(event));
        return;
    }
    const auto [found, isNew] = m_seen.try_emplace(std::pair(event.agent, event.course), event);
    FigureEvent &span = found->second;
    span.seen = std::max({span.at, span.seen, event.at, event.seen});
    span.at = std::min(span.at, event.at);
}

Status FigureBatch::apply(store::Database &database)
{
    for (const auto &[key, span] : m_seen)
        KAPOK_TRY(applyFigure(database, span));
    for (const FigureEvent &event : m_reached)
        KAPOK_TRY(applyFigure(database, event));
    m_seen.clear();
    m_reached.clear();
    return success();
}

} // namespace kapok::lrs
