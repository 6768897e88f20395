// SPDX-License-Identifier: Apache-2.0
#include "core/sync/curl_transport.h"

#include "core/sync/gzip.h"
#include "core/sync/tuning.h"
#include "core/xapi/packing.h"

#include <algorithm>
#include <chrono>
#include <curl/curl.h>
#include <optional>
#include <vector>

namespace kapok::sync {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

/// How often a transfer that nothing happens to looks at its clocks.
constexpr int kPollMilliseconds = 200;

struct CurlGlobal {
    CurlGlobal() { curl_global_init(CURL_GLOBAL_DEFAULT); }
    ~CurlGlobal() { curl_global_cleanup(); }
};

void startCurl()
{
    static const CurlGlobal global;
}

class HeaderLines {
public:
    ~HeaderLines() { curl_slist_free_all(m_list); }
    HeaderLines() = default;
    HeaderLines(const HeaderLines &) = delete;
    HeaderLines &operator=(const HeaderLines &) = delete;
    void add(const std::string &line)
    {
        if (auto *longer = curl_slist_append(m_list, line.c_str()))
            m_list = longer;
    }
    [[nodiscard]] curl_slist *get() const { return m_list; }

private:
    curl_slist *m_list = nullptr;
};

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// One request on its way: what curl's callbacks fill.
struct Transfer {
    Response response;
    BodySink *sink = nullptr;
    bool sinkAsked = false;
    bool sinkTakes = false;
    bool connected = false;
    std::uint64_t limit = 0;
    Status failure;
    SteadyTime lastByte = std::chrono::steady_clock::now();
    curl_off_t sentBytes = 0;
    CURL *easy = nullptr;
    std::optional<CURLcode> outcome; ///< set when it is over

    void readStatus()
    {
        long status = 0;
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
        response.status = static_cast<int>(status);
    }

    Status askSink()
    {
        if (!sink || sinkAsked)
            return success();
        sinkAsked = true;
        readStatus();
        KAPOK_TRY_ASSIGN(sinkTakes, sink->begin(response));
        return success();
    }

    Status take(std::string_view piece)
    {
        lastByte = std::chrono::steady_clock::now();
        KAPOK_TRY(askSink());
        if (sinkTakes)
            return sink->write(piece);
        if (response.body.size() + piece.size() > limit)
            return Error{ErrorCode::Corrupt,
                         "The server's answer is larger than " + std::to_string(limit) + " bytes."};
        response.body.append(piece);
        return success();
    }

    void takeHeader(std::string_view line)
    {
        lastByte = std::chrono::steady_clock::now();
        if (line.starts_with("HTTP/")) { // a new answer, e.g. after 100 Continue
            response.headers.clear();
            return;
        }
        const auto colon = line.find(':');
        if (colon != std::string_view::npos)
            response.headers.emplace_back(lowered(line.substr(0, colon)),
                                          std::string(trimmed(line.substr(colon + 1))));
    }
};

std::size_t onBody(char *data, std::size_t one, std::size_t count, void *user)
{
    auto &transfer = *static_cast<Transfer *>(user);
    transfer.failure = transfer.take({data, one * count});
    return transfer.failure.ok() ? one * count : 0;
}

std::size_t onHeader(char *data, std::size_t one, std::size_t count, void *user)
{
    static_cast<Transfer *>(user)->takeHeader({data, one * count});
    return one * count;
}

int onProgress(void *user, curl_off_t, curl_off_t, curl_off_t, curl_off_t sent)
{
    auto &transfer = *static_cast<Transfer *>(user);
    if (sent != transfer.sentBytes)
        transfer.lastByte = std::chrono::steady_clock::now();
    transfer.sentBytes = sent;
    return 0;
}

const char *methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Put:
        return "PUT";
    case Method::Post:
        return "POST";
    case Method::Delete:
        return "DELETE";
    }
    return "GET";
}

/// Whether one of the request's limits is over. Curl itself watches the time to connect.
bool ranOut(Transfer &transfer, const Timeouts &timeouts, SteadyTime begin)
{
    const auto now = std::chrono::steady_clock::now();
    if (timeouts.whole.count() > 0 && now - begin > timeouts.whole)
        return true;
    if (!transfer.connected) {
        curl_off_t micros = 0;
        curl_easy_getinfo(transfer.easy, CURLINFO_PRETRANSFER_TIME_T, &micros);
        transfer.connected = micros > 0;
        transfer.lastByte = now;
    }
    return timeouts.silence.count() > 0 && now - transfer.lastByte > timeouts.silence;
}

Error errorOf(CURLcode code)
{
    if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE)
        return {ErrorCode::NotTrusted,
                std::string("The server could not prove who it is: ") + curl_easy_strerror(code) + "."};
    return {ErrorCode::Network, std::string("No answer from the server: ") + curl_easy_strerror(code) + "."};
}

} // namespace

/// What all transfers of one thread share: the connections, and easy handles that are used again.
struct CurlTransport::Handles {
    const CurlOptions options;
    CURLM *const multi = curl_multi_init();
    std::vector<CURL *> idle;

    explicit Handles(CurlOptions given) : options(std::move(given)) {}
    ~Handles()
    {
        for (CURL *easy : idle)
            curl_easy_cleanup(easy);
        curl_multi_cleanup(multi);
    }
    Handles(const Handles &) = delete;
    Handles &operator=(const Handles &) = delete;

