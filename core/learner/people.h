// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/store/database.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::learner {

struct PersonRole {
    std::string role; ///< "learner", "reviewer", "author", "owner"
    UnitId unit;

    bool operator==(const PersonRole &) const = default;
};

/// Somebody who signed in on this device, as the server last described her.
struct Person {
    PersonId id;
    std::string server;   ///< base URL; "" when she only has an xAPI endpoint of her own
    std::string account;  ///< account name on the server and in statements
    std::string homePage; ///< account home page in statements
    std::string name;
    std::string nameLanguage;  ///< "vi", "zh", "en"
    std::string formOfAddress; ///< "Cô", "Thầy", "老师"; may be empty
    std::string note;          ///< what the picker shows under the name, e.g. her class
    UnitId unit;
    LocalizedText unitNames;
    std::vector<PersonRole> roles;
    bool hasPin = false; ///< kept by setPin(); ignored by add() and update()

    [[nodiscard]] bool hasRole(std::string_view role) const;
    bool operator==(const Person &) const = default;
};

/// Key and secret of one person on this device, as sign-in gave them.
struct StoredCredential {
    std::string key;
    std::string secret;

    bool operator==(const StoredCredential &) const = default;
};

/// The server installation a person belongs to, as last seen.
struct Node {
    struct TrustedKey {
        std::string id;
        std::string publicKey; ///< base64
        std::string name;

        bool operator==(const TrustedKey &) const = default;
    };

    std::string server; ///< base URL
    std::string name;
    LocalizedText names;
    std::string country;
    std::string homePage;
    std::vector<TrustedKey> trustedKeys;

    bool operator==(const Node &) const = default;
};

/// What came of entering a PIN.
struct PinCheck {
    enum class Outcome { Unlocked, Wrong, Locked };

    Outcome outcome = Outcome::Wrong;
    int triesLeft = 0;            ///< Wrong: before the pause begins
    std::chrono::seconds wait{0}; ///< Locked: until the next try is taken
};

/// The people of this device, their PINs, settings and credentials: DATA/device.db.
///
/// The database and the profile folders are readable by the owner of the process only (0600, 0700). The
/// credentials lie in it as they are: who can read the file is the device's user already, and a copy is
/// revoked on the server like a lost device. PINs are Argon2id hashes.
///
/// Thread-safety: none; one People per thread, several on one folder are fine. setPin() and check() take
/// about 0.1 s of processor time by design: call them on a worker thread.
/// Errors: those of store::Database, NotFound for an unknown person.
class People {
public:
    /// Least and most digits of a PIN.
    static constexpr std::size_t kPinMin = 4;
    static constexpr std::size_t kPinMax = 8;
    /// Wrong PINs in a row before the pause, and the pause.
    static constexpr int kPinTries = 5;
    static constexpr std::chrono::seconds kPinPause{60};

    /// Opens \p dataDir, making it when absent; finishes removals that were interrupted. \p clock must
    /// outlive this.
    static Result<People> open(const std::filesystem::path &dataDir, const Clock &clock,
                               const store::OpenOptions &options = {});

    /// Everybody, in the order they were added.
    Result<std::vector<Person>> all();
    Result<Person> find(const PersonId &id);
    /// Adds \p person, or brings the details up to date when already here (PIN, settings and record stay).
    /// InvalidInput when the id is not a UUID.
    Status add(const Person &person);
    /// Removes the person with her record on this device. What was not sent is gone: ask first
    /// (Record::counts()). A kill in between is finished by the next open().
    Status remove(const PersonId &id);

    /// InvalidInput unless \p pin is kPinMin to kPinMax digits. Ends a pause.
    Status setPin(const PersonId &id, std::string_view pin);
    /// Compares \p pin. The try is counted on the disk before the answer is known, so neither a kill nor a
    /// restart nor turning the clock back gives more tries. InvalidInput when no PIN was set.
    Result<PinCheck> check(const PersonId &id, std::string_view pin);
    /// How long the person still has to wait; 0 when a PIN may be entered.
    Result<std::chrono::seconds> pause(const PersonId &id);

    Status setCredential(const PersonId &id, const StoredCredential &credential);
    Result<std::optional<StoredCredential>> credential(const PersonId &id);
    Status forgetCredential(const PersonId &id);

    /// One setting of one person; nothing when never set. Keys and values are the caller's.
    Result<std::optional<std::string>> setting(const PersonId &id, std::string_view key);
    Status setSetting(const PersonId &id, std::string_view key, std::string_view value);
    /// One setting of the device.
    Result<std::optional<std::string>> deviceSetting(std::string_view key);
    Status setDeviceSetting(std::string_view key, std::string_view value);

    /// The device's id, minted when the folder was first opened.
    [[nodiscard]] const DeviceId &deviceId() const { return m_deviceId; }

    /// Node info by server URL.
    Status setNode(const Node &node);
    Result<std::optional<Node>> node(std::string_view server);
    Result<std::vector<Node>> nodes();

private:
    People(std::filesystem::path dataDir, const Clock &clock, store::Database database);
    Status finishRemovals();
    Status loadDeviceId();
    Status erase(const PersonId &id);

    std::filesystem::path m_dataDir;
    const Clock *m_clock;
    store::Database m_database;
    DeviceId m_deviceId;
};

/// DATA/profiles/<person id>: where the person's record lives.
[[nodiscard]] std::filesystem::path profileFolder(const std::filesystem::path &dataDir, const PersonId &id);

} // namespace kapok::learner
