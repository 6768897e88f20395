// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/commands.h"
#include "app/kapokd/server.h"
#include "core/base/log.h"

#include <charconv>
#include <csignal>
#include <iostream>
#include <memory>

namespace kapok::kapokd {
namespace {

struct Options {
    CommonOptions common;
    std::string listen = "127.0.0.1:0";
    std::string logLevel = "info";
    RouterOptions router;
};

/// "127.0.0.1:8080", "[::1]:8080".
Result<ListenOptions> readListen(const std::string &text)
{
    const Error wrong{ErrorCode::InvalidInput, "--listen takes ADDRESS:PORT, such as 127.0.0.1:8080."};
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return wrong;
    ListenOptions options;
    options.address = text.substr(0, colon);
    if (options.address.starts_with('[') && options.address.ends_with(']'))
        options.address = options.address.substr(1, options.address.size() - 2);
    const char *end = text.data() + text.size();
    const auto [stop, code] = std::from_chars(text.data() + colon + 1, end, options.port);
    return code == std::errc() && stop == end ? Result<ListenOptions>(options) : wrong;
}

/// The signals that end the server; blocked in every thread, so that only this one hears them.
sigset_t blockSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

int serve(const Options &options)
{
    log::start("kapokd", options.logLevel);
    const auto listen = readListen(options.listen);
    if (!listen.ok()) {
        refuse(listen.error());
        return kWrongUsage;
    }
    const sigset_t signals = blockSignals();
    const SystemClock clock;
    const auto server = Server::start({options.common.service(), *listen, options.router}, clock);
    if (!server.ok())
        return refuse(server.error());
    std::cout << "listening on " << (*server)->url() << std::endl; // flushed: scripts wait for it
    int signal = 0;
    sigwait(&signals, &signal);
    log::info("stopping signal={}", signal);
    (*server)->stop();
    log::info("stopped");
    return kDone;
}

} // namespace

void addServe(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("serve", "Listen and answer until SIGTERM or SIGINT");
    options->common.declare(*command);
    command->add_option("--listen", options->listen, "ADDRESS:PORT; port 0 takes a free one")
        ->capture_default_str();
    command
        ->add_option("--xapi-fallback-version", options->router.fallbackVersion,
                     "X-Experience-API-Version of answers to requests that name no known version")
        ->check(CLI::IsMember({"0.95", "1.0.3", "2.0.0"}))
        ->capture_default_str();
    command->add_option("--log-level", options->logLevel, "What goes to standard error")
        ->check(CLI::IsMember({"debug", "info", "warn", "error", "off"}))
        ->capture_default_str();
    command->callback([options, &run] { run = [options] { return serve(*options); }; });
}

} // namespace kapok::kapokd
