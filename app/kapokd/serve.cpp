// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/commands.h"
#include "app/kapokd/http/tls.h"
#include "app/kapokd/server.h"
#include "core/base/files.h"
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
    std::string certificate;
    std::string key;
    std::string metricsToken; ///< a file
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

/// Writes the IP address \p text as connections tell it; "", or what is wrong.
std::string readAddress(std::string &text)
{
    const std::string address = canonicalAddress(text);
    if (address.empty())
        return "takes an IP address, such as 10.0.0.5";
    text = address;
    return {};
}

/// Adds the certificate, when one is wanted.
Status addTls(const Options &options, ListenOptions &listen)
{
    if (options.certificate.empty())
        return success();
    KAPOK_TRY_ASSIGN(listen.tls, TlsIdentity::load(options.certificate, options.key));
    return success();
}

/// The first line of the file, or "".
Result<std::string> readToken(const std::string &file)
{
    constexpr std::size_t kLeast = 16;
    if (file.empty())
        return std::string();
    const auto text = readFile(file, 4096);
    if (!text.ok())
        return Error{text.error().code,
                     text.error().detail + "; --metrics-token takes a file that this user can read."};
    const std::string token = text->substr(0, text->find_first_of("\r\n"));
    if (token.size() < kLeast)
        return Error{ErrorCode::InvalidInput, "A token for metrics has at least 16 characters."};
    return token;
}

/// Waits for the signal that ends the server; on SIGHUP the certificate is read again.
int waitForEnd(const sigset_t &signals, TlsIdentity *tls)
{
    for (;;) {
        int signal = 0;
        sigwait(&signals, &signal);
        if (signal != SIGHUP)
            return signal;
        const Status read = tls ? tls->reload() : success();
        if (read.ok())
            log::info("certificate={}", tls ? "read again" : "none");
        else
            log::error("the certificate stays as it was: {}", read.error().detail);
    }
}

/// The signals that the server obeys; blocked in every thread, so that only this one hears them.
sigset_t blockSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

int serve(const Options &options)
{
    log::start("kapokd", options.logLevel);
    auto listen = readListen(options.listen);
    if (!listen.ok()) {
        refuse(listen.error());
        return kWrongUsage;
    }
    if (const Status added = addTls(options, *listen); !added.ok())
        return refuse(added.error());
    const auto token = readToken(options.metricsToken);
    if (!token.ok())
        return refuse(token.error());
    if (const Status checked = options.common.checkBlobs(); !checked.ok())
        return refuse(checked.error());
    const sigset_t signals = blockSignals();
    const SystemClock clock;
    auto service = options.common.service(store::IfAbsent::Make);
    service.serves = true;
    const auto server = Server::start({service, *listen, options.router}, clock);
    if (!server.ok())
        return refuse(server.error());
    if ((*server)->service().isNew)
        log::warn("made a new database, {}", withoutSecrets(service.database));
    (*server)->service().metrics.allow(*token);
    std::cout << "listening on " << (*server)->url() << std::endl; // flushed: scripts wait for it
    log::info("stopping signal={}", waitForEnd(signals, listen->tls.get()));
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
    options->common.hasFiles = true;
    command->add_option("--listen", options->listen, "ADDRESS:PORT; port 0 takes a free one")
        ->capture_default_str();
    command
        ->add_option("--xapi-fallback-version", options->router.fallbackVersion,
                     "X-Experience-API-Version of answers to requests that name no known version")
        ->check(CLI::IsMember({"0.95", "1.0.3", "2.0.0"}))
        ->capture_default_str();
    command
        ->add_option("--trusted-proxy", options->router.proxies,
                     "Address of a proxy on another machine whose X-Forwarded-For is believed; may be given"
                     " several times")
        ->transform(CLI::Validator(readAddress, {}));
    CLI::Option *certificate = command->add_option(
        "--tls-certificate", options->certificate,
        "PEM file: the certificate and those above it; read again on SIGHUP. Default: no TLS");
    CLI::Option *key =
        command->add_option("--tls-key", options->key, "PEM file: the certificate's key, without a password");
    certificate->needs(key);
    key->needs(certificate);
    command->add_option("--metrics-token", options->metricsToken,
                        "File whose first line lets whoever brings it read /metrics from elsewhere");
    command->add_option("--log-level", options->logLevel, "What goes to standard error")
        ->check(CLI::IsMember({"debug", "info", "warn", "error", "off"}))
        ->capture_default_str();
    command->callback([options, &run] { run = [options] { return serve(*options); }; });
}

} // namespace kapok::kapokd
