// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/library.h"
#include "core/sync/server_api.h"

#include <cstdint>
#include <functional>

namespace kapok::sync {

/// Called with bytes here and bytes in all of this download (of what was missing when it began), now and
/// then.
using DownloadProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Fetches the newest version of \p course and installs it: manifest and signature, verified; then each blob
/// that is not here, going on inside a file where it stopped (Range, If-Range with the ETag), its hash
/// checked; then the switch.
///
/// Whatever stops it - Network, Cancelled, StorageFull, a kill - keeps what arrived; calling it again, also
/// after a restart, goes on from there. A file that changed on the server starts again from its first byte.
/// NotTrusted, NewerFormat, Conflict and NotFound mean that going on is useless.
[[nodiscard]] Result<library::CourseEntry> downloadCourse(ServerApi &server, library::Library &library,
                                                          const CourseId &course,
                                                          const DownloadProgress &progress = {});

/// Fetches the cover of a course that is only offered. It is small: begun anew each time, and never in the
/// way of downloadCourse(), which may be fetching the same file on another thread.
[[nodiscard]] Status downloadCover(ServerApi &server, library::Library &library, const library::Cover &cover);

} // namespace kapok::sync
