// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kapok::kapokd {

/// Counts of a running server, told in Prometheus' text format. Holds no names, no addresses and no secrets:
/// routes are told by their pattern. Thread-safety: everything from any thread.
class Metrics {
public:
    using Seconds = std::chrono::duration<double>;

    /// Upper bounds of the histogram of durations, in seconds.
    static constexpr std::array kBounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                           0.1,   0.25,   0.5,   1.0,  2.5,   10.0};

    /// A number that is read when it is asked for.
    struct Watched {
        std::string name; ///< with its labels, such as `kapok_requests_waiting{lane="quick"}`
        const char *type; ///< "gauge" or "counter"
        const char *help;
        std::function<double()> read;
    };

    /// Counts one answer to a request of the route \p pattern ("-": none fits). Methods that no route takes
    /// count as "other".
    void answered(std::string_view method, std::string_view pattern, int status, Seconds took);

    /// Adds a number to text(); it must stay readable as long as text() is called. Numbers that differ in
    /// their labels only are added one after the other.
    void watch(Watched what);
    /// Forgets what is watched, before it goes.
    void unwatch();

    /// Prometheus' text format, version 0.0.4.
    [[nodiscard]] std::string text() const;

    /// Whoever brings \p token as a Bearer token may read text() from anywhere; "": only this machine may.
    void allow(const std::string &token);
    [[nodiscard]] bool allows(const std::string &token) const;

private:
    using Route = std::pair<std::string, std::string>; ///< method, pattern

    struct Durations {
        std::array<std::uint64_t, kBounds.size() + 1> counts{}; ///< the last: longer than every bound
        double sum = 0;
    };

    mutable std::mutex m_mutex;
    std::map<std::pair<Route, int>, std::uint64_t> m_answers;
    std::map<Route, Durations> m_durations;
    std::vector<Watched> m_watched;
    std::string m_tokenDigest; ///< "": none
};

} // namespace kapok::kapokd
