// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sync/exchange.h"
#include "tests/core/sync/device.h"

#include <algorithm>
#include <functional>
#include <gmock/gmock.h>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace kapok::sync {

/// An exchange with a server of the same process, which can be made to fail.
class ExchangeTest : public ::testing::Test {
protected:
    ExchangeTest() : m_server(m_clock), m_course(testing::makeSmallCourse(m_sources.path()).course) {}

    /// Faults for requests that send statements; the rest passes.
    void faultOnPost(std::function<testing::Fault()> next)
    {
        m_server.fault = [next = std::move(next)](const Request &request) {
            return request.method == Method::Post ? next() : testing::Fault{};
        };
    }

    static testing::Fault failing(int status, const std::string &retryAfter = {})
    {
        return {testing::Fault::Kind::Status, status, retryAfter};
    }

    static bool has(const ExchangeStatus &status, SyncProblem::Kind kind)
    {
        return std::any_of(status.problems.begin(), status.problems.end(),
                           [&](const SyncProblem &problem) { return problem.kind == kind; });
    }

    /// She asks to send now, and nothing is left to send or to tell.
    static void expectAllSentWhenAsked(testing::Device &device)
    {
        device.exchange->hurry();
        device.run();
        EXPECT_EQ(device.waiting(), 0);
        EXPECT_TRUE(device.status.problems.empty());
    }

    /// How the requests of statements were packed.
    [[nodiscard]] std::set<Packing> packings() const
    {
        std::set<Packing> out;
        for (const Request &request : m_server.requests)
            if (request.method == Method::Post)
                out.insert(request.packing);
        return out;
    }

    testing::ManualClock m_clock;
    testing::LoopbackServer m_server;
    testing::TemporaryFolder m_sources;
    course::Course m_course;
    std::vector<SyncAccount> m_mai{testing::account("mai", "key-mai")};
};

} // namespace kapok::sync
