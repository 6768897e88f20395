// SPDX-License-Identifier: Apache-2.0
#include "core/roster/credentials.h"

#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/roster/rows.h"
#include "core/roster/secrets.h"
#include "core/tally/tally.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace kapok::roster {
namespace {

using store::Database;
using store::Query;

constexpr std::array<std::string_view, 7> kScopes = {
    "all", "all/read", "statements/write", "statements/read", "statements/read/mine", "state", "profile"};
constexpr std::size_t kMostKnown = 50'000; // some 500 bytes each
constexpr std::int64_t kHour = 3'600'000;

struct Subject {
    std::string name; ///< hashed: the table holds no account and no address
    int tries = 0;
};

std::array<Subject, 2> subjects(const std::string &account, const std::string &address)
{
    return {{{sha256("account " + account), Credentials::kAccountTries},
             {sha256("address " + address), Credentials::kAddressTries}}};
}

Result<std::int64_t> generationOf(Database &database)
{
    KAPOK_TRY_ASSIGN(const auto found,
                     database.query("SELECT generation FROM credential_change").one([](const Query &row) {
                         return row.integer(0);
                     }));
    return found.value_or(0);
}

/// 60 s after the last allowed try, doubled with each one more.
std::chrono::seconds waitAfter(std::int64_t failures, int allowed)
{
    if (failures < allowed)
        return std::chrono::seconds{0};
    const auto doublings = std::min<std::int64_t>(failures - allowed, 10);
    return std::min(Credentials::kFirstWait * (1 << doublings), Credentials::kLongestWait);
}

struct Tries {
    std::int64_t failures = 0;
    std::int64_t blockedUntil = 0;
    std::int64_t changed = 0;
};

Result<Tries> readTries(Database &database, const std::string &subject)
{
    KAPOK_TRY_ASSIGN(
        const auto tries,
        database.query("SELECT failures, blocked_until, changed FROM throttle WHERE subject = ?", {subject})
            .one([](const Query &row) {
                return Tries{row.integer(0), row.integer(1), row.integer(2)};
            }));
    return tries.value_or(Tries{});
}

/// Still to wait; a clock that was set back does not make it longer than the longest wait.
std::chrono::seconds remaining(const Tries &tries, std::int64_t now)
{
    const std::chrono::milliseconds left{tries.blockedUntil - now};
    return std::clamp(std::chrono::ceil<std::chrono::seconds>(left), std::chrono::seconds{0},
                      Credentials::kLongestWait);
}

struct Row {
    std::string digest, person, client, scopes;
    std::int64_t lastUsed = 0;
};

Result<std::optional<Row>> readRow(Database &database, const std::string &key)
{
    return database
        .query("SELECT c.digest, p.uuid, c.client, c.scopes, c.last_used FROM credential c"
               " LEFT JOIN person p ON p.id = c.person WHERE c.key = ?",
               {key})
        .one([](const Query &at) {
            return Row{at.blob(0), at.text(1), at.text(2), at.text(3), at.integer(4)};
        });
}

/// The device of a credential; "" when there is none.
Result<std::string> deviceOf(Database &database, const std::string &key)
{
    KAPOK_TRY_ASSIGN(auto device, database.query("SELECT device FROM credential WHERE key = ?", {key})
                                      .one([](const Query &row) { return row.text(0); }));
    return std::move(device).value_or("");
}

std::vector<std::string> wordsOf(const std::string &text)
{
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

} // namespace

Result<std::chrono::seconds> Credentials::countTries(const std::string &account, const std::string &address)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*database));
    const std::int64_t now = milliseconds(m_clock.now());
    std::chrono::seconds wait{0};
    for (const auto &subject : subjects(account, address)) {
        KAPOK_TRY_ASSIGN(const Tries tries, readTries(*database, subject.name));
        wait = std::max(wait, remaining(tries, now));
    }
    if (wait.count() > 0)
        return wait;
    // What is older than a day is forgotten, so that the table stays small.
    KAPOK_TRY(database->run("DELETE FROM throttle WHERE changed < ?", {now - 24 * kHour}));
    for (const auto &subject : subjects(account, address)) {
        KAPOK_TRY_ASSIGN(Tries tries, readTries(*database, subject.name));
        ++tries.failures;
        const auto block = std::chrono::milliseconds(waitAfter(tries.failures, subject.tries)).count();
        KAPOK_TRY(database->run("INSERT INTO throttle (subject, failures, blocked_until, changed)"
                                " VALUES (?, ?, ?, ?) ON CONFLICT (subject) DO UPDATE SET"
                                " failures = excluded.failures, blocked_until = excluded.blocked_until,"
                                " changed = excluded.changed",
                                {subject.name, tries.failures, block > 0 ? now + block : 0, now}));
    }
    KAPOK_TRY(transaction.commit());
    return wait;
}

