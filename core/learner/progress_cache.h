// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/learning/progress.h"
#include "core/store/database.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace kapok::learner {

/// The progress of courses as the database holds it, kept so that an answer need not read and parse all of a
/// course's rows. Holds only what is committed: what is about to change is taken out and put back after the
/// commit, so that whatever goes wrong in between, it is read again. What other connections record is folded
/// in statement by statement. Private to this folder.
///
/// The rows of `progress` hold the statements up to `folded`; those after it, the tail, are folded in when a
/// course is read. So an answer writes its statement and nothing else, and catchUp() writes the rows of what
/// changed since, some answers at a time.
///
/// Thread-safety: none; lives on the connection it was given, which must outlive it.
class ProgressCache {
public:
    using Courses = std::map<std::string, learning::CourseProgress>; ///< by course IRI

    explicit ProgressCache(store::Database &database) : m_database(&database) {}

    /// Takes in what other connections have committed since the last call (PRAGMA data_version tells whether
    /// there is anything). Before each use; to hold through a transaction, after its BEGIN IMMEDIATE.
    Status refresh();

    /// The course's progress, read from the database when it is not here. Valid until the course is
    /// forgotten; also once it was taken, for as long as the taken one lives.
    Result<const learning::CourseProgress *> get(const std::string &courseIri);

    /// Takes out a course that get() returned, to change it.
    [[nodiscard]] Courses::node_type take(const std::string &courseIri)
    {
        return m_courses.extract(courseIri);
    }
    /// Puts back what was taken, now that it is committed with the statements up to \p seq.
    void putBack(Courses &&courses, std::int64_t seq)
    {
        m_courses.merge(courses);
        m_through = std::max(m_through, seq);
    }

    void forget(const std::string &courseIri) { m_courses.erase(courseIri); }
    void forgetAll() { m_courses.clear(); }

    /// The seq up to which the rows of `progress` hold the statements.
    [[nodiscard]] std::int64_t folded() const { return m_folded; }
    void setFolded(std::int64_t seq) { m_folded = seq; }
    /// The courses that have rows or statements in the tail.
    Result<std::set<std::string>> courses();

private:
    /// Folds in the statements of the courses that are here, that came after m_through.
    Status takeNew();

    store::Database *m_database;
    Courses m_courses;
    std::optional<std::int64_t> m_version; ///< of the database when it was last looked at
    std::int64_t m_refolded = -1;          ///< how often a course had been made anew by then
    std::int64_t m_folded = 0;
    std::int64_t m_through = 0; ///< the courses here hold all statements up to this seq
};

} // namespace kapok::learner
