// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kapok::sync {

/// The six states of ui.md; the first that applies, in this order, is the one.
enum class SyncState {
    Problem,  ///< somebody has to do something; nothing is lost
    Sending,  ///< statements are on their way right now
    Paused,   ///< a large download waits for Wi-Fi
    Offline,  ///< the server cannot be reached
    Waiting,  ///< statements are queued; they go by themselves
    UpToDate, ///< every statement was acknowledged by the server
};

/// What is known about the way to the server.
enum class Connection {
    Unknown,   ///< nothing was tried yet
    None,      ///< the system says there is no network
    NoAnswer,  ///< there may be a network, but the server did not answer
    Reachable, ///< the server answered last time
};

/// What the system says about the network; a hint, never a reason not to try when somebody asks.
enum class NetworkHint { Unknown, None, Metered, Unmetered };

/// What somebody has to see to. Every one leaves all data on this device.
struct SyncProblem {
    enum class Kind {
        SignInAgain,       ///< the server no longer knows this device's credential (401)
        NotAllowed,        ///< the server knows the person and says no (403)
        StatementSetAside, ///< the server did not take one statement; the others went
        DownloadStopped,   ///< a course cannot be fetched by trying again; code says why
        StorageTrouble,    ///< this device's disk is full or broken
        ServerTrouble,     ///< the server answers, but not as it should (a wrong address, a proxy's page)
        RecordStore,       ///< her own xAPI endpoint does not take its key (401, 403); courses still come
    };
    Kind kind = Kind::ServerTrouble;
    PersonId person;       ///< empty when it concerns everybody
    StatementId statement; ///< StatementSetAside
    CourseId course;       ///< DownloadStopped
    ErrorCode code = ErrorCode::Internal;
    std::string reason; ///< the other side's own sentence, English; may be empty
    Time since{};

    bool operator==(const SyncProblem &) const = default;
};

/// One download as the sheet "to receive" shows it.
struct DownloadStatus {
    enum class State { Queued, Running, Paused, Stopped };
    CourseId course;
    State state = State::Queued;
    std::uint64_t done = 0;     ///< bytes
    std::uint64_t total = 0;    ///< bytes; 0 until the manifest is here
    std::optional<Error> error; ///< why it stopped

    [[nodiscard]] double progress() const;
};

/// One person of this device, for the profile picker.
struct PersonStatus {
    PersonId person;
    int waiting = 0;
    /// How many lessons (or courses) `waiting` belongs to; during a sending, as it was at its beginning.
    int waitingLessons = 0;
    int setAside = 0;
    std::optional<Time> lastSent;
    bool mustSignInAgain = false;

    bool operator==(const PersonStatus &) const = default;
};

/// What is true right now about sending and receiving, for the person whose screen it is (or for the whole
/// device while nobody has unlocked it). "Sent" is never said before the server's answer.
struct SyncStatus {
    SyncState state = SyncState::UpToDate;
    int sendingIndex = 0; ///< statement i of n that is on its way (i from 1); 0 when none is
    int sendingTotal = 0;
    int waiting =
        0; ///< statements recorded here and not acknowledged, the ones on their way included, set aside not
    int waitingLessons = 0;       ///< see PersonStatus; 0 only when nothing waits
    std::optional<Time> lastSent; ///< when the server last acknowledged something
    int lastSentCount = 0;        ///< how many in that sending
    std::vector<SyncProblem> problems;
    Connection connection = Connection::Unknown;
    std::optional<Time> nextTry; ///< when it goes on by itself after a failure
    std::vector<DownloadStatus> downloads;
    std::vector<PersonStatus> people; ///< everybody of this device
};

/// The first state of ui.md's table that applies to \p status (its own state field is not read).
[[nodiscard]] SyncState stateOf(const SyncStatus &status);

/// Something arrived from the server that screens may show.
struct SyncChange {
    enum class Kind {
        Catalogue,   ///< Library::courses() changed
        Assignments, ///< of `person`
        Record,      ///< statements of other devices were folded into `person`'s record
        Course,      ///< `course` was installed
        Cover,       ///< a cover arrived
        Person, ///< the server says something new of `person` (name, unit, roles): see SyncEngine::person
    };
    Kind kind = Kind::Catalogue;
    PersonId person;
    CourseId course;
};

} // namespace kapok::sync