Status Credentials::forgetTries(const std::string &account, const std::string &address)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    const auto [forAccount, forAddress] = subjects(account, address);
    KAPOK_TRY(database->run("DELETE FROM throttle WHERE subject = ?", {forAccount.name}));
    // Others at this address may be guessing: only this try is taken back.
    return database->run("UPDATE throttle SET failures = CASE WHEN failures > 0 THEN failures - 1 ELSE 0 END,"
                         " blocked_until = 0 WHERE subject = ?",
                         {forAddress.name});
}

Result<SignIn> Credentials::signIn(const std::string &account, const std::string &password,
                                   const Device &device, const std::string &address)
{
    SignIn result;
    KAPOK_TRY_ASSIGN(result.wait, countTries(account, address));
    if (result.wait.count() > 0) {
        result.outcome = SignIn::Outcome::Throttled;
        return result;
    }
    std::optional<std::string> hash;
    {
        KAPOK_TRY_ASSIGN(auto database, m_pool.take());
        KAPOK_TRY_ASSIGN(hash, database->query("SELECT password FROM person WHERE account = ?", {account})
                                   .one([](const Query &row) { return row.text(0); }));
    }
    if (!passwordFits(password, hash.value_or("")))
        return result;
    KAPOK_TRY(forgetTries(account, address));
    {
        KAPOK_TRY_ASSIGN(auto database, m_pool.take());
        KAPOK_TRY_ASSIGN(result.person, readPerson(*database, "p.account = ?", account));
    }
    KAPOK_TRY_ASSIGN(result.issued, issue(result.person, device));
    result.outcome = SignIn::Outcome::SignedIn;
    return result;
}

Result<Issued> Credentials::issue(const Person &person, const Device &device)
{
    const Issued issued{newKey(), newSecret()};
    const std::int64_t now = milliseconds(m_clock.now());
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*database));
    KAPOK_TRY_ASSIGN(const std::string key, digestKey(*database));
    KAPOK_TRY_ASSIGN(const auto number, personNumber(*database, person.id));
    tally::Change change(*database);
    KAPOK_TRY(change.ofDevice(device.id));
    KAPOK_TRY(database->run("DELETE FROM credential WHERE person = ? AND device = ? AND device <> ''",
                            {number, device.id}));
    if (database->changes() > 0)
        KAPOK_TRY(credentialsChanged(*database));
    KAPOK_TRY(database->run("INSERT INTO credential (key, digest, person, device, device_name, platform,"
                            " created, last_used) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                            {issued.key, store::Blob{digestOf(issued.secret, key)}, number, device.id,
                             device.name, device.platform, now, now}));
    KAPOK_TRY(change.finish());
    KAPOK_TRY(transaction.commit());
    return issued;
}

Result<std::string> Credentials::digestKey(Database &database)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_digestKey.empty())
            return m_digestKey;
    }
    KAPOK_TRY_ASSIGN(auto key, database.query("SELECT credential_key FROM node").one([](const Query &row) {
        return row.blob(0);
    }));
    if (!key)
        return Error{ErrorCode::NotFound, "This database has not been set up yet."};
    const std::lock_guard lock(m_mutex);
    m_digestKey = *std::move(key);
    return m_digestKey;
}

Result<std::optional<Credentials::Known>> Credentials::find(Database &database, const std::string &key)
{
    KAPOK_TRY_ASSIGN(const std::int64_t generation, generationOf(database));
    {
        const std::lock_guard lock(m_mutex);
        if (generation != m_generation)
            m_known.clear();
        m_generation = generation;
        if (const auto known = m_known.find(key); known != m_known.end())
            return std::optional(known->second);
    }
    KAPOK_TRY_ASSIGN(const auto row, readRow(database, key));
    if (!row)
        return std::optional<Known>();
    Known known{row->digest, {{}, row->client, wordsOf(row->scopes), key}, row->lastUsed};
    if (!row->person.empty()) {
        KAPOK_TRY_ASSIGN(known.principal.person, readPerson(database, "p.uuid = ?", row->person));
    }
    const std::lock_guard lock(m_mutex);
    // What was read may be older than what another thread has seen since: then it is not kept.
    if (generation == m_generation) {
        if (m_known.size() >= kMostKnown)
            m_known.clear();
        m_known.insert_or_assign(key, known);
    }
    return std::optional(std::move(known));
}

