// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/answers.h"
#include "app/kapokd/router.h"

#include <atomic>
#include <fstream>
#include <memory>
#include <optional>
#include <unistd.h>

namespace kapok::kapokd {
namespace {

/// Whether the request began on this machine: a proxy here names whom it asks for.
bool isFromHere(const Request &request)
{
    const std::string &address = request.remoteAddress;
    const bool isLocal =
        address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
    return isLocal && request.header("x-forwarded-for").empty() && request.header("forwarded").empty() &&
           request.header("x-real-ip").empty();
}

std::string bearerOf(const Request &request)
{
    constexpr std::string_view kBearer = "Bearer ";
    const std::string &header = request.header("authorization");
    return header.starts_with(kBearer) ? header.substr(kBearer.size()) : std::string();
}

double bytesOf(const std::filesystem::path &file)
{
    std::error_code code;
    const auto size = std::filesystem::file_size(file, code);
    return code ? 0 : static_cast<double>(size);
}

/// Of the program in memory, or 0 where the system does not say.
double residentBytes()
{
    std::ifstream file("/proc/self/statm");
    double whole = 0;
    double resident = 0;
    file >> whole >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double openFiles()
{
    std::error_code code;
    const std::filesystem::directory_iterator files("/proc/self/fd", code);
    return code ? 0 : static_cast<double>(std::distance(begin(files), end(files)));
}

/// Nothing while the database is away.
std::optional<double> postgresBytes(Service &service)
{
    const auto database = service.pool.take();
    if (!database.ok())
        return {};
    const auto size =
        (*database)->query("SELECT pg_database_size(current_database())").one([](const store::Query &row) {
            return row.integer(0);
        });
    return size.ok() ? std::optional(static_cast<double>(size->value_or(0))) : std::nullopt;
}

/// As PostgreSQL said when it was last asked: whoever reads metrics waits for no database.
void watchPostgres(Service &service, Lane &quick)
{
    const auto bytes = std::make_shared<std::atomic<double>>(postgresBytes(service).value_or(0));
    service.metrics.watch(
        {R"(kapok_database_bytes{part="database"})", "gauge", "Size of the database.", [&, bytes] {
             // For the next one who asks; when the line is full, the old size is told again.
             static_cast<void>(
                 quick.post([&service, bytes] { *bytes = postgresBytes(service).value_or(*bytes); }));
             return bytes->load();
         }});
}

void watchDatabase(Service &service, Lane &quick)
{
    const auto path = service.pool.path();
    if (path.empty()) {
        watchPostgres(service, quick);
        return;
    }
    service.metrics.watch({R"(kapok_database_bytes{part="database"})", "gauge",
                           "Size of the database's files.", [path] { return bytesOf(path); }});
    service.metrics.watch({R"(kapok_database_bytes{part="log"})", "gauge", "", [path] {
                               auto log = path;
                               log += "-wal";
                               return bytesOf(log);
                           }});
}

void watchWriter(Service &service)
{
    Metrics &metrics = service.metrics;
    const auto count = [&service](auto member) {
        return [&service, member] { return static_cast<double>(service.writer.counts().*member); };
    };
    using Counts = lrs::CommitQueue::Counts;
    metrics.watch({"kapok_statements_stored_total", "counter", "Statements stored since the start.",
                   count(&Counts::statements)});
    metrics.watch(
        {"kapok_commits_total", "counter", "Transactions, of many requests each.", count(&Counts::commits)});
    metrics.watch({"kapok_commit_failures_total", "counter", "Transactions of which nothing was kept.",
                   count(&Counts::failures)});
    metrics.watch({"kapok_commit_queue_length", "gauge", "Requests that wait for the writer.",
                   count(&Counts::waiting)});
}

} // namespace

void watchService(Service &service, Lane &quick, const Lane &slow)
{
    Metrics &metrics = service.metrics;
    constexpr const char *kWaiting = "Requests in line that no thread has begun.";
    metrics.watch({R"(kapok_requests_waiting{lane="quick"})", "gauge", kWaiting,
                   [&quick] { return static_cast<double>(quick.waiting()); }});
    metrics.watch({R"(kapok_requests_waiting{lane="slow"})", "gauge", kWaiting,
                   [&slow] { return static_cast<double>(slow.waiting()); }});
    watchWriter(service);
    watchDatabase(service, quick);
    const auto begin = std::chrono::duration<double>(service.clock.now().time_since_epoch()).count();
    metrics.watch({"process_start_time_seconds", "gauge", "When the server started, since 1970 UTC.",
                   [begin] { return begin; }});
    metrics.watch({"process_resident_memory_bytes", "gauge", "Memory in use.", residentBytes});
    metrics.watch({"process_open_fds", "gauge", "Open files and connections.", openFiles});
    metrics.watch({"kapok_build_info{version=\"" KAPOK_VERSION "\"}", "gauge", "Which version runs.",
                   [] { return 1.0; }});
}

Response getMetrics(const Call &call)
{
    const bool mayRead = isFromHere(call.request) || call.service.metrics.allows(bearerOf(call.request));
    if (!mayRead)
        return errorResponse({ErrorCode::Forbidden,
                              "Metrics are told to this machine, or to whoever has the token for them."});
    Response response;
    response.header("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    response.header("Cache-Control", "no-store");
    response.body = call.service.metrics.text();
    return response;
}

} // namespace kapok::kapokd
