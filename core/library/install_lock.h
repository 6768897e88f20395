// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>

namespace kapok::library {

/// Held while a course is installed from a file: one at a time on this device, and whoever finds it free
/// knows that an unfinished installation was killed. The system lets go of it when the process ends.
class InstallLock {
public:
    /// Waits until nobody else holds it. StorageBroken.
    [[nodiscard]] static Result<InstallLock> take(const std::filesystem::path &file);
    /// Nothing when somebody holds it.
    [[nodiscard]] static Result<std::optional<InstallLock>> tryTake(const std::filesystem::path &file);

    InstallLock(InstallLock &&other) noexcept;
    InstallLock &operator=(InstallLock &&) = delete;
    InstallLock(const InstallLock &) = delete;
    InstallLock &operator=(const InstallLock &) = delete;
    ~InstallLock();

private:
    explicit InstallLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

} // namespace kapok::library
