// SPDX-License-Identifier: Apache-2.0
#include "core/sync/sync_status.h"

#include <algorithm>

namespace kapok::sync {

double DownloadStatus::progress() const
{
    if (total == 0)
        return 0;
    return std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
}

SyncState stateOf(const SyncStatus &status)
{
    if (!status.problems.empty())
        return SyncState::Problem;
    if (status.sendingIndex > 0)
        return SyncState::Sending;
    const auto paused = [](const DownloadStatus &download) {
        return download.state == DownloadStatus::State::Paused;
    };
    if (std::any_of(status.downloads.begin(), status.downloads.end(), paused))
        return SyncState::Paused;
    if (status.connection == Connection::None || status.connection == Connection::NoAnswer)
        return SyncState::Offline;
    return status.waiting > 0 ? SyncState::Waiting : SyncState::UpToDate;
}

} // namespace kapok::sync
