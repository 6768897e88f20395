// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/listener.h"

#include "app/kapokd/http/tls.h"
#include "core/base/log.h"

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include "app/kapokd/http/gate.h"
#pragma GCC diagnostic pop

namespace kapok::kapokd {
namespace {

namespace asio = restinio::asio_ns;

/// RESTinio closes without a word; the intake's limits, which say something, come before its own.
constexpr std::chrono::seconds kLonger{60};

template <class Socket>
struct Traits : restinio::traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t,
                                   restinio::default_request_handler_t,
                                   asio::strand<restinio::default_asio_executor>, IntakeSocket<Socket>> {
    using ip_blocker_t = Gate<Socket>;
};

/// Requests whose answer is not yet written.
class InFlight {
public:
    void begin() { ++m_count; }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        --m_count;
        m_changed.notify_all();
    }
    void waitForNone(std::chrono::seconds atMost)
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait_for(lock, atMost, [this] { return m_count == 0; }))
            log::warn("stopped with {} requests unanswered", m_count.load());
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::atomic<int> m_count = 0;
};

Request toRequest(const restinio::request_handle_t &from, const std::string &refusalHeader)
{
    Request request;
    const auto &head = from->header();
    request.method = head.method().c_str();
    request.path = pathOf(std::string_view(head.path()));
    parseQuery(std::string_view(head.query()), request);
    head.for_each_field([&request](const auto &field) {
        std::string name(field.name());
        for (char &c : name)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const std::string value(withoutBlanks(std::string_view(field.value())));
        auto [at, isNew] = request.headers.emplace(std::move(name), value);
        if (!isNew)
            at->second += ", " + value;
    });
    if (const auto refused = request.headers.find(refusalHeader); refused != request.headers.end()) {
        request.refusedWith = refused->second == "413" ? 413 : 503;
        request.headers.erase(refused);
    }
    request.body = from->body();
    request.remoteAddress = from->remote_endpoint().address().to_string();
    return request;
}

template <class Builder> void addHeaders(Builder &builder, const Response &response, bool closes)
{
    for (const auto &[name, value] : response.headers)
        builder.append_header(name, value);
    builder.append_header_date_field();
    if (closes)
        builder.connection_close();
}

restinio::http_status_line_t statusLine(int status)
{
    static const std::map<int, const char *> kReasons = {{200, "OK"},
                                                         {201, "Created"},
                                                         {204, "No Content"},
                                                         {206, "Partial Content"},
                                                         {304, "Not Modified"},
                                                         {400, "Bad Request"},
                                                         {401, "Unauthorized"},
                                                         {403, "Forbidden"},
                                                         {404, "Not Found"},
                                                         {405, "Method Not Allowed"},
                                                         {409, "Conflict"},
                                                         {412, "Precondition Failed"},
                                                         {413, "Payload Too Large"},
                                                         {415, "Unsupported Media Type"},
                                                         {416, "Range Not Satisfiable"},
                                                         {422, "Unprocessable Entity"},
                                                         {429, "Too Many Requests"},
                                                         {500, "Internal Server Error"},
                                                         {503, "Service Unavailable"}};
    const auto reason = kReasons.find(status);
    return {restinio::http_status_code_t{static_cast<std::uint16_t>(status)},
            reason == kReasons.end() ? "Status" : reason->second};
}

/// \p Socket: TCP or TLS.
template <class Socket> class RestinioListener final : public Listener {
public:
    RestinioListener(const ListenOptions &options, Handler handler, std::shared_ptr<asio::ssl::context> tls)
        : m_options(options),
          m_handler(std::move(handler)),
          m_gate(std::make_shared<Gate<Socket>>(options, std::move(tls))),
          m_server(makeServer())
    {}
    ~RestinioListener() override { stop(); }

    Status open()
    {
        std::promise<Status> opened;
        m_server->open_async(
            [&opened] { opened.set_value(success()); },
            [this, &opened](std::exception_ptr failure) { opened.set_value(openError(failure)); });
        for (int i = 0; i < m_options.threads; ++i)
            m_threads.emplace_back([this] { m_context.run(); });
        return opened.get_future().get();
    }

    std::uint16_t port() const override { return m_port; }
    void stop() override;

private:
    using HttpServer = restinio::http_server_t<Traits<Socket>>;

    std::unique_ptr<HttpServer> makeServer();
    [[nodiscard]] Error openError(const std::exception_ptr &failure) const;
    restinio::request_handling_status_t accept(const restinio::request_handle_t &request);
    void answer(const restinio::request_handle_t &request, const Response &response);
    void respond(const restinio::request_handle_t &request, const Response &response);
    void writeHeadOnly(const restinio::request_handle_t &request, const Response &response);
    restinio::write_status_cb_t whenWritten(std::size_t bytes);

    ListenOptions m_options;
    Handler m_handler;
    std::shared_ptr<Gate<Socket>> m_gate;
    std::atomic<std::uint16_t> m_port = 0;
    std::atomic<bool> m_stopping = false;
    InFlight m_inFlight;
    asio::io_context m_context;
    asio::executor_work_guard<asio::io_context::executor_type> m_work{m_context.get_executor()};
    std::unique_ptr<HttpServer> m_server;
    std::vector<std::thread> m_threads;
};

