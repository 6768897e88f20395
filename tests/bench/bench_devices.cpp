// SPDX-License-Identifier: Apache-2.0
// A province on a Monday morning: many devices, each with a person's statements to send, through what a
// SyncEngine's thread runs and libcurl, against one kapokd. Everybody has a credential of her own, as if she
// had signed in once before.
#include "core/learner/record.h"
#include "core/lrs/sql_statement_store.h"
#include "core/roster/secrets.h"
#include "core/sync/curl_transport.h"
#include "core/sync/exchange.h"
#include "core/tally/tally.h"
#include "tests/bench/benches.h"
#include "tests/bench/figure.h"
#include "tests/bench/node.h"
#include "tests/bench/statements.h"
#include "tests/support/temporary_folder.h"

#include <atomic>
#include <fstream>
#include <mutex>
#include <thread>

namespace kapok::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int kStatements = 20;
constexpr int kPerSchool = 50;

/// A learner and her tablet.
struct Person {
    learner::Record::Learner learner;
    sync::Credential credential;
};

/// Stops at once: a figure without the people is none.
void must(const Status &status)
{
    if (status.ok())
        return;
    std::fprintf(stderr, "%s\n", status.error().detail.c_str());
    std::exit(1);
}

Person addPerson(store::Database &database, int number, const std::string &homePage, const std::string &key)
{
    const std::string account = "learner-" + std::to_string(number);
    Person person{{{uuidV5(kUuidNamespace, account)},
                   {homePage, account},
                   {uuidV5(kUuidNamespace, "device of " + account)}},
                  {roster::newKey(), roster::newSecret()}};
    const int school = 2 + number / kPerSchool;
    if (number % kPerSchool == 0)
        must(database.run("INSERT INTO unit (id, uuid, kind, parent, names, codes)"
                          " VALUES (?1, 'school-' || ?1, 'school', 1, '{}', '{}')",
                          {school}));
    must(database.run("INSERT INTO person (id, uuid, account, name, name_language, sort_key, form_of_address,"
                      " unit, password) VALUES (?, ?, ?, 'Name', 'vi', 'name', '', ?, '')",
                      {number + 1, person.learner.id.value, account, school}));
    must(database.run("INSERT INTO person_role (person, role, unit) VALUES (?, 'learner', ?)",
                      {number + 1, school}));
    must(database.run(
        "INSERT INTO credential (key, digest, person, device, device_name, platform, created, last_used)"
        " VALUES (?, ?, ?, ?, 'tablet', 'bench', 0, 0)",
        {person.credential.key, store::Blob{roster::digestOf(person.credential.secret, key)}, number + 1,
         person.learner.device.value}));
    return person;
}

/// People in schools below the first unit of \p file, a server's database. By SQL: their passwords, which
/// nobody uses here, would take a tenth of a second each.
std::vector<Person> enrol(const std::filesystem::path &file, int count)
{
    auto database = store::Database::open(file, lrs::migrations());
    must(database.ok() ? success() : Status(database.error()));
    const auto node = database->query("SELECT home_page, credential_key FROM node").one([](const auto &row) {
        return std::pair(row.text(0), row.blob(1));
    });
    auto transaction = store::Transaction::begin(*database);
    must(transaction.ok() ? success() : Status(transaction.error()));
    std::vector<Person> people;
    for (int number = 0; number < count; ++number)
        people.push_back(addPerson(*database, number, (*node)->first, (*node)->second));
    must(tally::recountEverything(*database));
    must(transaction->commit());
    return people;
}

/// What all devices did, together.
struct Totals {
    std::mutex mutex;
    std::vector<double> requests; ///< milliseconds of each
    std::atomic<int> refused = 0; ///< requests without an answer, or with one of 400 and more
    std::atomic<int> unsent = 0;  ///< devices with something left
    std::atomic<int> statements = 0;
    std::atomic<int> late = 0; ///< devices that began more than a second after they should
};

/// libcurl, with a look at the clock.
class TimedTransport final : public sync::Transport {
public:
    explicit TimedTransport(Totals &totals) : m_totals(totals) {}

