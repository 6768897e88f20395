// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/worker.h"
#include "core/sync/sync_status.h"

#include <map>
#include <string>

/// The support file: what somebody who looks for a fault has to know, and nothing about people.
namespace kapok::viewmodels {

/// What the GUI thread knows of it.
struct SupportFacts {
    std::map<std::string, std::string> program; ///< version, system, screen, settings: by name
    sync::SyncStatus status;
    std::string now; ///< ISO 8601
};

/// Plain English text, one fact a line. It holds no name of a person, account, unit or device, no password,
/// key, PIN, answer, mark or file path: people are numbered, servers are named by their host only, and of
/// problems only the kind is told.
[[nodiscard]] std::string supportReport(Desk &desk, const SupportFacts &facts);

/// "kapok.example.edu" of "https://name:secret@kapok.example.edu:8443/path"; "" when there is none.
[[nodiscard]] std::string hostOf(const std::string &url);

} // namespace kapok::viewmodels
