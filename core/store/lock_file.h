// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace kapok::store {

/// A file that is locked by one holder at a time; the lock ends with the process, however that ends. Meant
/// for a file of its own: over NFS this lock on a database would shut out SQLite's. Thread-safety: none.
class LockFile {
public:
    /// Makes the file, readable by its owner only, when absent; its folder must be there. Conflict while
    /// somebody else holds it: the detail is "process N", or "another process". StorageFull, StorageBroken.
    static Result<LockFile> take(const std::filesystem::path &file);
    /// Deletes the file and lets go of it.
    ~LockFile();
    LockFile(LockFile &&other) noexcept;
    LockFile &operator=(LockFile &&other) noexcept;

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    /// Whether the file is still what its name says: else somebody else may hold another one of this name.
    [[nodiscard]] bool isThere() const;

private:
    LockFile(std::filesystem::path path, int descriptor);
    void release();

    std::filesystem::path m_path;
    int m_descriptor; ///< -1 once moved from
};

} // namespace kapok::store
