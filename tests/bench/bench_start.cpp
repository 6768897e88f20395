// SPDX-License-Identifier: Apache-2.0
// Cold start to the first useful frame, and memory, against an empty Qt Quick Controls window.
#include "core/base/files.h"
#include "core/learner/people.h"
#include "core/learner/record.h"
#include "core/library/library.h"
#include "tests/bench/benches.h"
#include "tests/bench/figure.h"
#include "tests/bench/statements.h"
#include "tests/e2e/driver/process.h"
#include "tests/e2e/driver/window_driver.h"
#include "tests/support/temporary_folder.h"

#include <fstream>
#include <thread>
#include <unistd.h>

namespace kapok::bench {
namespace {

using namespace std::chrono_literals;

constexpr int kRounds = 7;
constexpr int kCourses = 12;
constexpr int kStatements = 10'000;
constexpr const char *kPin = "1234";
constexpr const char *kAccount = "bench";

/// One teacher, twelve installed courses, ten thousand statements.
Status prepareTablet(const std::filesystem::path &bin, const std::filesystem::path &tablet)
{
    const auto work = tablet.parent_path();
    const SystemClock clock;
    const auto key = work / "bench.key";
    if (e2e::run({(bin / "kapok-pack").string(), "keygen", "-o", key.string(), "--name", "bench"},
                 work / "log") != 0)
        return Error{ErrorCode::Internal, "kapok-pack keygen failed"};
    KAPOK_TRY_ASSIGN(auto library, library::Library::open(tablet));
    KAPOK_TRY_ASSIGN(const std::string keyText, readFile(work / "bench.pub"));
    KAPOK_TRY_ASSIGN(const auto publicKey, course::parsePublicKey(keyText));
    KAPOK_TRY(library.trust(publicKey));
    for (int i = 0; i < kCourses; ++i) {
        const auto id = "bench-" + std::to_string(i);
        const auto file = work / (id + ".kapok");
        if (e2e::run({(bin / "kapok-pack").string(), "new", (work / id).string(), "--id", id},
                     work / "log") != 0 ||
            e2e::run({(bin / "kapok-pack").string(), "build", (work / id).string(), "-o", file.string(),
                      "--key", key.string()},
                     work / "log") != 0)
            return Error{ErrorCode::Internal, "kapok-pack could not make " + id};
        if (auto installed = library.installFile(file); !installed.ok())
            return installed.error();
    }
    KAPOK_TRY_ASSIGN(auto people, learner::People::open(tablet, clock));
    learner::Person person;
    person.id = {"0190a000-0000-7000-8000-000000000001"};
    person.account = kAccount;
    person.homePage = "https://node.example";
    person.name = "Hoàng Thị Mai";
    person.nameLanguage = "vi";
    KAPOK_TRY(people.add(person));
    KAPOK_TRY(people.setPin(person.id, kPin));
    KAPOK_TRY_ASSIGN(
        auto record,
        learner::Record::open(tablet, {person.id, {person.homePage, kAccount}, people.deviceId()}, clock));
    return fillOutbox(record, kStatements);
}

/// Proportional set size of a process, MB.
double pssOf(pid_t pid)
{
    std::ifstream rollup("/proc/" + std::to_string(pid) + "/smaps_rollup");
    std::string word;
    double kilobytes = 0;
    while (rollup >> word)
        if (word == "Pss:") {
            rollup >> kilobytes;
            break;
        }
    return kilobytes / 1024;
}

struct Started {
    double milliseconds = 0;
    double megabytes = 0;
};

/// Starts \p command, waits until \p shown is on screen; with \p home signs in. Memory is measured when
/// pictures that load by themselves have come.
Result<Started> start(std::vector<std::string> command, const std::filesystem::path &work,
                      const std::string &shown, bool home)
{
    const auto socket = work / "s";
    std::filesystem::remove(socket);
    command.insert(command.end(), {"--inspect", socket.string()});
    Started started;
    const auto begin = std::chrono::steady_clock::now();
    KAPOK_TRY_ASSIGN(auto process, e2e::Process::start(command, work / "log"));
    KAPOK_TRY_ASSIGN(auto window, e2e::WindowDriver::connect(socket));
    KAPOK_TRY(window.waitFor(shown));
    started.milliseconds = Seconds(std::chrono::steady_clock::now() - begin).count() * 1000;
    if (home) {
        KAPOK_TRY(window.click(std::string("person-") + kAccount));
        for (const char digit : std::string(kPin))
            KAPOK_TRY(window.click(std::string("pin-") + digit));
        KAPOK_TRY(window.waitFor("home"));
    }
    KAPOK_TRY(window.grab(work / "frame.png"));
    std::this_thread::sleep_for(1s);
    started.megabytes = pssOf(process.pid());
    return started;
}

} // namespace

void benchStart(const std::filesystem::path &bin)
{
    const test::TemporaryFolder folder;
    const auto tablet = folder.path() / "tablet";
    if (const auto ready = prepareTablet(bin, tablet); !ready.ok()) {
        std::fprintf(stderr, "bench: %s\n", ready.error().detail.c_str());
        return;
    }
    std::vector<double> time;
    std::vector<double> emptyTime;
    std::vector<double> memory;
    std::vector<double> emptyMemory;
    for (int round = 0; round < kRounds; ++round) {
        const auto ours = start({(bin / "kapok").string(), "--data", tablet.string()}, folder.path(),
                                std::string("person-") + kAccount, true);
        const auto empty = start({(bin / "kapok-bench-window").string()}, folder.path(), "button", false);
        if (!ours.ok() || !empty.ok()) {
            std::fprintf(stderr, "bench: %s\n", (ours.ok() ? empty : ours).error().detail.c_str());
            return;
        }
        time.push_back(ours->milliseconds);
        emptyTime.push_back(empty->milliseconds);
        memory.push_back(ours->megabytes);
        emptyMemory.push_back(empty->megabytes);
    }
    print("start to the first useful frame, 12 courses, 10,000 statements", "ms", time,
          "an empty Qt Quick Controls window", emptyTime, "<= 1.5");
    print("memory (PSS) on the home screen", "MB", memory, "an empty Qt Quick Controls window", emptyMemory,
          "<= 1.5");
}

} // namespace kapok::bench
