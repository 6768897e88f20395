// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/service.h"

#include "core/base/log.h"
#include "core/base/text.h"
#include "core/store/postgres.h"
#include "core/store/postgres_address.h"
#include "core/tally/tally.h"
#include "core/xapi/formats.h"
#include "core/xapi/packing.h"

#include <limits>

namespace kapok::kapokd {
namespace {

constexpr std::string_view kScheme = "sqlite:";
/// To a PostgreSQL database, which has some hundred for all who use it; the writer's comes on top. Each
/// thread that works on requests may have two.
constexpr std::size_t kMostConnections = 40;
constexpr int kVietnamOffsetMinutes = 7 * 60;

Result<store::Database> openAt(const std::string &address, store::IfAbsent ifAbsent)
{
    return isSqliteAddress(address)
               ? store::Database::open(sqlitePathOf(address), lrs::migrations(), openOptions(ifAbsent))
               : store::openPostgres(address, lrs::postgresMigrations(), ifAbsent);
}

/// Connections to a database that is there: one that was lost is not made anew. Nor is one used that was made
/// while other files came to lie in its \p place: those that are open see others.
store::Pool poolOf(const std::string &address, const store::Place &place)
{
    const bool isSqlite = isSqliteAddress(address);
    const auto open = [address, &place]() -> Result<store::Database> {
        KAPOK_TRY(place.check()); // beside a former log not even to look
        auto opened = openAgain(address);
        if (opened.ok())
            KAPOK_TRY(place.check());
        return opened;
    };
    return isSqlite ? store::Pool(open, std::numeric_limits<std::size_t>::max(), sqlitePathOf(address))
                    : store::Pool(open, kMostConnections);
}

Error noAddress()
{
    return {ErrorCode::InvalidInput, "The database is given as sqlite:PATH or postgresql://USER@HOST/NAME."};
}

/// Whether \p text can stand in the account of every statement, for it cannot be changed later.
bool isHomePage(const std::string &text)
{
    constexpr std::size_t kLongest = 1000; // bytes; people's accounts stand beside it in an index
    const auto host = text.find("//") + 2;
    const bool hasHost = (text.starts_with("http://") || text.starts_with("https://")) &&
                         host < text.size() && text[host] != '/';
    return hasHost && text.size() <= kLongest && isUtf8(text) && xapi::isIri(text);
}

Status checkOptions(const ServiceOptions &options)
{
    if (!isSqliteAddress(options.database) && !store::isPostgresAddress(options.database))
        return noAddress();
    if (!options.homePage.empty() && !isHomePage(options.homePage))
        return Error{ErrorCode::InvalidInput,
                     "The home page is an http or https address of at most 1,000 bytes,"
                     " such as https://kapok.example/cao-bang."};
    if (options.hasFiles && options.blobs.empty() && !isSqliteAddress(options.database))
        return Error{ErrorCode::InvalidInput,
                     "With PostgreSQL the folder of the courses' files is given by --blobs;"
                     " several servers share one."};
    return success();
}

/// The folder of the courses' files; none where they are not used.
std::filesystem::path blobsOf(const ServiceOptions &options)
{
    if (!options.blobs.empty() || !isSqliteAddress(options.database))
        return options.blobs;
    return sqlitePathOf(options.database).parent_path() / "blobs";
}

roster::Node firstNode(const std::string &homePage, Time now)
{
    roster::Node node;
    // An identity, not a place: it must never change, so it does not name this machine or its port.
    node.homePage =
        homePage.empty() ? "https://kapok.example/nodes/" + uuidV7(now.time_since_epoch().count()) : homePage;
    node.names.byLanguage = {{"en", "Kapok"}, {"vi", "Kapok"}, {"zh", "Kapok"}};
    node.country = "VN";
    node.utcOffsetMinutes = kVietnamOffsetMinutes;
    return node;
}

/// \p error, when the storage is at fault, with where the database is and what to do.
Error placed(Error error, const std::string &address)
{
    if (error.code == ErrorCode::NotFound)
        return {error.code,
                "There is no database of Kapok at " + withoutSecrets(address) + ": " + error.detail +
                    ". Check --database; \"kapokd add-unit\" or \"kapokd serve\" makes a new one."};
    if (error.code != ErrorCode::StorageFull && error.code != ErrorCode::StorageBroken)
        return error;
    const bool isSqlite = isSqliteAddress(address);
    const std::string where = isSqlite ? sqlitePathOf(address).string() : withoutSecrets(address);
    if (error.detail.find(where) == std::string::npos)
        error.detail = where + ": " + error.detail;
    if (error.detail.ends_with('.'))
        error.detail.pop_back();
    if (error.code == ErrorCode::StorageFull)
        error.detail += ". Make room there and try again.";
    else if (isSqlite)
        error.detail += ". Give the path of a Kapok database; this user must be able to write"
                        " the file and its folder. \"kapokd restore\" brings back a backup.";
    else
        error.detail += ". Check the address, and that PostgreSQL runs and lets this user in.";
    return error;
}

} // namespace

bool isSqliteAddress(const std::string &address)
{
    return address.starts_with(kScheme) && address.size() > kScheme.size();
}

std::filesystem::path sqlitePathOf(const std::string &address)
{
    return address.substr(kScheme.size());
}

store::OpenOptions openOptions(store::IfAbsent ifAbsent)
{
    store::OpenOptions options;
    options.ifAbsent = ifAbsent;
    options.knownBy = "statement_agent";
    return options;
}

Status checkFolderOf(const std::filesystem::path &file)
{
    std::error_code code;
    const auto folder = (file.has_filename() ? file : file.parent_path()).parent_path();
    if (folder.empty() || std::filesystem::is_directory(folder, code))
        return success();
    return Error{ErrorCode::NotFound, "cannot make " + file.string() + ": there is no folder " +
                                          folder.string() +
                                          ". Look for a slip in it, or make it, and try again."};
}

Status checkIsThere(const std::filesystem::path &file)
{
    std::error_code code;
    if (std::filesystem::is_directory(file, code))
        return Error{ErrorCode::InvalidInput, file.string() + " is a folder; give the path of a file."};
    if (std::filesystem::exists(file, code))
        return success();
    return Error{ErrorCode::NotFound, "There is no file " + file.string() + "; look for a slip in its path."};
}

Error unavailable(const Error &error)
{
    log::error("the database cannot be opened: {}", error.detail);
    const bool isKnown = error.code == ErrorCode::StorageFull || error.code == ErrorCode::Throttled;
    return {isKnown ? error.code : ErrorCode::StorageBroken,
            "The database cannot be used now; the log says why."};
}

Result<store::Database> openAgain(const std::string &address)
{
    auto opened = openAt(address, store::IfAbsent::Refuse);
    return opened.ok() ? std::move(opened) : unavailable(opened.error());
}

Result<store::Database> openDatabase(const std::string &address, store::IfAbsent ifAbsent)
{
    if (!isSqliteAddress(address) && !store::isPostgresAddress(address))
        return noAddress();
    if (isSqliteAddress(address) && ifAbsent == store::IfAbsent::Make)
        KAPOK_TRY(checkFolderOf(sqlitePathOf(address)));
    auto opened = openAt(address, ifAbsent);
    return opened.ok() ? std::move(opened) : placed(opened.error(), address);
}

std::string withoutSecrets(const std::string &address)
{
    return isSqliteAddress(address) ? address : store::withoutPassword(address);
}

Status refuseMoved(store::Database &database)
{
    KAPOK_TRY_ASSIGN(const auto moved,
                     database.query("SELECT destination, moved FROM moved").one([](const store::Query &row) {
                         return row.text(0) + " on " +
                                toIso8601(Time{std::chrono::milliseconds{row.integer(1)}});
                     }));
    if (!moved)
        return success();
    return Error{ErrorCode::Conflict, "Everything here was moved to " + *moved +
                                          "; use that database. To go on here, restore a backup."};
}

Service::Service(const Clock &theClock, const std::string &database, store::Database forWriting,
                 std::filesystem::path blobFolder)
    : clock(theClock),
      pool(poolOf(database, m_place)),
      writer(std::move(forWriting), theClock),
      blobs(std::move(blobFolder)),
      m_address(database)
{}

Result<std::unique_ptr<Service>> Service::open(const ServiceOptions &options, const Clock &clock)
{
    KAPOK_TRY(checkOptions(options));
    const std::string &address = options.database;
    std::optional<store::LockFile> lock;
    if (options.serves && isSqliteAddress(address)) { // first: even opening may change the schema
        KAPOK_TRY(checkFolderOf(sqlitePathOf(address)));
        auto locked = lockForServing(sqlitePathOf(address), kLockPatience);
        if (!locked.ok())
            return placed(locked.error(), address);
        lock = *std::move(locked);
    }
    KAPOK_TRY_ASSIGN(auto database, openDatabase(address, options.ifAbsent));
    bool isNew = false;
    const auto prepare = [&]() -> Status {
        KAPOK_TRY(refuseMoved(database));
        KAPOK_TRY_ASSIGN(const auto node,
                         database.query("SELECT 1 FROM node").one([](const auto &) { return 1; }));
        isNew = !node;
        return tally::recountIfMissing(database);
    };
    if (const Status prepared = prepare(); !prepared.ok())
        return placed(prepared.error(), address);
    auto place = database.place();
    auto service = std::make_unique<Service>(clock, address, std::move(database), blobsOf(options));
    service->m_lock = std::move(lock);
    service->m_serves = options.serves;
    service->m_place = std::move(place);
    service->m_homePage = options.homePage;
    service->isNew = isNew;
    const auto node = firstNode(options.homePage, clock.now());
    if (const Status prepared = service->roster.prepareNode(node, !options.homePage.empty()); !prepared.ok())
        return placed(prepared.error(), address);
    KAPOK_TRY_ASSIGN(const auto prepared, service->roster.node());
    service->setNode(prepared.homePage);
    if (options.hasFiles)
        KAPOK_TRY(service->blobs.prepare());
    return service;
}

std::shared_ptr<const xapi::StatementDictionary> Service::dictionary() const
{
    const std::scoped_lock lock(m_dictionaryMutex);
    return m_dictionary;
}

void Service::setNode(std::string_view homePage)
{
    auto dictionary = xapi::StatementDictionary::of(homePage);
    const std::scoped_lock lock(m_dictionaryMutex);
    m_dictionary = std::move(dictionary);
}

} // namespace kapok::kapokd
