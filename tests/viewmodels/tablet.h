// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/device.h"
#include "app/viewmodels/settings_model.h"
#include "core/course/course.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <string>

namespace kapok::viewmodels {

/// How long a test waits for what must come; only a broken program gets there.
inline constexpr int kPatience = 60'000;

inline bool comes(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, kPatience);
}

/// A tablet in a temporary folder, without a network unless a test has one: two people with PINs, and the
/// short course of content/.
class Tablet {
public:
    static constexpr const char *kMai = "0190c5a0-0000-7000-8000-000000000001";
    static constexpr const char *kWei = "0190c5a0-0000-7000-8000-000000000002";
    static constexpr const char *kPin = "2468";
    static constexpr const char *kCourse = "c02-safe-use";

    Tablet();

    /// A device on the folder, opened, as after a start of the app. \p withCourse: the course is installed.
    std::unique_ptr<Device> start();
    /// Signs \p person in and waits for it.
    static void signIn(Device &device, const char *person = kMai);
    /// Adds the course from its package file.
    void install();
    /// Makes every write to Mai's record fail, or work again.
    void breakRecord(bool broken);

    /// What answers requests, on the engine's threads; set before start(). Without one there is no network.
    std::function<Result<sync::Response>(const sync::Request &)> network;

    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    [[nodiscard]] const course::Course &course() const { return m_course; }
    [[nodiscard]] std::filesystem::path package() const { return folder() / "course.kapok"; }

private:
    QTemporaryDir m_folder;
    course::Course m_course;
    std::vector<course::PublicKey> m_keys;
};

} // namespace kapok::viewmodels
