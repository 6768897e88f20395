// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roster/roster.h"

#include <chrono>
#include <map>
#include <mutex>

namespace kapok::roster {

/// The device that a sign-in comes from, as it says itself.
struct Device {
    std::string id;
    std::string name;
    std::string platform;
};

/// A key and its secret; the secret is known at the moment of making only.
struct Issued {
    std::string key;
    std::string secret;
};

/// Who a request comes from.
struct Principal {
    std::optional<Person> person;
    std::string client;              ///< name of an xAPI client, "" for a person
    std::vector<std::string> scopes; ///< of a client
    std::string key;
};

struct CredentialInfo {
    std::string key;
    PersonId person;
    std::string device; ///< its name
    std::string platform;
    Time created{};
    Time lastUsed{};
};

/// The outcome of a sign-in.
struct SignIn {
    enum class Outcome { SignedIn, Wrong, Throttled };
    Outcome outcome = Outcome::Wrong;
    Person person;
    Issued issued;
    std::chrono::seconds wait{0}; ///< when Throttled
};

/// What proves who somebody is. A secret has 256 random bits, so a keyed digest of it is enough: no request
/// but signIn() waits for a slow hash. Digests and whom they belong to are kept in memory after their first
/// use; one look at a counter in the database tells whether anything was taken away since, by this process or
/// another. Thread-safety: everything from any thread; signIn() takes a tenth of a second.
class Credentials {
public:
    /// Wrong passwords for one account before it waits; then each further one doubles the wait.
    static constexpr int kAccountTries = 5;
    /// The same for one address. A school shares one, so it is many.
    static constexpr int kAddressTries = 100;
    static constexpr std::chrono::seconds kFirstWait{60};
    static constexpr std::chrono::seconds kLongestWait{900};

    Credentials(store::Pool &pool, const Clock &clock) : m_pool(pool), m_clock(clock) {}

    /// Issues a credential for one person on one device; an older one of the two is gone then. Tries are
    /// counted before the password is looked at, so that asking in parallel gives no more of them.
    Result<SignIn> signIn(const std::string &account, const std::string &password, const Device &device,
                          const std::string &address);
    /// Nothing when the key is not there (any more) or the secret is wrong.
    [[nodiscard]] Result<std::optional<Principal>> authenticate(const std::string &key,
                                                                const std::string &secret);
    /// A key for the xAPI client \p name with \p scopes of docs/protocol.md. A client may have several keys,
    /// so that one can be replaced: what it stores with any of them is its own. InvalidInput.
    Result<Issued> addClient(const std::string &name, const std::vector<std::string> &scopes);
    [[nodiscard]] Result<std::vector<CredentialInfo>> of(const PersonId &person);
    /// Whose credential it is: empty for a client's. NotFound.
    [[nodiscard]] Result<PersonId> ownerOf(const std::string &key);
    /// The next request with it is refused. NotFound.
    Status revoke(const std::string &key);
    /// Reads everything anew: another database took the place of the former one.
    void forget();

private:
    struct Known {
        std::string digest;
        Principal principal;
        std::int64_t lastUsed = 0;
    };

    /// From memory, or from the database and then in memory. Nothing when there is no such key.
    Result<std::optional<Known>> find(store::Database &database, const std::string &key);
    Result<std::string> digestKey(store::Database &database);
    Status touch(store::Database &database, const std::string &key, std::int64_t now);
    Result<std::chrono::seconds> countTries(const std::string &account, const std::string &address);
    Status forgetTries(const std::string &account, const std::string &address);
    Result<Issued> issue(const Person &person, const Device &device);

    store::Pool &m_pool;
    const Clock &m_clock;
    std::mutex m_mutex; ///< guards what follows
    std::int64_t m_generation = -1;
    std::map<std::string, Known> m_known; ///< by key, as of m_generation
    std::string m_digestKey;              ///< never changes in a database
};

} // namespace kapok::roster
