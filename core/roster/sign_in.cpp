// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"
#include "core/roster/roster.h"
#include "core/roster/secrets.h"

#include <algorithm>

namespace kapok::roster {
namespace {

constexpr int kAccountFailures = 5;
constexpr int kAddressFailures = 30; // a school's people share one address
constexpr std::int64_t kFirstBlock = 60'000;
constexpr std::int64_t kLongestBlock = 15 * 60'000;
constexpr std::int64_t kForgotten = 24 * 3'600'000;

} // namespace

Status Roster::checkThrottle(const std::string &subject)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(const auto until,
                     database->query("SELECT blocked_until FROM throttle WHERE subject = ?", {subject})
                         .one([](const store::Query &row) { return row.integer(0); }));
    if (until.value_or(0) > now())
        return Error{ErrorCode::Throttled, "Too many tries. Wait a few minutes, then try again."};
    return success();
}

Status Roster::countFailure(const std::string &subject, int allowed)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*database));
    const std::int64_t time = now();
    KAPOK_TRY(database->run("DELETE FROM throttle WHERE changed < ?", {time - kForgotten}));
    KAPOK_TRY(database->run(
        "INSERT INTO throttle (subject, failures, blocked_until, changed) VALUES (?1, 1, 0, ?2) "
        "ON CONFLICT DO UPDATE SET failures = failures + 1, changed = ?2",
        {subject, time}));
    KAPOK_TRY_ASSIGN(const auto failures,
                     database->query("SELECT failures FROM throttle WHERE subject = ?", {subject})
                         .one([](const store::Query &row) { return row.integer(0); }));
    if (const auto beyond = failures.value_or(0) - allowed; beyond >= 0) {
        const std::int64_t block = std::min(kFirstBlock << std::min<std::int64_t>(beyond, 10), kLongestBlock);
        KAPOK_TRY(database->run("UPDATE throttle SET blocked_until = ? WHERE subject = ?",
                                {time + block, subject}));
    }
    return transaction.commit();
}

Result<Person> Roster::signIn(const std::string &account, const std::string &password,
                              const std::string &address)
{
    // The subjects are hashed: the table tells nobody who tried.
    const std::string byAccount = toHex(keyedDigest("account " + account, m_credentialKey));
    const std::string byAddress = toHex(keyedDigest("address " + address, m_credentialKey));
    KAPOK_TRY(checkThrottle(byAccount));
    KAPOK_TRY(checkThrottle(byAddress));
    std::optional<std::string> hash;
    {
        KAPOK_TRY_ASSIGN(auto database, m_pool.take());
        KAPOK_TRY_ASSIGN(hash, database->query("SELECT password FROM person WHERE account = ?", {account})
                                   .one([](const store::Query &row) { return row.text(0); }));
    }
    bool fits = false;
    if (hash)
        fits = fitsPassword(*hash, password);
    else
        KAPOK_TRY(hashPassword(password)); // an unknown account takes as long
    if (!fits) {
        KAPOK_TRY(countFailure(byAccount, kAccountFailures));
        KAPOK_TRY(countFailure(byAddress, kAddressFailures));
        return Error{ErrorCode::Unauthorized, "The account or the password is not right."};
    }
    {
        KAPOK_TRY_ASSIGN(auto database, m_pool.take());
        KAPOK_TRY(database->run("DELETE FROM throttle WHERE subject = ?", {byAccount}));
    }
    return personByAccount(account);
}

} // namespace kapok::roster
