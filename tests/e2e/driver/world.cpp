// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/driver/world.h"

#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/course/package.h"

#include <algorithm>
#include <curl/curl.h>
#include <map>

namespace kapok::e2e {

using namespace std::chrono_literals;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

std::size_t append(char *data, std::size_t size, std::size_t count, void *out)
{
    static_cast<std::string *>(out)->append(data, size * count);
    return size * count;
}

Result<std::string> httpGet(const std::string &url, const std::string &userAndSecret)
{
    std::string body;
    CURL *curl = curl_easy_init();
    curl_slist *headers = curl_slist_append(nullptr, "X-Experience-API-Version: 1.0.3");
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_USERPWD, userAndSecret.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    const CURLcode code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    if (code != CURLE_OK || status != 200)
        return Error{ErrorCode::Network, "GET " + url + ": " + curl_easy_strerror(code) + ", status " +
                                             std::to_string(status) + " " + body};
    return body;
}

} // namespace

World::World(fs::path bin, fs::path packages, fs::path folder)
    : m_bin(std::move(bin)), m_packages(std::move(packages)), m_folder(std::move(folder))
{
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
    fs::create_directories(m_folder);
}

Status World::runProgram(const std::string &program, std::vector<std::string> arguments,
                         std::string *output) const
{
    arguments.insert(arguments.begin(), (m_bin / program).string());
    const int code = run(arguments, log(program), 2min, output);
    if (code != 0)
        return Error{ErrorCode::Refused, program + " " + arguments[1] + " ended with " +
                                             std::to_string(code) + "; see " + log(program).string()};
    return success();
}

Status World::makeNode()
{
    std::vector<fs::path> packages;
    for (const auto &entry : fs::directory_iterator(m_packages)) {
        if (entry.path().extension() == ".pub")
            KAPOK_TRY(runProgram("kapokd", {"trust-key", entry.path().string(), "--database", database()}));
        if (entry.path().extension() == ".kapok")
            packages.push_back(entry.path());
    }
    for (const auto &package : packages)
        KAPOK_TRY(runProgram("kapokd", {"publish", package.string(), "--database", database()}));
    return runProgram("kapokd",
                      {"demo", "--database", database(), "--output", (m_folder / "enrolment.json").string()});
}

Status World::startServer()
{
    const auto address = m_url.empty() ? "127.0.0.1:0" : m_url.substr(std::string("http://").size());
    KAPOK_TRY_ASSIGN(auto server, Process::start({(m_bin / "kapokd").string(), "serve", "--database",
                                                  database(), "--listen", address},
                                                 log("kapokd")));
    KAPOK_TRY_ASSIGN(const std::string line, server.readLine(60s));
    const std::string start = "listening on ";
    if (!line.starts_with(start))
        return Error{ErrorCode::Internal, "kapokd printed \"" + line + "\""};
    m_url = line.substr(start.size());
    m_server = std::move(server);
    return success();
}

void World::killServer()
{
    m_server.reset();
}

int World::stopServer()
{
    const int code = m_server ? m_server->terminate() : 0;
    m_server.reset();
    return code;
}

Status World::enrol()
{
    return runProgram("kapok", {"--data", tablet().string(), "--server", m_url, "--enrol",
                                (m_folder / "enrolment.json").string(), "-platform", "offscreen"});
}

Status World::startApp(int width, int height, const std::string &language)
{
    // The socket's path is short: a Unix socket has room for 107 bytes.
    const fs::path socket = fs::temp_directory_path() /
                            ("kapok-" + std::to_string(::getpid()) + "-" + std::to_string(++m_starts));
    fs::remove(socket);
    KAPOK_TRY_ASSIGN(auto app, Process::start({(m_bin / "kapok").string(), "--data", tablet().string(),
                                               "--server", m_url, "--language", language, "--window",
                                               std::to_string(width) + "x" + std::to_string(height),
                                               "--inspect", socket.string()},
                                              log("kapok")));
    m_app = std::move(app);
    KAPOK_TRY_ASSIGN(auto window, WindowDriver::connect(socket));
    m_window = std::move(window);
    fs::remove(socket);
    return success();
}

void World::killApp()
{
    m_window.reset();
    m_app.reset();
}

Status World::stopApp()
{
    m_window.reset();
    const int code = m_app ? m_app->terminate() : 0;
    m_app.reset();
    if (code == 0)
        return success();
    constexpr std::size_t kTail = 8000;
    const auto whole = readFile(log("kapok"));
    const std::string said = whole.ok() ? *whole : whole.error().detail;
    return Error{ErrorCode::Internal, "the app ended with " + std::to_string(code) + ", its last words:\n" +
                                          said.substr(said.size() - std::min(said.size(), kTail))};
}

