// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/course/course.h"
#include "tests/e2e/driver/process.h"
#include "tests/e2e/driver/window_driver.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kapok::e2e {

/// Somebody of the demo node, as its enrolment file names her.
struct DemoPerson {
    std::string account;
    std::string pin;
};

/// A server with the demo node, a tablet enrolled on it and the app in a window: the whole product, as real
/// programs. Everything lies in one folder and stops with this object.
class World {
public:
    /// \p bin holds kapok, kapokd and kapok-pack; \p packages the .kapok files and their author's public key
    /// (`*.pub`); \p folder is made anew.
    World(std::filesystem::path bin, std::filesystem::path packages, std::filesystem::path folder);

    /// Makes the demo node: trusted key, published courses, people, assignments.
    [[nodiscard]] Status makeNode();
    /// Starts kapokd; the first time on a free port, later on the same one.
    [[nodiscard]] Status startServer();
    /// Stops it at once, as a power cut would.
    void killServer();
    [[nodiscard]] int stopServer();
    [[nodiscard]] const std::string &serverUrl() const { return m_url; }

    /// Prepares the tablet for the people of the enrolment file (the server must run).
    [[nodiscard]] Status enrol();
    /// Opens the app in a window of \p width x \p height.
    [[nodiscard]] Status startApp(int width = 1280, int height = 800, const std::string &language = "vi");
    void killApp();
    [[nodiscard]] Status stopApp();
    [[nodiscard]] bool appRuns() { return m_app && m_app->running(); }
    [[nodiscard]] WindowDriver &window() { return *m_window; }

    /// Picks a person and types the PIN on the pad.
    [[nodiscard]] Status signIn(const std::string &account);
    /// Works through every page of \p lesson, which is open, from the page it stands on, answering rightly.
    [[nodiscard]] Status workThrough(const course::Lesson &lesson);
    /// Does what the page shown asks for and waits for nothing.
    [[nodiscard]] Status answer(const course::Page &page);
    /// Does what the page shown asks for, and sees an answer saved; then the next button may be pressed.
    [[nodiscard]] Status workOn(const course::Page &page);
    /// The course of that id from the packages.
    [[nodiscard]] Result<course::Course> course(const std::string &id) const;

    /// GET \p pathAndQuery with an xAPI client's credential (made at the first call).
    [[nodiscard]] Result<nlohmann::json> getFromServer(const std::string &pathAndQuery);
    /// Every statement of the actor \p account the server holds, oldest first.
    [[nodiscard]] Result<std::vector<nlohmann::json>> statementsOnServer(const std::string &account);

    [[nodiscard]] std::filesystem::path tablet() const { return m_folder / "tablet"; }
    [[nodiscard]] std::filesystem::path log(const std::string &name) const
    {
        return m_folder / (name + ".log");
    }
    [[nodiscard]] Result<DemoPerson> person(const std::string &account) const;
    [[nodiscard]] std::string database() const { return "sqlite:" + (m_folder / "node.db").string(); }

private:
    [[nodiscard]] Status runProgram(const std::string &program, std::vector<std::string> arguments,
                                    std::string *output = nullptr) const;
    [[nodiscard]] Status orderItems(const course::OrderBody &body);

    std::filesystem::path m_bin;
    std::filesystem::path m_packages;
    std::filesystem::path m_folder;
    std::string m_url;
    std::string m_clientKey;
    std::string m_clientSecret;
    std::optional<Process> m_server;
    std::optional<Process> m_app;
    std::optional<WindowDriver> m_window;
    int m_starts = 0;
};

} // namespace kapok::e2e
