// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/metrics.h"

#include "core/base/hash.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace kapok::kapokd {
namespace {

constexpr std::array<std::string_view, 5> kMethods = {"GET", "HEAD", "PUT", "POST", "DELETE"};

std::string_view nameOf(const std::string &watched)
{
    return std::string_view(watched).substr(0, watched.find('{'));
}

template <class... Parts> void line(std::string &text, fmt::format_string<Parts...> format, Parts &&...parts)
{
    fmt::format_to(std::back_inserter(text), format, std::forward<Parts>(parts)...);
    text += '\n';
}

void head(std::string &text, std::string_view name, std::string_view type, std::string_view help)
{
    line(text, "# HELP {} {}", name, help);
    line(text, "# TYPE {} {}", name, type);
}

} // namespace

void Metrics::answered(std::string_view method, std::string_view pattern, int status, Seconds took)
{
    const bool isKnown = std::find(kMethods.begin(), kMethods.end(), method) != kMethods.end();
    const Route route(isKnown ? method : "other", pattern);
    const auto bound = std::lower_bound(kBounds.begin(), kBounds.end(), took.count());
    const std::lock_guard lock(m_mutex);
    ++m_answers[{route, status}];
    Durations &durations = m_durations[route];
    ++durations.counts[static_cast<std::size_t>(bound - kBounds.begin())];
    durations.sum += took.count();
}

void Metrics::watch(Watched what)
{
    const std::lock_guard lock(m_mutex);
    m_watched.push_back(std::move(what));
}

void Metrics::unwatch()
{
    const std::lock_guard lock(m_mutex);
    m_watched.clear();
}

void Metrics::allow(const std::string &token)
{
    const std::lock_guard lock(m_mutex);
    m_tokenDigest = token.empty() ? std::string() : sha256(token);
}

bool Metrics::allows(const std::string &token) const
{
    const std::lock_guard lock(m_mutex);
    // Digests are compared, so that the time taken tells nothing of the token.
    return !m_tokenDigest.empty() && sha256(token) == m_tokenDigest;
}

std::string Metrics::text() const
{
    const std::lock_guard lock(m_mutex);
    std::string text;
    head(text, "kapok_http_requests_total", "counter", "Answers by method, route and status.");
    for (const auto &[key, count] : m_answers)
        line(text, R"(kapok_http_requests_total{{method="{}",route="{}",status="{}"}} {})", key.first.first,
             key.first.second, key.second, count);
    head(text, "kapok_http_request_seconds", "histogram", "From the whole request to the answer.");
    for (const auto &[route, durations] : m_durations) {
        const std::string labels = fmt::format(R"(method="{}",route="{}")", route.first, route.second);
        std::uint64_t count = 0;
        for (std::size_t i = 0; i < kBounds.size(); ++i) {
            count += durations.counts[i];
            line(text, R"(kapok_http_request_seconds_bucket{{{},le="{}"}} {})", labels, kBounds[i], count);
        }
        count += durations.counts.back();
        line(text, R"(kapok_http_request_seconds_bucket{{{},le="+Inf"}} {})", labels, count);
        line(text, "kapok_http_request_seconds_sum{{{}}} {}", labels, durations.sum);
        line(text, "kapok_http_request_seconds_count{{{}}} {}", labels, count);
    }
    std::string_view last;
    for (const Watched &watched : m_watched) {
        if (nameOf(watched.name) != last)
            head(text, nameOf(watched.name), watched.type, watched.help);
        last = nameOf(watched.name);
        line(text, "{} {}", watched.name, watched.read());
    }
    return text;
}

} // namespace kapok::kapokd
