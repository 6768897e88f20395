// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/store/pool.h"

#include <optional>
#include <string>
#include <vector>

/// Who is who on a server, what is offered and who shall learn what. The tables are in
/// core/lrs/sql/0002_roster.sql: a server has one database.
namespace kapok::roster {

/// The installation itself.
struct Node {
    std::string homePage; ///< IRL in every learner's xAPI account
    LocalizedText names;
    std::string country;      ///< ISO 3166-1
    int utcOffsetMinutes = 0; ///< where its days begin
};

struct Unit {
    UnitId id;
    std::string kind; ///< "province", "commune", "school", …
    UnitId parent;    ///< empty at the root
    LocalizedText names;
    std::string validFrom; ///< dates, "" when open
    std::string validTo;
};

struct Role {
    std::string role; ///< "learner", "reviewer", "author", "owner"
    UnitId unit;

    bool operator==(const Role &) const = default;
};

struct Person {
    PersonId id;
    std::string account;
    std::string name;
    std::string nameLanguage;
    std::string formOfAddress;
    std::vector<Role> roles;
    UnitId unit;

    [[nodiscard]] bool hasRole(std::string_view role) const;
};

struct NewPerson {
    std::string account; ///< a-z, 0-9, dot, hyphen, underscore; stored in lower case
    std::string name;
    std::string nameLanguage; ///< "" to guess it by the name's script
    std::string formOfAddress;
    UnitId unit;
    std::vector<Role> roles;
    std::string password; ///< at least kLeastPassword bytes; hashed with Argon2id
};

struct NewAssignment {
    std::string course;
    UnitId unit; ///< everybody in this branch; or
    PersonId person;
    std::optional<Time> due;
    LocalizedText programme;
};

struct Assignment {
    std::string id;
    std::string course;
    std::optional<Time> due;
    Time assigned{};
    UnitId unit; ///< the unit it was given to; empty when it was given to her alone
    LocalizedText programme;
};

/// A key whose packages are accepted.
struct TrustedKey {
    std::string id;
    std::string publicKey; ///< base64
    std::string name;
};

/// One version of a course as it is offered.
struct CourseVersion {
    std::string course;
    std::string version;
    std::string iri;
    int lessons = 0;
    Time published{};
    std::string entry; ///< CatalogueEntry of docs/protocol.md, JSON
    std::string manifestSha256;
    std::string manifest;  ///< the bytes
    std::string signature; ///< the bytes of manifest.sig
};

struct BlobInfo {
    std::string sha256;
    std::uint64_t size = 0;
    std::string mediaType;
};

inline constexpr std::size_t kLeastPassword = 8;
inline constexpr std::size_t kLongestPassword = 1024;

/// Deeper than any organisation.
inline constexpr int kWholeDepth = 1000;

/// The organisation. Errors: NotFound, InvalidInput, Conflict (exists already), and those of store::Database.
/// Thread-safety: everything from any thread.
class Roster {
public:
    /// \p pool gives connections to a database with lrs::migrations(); both outlive this.
    Roster(store::Pool &pool, const Clock &clock) : m_pool(pool), m_clock(clock) {}

    /// Makes the node, with \p wanted, when there is none. A home page given for a node that has another
    /// one replaces it while there are no people and no statements; later it is Conflict, for every learner's
    /// identity hangs on it.
    Status prepareNode(const Node &wanted, bool homePageGiven);
    /// Replaces names, country and offset.
    Status describeNode(const Node &node);
    [[nodiscard]] Result<Node> node();

    /// \p unit.id empty: a new UUID.
    Result<UnitId> addUnit(const Unit &unit);
    [[nodiscard]] Result<Unit> unit(const UnitId &id);
    /// The unit whose name in any language is \p name, or whose id it is; InvalidInput when several are.
    [[nodiscard]] Result<Unit> findUnit(const std::string &nameOrId);
    /// The branches below \p roots, themselves included, parents first, each once; \p depth 1 goes to the
    /// units right below them.
    [[nodiscard]] Result<std::vector<Unit>> branches(const std::vector<UnitId> &roots,
                                                     int depth = kWholeDepth);
    /// The greatest depth at which branches() gives at most \p most units; at least 1.
    [[nodiscard]] Result<int> depthOf(const std::vector<UnitId> &roots, int most);
    /// The unit and those above it, upwards. Empty when there is no such unit.
    [[nodiscard]] Result<std::vector<UnitId>> path(const UnitId &id);

    /// Slow: hashes the password.
    Result<PersonId> addPerson(const NewPerson &person);
    [[nodiscard]] Result<Person> person(const PersonId &id);
    [[nodiscard]] Result<Person> personByAccount(const std::string &account);
    /// Deletes the person with her roles, credentials and assignments. What she did is
    /// lrs::forgetAgent()'s. NotFound.
    Status removePerson(const std::string &account);
    /// Her role of learner goes with her; other roles at the unit that she leaves end. NotFound.
    Status movePerson(const std::string &account, const UnitId &unit);
    /// Everybody in the branch below \p unit, by sort key.
    [[nodiscard]] Result<std::vector<Person>> peopleIn(const UnitId &unit);

    /// The same course to the same unit or person again changes the due date; its id stays. For a large
    /// branch this takes a while, in which others write too: figures count it unit by unit (core/tally). An
    /// error that says so comes after the assignment is made.
    Result<std::string> assign(const NewAssignment &assignment);
    /// Hers and those of every unit above her; of several to one course the earliest due.
    [[nodiscard]] Result<std::vector<Assignment>> assignmentsOf(const PersonId &id);

    Status trust(const TrustedKey &key);
    [[nodiscard]] Result<std::vector<TrustedKey>> trustedKeys();

    /// Offers \p version with its blobs. True when it is new; false when this version with this manifest is
    /// there already; Conflict when it is there with another one. It becomes the offered one when
    /// \p isNewest.
    Result<bool> publish(const CourseVersion &version, const std::vector<BlobInfo> &blobs, bool isNewest);
    /// The version that is offered. NotFound.
    [[nodiscard]] Result<CourseVersion> offered(const std::string &course);
    /// Entries of all offered courses, JSON texts, by course id.
    [[nodiscard]] Result<std::vector<std::string>> catalogue();
    [[nodiscard]] Result<std::vector<CourseVersion>> allOffered();
    [[nodiscard]] Result<BlobInfo> blob(const std::string &sha256);

private:
    store::Pool &m_pool;
    const Clock &m_clock;
};

} // namespace kapok::roster
