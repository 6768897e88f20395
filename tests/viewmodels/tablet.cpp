// SPDX-License-Identifier: Apache-2.0
#include "tests/viewmodels/tablet.h"

#include "core/course/package.h"
#include "core/course/source.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace kapok::viewmodels {
namespace {

class TestTransport final : public sync::Transport {
public:
    explicit TestTransport(std::function<Result<sync::Response>(const sync::Request &)> network)
        : m_network(std::move(network))
    {}
    Result<sync::Response> send(const sync::Request &request, const sync::CancelToken &,
                                sync::BodySink *) override
    {
        if (!m_network)
            return Error{ErrorCode::Network, "there is no network in this test"};
        return m_network(request);
    }

private:
    std::function<Result<sync::Response>(const sync::Request &)> m_network;
};

learner::Person makePerson(const char *id, const std::string &name, const std::string &language,
                           const std::string &address)
{
    learner::Person person;
    person.id.value = id;
    person.account = name;
    person.homePage = "https://kapok.example";
    person.server = "https://kapok.example";
    person.name = name;
    person.nameLanguage = language;
    person.formOfAddress = address;
    person.unitNames.byLanguage = {{"vi", "Trường Tiểu học Quảng Uyên"}, {"zh", "广渊小学"}};
    person.roles = {{"learner", person.unit}};
    return person;
}

} // namespace

Tablet::Tablet()
{
    const std::filesystem::path source = std::filesystem::path(KAPOK_SOURCE_DIR) / "content" / kCourse;
    auto report = course::readSource(source);
    EXPECT_TRUE(report.course.has_value());
    m_course = *report.course;
    auto key = course::SecretKey::generate("Test centre");
    EXPECT_TRUE(key.ok());
    m_keys.push_back(key->publicKey());
    EXPECT_TRUE(course::buildPackage(m_course, source, *key, package()).ok());

    const SystemClock clock;
    auto people = learner::People::open(folder(), clock);
    EXPECT_TRUE(people.ok());
    EXPECT_TRUE(people->add(makePerson(kMai, "Hoàng Thị Mai", "vi", "Cô")).ok());
    EXPECT_TRUE(people->add(makePerson(kWei, "韦秀兰", "zh", "老师")).ok());
    EXPECT_TRUE(people->setPin(PersonId{kMai}, kPin).ok());
}

void Tablet::install()
{
    library::LibraryOptions options;
    options.builtInKeys = m_keys;
    auto library = library::Library::open(folder(), options);
    ASSERT_TRUE(library.ok());
    const auto entry = library->installFile(package());
    ASSERT_TRUE(entry.ok()) << entry.error().detail;
}

std::unique_ptr<Device> Tablet::start()
{
    DeviceOptions options;
    options.dataDir = folder();
    options.language = "en";
    options.builtInKeys = m_keys;
    options.makeTransport = [answers = network] { return std::make_unique<TestTransport>(answers); };
    auto device = std::make_unique<Device>(std::move(options));
    device->open();
    EXPECT_TRUE(comes([&] { return device->isOpen(); }));
    return device;
}

void Tablet::signIn(Device &device, const char *person)
{
    device.signIn(PersonId{person});
    EXPECT_TRUE(comes([&] { return device.person().has_value(); }));
}

void Tablet::breakRecord(bool broken)
{
    const auto file = learner::profileFolder(folder(), PersonId{kMai}) / "learner.db";
    sqlite3 *database = nullptr;
    ASSERT_EQ(sqlite3_open(file.string().c_str(), &database), SQLITE_OK);
    sqlite3_busy_timeout(database, 5000);
    const char *sql = broken ? "CREATE TRIGGER refuse BEFORE INSERT ON statement BEGIN "
                               "SELECT RAISE(ABORT, 'refused by the test'); END"
                             : "DROP TRIGGER refuse";
    EXPECT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
}

} // namespace kapok::viewmodels
