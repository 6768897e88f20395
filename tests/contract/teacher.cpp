// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/teacher.h"

#include "core/sync/curl_transport.h"

#include <future>
#include <gtest/gtest.h>

namespace kapok::testing {
namespace {

constexpr std::chrono::seconds kLongest{60};

/// Another folder is another device.
DeviceId deviceOf(const std::filesystem::path &data)
{
    return {uuidV5(kUuidNamespace, data.string())};
}

} // namespace

Teacher::Teacher(std::filesystem::path data, sync::TransportFactory makeTransport) : m_data(std::move(data))
{
    sync::EngineOptions options;
    options.dataDir = m_data;
    options.makeTransport =
        makeTransport ? std::move(makeTransport) : [] { return std::make_unique<sync::CurlTransport>(); };
    options.device = {deviceOf(m_data), "contract test", "test"};
    const auto event = [this] {
        const std::lock_guard lock(m_mutex);
        ++m_events;
        m_changed.notify_all();
    };
    options.onStatus = [event](const sync::SyncStatus &) { event(); };
    options.onChange = [event](const sync::SyncChange &) { event(); };
    m_engine = std::make_unique<sync::SyncEngine>(std::move(options));
}

Teacher::~Teacher()
{
    m_engine.reset();
}

bool Teacher::waitFor(const std::function<bool()> &done)
{
    const auto until = std::chrono::steady_clock::now() + kLongest;
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto seen = m_events;
        lock.unlock();
        if (done())
            return true;
        lock.lock();
        m_changed.wait_for(lock, std::chrono::milliseconds(200), [&] { return m_events != seen; });
        if (std::chrono::steady_clock::now() > until)
            return false;
    }
}

bool Teacher::signIn(const std::string &server, const std::string &account, const std::string &password)
{
    std::promise<Result<sync::SignedIn>> answered;
    m_engine->signIn(server, account, password,
                     [&](Result<sync::SignedIn> result) { answered.set_value(std::move(result)); });
    const auto signedIn = answered.get_future().get();
    if (!signedIn.ok()) {
        ADD_FAILURE() << toString(signedIn.error().code) << ": " << signedIn.error().detail;
        return false;
    }
    const auto &person = signedIn->person;
    m_account = {person.id, person.account, person.homePage, server, {}, signedIn->credential};
    m_engine->setAccounts({m_account});
    m_engine->setPresent(person.id);
    return true;
}

void Teacher::moveTo(const std::string &server)
{
    m_account.serverUrl = server;
    m_engine->setAccounts({m_account});
}

library::Library Teacher::openLibrary() const
{
    auto library = library::Library::open(m_data);
    EXPECT_TRUE(library.ok()) << (library.ok() ? "" : library.error().detail);
    return *std::move(library);
}

learner::Record Teacher::openRecord() const
{
    auto record = learner::Record::open(
        m_data, {m_account.person, {m_account.homePage, m_account.accountName}, deviceOf(m_data)}, m_clock);
    EXPECT_TRUE(record.ok()) << (record.ok() ? "" : record.error().detail);
    return *std::move(record);
}

bool Teacher::waitForCatalogue(const CourseId &course)
{
    return waitFor([&] {
        const auto entry = openLibrary().entry(course);
        return entry.ok() && entry->offeredVersion && openLibrary().trustedKeys()->empty() == false;
    });
}

bool Teacher::download(const CourseId &course)
{
    m_engine->download(m_account.person, course);
    return waitFor([&] {
        const auto status = m_engine->status();
        for (const auto &download : status.downloads) {
            if (download.state == sync::DownloadStatus::State::Stopped) {
                ADD_FAILURE() << download.error->detail;
                return true;
            }
            if (download.error)
                m_engine->sendNow();
        }
        const auto entry = openLibrary().entry(course);
        return entry.ok() && entry->isInstalled();
    });
}

std::map<std::string, std::string> Teacher::study(const CourseId &id)
{
    std::map<std::string, std::string> out;
    auto library = openLibrary();
    const auto course = library.course(id);
    EXPECT_TRUE(course.ok()) << (course.ok() ? "" : course.error().detail);
    if (!course.ok())
        return out;
    auto record = openRecord();
    const auto &lesson = (*course)->lessons.front();
    const auto visit = record.openLesson(**course, lesson.id, "vi");
    EXPECT_TRUE(visit.ok());
    for (const auto &page : lesson.pages) {
        EXPECT_TRUE(record.pageSeen(*visit, **course, page.id).ok());
        if (const auto *choice = std::get_if<course::ChoiceBody>(&page.body)) {
            const auto answered = record.answer(*visit, **course, page.id, {choice->options.front().id},
                                                std::chrono::seconds(9));
            EXPECT_TRUE(answered.ok()) << (answered.ok() ? "" : answered.error().detail);
        }
    }
    EXPECT_TRUE(record.finish(*visit, **course).ok());
    EXPECT_TRUE(record.closeLesson(*visit).ok());
    const auto queued = record.outbox().oldest(1000);
    for (const auto &statement : *queued)
        out[statement.id.value] = statement.json;
    m_engine->notify(m_account.person);
    return out;
}

bool Teacher::waitUntilSent()
{
    return waitFor([&] {
        const auto status = m_engine->status();
        if (status.nextTry)
            m_engine->sendNow();
        auto record = openRecord();
        const auto counts = record.outbox().counts();
        EXPECT_EQ(counts->setAside, 0);
        return counts->queued == 0;
    });
}

Result<std::string> Teacher::readBack(const std::string &id)
{
    sync::CurlTransport transport;
    sync::XapiClient client(transport, m_account.serverUrl + "/xapi", m_account.credential,
                            m_account.homePage, m_account.accountName, {});
    return client.statement({id});
}

} // namespace kapok::testing
