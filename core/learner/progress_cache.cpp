// SPDX-License-Identifier: Apache-2.0
#include "core/learner/progress_cache.h"

#include "core/learner/entry.h"

#include <utility>

namespace kapok::learner {
namespace {

struct Marks {
    std::int64_t folded = 0;
    std::int64_t refolded = 0;
    std::int64_t last = 0; ///< seq
};

Result<Marks> readMarks(store::Database &database)
{
    auto query =
        database.query("SELECT (SELECT value FROM sync WHERE key = 'folded'),"
                       " (SELECT value FROM sync WHERE key = 'refolded'), (SELECT max(seq) FROM statement)");
    KAPOK_TRY_ASSIGN(const auto marks, query.one([](const store::Query &row) {
        return Marks{row.integer(0), row.integer(1), row.integer(2)};
    }));
    return marks.value_or(Marks{});
}

} // namespace

Status ProgressCache::refresh()
{
    // Differs from last time only when another connection committed; its own commits do not change it
    // (sqlite.org/pragma.html#pragma_data_version).
    KAPOK_TRY_ASSIGN(
        const auto version,
        m_database->query("PRAGMA data_version").one([](const store::Query &row) { return row.integer(0); }));
    if (version && version == m_version)
        return success();
    KAPOK_TRY_ASSIGN(const Marks marks, readMarks(*m_database));
    m_folded = marks.folded;
    if (marks.refolded != m_refolded)
        m_courses.clear();
    else
        KAPOK_TRY(takeNew());
    m_through = std::max(m_through, marks.last);
    m_refolded = marks.refolded;
    m_version = version;
    return success();
}

Status ProgressCache::takeNew()
{
    if (m_courses.empty())
        return success();
    // When a row cannot be read, the courses must not stay without it.
    Courses courses = std::exchange(m_courses, {});
    KAPOK_TRY(foldTail(*m_database, m_through, [&](const std::string &course) {
        const auto found = courses.find(course);
        return found == courses.end() ? nullptr : &found->second;
    }));
    m_courses = std::move(courses);
    return success();
}

Result<const learning::CourseProgress *> ProgressCache::get(const std::string &courseIri)
{
    auto found = m_courses.find(courseIri);
    if (found == m_courses.end()) {
        KAPOK_TRY_ASSIGN(auto loaded, loadProgress(*m_database, courseIri));
        KAPOK_TRY(foldTail(*m_database, m_folded, [&](const std::string &course) {
            return course == courseIri ? &loaded : nullptr;
        }));
        found = m_courses.emplace(courseIri, std::move(loaded)).first;
    }
    return &found->second;
}

Result<std::set<std::string>> ProgressCache::courses()
{
    auto query = m_database->query("SELECT course FROM progress UNION"
                                   " SELECT course FROM statement WHERE seq > ? AND course <> ''",
                                   {m_folded});
    std::set<std::string> out;
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool row, query.step());
        if (!row)
            return out;
        out.insert(query.text(0));
    }
}

} // namespace kapok::learner
