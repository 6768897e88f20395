// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/learning/progress.h"
#include "core/store/database.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace kapok::learner {

/// The progress of courses as the database holds it, kept so that an answer need not read and parse all of a
/// course's rows. Holds only what is committed: what is about to change is taken out and put back after the
/// commit, so that whatever goes wrong in between, the rows are read again. Private to this folder.
///
/// Thread-safety: none; lives on the connection it was given, which must outlive it.
class ProgressCache {
public:
    using Courses = std::map<std::string, learning::CourseProgress>; ///< by course IRI

    explicit ProgressCache(store::Database &database) : m_database(&database) {}

    /// Forgets everything when another connection has committed since the last call (PRAGMA data_version
    /// tells). Before each use; to hold through a transaction, after its BEGIN IMMEDIATE.
    Status refresh();

    /// The course's progress, read from the database when it is not here. Valid until the course is
    /// forgotten; also once it was taken, for as long as the taken one lives.
    Result<const learning::CourseProgress *> get(const std::string &courseIri);

    /// Takes out a course that get() returned, to change it.
    [[nodiscard]] Courses::node_type take(const std::string &courseIri)
    {
        return m_courses.extract(courseIri);
    }
    /// Puts back what was taken, now that it is committed.
    void putBack(Courses &&courses) { m_courses.merge(courses); }

    void forget(const std::string &courseIri) { m_courses.erase(courseIri); }
    void forgetAll() { m_courses.clear(); }

private:
    store::Database *m_database;
    Courses m_courses;
    std::optional<std::int64_t> m_version; ///< of the database when the courses were read
};

} // namespace kapok::learner
