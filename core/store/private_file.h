// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace kapok::store {

/// Makes an empty file that only its owner may read, and its folder, when absent; SQLite gives the -wal and
/// -shm files the same rights. StorageFull, StorageBroken.
Status makePrivate(const std::filesystem::path &file);

} // namespace kapok::store