    Result<sync::Response> send(const sync::Request &request, const sync::CancelToken &cancel,
                                sync::BodySink *sink) override
    {
        const auto begun = Steady::now();
        auto answer = m_curl.send(request, cancel, sink);
        const double spent = 1000 * Seconds(Steady::now() - begun).count();
        // A bookmark that is not there yet is 404.
        if (!answer.ok() || (answer->status >= 400 && answer->status != 404))
            ++m_totals.refused;
        const std::scoped_lock lock(m_totals.mutex);
        m_totals.requests.push_back(spent);
        return answer;
    }

private:
    Totals &m_totals;
    sync::CurlTransport m_curl;
};

/// Works through lessons of \p course until \p count statements wait.
int study(learner::Record &record, const course::Course &course, int count)
{
    int recorded = 0;
    for (const auto &lesson : course.lessons) {
        const auto visit = record.openLesson(course, lesson.id, "vi");
        recorded += 2;
        for (const auto &page : lesson.pages) {
            if (recorded + 1 >= count) // one is the end of the lesson
                break;
            if (record.answer(*visit, course, page.id, {"b"}, std::chrono::seconds{10}).ok())
                ++recorded;
        }
        if (record.closeLesson(*visit).ok())
            ++recorded;
        if (recorded + 3 >= count)
            break;
    }
    return recorded;
}

/// One device from its first statement to the last that is sent; leaves nothing behind.
void runDevice(std::uint64_t seed, const Node &node, const Person &person, const course::Course &course,
               Totals &totals)
{
    const test::TemporaryFolder folder;
    const SystemClock clock;
    const auto &who = person.learner;
    auto record = learner::Record::open(folder.path(), who, clock);
    if (!record.ok())
        return;
    totals.statements += study(*record, course, kStatements);
    sync::EngineOptions options;
    options.dataDir = folder.path();
    options.device = {who.device, who.account.name, "bench"};
    TimedTransport transport(totals);
    sync::Exchange::Hooks hooks{[](const auto &) {}, [](const auto &) {}, [](const auto &) {},
                                [](const auto &) {}};
    sync::Exchange exchange(options, clock, transport, std::move(hooks), {}, seed);
    exchange.setAccounts(
        {{who.id, who.account.name, who.account.homePage, "", node.url + "/xapi", person.credential}});
    exchange.runDue();
    if (const auto counts = record->outbox().counts(); !counts.ok() || counts->queued + counts->setAside > 0)
        ++totals.unsent;
}

/// Megabytes that a process held at most (VmHWM).
double peakMemory(pid_t process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::strtod(line.c_str() + 6, nullptr) / 1024;
    return 0;
}

} // namespace

void benchDevices(const std::filesystem::path &bin, const DevicesWish &wish)
{
    const test::TemporaryFolder temporary;
    const auto folder = wish.serverFolder.empty() ? temporary.path() : wish.serverFolder;
    auto node = startNode(bin, folder);
    if (!node.process)
        return;
    const auto people = enrol(folder / "node.db", wish.devices);
    const auto course = bigCourse();
    Totals totals;
    std::atomic<int> next = 0;
    const auto begin = Steady::now();
    const auto work = [&] {
        for (int number = next++; number < wish.devices; number = next++) {
            const auto due = begin + std::chrono::duration_cast<Steady::duration>(
                                         wish.minutes * std::chrono::minutes{1} * number / wish.devices);
            std::this_thread::sleep_until(due);
            totals.late += Steady::now() - due > std::chrono::seconds{1} ? 1 : 0;
            runDevice(static_cast<std::uint64_t>(number) + 1, node, people[static_cast<std::size_t>(number)],
                      course, totals);
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < wish.threads; ++i)
        threads.emplace_back(work);
    for (auto &thread : threads)
        thread.join();
    const double seconds = Seconds(Steady::now() - begin).count();
    const nlohmann::json line = {{"figure", "devices syncing 20 statements each"},
                                 {"devices", wish.devices},
                                 {"seconds", seconds},
                                 {"statements", totals.statements.load()},
                                 {"requests", totals.requests.size()},
                                 {"refused", totals.refused.load()},
                                 {"devices_unsent", totals.unsent.load()},
                                 {"devices_late", totals.late.load()},
                                 {"p50_ms", percentile(totals.requests, 0.5)},
                                 {"p99_ms", percentile(totals.requests, 0.99)},
                                 {"worst_ms", percentile(totals.requests, 1)},
                                 {"kapokd_peak_mb", peakMemory(node.process->pid())},
                                 {"goal", "0 errors, p99 < 1000 ms"}};
    std::printf("%s\n", line.dump().c_str());
}

} // namespace kapok::bench