template <class Socket> auto RestinioListener<Socket>::makeServer() -> std::unique_ptr<HttpServer>
{
    return std::make_unique<HttpServer>(
        restinio::external_io_context(m_context),
        restinio::server_settings_t<Traits<Socket>>{}
            .address(m_options.address)
            .port(m_options.port)
            .ip_blocker(m_gate)
            .separate_accept_and_create_connect(false)
            .read_next_http_message_timelimit(m_options.readTimeout + kLonger)
            .write_http_response_timelimit(m_options.writeTimeout)
            .handle_request_timeout(m_options.writeTimeout)
            .max_pipelined_requests(1) // Intake counts on it
            .buffer_size(16 * 1024)
            .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                          .max_url_size(64 * 1024)
                                          .max_field_name_size(512)
                                          .max_field_value_size(32 * 1024)
                                          .max_field_count(128)) // Intake stops before any of these
            .acceptor_post_bind_hook(
                [this](asio::ip::tcp::acceptor &acceptor) { m_port = acceptor.local_endpoint().port(); })
            .socket_options_setter([](auto &options) { options.set_option(asio::ip::tcp::no_delay{true}); })
            .request_handler([this](const restinio::request_handle_t &request) { return accept(request); }));
}

template <class Socket> Error RestinioListener<Socket>::openError(const std::exception_ptr &failure) const
{
    const std::string place =
        "Cannot listen on " + m_options.address + ", port " + std::to_string(m_options.port) + ": ";
    try {
        std::rethrow_exception(failure);
    } catch (const asio::system_error &error) {
        const bool taken = error.code() == asio::error::address_in_use;
        return {taken ? ErrorCode::Conflict : ErrorCode::InvalidInput,
                place + error.code().message() + ". " +
                    (taken ? "Stop the program that listens there, or choose another port."
                           : "Choose an address of this machine, and a port that this user may take.")};
    } catch (const std::exception &error) {
        return {ErrorCode::Internal, place + error.what()};
    }
}

template <class Socket>
restinio::request_handling_status_t
RestinioListener<Socket>::accept(const restinio::request_handle_t &request)
{
    m_inFlight.begin();
    m_handler(toRequest(request, m_gate->refusal()),
              [this, request, here = std::this_thread::get_id()](const Response &response) {
                  // An answer that is there before this returns would let RESTinio ask for the next request
                  // while it is being written, and the connection's farewell() get in its way.
                  if (std::this_thread::get_id() == here)
                      asio::post(m_context, [this, request, response] { answer(request, response); });
                  else
                      answer(request, response);
              });
    return restinio::request_accepted();
}

template <class Socket>
void RestinioListener<Socket>::answer(const restinio::request_handle_t &request, const Response &response)
{
    try {
        respond(request, response);
    } catch (const std::exception &error) {
        // A file that vanished between looking and opening: the connection closes, the client asks again.
        log::error("answer could not be written: {}", error.what());
        request->create_response(restinio::status_internal_server_error())
            .connection_close()
            .done(whenWritten(0));
    }
}

/// Counts \p bytes of an answer until it is written.
template <class Socket> restinio::write_status_cb_t RestinioListener<Socket>::whenWritten(std::size_t bytes)
{
    m_gate->budget().add(bytes);
    return [this, bytes](const asio::error_code &) {
        m_gate->budget().give(bytes);
        m_inFlight.end();
    };
}

template <class Socket>
void RestinioListener<Socket>::writeHeadOnly(const restinio::request_handle_t &request,
                                             const Response &response)
{
    auto builder = request->create_response<restinio::user_controlled_output_t>(statusLine(response.status));
    addHeaders(builder, response, m_stopping);
    if (response.status != 204 && response.status != 304)
        builder.set_content_length(response.file ? response.file->size : response.body.size());
    builder.done(whenWritten(0));
}

template <class Socket>
void RestinioListener<Socket>::respond(const restinio::request_handle_t &request, const Response &response)
{
    const bool noBody = request->header().method() == restinio::http_method_head() ||
                        response.status == 204 || response.status == 304;
    if (noBody) {
        writeHeadOnly(request, response);
        return;
    }
    auto builder = request->create_response(statusLine(response.status));
    addHeaders(builder, response, m_stopping);
    if (response.file && response.file->size > 0)
        builder.set_body(restinio::sendfile(response.file->path.string())
                             .offset_and_size(response.file->offset, response.file->size)
                             .timelimit(m_options.fileTimeout));
    else if (!response.file)
        builder.set_body(response.body);
    builder.done(whenWritten(response.body.size()));
}

template <class Socket> void RestinioListener<Socket>::stop()
{
    if (m_stopping.exchange(true))
        return;
    std::promise<void> closed;
    m_server->close_async([&closed] { closed.set_value(); },
                          [&closed](const std::exception_ptr &) { closed.set_value(); });
    closed.get_future().wait();
    m_inFlight.waitForNone(m_options.stopTimeout);
    m_work.reset();
    m_context.stop();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
    m_server.reset();
}

} // namespace

Result<std::unique_ptr<Listener>> Listener::start(const ListenOptions &options, Handler handler)
{
    const auto open = [](auto listener) -> Result<std::unique_ptr<Listener>> {
        KAPOK_TRY(listener->open());
        return std::unique_ptr<Listener>(std::move(listener));
    };
    try {
        if (!options.tls)
            return open(std::make_unique<RestinioListener<asio::ip::tcp::socket>>(options, std::move(handler),
                                                                                  nullptr));
        ssl_ctx_st *context = options.tls->newContext();
        if (!context)
            return Error{ErrorCode::Internal, "OpenSSL could not be set up."};
        return open(std::make_unique<RestinioListener<restinio::tls_socket_t>>(
            options, std::move(handler), std::make_shared<asio::ssl::context>(context)));
    } catch (const std::exception &error) {
        return Error{ErrorCode::InvalidInput, std::string("Cannot listen: ") + error.what()};
    }
}

} // namespace kapok::kapokd
