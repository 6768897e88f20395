// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/figure_batch.h"

namespace kapok::lrs {

void FigureBatch::add(FigureEvent event)
{
    if (event.courseSatisfied || !event.lesson.empty()) {
        m_reached.push_back(std::move(event));
        return;
    }
    const auto key = std::pair(event.agent, event.course);
    const auto [at, isNew] = m_seen.try_emplace(key, Span{event, {}});
    if (isNew)
        return;
    Span &span = at->second;
    if (event.at < span.first.at) {
        if (!span.last)
            span.last = std::move(span.first);
        span.first = std::move(event);
    } else if (event.at > (span.last ? span.last->at : span.first.at)) {
        span.last = std::move(event);
    }
}

Status FigureBatch::apply(store::Database &database)
{
    for (const auto &[key, span] : m_seen) {
        KAPOK_TRY(applyFigure(database, span.first));
        if (span.last)
            KAPOK_TRY(applyFigure(database, *span.last));
    }
    for (const FigureEvent &event : m_reached)
        KAPOK_TRY(applyFigure(database, event));
    m_seen.clear();
    m_reached.clear();
    return success();
}

} // namespace kapok::lrs
