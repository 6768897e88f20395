// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/service.h"

namespace kapok::kapokd {
namespace {

constexpr std::string_view kScheme = "sqlite:";
constexpr int kVietnamOffsetMinutes = 7 * 60;

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

} // namespace

Service::Service(const Clock &theClock, const std::filesystem::path &database, store::Database forWriting,
                 std::filesystem::path blobFolder)
    : clock(theClock),
      pool(database, lrs::migrations()),
      writer(std::move(forWriting), theClock),
      blobs(std::move(blobFolder))
{}

Result<std::unique_ptr<Service>> Service::open(const ServiceOptions &options, const Clock &clock)
{
    if (!options.database.starts_with(kScheme) || options.database.size() == kScheme.size())
        return Error{ErrorCode::InvalidInput, "The database is given as sqlite:PATH."};
    if (!options.homePage.empty() && !options.homePage.starts_with("http"))
        return Error{ErrorCode::InvalidInput, "The home page is an http or https address."};
    const std::filesystem::path path = options.database.substr(kScheme.size());
    KAPOK_TRY_ASSIGN(auto database, store::Database::open(path, lrs::migrations()));
    const auto blobs = options.blobs.empty() ? path.parent_path() / "blobs" : options.blobs;
    auto service = std::make_unique<Service>(clock, path, std::move(database), blobs);
    KAPOK_TRY(
        service->roster.prepareNode(firstNode(options.homePage, clock.now()), !options.homePage.empty()));
    KAPOK_TRY(service->blobs.prepare());
    return service;
}

} // namespace kapok::kapokd