Result<DemoPerson> World::person(const std::string &account) const
{
    KAPOK_TRY_ASSIGN(const std::string text, readFile(m_folder / "enrolment.json"));
    const auto enrolment = json::parse(text, nullptr, false);
    for (const auto &entry : enrolment.value("people", json::array()))
        if (entry.value("account", "") == account)
            return DemoPerson{account, entry.value("pin", "")};
    return Error{ErrorCode::NotFound, "nobody on the tablet has the account " + account};
}

Status World::signIn(const std::string &account)
{
    KAPOK_TRY_ASSIGN(const DemoPerson who, person(account));
    KAPOK_TRY(m_window->waitFor("profilePicker"));
    KAPOK_TRY(m_window->click("person-" + account));
    for (const char digit : who.pin)
        KAPOK_TRY(m_window->click(std::string("pin-") + digit));
    return m_window->waitFor("home");
}

Result<course::Course> World::course(const std::string &id) const
{
    KAPOK_TRY_ASSIGN(auto package, course::PackageReader::openUntrusted(m_packages / (id + ".kapok")));
    return package.readCourse();
}

Status World::orderItems(const course::OrderBody &body)
{
    // Brings one item after the other to its place with the up buttons.
    for (std::size_t place = 0; place < body.items.size(); ++place) {
        const auto row = "orderItem-" + body.items[place].id;
        KAPOK_TRY(m_window->waitFor(row));
        KAPOK_TRY_ASSIGN(const json at, m_window->read(row, "index"));
        for (auto now = at.get<std::size_t>(); now > place; --now) {
            KAPOK_TRY(m_window->click("orderUp-" + body.items[place].id));
            KAPOK_TRY(m_window->waitFor(row, "index", now - 1));
        }
    }
    return m_window->click("checkButton");
}

Status World::answer(const course::Page &page)
{
    if (const auto *example = std::get_if<course::ExampleBody>(&page.body)) {
        for (std::size_t step = 1; step < example->steps.size() && m_window->isShown("revealNext"); ++step)
            KAPOK_TRY(m_window->click("revealNext"));
    } else if (const auto *choice = std::get_if<course::ChoiceBody>(&page.body)) {
        for (const auto &option : choice->options)
            if (option.right)
                KAPOK_TRY(m_window->click("option-" + option.id));
        if (m_window->isShown("checkButton"))
            KAPOK_TRY(m_window->click("checkButton"));
    } else if (const auto *order = std::get_if<course::OrderBody>(&page.body)) {
        KAPOK_TRY(orderItems(*order));
    }
    return success();
}

Status World::workOn(const course::Page &page)
{
    KAPOK_TRY(answer(page));
    if (page.isQuestion()) {
        KAPOK_TRY(m_window->waitFor("feedbackPanel"));
        return m_window->waitFor("player", "savedState", 0);
    }
    // A page is shown at once and recorded as seen a moment later.
    return m_window->waitFor("pageDot-" + page.id.value, "done", true);
}

Status World::workThrough(const course::Lesson &lesson)
{
    KAPOK_TRY(m_window->waitFor("player"));
    KAPOK_TRY_ASSIGN(const json start, m_window->read("player", "pageIndex"));
    for (auto i = start.get<std::size_t>(); i < lesson.pages.size(); ++i) {
        KAPOK_TRY(m_window->waitFor("player", "pageIndex", i));
        KAPOK_TRY(workOn(lesson.pages[i]));
        KAPOK_TRY(m_window->click("playerNext"));
    }
    return success();
}

Result<json> World::getFromServer(const std::string &pathAndQuery)
{
    if (m_clientKey.empty()) {
        std::string output;
        KAPOK_TRY(
            runProgram("kapokd", {"add-client", "e2e", "--scope", "all", "--database", database()}, &output));
        const auto client = json::parse(output, nullptr, false);
        if (client.is_discarded())
            return Error{ErrorCode::Internal, "add-client printed \"" + output + "\""};
        m_clientKey = client.at("key").get<std::string>();
        m_clientSecret = client.at("secret").get<std::string>();
    }
    KAPOK_TRY_ASSIGN(const std::string body,
                     httpGet(m_url + pathAndQuery, m_clientKey + ":" + m_clientSecret));
    auto answer = json::parse(body, nullptr, false);
    if (answer.is_discarded())
        return Error{ErrorCode::Corrupt, "the server's answer is not JSON"};
    return answer;
}

Result<std::vector<json>> World::statementsOnServer(const std::string &account)
{
    KAPOK_TRY_ASSIGN(const json about, getFromServer("/api/v1/about"));
    const json agent = {{"account", {{"homePage", about.at("home_page")}, {"name", account}}}};
    char *escaped = curl_easy_escape(nullptr, agent.dump().c_str(), 0);
    std::string next = "/xapi/statements?ascending=true&limit=100&agent=" + std::string(escaped);
    curl_free(escaped);
    std::vector<json> all;
    while (!next.empty()) {
        KAPOK_TRY_ASSIGN(const json page, getFromServer(next));
        for (const auto &statement : page.at("statements"))
            all.push_back(statement);
        next = page.value("more", "");
    }
    return all;
}

} // namespace kapok::e2e
