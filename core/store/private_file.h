// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/lock_file.h"

#include <filesystem>

namespace kapok::store {

/// Makes an empty file that only its owner may read, and its folder, when absent; SQLite gives the -wal and
/// -shm files the same rights. StorageFull, StorageBroken.
Status makePrivate(const std::filesystem::path &file);

/// A database in the making beside the place it is meant for, at TARGET + \p ending, by one process at a
/// time: a lock on a file beside it ends with the process, however that ends. What is there of an earlier
/// one, with what SQLite puts beside it, is taken away at the beginning and at the end.
class FileInTheMaking {
public:
    /// Makes the folder when absent. Conflict while another one is in the making there; StorageFull,
    /// StorageBroken.
    static Result<FileInTheMaking> begin(const std::filesystem::path &target, const char *ending);
    ~FileInTheMaking();
    FileInTheMaking(FileInTheMaking &&other) noexcept;
    FileInTheMaking &operator=(FileInTheMaking &&) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    /// Syncs it and puts it at the place that it is meant for. StorageFull, StorageBroken.
    [[nodiscard]] Status finish() const;

private:
    FileInTheMaking(std::filesystem::path target, const std::string &path, LockFile lock);
    void remove() const;

    LockFile m_lock;
    std::filesystem::path m_target;
    std::filesystem::path m_path; ///< empty once moved from
};

} // namespace kapok::store
