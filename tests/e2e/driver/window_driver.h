// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::e2e {

/// Works a running `kapok --inspect SOCKET` as a person would: looks where a thing is (through the app's
/// Inspector) and sends real pointer and key events through the X server (XTest). Needs DISPLAY. Every call
/// returns an Error that names what was not there. Thread-safety: none.
class WindowDriver {
public:
    /// Connects to the app that listens on \p socket, waiting for it up to \p timeout.
    [[nodiscard]] static Result<WindowDriver>
    connect(const std::filesystem::path &socket,
            std::chrono::milliseconds timeout = std::chrono::seconds(60));
    WindowDriver(WindowDriver &&) noexcept;
    WindowDriver &operator=(WindowDriver &&) noexcept;
    ~WindowDriver();

    /// Waits until an item named \p name is shown, then clicks the middle of what is visible of it, scrolling
    /// to it with the wheel when it lies outside the window.
    [[nodiscard]] Status click(const std::string &name);
    /// Waits until \p name is shown (or, with \p shown false, gone).
    [[nodiscard]] Status waitFor(const std::string &name, bool shown = true,
                                 std::chrono::milliseconds timeout = std::chrono::seconds(60));
    /// Waits until \p property of \p name equals \p value.
    [[nodiscard]] Status waitFor(const std::string &name, const std::string &property,
                                 const nlohmann::json &value,
                                 std::chrono::milliseconds timeout = std::chrono::seconds(60));
    /// The value of a property of a shown item; null when it is not shown.
    [[nodiscard]] Result<nlohmann::json> read(const std::string &name, const std::string &property);
    [[nodiscard]] bool isShown(const std::string &name);
    /// objectNames of shown items that start with \p prefix.
    [[nodiscard]] Result<std::vector<std::string>> list(const std::string &prefix);
    /// Types ASCII text into whatever has the focus.
    [[nodiscard]] Status type(std::string_view text);
    /// Presses and releases one key by its X11 keysym name ("Return", "Escape", "Right").
    [[nodiscard]] Status key(const std::string &keysymName);
    /// Fails when a text that is shown now ends in "…" or reaches beyond its place.
    [[nodiscard]] Status nothingIsCut();
    /// Saves a picture of the window.
    [[nodiscard]] Status grab(const std::filesystem::path &file);
    /// Sets language, theme and size for a picture.
    [[nodiscard]] Status appearance(const nlohmann::json &wanted);
    /// One question to the Inspector.
    [[nodiscard]] Result<nlohmann::json> ask(const nlohmann::json &request);

private:
    struct Private;
    explicit WindowDriver(std::unique_ptr<Private> d);
    Status focusWindow();
    Status scrollTo(const std::string &name);

    std::unique_ptr<Private> m_d;
};

} // namespace kapok::e2e
