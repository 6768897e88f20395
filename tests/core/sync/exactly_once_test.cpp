// SPDX-License-Identifier: Apache-2.0
#include "core/sync/tuning.h"
#include "tests/core/sync/device.h"

#include <cstdlib>
#include <map>
#include <random>
#include <set>

namespace kapok::sync {
namespace {

using testing::account;
using testing::Device;
using testing::Fault;
using testing::LoopbackServer;
using testing::ManualClock;
using namespace std::chrono_literals;

/// Two people on a shared tablet, one of them also on a phone, and a network and a server that misbehave as
/// the seed says.
class Simulation {
public:
    Simulation(std::uint64_t seed, const course::Course &course)
        : m_random(seed),
          m_course(course),
          m_server(m_clock),
          m_tablet(m_server, m_clock, {account("mai", "k1"), account("lan", "k2")}, "tablet", seed),
          m_phone(m_server, m_clock, {account("mai", "k3")}, "phone", seed + 1)
    {
        m_server.conflictOnRepeat = chance(30);
        m_server.pageSize = 1 + static_cast<int>(m_random() % 20);
        m_server.maxBody = chance(30) ? 3'000 : 10'000'000;
        m_server.fault = [this](const Request &) { return nextFault(); };
    }

    void run()
    {
        const int steps = 10 + static_cast<int>(m_random() % 20);
        for (int i = 0; i < steps; ++i)
            step();
        m_server.fault = nullptr;
        for (int i = 0; i < 3; ++i) { // calm weather: everything arrives, and everybody hears of it
            m_clock.advance(tuning::kPullEvery + 1min);
            m_tablet.run();
            m_phone.run();
        }
    }

    void expectUnionExactlyOnce()
    {
        std::map<std::string, int> times;
        for (const auto &stored : m_server.statements)
            ++times[stored.value.at("id").get<std::string>()];
        for (const auto &[id, count] : times)
            EXPECT_EQ(count, 1) << id;
        std::set<std::string> there;
        for (const auto &[id, count] : times)
            there.insert(id);
        EXPECT_EQ(there, m_recorded);
        EXPECT_EQ(m_tablet.waiting(0) + m_tablet.waiting(1) + m_phone.waiting(0), 0);
        EXPECT_EQ(*m_tablet.record(0).progress(m_course.activityId()),
                  *m_phone.record(0).progress(m_course.activityId()));
    }

private:
    bool chance(unsigned percent) { return m_random() % 100 < percent; }

    Fault nextFault()
    {
        if (!chance(40))
            return {};
        switch (m_random() % 6) {
        case 0:
            return {Fault::Kind::DropBefore, 0, {}};
        case 1:
            return {Fault::Kind::DropAfter, 0, {}};
        case 2:
            return {Fault::Kind::Twice, 0, {}};
        case 3:
            return {Fault::Kind::Status, 503, "7"};
        case 4:
            return {Fault::Kind::Status, 500, {}};
        default:
            return {Fault::Kind::Portal, 0, {}};
        }
    }

    void study(Device &device, std::size_t person)
    {
        device.study(m_course, person);
        auto record = device.record(person);
        const auto queued = record.outbox().oldest(10'000);
        for (const auto &statement : *queued)
            m_recorded.insert(statement.id.value);
    }

    void step()
    {
        switch (m_random() % 6) {
        case 0:
            study(m_tablet, 0);
            break;
        case 1:
            study(m_tablet, 1);
            break;
        case 2:
            study(m_phone, 0);
            break;
        case 3:
            (chance(50) ? m_tablet : m_phone).restart();
            break;
        default:
            m_clock.advance(std::chrono::seconds(m_random() % 600));
            (chance(50) ? m_tablet : m_phone).exchange->runDue();
        }
    }

    std::mt19937_64 m_random;
    const course::Course &m_course;
    ManualClock m_clock;
    LoopbackServer m_server;
    Device m_tablet;
    Device m_phone;
    std::set<std::string> m_recorded;
};

/// Enough for every run of the tests; KAPOK_SEEDS asks for more.
std::uint64_t seedCount()
{
    const char *asked = std::getenv("KAPOK_SEEDS");
    return asked ? std::strtoull(asked, nullptr, 10) : 10;
}

TEST(ExactlyOnce, TheServersSetIsTheUnionOfWhatWasRecordedAndNoneTwice)
{
    const testing::TemporaryFolder sources;
    const auto course = testing::makeSmallCourse(sources.path()).course;
    for (std::uint64_t seed = 1; seed <= seedCount(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Simulation simulation(seed, course);
        simulation.run();
        simulation.expectUnionExactlyOnce();
        if (::testing::Test::HasFailure())
            break;
    }
}

} // namespace
} // namespace kapok::sync
