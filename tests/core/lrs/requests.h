// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/insert.h"
#include "tests/core/lrs/statements.h"

#include <span>
#include <string>
#include <vector>

namespace kapok::test {

/// Requests as the store inserts them: each of \p bodies is one, come at \p now.
class Requests {
public:
    Requests(const std::vector<std::string> &bodies, lrs::Micros now)
    {
        for (const std::string &body : bodies)
            m_requests.push_back({body, {}, xapi::Version::V1_0_3, kAuthority, {}});
        prepare(now);
    }
    Requests(const lrs::AddRequest &request, lrs::Micros now)
    {
        m_requests.push_back(request);
        prepare(now);
    }
    Requests(const Requests &) = delete;
    Requests &operator=(const Requests &) = delete;

    [[nodiscard]] std::span<const lrs::Insertion> insertions() const { return m_insertions; }

private:
    void prepare(lrs::Micros now)
    {
        for (const auto &request : m_requests)
            m_prepared.push_back(*lrs::prepare(request, lrs::toTime(now)));
        for (std::size_t i = 0; i < m_requests.size(); ++i)
            m_insertions.push_back({m_requests[i], m_prepared[i]});
    }

    std::vector<lrs::AddRequest> m_requests;
    std::vector<lrs::PreparedRequest> m_prepared;
    std::vector<lrs::Insertion> m_insertions;
};

} // namespace kapok::test
