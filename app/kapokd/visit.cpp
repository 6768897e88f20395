// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/visit.h"

#include "core/base/ids.h"
#include "core/base/log.h"

#include <algorithm>

namespace kapok::kapokd {
namespace {

constexpr std::size_t kLongestId = 64;

/// Nothing that could end a line of the log or pretend to be another field of it.
bool isFit(std::string_view id)
{
    return !id.empty() && id.size() <= kLongestId && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-' || c == '_';
    });
}

std::string newId()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return uuidV7(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

} // namespace

Visit::Visit(Request &request, Metrics &metrics) : m_metrics(&metrics), m_method(request.method)
{
    const std::string &given = request.header("x-request-id");
    m_id = isFit(given) ? given : newId();
    request.headers["x-request-id"] = m_id;
}

void Visit::answered(std::string_view pattern, Response &response) const
{
    const Metrics::Seconds took = std::chrono::steady_clock::now() - m_begin;
    response.header("X-Request-Id", m_id);
    m_metrics->answered(m_method, pattern, response.status, took);
    log::info("request id={} method={} route={} status={} ms={:.1f} bytes={}", m_id, m_method, pattern,
              response.status, took.count() * 1000,
              response.file ? response.file->size : response.body.size());
}

} // namespace kapok::kapokd
