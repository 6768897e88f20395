// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace kapok::store {

/// The files of an open SQLite database: the file itself, its -wal and its -shm. By them it is noticed when
/// others lie in their place, or none: what is written to a file without a name is lost when it is closed.
/// Thread-safety: const functions from any thread.
class Place {
public:
    enum class State {
        Same,     ///< all three lie where they were opened
        Gone,     ///< there is no file any more
        Replaced, ///< there is another file
        LogGone,  ///< the file is there, without its -wal or its -shm
    };

    /// Of a database that has no files here: always the same.
    Place() = default;
    /// Of the database that was opened at \p file.
    static Place of(const std::filesystem::path &file);

    [[nodiscard]] State state() const;
    /// StorageBroken, with what to do, unless all is the same.
    [[nodiscard]] Status check() const;
    /// Whether the file is gone with the whole volume it lies on: then it is not deleted, and the volume can
    /// be unmounted only when nobody has it open.
    [[nodiscard]] bool isVolumeGone() const;
    /// Whether the -wal or the -shm lies beside the file that is there now, which would take it for its own.
    [[nodiscard]] bool hasLog() const;
    /// Whether nobody else began a -wal or a -shm in place of those that are gone.
    [[nodiscard]] bool isLogFree() const;

private:
    struct File {
        std::filesystem::path path;
        std::uint64_t device = 0;
        std::uint64_t number = 0; ///< of its inode

        bool operator==(const File &) const = default;
    };

    /// What lies at \p path now.
    static std::optional<File> look(const std::filesystem::path &path);
    static bool isThere(const std::optional<File> &file);

    std::optional<File> m_file;
    std::optional<File> m_log;
    std::optional<File> m_index;
    std::filesystem::path m_folder; ///< where they really are
};

} // namespace kapok::store