    CURL *take()
    {
        if (idle.empty())
            return curl_easy_init();
        CURL *easy = idle.back();
        idle.pop_back();
        return easy;
    }
    /// Does for all transfers what can be done without waiting; false when nothing works any more.
    [[nodiscard]] bool pump() const
    {
        int running = 0;
        if (curl_multi_perform(multi, &running) != CURLM_OK)
            return false;
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
            char *transfer = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
            if (message->msg == CURLMSG_DONE && transfer)
                reinterpret_cast<Transfer *>(transfer)->outcome = message->data.result;
        }
        return true;
    }
};

/// One transfer from its first byte to its end.
class CurlTransport::Running final : public Pending {
public:
    Running(Handles &handles, const Request &request, const CancelToken &cancel, BodySink *sink);
    ~Running() override
    {
        curl_multi_remove_handle(m_handles.multi, m_transfer.easy);
        m_handles.idle.push_back(m_transfer.easy);
    }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

    [[nodiscard]] Result<Response> wait() override;

private:
    void prepare(const Request &request);
    void prepareBody(const Request &request);
    [[nodiscard]] Status finish();

    Handles &m_handles;
    const CancelToken m_cancel;
    const Timeouts m_timeouts;
    const SteadyTime m_begin = std::chrono::steady_clock::now();
    Transfer m_transfer;
    HeaderLines m_lines;
    std::string m_body; ///< packed or not; curl reads it
};

CurlTransport::Running::Running(Handles &handles, const Request &request, const CancelToken &cancel,
                                BodySink *sink)
    : m_handles(handles), m_cancel(cancel), m_timeouts(request.timeouts)
{
    m_transfer.easy = handles.take();
    m_transfer.sink = sink;
    m_transfer.limit = request.maxResponseBytes ? request.maxResponseBytes : tuning::kMaxResponseBytes;
    prepare(request);
    m_lines.add("Expect:"); // no waiting for 100 Continue
    for (const auto &[name, value] : request.headers)
        m_lines.add(name + ": " + value);
    prepareBody(request);
    curl_easy_setopt(m_transfer.easy, CURLOPT_HTTPHEADER, m_lines.get());
    curl_multi_add_handle(handles.multi, m_transfer.easy);
    (void)handles.pump(); // what goes wrong here, wait() tells
}

void CurlTransport::Running::prepare(const Request &request)
{
    CURL *const easy = m_transfer.easy;
    const CurlOptions &options = m_handles.options;
    curl_easy_reset(easy); // keeps connections and the TLS session
    curl_easy_setopt(easy, CURLOPT_PRIVATE, &m_transfer);
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // a name look-up that hangs does not hold up a cancel
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, options.userAgent.c_str());
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.timeouts.connect.count()));
    if (!options.caFile.empty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, options.caFile.c_str());
    if (!m_transfer.sink) // a part of a file is counted in its own bytes
        curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    if (request.credential) {
        curl_easy_setopt(easy, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(easy, CURLOPT_USERNAME, request.credential->key.c_str());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, request.credential->secret.c_str());
    }
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &m_transfer);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &m_transfer);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, onProgress);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, &m_transfer);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
}

void CurlTransport::Running::prepareBody(const Request &request)
{
    if (request.method != Method::Get)
        curl_easy_setopt(m_transfer.easy, CURLOPT_CUSTOMREQUEST, methodName(request.method));
    if (request.method != Method::Post && request.method != Method::Put)
        return;
    if (request.packing == Packing::Dcz && request.dictionary)
        m_body = request.dictionary->pack(request.body);
    else if (request.packing == Packing::Gzip && request.body.size() >= tuning::kGzipFrom)
        m_body = gzip(request.body);
    if (m_body.empty())
        m_body = request.body;
    else
        m_lines.add(request.packing == Packing::Dcz ? "Content-Encoding: dcz" : "Content-Encoding: gzip");
    curl_easy_setopt(m_transfer.easy, CURLOPT_POSTFIELDS, m_body.c_str());
    curl_easy_setopt(m_transfer.easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_body.size()));
}

Status CurlTransport::Running::finish()
{
    const auto wake = m_cancel.onCancel([multi = m_handles.multi] { curl_multi_wakeup(multi); });
    for (;;) {
        if (m_cancel.isCancelled())
            return Error{ErrorCode::Cancelled, "The transfer was stopped."};
        if (!m_handles.pump())
            return Error{ErrorCode::Network, "The transfer broke off."};
        if (m_transfer.outcome)
            return success();
        if (ranOut(m_transfer, m_timeouts, m_begin)) {
            m_transfer.outcome = CURLE_OPERATION_TIMEDOUT;
            return success();
        }
        curl_multi_poll(m_handles.multi, nullptr, 0, kPollMilliseconds, nullptr);
    }
}

Result<Response> CurlTransport::Running::wait()
{
    const Status finished = finish();
    KAPOK_TRY(m_transfer.failure);
    KAPOK_TRY(finished);
    if (*m_transfer.outcome != CURLE_OK)
        return errorOf(*m_transfer.outcome);
    m_transfer.readStatus();
    KAPOK_TRY(m_transfer.askSink()); // an answer without a body
    return std::move(m_transfer.response);
}

CurlTransport::CurlTransport(CurlOptions options)
{
    startCurl();
    m_handles = std::make_unique<Handles>(std::move(options));
}

CurlTransport::~CurlTransport() = default;

Result<Response> CurlTransport::send(const Request &request, const CancelToken &cancel, BodySink *sink)
{
    if (cancel.isCancelled())
        return Error{ErrorCode::Cancelled, "The transfer was stopped."};
    return Running(*m_handles, request, cancel, sink).wait();
}

std::unique_ptr<Pending> CurlTransport::begin(const Request &request, const CancelToken &cancel)
{
    return std::make_unique<Running>(*m_handles, request, cancel, nullptr);
}

} // namespace kapok::sync
