// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/learner/progress_cache.h"
#include "core/learning/progress.h"
#include "core/store/database.h"
#include "core/xapi/builder.h"
#include "core/xapi/reader.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::learner {

/// One transaction on a record in the making: statements, and the progress they fold into. Nothing is on
/// the disk, nor in the cache, before commit(). Private to this folder.
class Entry {
public:
    static Result<Entry> begin(store::Database &database, ProgressCache &cache);

    /// The course's progress as of this Entry, with what was added and will be; valid as long as this Entry.
    Result<const learning::CourseProgress *> progress(const std::string &courseIri);

    /// Adds a statement made on this device to the outbox. One whose id is known changes nothing.
    Status add(const xapi::Made &statement);
    /// Adds a statement the server sent. One whose id is known changes nothing.
    Status addReceived(const xapi::Parsed &parsed, const std::string &json);
    /// The course's progress is made anew from the statements at commit().
    void refold(const std::string &courseIri) { m_refolds.insert(courseIri); }

    /// commit() also writes the progress of what was recorded since it last was, which it otherwise does only
    /// when that has become much.
    void catchUp() { m_catchesUp = true; }
    Status commit();

    /// Statements added, in order.
    [[nodiscard]] const std::vector<StatementId> &added() const { return m_added; }
    [[nodiscard]] store::Database &database() { return *m_database; }

private:
    Entry(store::Database &database, ProgressCache &cache, store::Transaction transaction)
        : m_database(&database), m_cache(&cache), m_transaction(std::move(transaction))
    {}
    Result<learning::CourseProgress *> change(const std::string &courseIri);
    Status insert(const xapi::Parsed &parsed, const std::string &json, int state);
    Status write();
    Status refoldAll();
    Status saveTail();

    store::Database *m_database;
    ProgressCache *m_cache;
    store::Transaction m_transaction;
    ProgressCache::Courses m_taken; ///< from the cache, to fold into
    std::set<std::string> m_refolds;
    std::int64_t m_lastSeq = 0; ///< of what was added
    bool m_catchesUp = false;
    std::vector<StatementId> m_added;
};

/// The IRI of the course a statement belongs to: its grouping, else what its object's id begins with; "" when
/// it belongs to none, e.g. a voiding.
[[nodiscard]] std::string courseIriOf(const xapi::Parsed &statement);

/// Folds the statements after \p seq into what \p progressOf gives for their course; null: not wanted.
/// Voided ones do not count.
using ProgressOf = std::function<learning::CourseProgress *(const std::string &courseIri)>;
[[nodiscard]] Status foldTail(store::Database &database, std::int64_t seq, const ProgressOf &progressOf);

/// Reads a course's progress from its rows; damaged ones are made anew from the statements.
[[nodiscard]] Result<learning::CourseProgress> loadProgress(store::Database &database,
                                                            const std::string &courseIri);
/// Makes a course's progress from its statements and writes its rows. Inside a transaction.
[[nodiscard]] Result<learning::CourseProgress> refoldProgress(store::Database &database,
                                                              const std::string &courseIri);
/// Writes the rows of \p lessons of a course's progress, and its own.
[[nodiscard]] Status saveProgress(store::Database &database, const std::string &courseIri,
                                  const learning::CourseProgress &progress,
                                  const std::set<LessonId> &lessons);

} // namespace kapok::learner
