// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/driver/window_driver.h"

#include <array>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

// Xlib defines macros with common names, so it comes last.
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#undef Status // Xlib calls int so

namespace kapok::e2e {

using namespace std::chrono_literals;
using Instant = std::chrono::steady_clock;
using nlohmann::json;

struct WindowDriver::Private {
    int socket = -1;
    std::string pending;
    Display *display = nullptr;

    ~Private()
    {
        if (socket >= 0)
            ::close(socket);
        if (display != nullptr)
            XCloseDisplay(display);
    }
};

namespace {

/// How often in a row a thing is seen at the same place until it is taken to rest; a loaded machine may skip
/// frames.
constexpr int kLooksAtRest = 3;

Error gone(const std::string &what)
{
    return {ErrorCode::NotFound, what};
}

int connectOnce(const std::filesystem::path &path)
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof(address.sun_path) - 1);
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0)
        return fd;
    ::close(fd);
    return -1;
}

void press(Display *display, KeySym symbol, bool shift)
{
    const KeyCode code = XKeysymToKeycode(display, symbol);
    const KeyCode shiftCode = XKeysymToKeycode(display, XK_Shift_L);
    if (shift)
        XTestFakeKeyEvent(display, shiftCode, True, CurrentTime);
    XTestFakeKeyEvent(display, code, True, CurrentTime);
    XTestFakeKeyEvent(display, code, False, CurrentTime);
    if (shift)
        XTestFakeKeyEvent(display, shiftCode, False, CurrentTime);
    XSync(display, False);
}

} // namespace

