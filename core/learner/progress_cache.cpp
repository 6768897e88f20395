// SPDX-License-Identifier: Apache-2.0
#include "core/learner/progress_cache.h"

#include "core/learner/entry.h"

namespace kapok::learner {

Status ProgressCache::refresh()
{
    // Differs from last time only when another connection committed; its own commits do not change it
    // (sqlite.org/pragma.html#pragma_data_version).
    KAPOK_TRY_ASSIGN(
        const auto version,
        m_database->query("PRAGMA data_version").one([](const store::Query &row) { return row.integer(0); }));
    if (!version || version != m_version)
        m_courses.clear();
    m_version = version;
    return success();
}

Result<const learning::CourseProgress *> ProgressCache::get(const std::string &courseIri)
{
    auto found = m_courses.find(courseIri);
    if (found == m_courses.end()) {
        KAPOK_TRY_ASSIGN(auto loaded, loadProgress(*m_database, courseIri));
        found = m_courses.emplace(courseIri, std::move(loaded)).first;
    }
    return &found->second;
}

} // namespace kapok::learner
