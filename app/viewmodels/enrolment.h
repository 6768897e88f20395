// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/worker.h"
#include "core/sync/server_types.h"
#include "core/sync/sync_engine.h"

#include <string>
#include <vector>

/// Bringing people to this device and keeping what the server says of them.
namespace kapok::viewmodels {

class Device;

/// Keeps somebody who just signed in at \p server: person, PIN (when \p pin is not empty), credential, node
/// and the keys whose courses this device takes.
Status keepSignedIn(Desk &desk, const std::string &server, const sync::SignedIn &signedIn,
                    const std::string &pin, const std::string &note);

/// From now on the node whose people signed in at \p before has the address \p server; people of other nodes
/// stay where they are. Without \p before it is the only other address on this device; when there are
/// several, or \p server is known already, nobody moves (the log says so).
Status moveToServer(Desk &desk, const std::string &server, const std::string &before = {});

/// Everybody who can send or fetch: her server with her credential there, and the xAPI endpoint she chose
/// with its own.
Result<std::vector<sync::SyncAccount>> syncAccounts(learner::People &people);

/// Stores what the engine learned of \p person.
void storePerson(Device &device, const PersonId &person);

/// One account of an enrolment file (docs/operations.md).
struct EnrolmentPerson {
    std::string account;
    std::string password;
    std::string pin;
    std::string note;
};
struct Enrolment {
    std::string server;
    std::string deviceName;
    std::vector<EnrolmentPerson> people;
    std::vector<std::string> courses; ///< to be fetched at once
};
/// InvalidInput names what is wrong in the JSON \p text.
Result<Enrolment> readEnrolment(const std::string &text);

/// Prepares the device in \p dataDir for everybody of \p enrolment, with the server reached: signs them in,
/// fetches catalogue, assignments and the courses named. Stops at the first error; doing it again is
/// harmless. Blocking; for `kapok --enrol`.
Status enrol(const std::filesystem::path &dataDir, const Enrolment &enrolment);

} // namespace kapok::viewmodels
