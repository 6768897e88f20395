// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace kapok::bench {

using Seconds = std::chrono::duration<double>;

/// Seconds that \p work takes.
template <class Work> double timed(const Work &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return Seconds(std::chrono::steady_clock::now() - start).count();
}

/// Seconds of processor time that \p work takes, of all threads of this process: what a busy machine does not
/// change.
template <class Work> double processorTime(const Work &work)
{
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// The value below which \p share of \p values lie (0.5 the median, 0.99 the 99th percentile).
inline double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

/// Prints one figure as a JSON line: ours and the peer's over all rounds, the ratio of their medians, and
/// what else \p more says.
inline void print(const std::string &figure, const std::string &unit, const std::vector<double> &ours,
                  const std::string &peer, const std::vector<double> &theirs, const std::string &goal,
                  const nlohmann::json &more = nlohmann::json::object())
{
    const auto spread = [](const std::vector<double> &values) {
        return nlohmann::json{{"min", percentile(values, 0)},
                              {"median", percentile(values, 0.5)},
                              {"max", percentile(values, 1)},
                              {"rounds", values.size()}};
    };
    nlohmann::json line = {{"figure", figure},
                           {"unit", unit},
                           {"ours", spread(ours)},
                           {"peer", peer},
                           {"theirs", spread(theirs)},
                           {"ratio", percentile(ours, 0.5) / percentile(theirs, 0.5)},
                           {"goal", goal}};
    line.update(more);
    std::printf("%s\n", line.dump().c_str());
    std::fflush(stdout);
}

} // namespace kapok::bench
