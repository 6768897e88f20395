// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/text.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::roster {

/// One server installation.
struct Node {
    std::string homePage; ///< IRL in the xAPI account of everybody here
    LocalizedText names;
    std::string country; ///< ISO 3166-1
    int utcOffset = 0;   ///< minutes: where this node's days begin

    /// First and last moment of a day ("2026-11-28") as this node counts days; InvalidInput.
    [[nodiscard]] Result<Time> startOf(const std::string &date) const;
    [[nodiscard]] Result<Time> endOf(const std::string &date) const;
};

/// A node of the organisation tree. Depth is free (domain.md 6).
struct Unit {
    std::int64_t row = 0;
    UnitId id;
    std::string kind; ///< "province", "commune", "school", …
    UnitId parent;    ///< empty at the top
    LocalizedText names;
    std::map<std::string, std::string> codes; ///< by scheme
    std::string validFrom;                    ///< dates, inclusive; "" when open
    std::string validTo;
};

enum class Role { Learner, Reviewer, Author, Owner };
[[nodiscard]] const char *toString(Role role);
[[nodiscard]] std::optional<Role> roleOf(std::string_view name);

/// A role and the branch it holds for.
struct RoleAt {
    Role role = Role::Learner;
    UnitId unit;
};

struct Person {
    std::int64_t row = 0;
    PersonId id;
    std::string account;
    std::string name;
    std::string nameLanguage;
    std::string formOfAddress; ///< "cô", "thầy", "老师", …
    std::vector<RoleAt> roles;
    Unit unit;

    [[nodiscard]] bool has(Role role) const;
};

struct NewPerson {
    std::string account;
    std::string name;
    std::string nameLanguage; ///< "" guesses from the letters
    std::string formOfAddress;
    UnitId unit;
    std::vector<RoleAt> roles; ///< empty: a learner of the unit
    std::string password;
};

struct Device {
    std::string id;
    std::string name;
    std::string platform;
};

struct Secret {
    std::string key;
    std::string secret;
};

/// Who sent a request: a person on a device, or an xAPI client.
struct Caller {
    std::string key;
    std::optional<Person> person;
    std::string client;
    std::vector<std::string> scopes; ///< of a client

    [[nodiscard]] bool has(Role role) const { return person && person->has(role); }
    [[nodiscard]] bool hasScope(std::string_view scope) const;
};

struct CredentialInfo {
    std::string key;
    PersonId person;
    std::string device;
    std::string platform;
    Time created{};
    Time lastUsed{};
};

struct Assignment {
    std::string id;
    std::string course;
    std::optional<Time> due;
    Time assigned{};
    UnitId unit; ///< empty when it was given to the person
    std::string programme;
};

struct NewAssignment {
    std::string course;
    UnitId unit; ///< this or account
    std::string account;
    std::optional<Time> due;
    std::string programme;
};

struct TrustedKey {
    std::string id;
    std::string publicKey; ///< base64
    std::string name;
};

/// One version of a course as the node offers it.
struct CourseVersion {
    std::string course;
    std::string version;
    std::string iri;
    int lessons = 0;
    std::string entry; ///< CatalogueEntry of docs/protocol.md without `published`, as JSON
    std::string manifestSha256;
    std::string manifest;
    std::string signature;
    Time published{};
};

struct BlobInfo {
    std::string sha256;
    std::uint64_t size = 0;
    std::string mediaType;
};

} // namespace kapok::roster