WindowDriver::WindowDriver(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
WindowDriver::WindowDriver(WindowDriver &&) noexcept = default;
WindowDriver &WindowDriver::operator=(WindowDriver &&) noexcept = default;
WindowDriver::~WindowDriver() = default;

Result<WindowDriver> WindowDriver::connect(const std::filesystem::path &socket,
                                           std::chrono::milliseconds timeout)
{
    auto d = std::make_unique<Private>();
    d->display = XOpenDisplay(nullptr);
    if (d->display == nullptr)
        return gone("no X display; run this under xvfb-run");
    const auto deadline = Instant::now() + timeout;
    while ((d->socket = connectOnce(socket)) < 0) {
        if (Instant::now() >= deadline)
            return gone("the app did not open its inspector socket");
        std::this_thread::sleep_for(20ms); // nothing tells us when another program starts to listen
    }
    WindowDriver driver(std::move(d));
    KAPOK_TRY(driver.focusWindow());
    return driver;
}

Status WindowDriver::focusWindow()
{
    KAPOK_TRY_ASSIGN(const json window, ask({{"window", true}}));
    // Without a window manager nobody else gives the window the keyboard.
    XSetInputFocus(m_d->display, static_cast<::Window>(window.at("id").get<double>()), RevertToParent,
                   CurrentTime);
    XSync(m_d->display, False);
    return success();
}

Result<json> WindowDriver::ask(const json &request)
{
    const auto line = request.dump() + "\n";
    if (::send(m_d->socket, line.data(), line.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(line.size()))
        return Error{ErrorCode::Network, "the app is gone"};
    while (m_d->pending.find('\n') == std::string::npos) {
        std::array<char, 65536> buffer{};
        pollfd waiting{m_d->socket, POLLIN, 0};
        if (::poll(&waiting, 1, 120000) <= 0)
            return Error{ErrorCode::Network, "the app does not answer: " + request.dump()};
        const ssize_t size = ::recv(m_d->socket, buffer.data(), buffer.size(), 0);
        if (size <= 0)
            return Error{ErrorCode::Network, "the app is gone"};
        m_d->pending.append(buffer.data(), static_cast<std::size_t>(size));
    }
    const auto end = m_d->pending.find('\n');
    auto answer = json::parse(m_d->pending.substr(0, end), nullptr, false);
    m_d->pending.erase(0, end + 1);
    if (answer.is_discarded() || answer.contains("error"))
        return Error{ErrorCode::Internal, "the inspector refused " + request.dump()};
    return answer;
}

Status WindowDriver::waitFor(const std::string &name, bool shown, std::chrono::milliseconds timeout)
{
    KAPOK_TRY_ASSIGN(const json answer,
                     ask({{"await", name}, {"equals", shown}, {"timeout", timeout.count()}}));
    if (!answer.at("met").get<bool>())
        return gone("\"" + name + (shown ? "\" did not appear" : "\" did not go away"));
    return success();
}

Status WindowDriver::waitFor(const std::string &name, const std::string &property, const json &value,
                             std::chrono::milliseconds timeout)
{
    KAPOK_TRY_ASSIGN(
        const json answer,
        ask({{"await", name}, {"property", property}, {"equals", value}, {"timeout", timeout.count()}}));
    if (!answer.at("met").get<bool>())
        return gone("\"" + name + "\"." + property + " stayed " + answer.at("value").dump() + ", not " +
                    value.dump());
    return success();
}

Result<json> WindowDriver::read(const std::string &name, const std::string &property)
{
    KAPOK_TRY_ASSIGN(const json answer, ask({{"find", name}, {"read", {property}}}));
    return answer.at("found").get<bool>() ? answer.at("values").value(property, json()) : json();
}

bool WindowDriver::isShown(const std::string &name)
{
    const auto answer = ask({{"find", name}});
    return answer.ok() && answer->at("found").get<bool>();
}

Result<std::vector<std::string>> WindowDriver::list(const std::string &prefix)
{
    KAPOK_TRY_ASSIGN(const json answer, ask({{"list", prefix}}));
    return answer.at("names").get<std::vector<std::string>>();
}

Status WindowDriver::scrollTo(const std::string &name)
{
    constexpr int kMostTurns = 60;
    for (int turn = 0; turn < kMostTurns; ++turn) {
        KAPOK_TRY_ASSIGN(const json at, ask({{"find", name}}));
        if (!at.at("found").get<bool>())
            return gone("\"" + name + "\" went away");
        const double seen = at.at("height").get<double>();
        if (seen >= std::min(24.0, at.at("wholeHeight").get<double>()))
            return success();
        KAPOK_TRY_ASSIGN(const json window, ask({{"window", true}}));
        const double height = window.at("height").get<double>();
        const bool below =
            at.at("wholeY").get<double>() + at.at("wholeHeight").get<double>() / 2 > height / 2;
        XTestFakeMotionEvent(m_d->display, -1, window.at("x").get<int>() + window.at("width").get<int>() / 2,
                             window.at("y").get<int>() + window.at("height").get<int>() / 2, CurrentTime);
        const unsigned wheel = below ? 5 : 4;
        XTestFakeButtonEvent(m_d->display, wheel, True, CurrentTime);
        XTestFakeButtonEvent(m_d->display, wheel, False, CurrentTime);
        XSync(m_d->display, False);
        std::this_thread::sleep_for(40ms); // one wheel step's movement
    }
    return gone("\"" + name + "\" could not be scrolled into view");
}

Status WindowDriver::click(const std::string &name)
{
    KAPOK_TRY(waitFor(name));
    KAPOK_TRY(waitFor(name, "enabled", true));
    KAPOK_TRY(scrollTo(name));
    // A thing that still moves (a page sliding in) is not clicked until it rests.
    json last;
    for (int tries = 0, resting = 0; tries < 100 && resting < kLooksAtRest; ++tries) {
        KAPOK_TRY_ASSIGN(const json at, ask({{"find", name}}));
        resting = at == last ? resting + 1 : 0;
        last = at;
        std::this_thread::sleep_for(30ms);
    }
    if (!last.value("found", false))
        return gone("\"" + name + "\" went away");
    KAPOK_TRY_ASSIGN(const json window, ask({{"window", true}}));
    const double x =
        window.at("x").get<double>() + last.at("x").get<double>() + last.at("width").get<double>() / 2;
    const double y =
        window.at("y").get<double>() + last.at("y").get<double>() + last.at("height").get<double>() / 2;
    XTestFakeMotionEvent(m_d->display, -1, static_cast<int>(x), static_cast<int>(y), CurrentTime);
    XTestFakeButtonEvent(m_d->display, 1, True, CurrentTime);
    XTestFakeButtonEvent(m_d->display, 1, False, CurrentTime);
    XSync(m_d->display, False);
    return success();
}

Status WindowDriver::type(std::string_view text)
{
    KAPOK_TRY(focusWindow());
    for (const char c : text) {
        const bool shift = (c >= 'A' && c <= 'Z') || std::strchr("~!@#$%^&*()_+{}|:\"<>?", c) != nullptr;
        press(m_d->display, static_cast<KeySym>(static_cast<unsigned char>(c)), shift);
    }
    return success();
}

Status WindowDriver::key(const std::string &keysymName)
{
    KAPOK_TRY(focusWindow());
    const KeySym symbol = XStringToKeysym(keysymName.c_str());
    if (symbol == NoSymbol)
        return Error{ErrorCode::InvalidInput, "no key is called " + keysymName};
    press(m_d->display, symbol, false);
    return success();
}

Status WindowDriver::nothingIsCut()
{
    KAPOK_TRY_ASSIGN(const json answer, ask({{"cut", true}}));
    if (!answer.at("words").empty())
        return Error{ErrorCode::Refused, "cut: " + answer.at("words").dump()};
    return success();
}

Status WindowDriver::grab(const std::filesystem::path &file)
{
    KAPOK_TRY_ASSIGN(const json answer, ask({{"grab", file.string()}}));
    if (!answer.at("saved").get<bool>())
        return Error{ErrorCode::StorageBroken, "cannot save " + file.string()};
    return success();
}

Status WindowDriver::appearance(const json &wanted)
{
    const auto answer = ask({{"appearance", wanted}});
    return answer.ok() ? success() : Status(answer.error());
}

} // namespace kapok::e2e
