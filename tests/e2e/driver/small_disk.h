// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>

namespace kapok::e2e {

/// A real file system of a few megabytes, mounted for this process and those it starts from now on, that can
/// be filled to its last block or made read-only. Unmounted when destroyed. Thread-safety: none.
class SmallDisk {
public:
    /// Mounts it over \p folder with a copy of what \p folder holds and \p spare bytes of room. Forbidden
    /// when this system lets nobody mount (neither as root nor in a user namespace of its own).
    [[nodiscard]] static Result<SmallDisk> over(const std::filesystem::path &folder, std::uint64_t spare);
    SmallDisk(SmallDisk &&other) noexcept;
    SmallDisk &operator=(SmallDisk &&) = delete;
    ~SmallDisk();

    /// Takes every free block.
    [[nodiscard]] Status fill();
    /// Gives back what fill() took.
    void free();
    /// Nobody may have a file open for writing there.
    [[nodiscard]] Status setReadOnly(bool readOnly);

private:
    explicit SmallDisk(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    [[nodiscard]] std::filesystem::path filler() const { return m_folder / "other-files"; }

    std::filesystem::path m_folder; ///< empty: moved from
};

} // namespace kapok::e2e