Status Credentials::touch(Database &database, const std::string &key, std::int64_t now)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_known.find(key); known != m_known.end())
            known->second.lastUsed = now;
    }
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(database));
    tally::Change change(database);
    KAPOK_TRY_ASSIGN(const std::string device, deviceOf(database, key));
    KAPOK_TRY(change.ofDevice(device));
    KAPOK_TRY(database.run("UPDATE credential SET last_used = ? WHERE key = ?", {now, key}));
    KAPOK_TRY(change.finish());
    return transaction.commit();
}

Result<std::optional<Principal>> Credentials::authenticate(const std::string &key, const std::string &secret)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(const std::string keyOfDigests, digestKey(*database));
    KAPOK_TRY_ASSIGN(auto known, find(*database, key));
    if (!sameDigest(digestOf(secret, keyOfDigests), known ? known->digest : std::string()))
        return std::optional<Principal>();
    const std::int64_t now = milliseconds(m_clock.now());
    if (now - known->lastUsed >= kHour) {
        // Whoever only reads is not refused because the disk is full or the database read-only.
        if (const Status noted = touch(*database, key, now); !noted.ok())
            log::warn("it cannot be noted that a credential was used: {}", noted.error().detail);
    }
    return std::optional(std::move(known->principal));
}

Result<Issued> Credentials::addClient(const std::string &name, const std::vector<std::string> &scopes)
{
    std::string joined;
    for (const auto &scope : scopes) {
        if (std::find(kScopes.begin(), kScopes.end(), scope) == kScopes.end())
            return Error{ErrorCode::InvalidInput,
                         "A scope is all, all/read, statements/write, statements/read, statements/read/mine, "
                         "state or profile."};
        joined += (joined.empty() ? "" : " ") + scope;
    }
    if (name.empty() || name.size() > 100 || !isUtf8(name) || joined.empty())
        return Error{ErrorCode::InvalidInput,
                     "A client needs a name of 1 to 100 bytes of UTF-8 and at least one scope."};
    const Issued issued{newKey(), newSecret()};
    const std::int64_t now = milliseconds(m_clock.now());
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(const std::string key, digestKey(*database));
    KAPOK_TRY(database->run("INSERT INTO credential (key, digest, client, scopes, created, last_used)"
                            " VALUES (?, ?, ?, ?, ?, ?)",
                            {issued.key, store::Blob{digestOf(issued.secret, key)}, name, joined, now, now}));
    return issued;
}

Result<std::vector<CredentialInfo>> Credentials::of(const PersonId &person)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    return database
        ->query("SELECT c.key, p.uuid, c.device_name, c.platform, c.created, c.last_used FROM credential c"
                " JOIN person p ON p.id = c.person WHERE p.uuid = ? ORDER BY c.created, c.key",
                {person.value})
        .all([](const Query &row) {
            return CredentialInfo{row.text(0),
                                  {row.text(1)},
                                  row.text(2),
                                  row.text(3),
                                  timeAt(row, 4).value_or(Time{}),
                                  timeAt(row, 5).value_or(Time{})};
        });
}

Result<PersonId> Credentials::ownerOf(const std::string &key)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto owner, database
                                     ->query("SELECT p.uuid FROM credential c"
                                             " LEFT JOIN person p ON p.id = c.person WHERE c.key = ?",
                                             {key})
                                     .one([](const Query &row) { return PersonId{row.text(0)}; }));
    if (!owner)
        return Error{ErrorCode::NotFound, "There is no credential with this key."};
    return *std::move(owner);
}

void Credentials::forget()
{
    const std::lock_guard lock(m_mutex);
    m_known.clear();
    m_generation = -1;
    m_digestKey.clear();
}

Status Credentials::revoke(const std::string &key)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*database));
    tally::Change change(*database);
    KAPOK_TRY_ASSIGN(const std::string device, deviceOf(*database, key));
    KAPOK_TRY(change.ofDevice(device));
    KAPOK_TRY(database->run("DELETE FROM credential WHERE key = ?", {key}));
    if (database->changes() == 0)
        return Error{ErrorCode::NotFound, "There is no credential with this key."};
    KAPOK_TRY(credentialsChanged(*database));
    KAPOK_TRY(change.finish());
    return transaction.commit();
}

} // namespace kapok::roster
