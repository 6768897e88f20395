// SPDX-License-Identifier: Apache-2.0
#include "core/store/postgres_address.h"

#include "core/store/postgres_result.h"

#include <charconv>
#include <string_view>

namespace kapok::store {
namespace {

constexpr std::string_view kNoAddress =
    "The address given for PostgreSQL cannot be read. It is postgresql://USER@HOST:PORT/NAME?KEY=VALUE;"
    " in a user name, password or database name / is written as %2F, @ as %40, : as %3A, ? as %3F and"
    " % as %25.";

/// Whether \p text is a number of a port, or nothing: then the usual one is meant.
bool isPort(std::string_view text)
{
    constexpr int kHighest = 65'535;
    int number = 1;
    const auto *const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return text.empty() || (read.ec == std::errc() && read.ptr == end && number > 0 && number <= kHighest);
}

/// Ports stand behind commas, one for each host.
bool arePorts(std::string_view text)
{
    for (auto comma = text.find(','); comma != std::string_view::npos; comma = text.find(',')) {
        if (!isPort(text.substr(0, comma)))
            return false;
        text.remove_prefix(comma + 1);
    }
    return isPort(text);
}

std::size_t endOfScheme(const std::string &address)
{
    return address.find("://") + 3;
}

/// Hosts and database: what is between user with password and query, as libpq divides them.
std::string placeOf(const std::string &address)
{
    const auto begin = endOfScheme(address);
    const auto end = address.find_first_of("@/", begin);
    const bool hasUser = end != std::string::npos && address[end] == '@';
    const std::string rest = address.substr(hasUser ? end + 1 : begin);
    return rest.substr(0, rest.find('?'));
}

} // namespace

Status checkPostgresAddress(const std::string &address)
{
    const Error unreadable{ErrorCode::InvalidInput, std::string(kNoAddress)};
    // libpq's own reason quotes what it could not read, which may be a part of a password.
    const ConninfoOptions options(PQconninfoParse(address.c_str(), nullptr));
    // An @ there ends a password that was not encoded: libpq would take its parts for a host or a database.
    if (!options || placeOf(address).find('@') != std::string::npos)
        return unreadable;
    for (const auto *option = options.get(); option->keyword; ++option) {
        if (option->val && std::string_view(option->keyword) == "port" && !arePorts(option->val))
            return unreadable;
    }
    return success();
}

std::string withoutPassword(const std::string &address)
{
    const std::string scheme = address.substr(0, endOfScheme(address));
    return scheme + (checkPostgresAddress(address).ok() ? placeOf(address) : "...");
}

} // namespace kapok::store
