// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/http/message.h"
#include "app/kapokd/metrics.h"

#include <chrono>
#include <string>
#include <string_view>

namespace kapok::kapokd {

/// One request from its arrival to its answer, for the log and for /metrics. Its id is the request's
/// X-Request-Id when that is 1 to 64 of A-Z, a-z, 0-9, dot, hyphen and underscore, and a new one otherwise.
class Visit {
public:
    /// Begins to measure. Sets the header X-Request-Id of \p request to the id. \p metrics outlives this.
    Visit(Request &request, Metrics &metrics);

    /// Gives \p response the id, counts it and writes its line of the log. \p pattern: of the route that
    /// answered, "-" for none.
    void answered(std::string_view pattern, Response &response) const;

    [[nodiscard]] const std::string &id() const { return m_id; }

private:
    Metrics *m_metrics;
    std::string m_id;
    std::string m_method;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

} // namespace kapok::kapokd
