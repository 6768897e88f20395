// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/course_list_model.h"
#include "app/viewmodels/home_state.h"
#include "app/viewmodels/text.h"
#include "core/sync/sync_status.h"

#include <optional>

/// What a course is called on tiles, rows and its page.
namespace kapok::viewmodels {

/// Where the course stands on this device. \p download is what the exchange says about it, or null.
[[nodiscard]] CourseListModel::CourseState courseStateOf(const CourseState &state,
                                                         const sync::DownloadStatus *download);
/// The download of this course, or null.
[[nodiscard]] const sync::DownloadStatus *downloadOf(const sync::SyncStatus &status, const CourseId &course);

[[nodiscard]] QString statusText(const CourseState &state, const sync::DownloadStatus *download);
/// "3 of 4 lessons", "Not started".
[[nodiscard]] QString lessonsText(const CourseState &state);

struct DueWords {
    CourseListModel::DueState state = CourseListModel::NoDue;
    QString text;
};
/// "2 days late", "Due 28 November · 6 days left".
[[nodiscard]] DueWords dueWords(const CourseState &state, Time now);

[[nodiscard]] ListRow courseRow(const CourseState &state, const Reading &reading,
                                const sync::SyncStatus &status, Time now);
/// The cover by day, and by night (the same when there is none for the night).
[[nodiscard]] QUrl coverUrl(const library::CourseEntry &entry);
[[nodiscard]] QUrl coverDarkUrl(const library::CourseEntry &entry);

} // namespace kapok::viewmodels
