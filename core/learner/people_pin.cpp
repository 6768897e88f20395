// SPDX-License-Identifier: Apache-2.0
#include "core/learner/people.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace kapok::learner {
namespace {

struct PinState {
    std::string hash;
    int wrong = 0;
    std::optional<Time> pausedAt;
};

Result<PinState> readPin(store::Database &database, const PersonId &id)
{
    KAPOK_TRY_ASSIGN(
        auto state,
        database
            .query("SELECT pin_hash, pin_wrong, pin_paused_at FROM person WHERE id = ? AND removed = 0",
                   {id.value})
            .one([](const store::Query &row) {
                PinState read{row.text(0), static_cast<int>(row.integer(1)), {}};
                if (!row.isNull(2))
                    read.pausedAt = Time{std::chrono::milliseconds{row.integer(2)}};
                return read;
            }));
    if (!state)
        return Error{ErrorCode::NotFound, "no person " + id.value + " on this device"};
    return *std::move(state);
}

Status writePin(store::Database &database, const PersonId &id, int wrong, std::optional<Time> pausedAt)
{
    std::optional<std::int64_t> paused;
    if (pausedAt)
        paused = pausedAt->time_since_epoch().count();
    return database.run("UPDATE person SET pin_wrong = ?, pin_paused_at = ? WHERE id = ?",
                        {wrong, paused, id.value});
}

/// What is left of a pause. A clock set back to before its start does not shorten it.
std::chrono::seconds remaining(const PinState &state, Time now)
{
    if (!state.pausedAt)
        return std::chrono::seconds{0};
    const auto elapsed = std::max(std::chrono::milliseconds{0}, now - *state.pausedAt);
    return std::max(std::chrono::seconds{0},
                    std::chrono::ceil<std::chrono::seconds>(People::kPinPause - elapsed));
}

/// Counts one try before its outcome is known. Gives back what to tell when no try is allowed now.
Result<PinCheck> countTry(store::Database &database, const PersonId &id, Time now, PinState &state)
{
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(database));
    KAPOK_TRY_ASSIGN(state, readPin(database, id));
    if (state.hash.empty())
        return Error{ErrorCode::InvalidInput, "this person has no PIN yet; set one first"};
    PinCheck check;
    check.wait = remaining(state, now);
    if (check.wait.count() > 0) {
        check.outcome = PinCheck::Outcome::Locked;
        if (now < *state.pausedAt) // the pause runs on the clock as it is now
            KAPOK_TRY(writePin(database, id, state.wrong, now));
    } else {
        if (state.pausedAt)
            state.wrong = 0;
        ++state.wrong;
        check.triesLeft = People::kPinTries - state.wrong;
        state.pausedAt = check.triesLeft <= 0 ? std::optional(now) : std::nullopt;
        KAPOK_TRY(writePin(database, id, state.wrong, state.pausedAt));
    }
    KAPOK_TRY(transaction.commit());
    return check;
}

} // namespace

Status People::setPin(const PersonId &id, std::string_view pin)
{
    const bool digits = std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || pin.size() < kPinMin || pin.size() > kPinMax)
        return Error{ErrorCode::InvalidInput,
                     "a PIN is " + std::to_string(kPinMin) + " to " + std::to_string(kPinMax) + " digits"};
    KAPOK_TRY_ASSIGN(const Person person, find(id)); // before the costly part
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (sodium_init() < 0 ||
        crypto_pwhash_str(hash.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return Error{ErrorCode::Internal, "not enough memory to protect the PIN; close other apps"};
    return m_database.run("UPDATE person SET pin_hash = ?, pin_wrong = 0, pin_paused_at = NULL WHERE id = ?",
                          {hash.data(), person.id.value});
}

Result<PinCheck> People::check(const PersonId &id, std::string_view pin)
{
    PinState state;
    KAPOK_TRY_ASSIGN(PinCheck check, countTry(m_database, id, m_clock->now(), state));
    if (check.outcome == PinCheck::Outcome::Locked)
        return check;
    if (sodium_init() < 0)
        return Error{ErrorCode::Internal, "the cryptography library does not start"};
    if (crypto_pwhash_str_verify(state.hash.c_str(), pin.data(), pin.size()) == 0) {
        KAPOK_TRY(writePin(m_database, id, 0, std::nullopt));
        check = {PinCheck::Outcome::Unlocked, kPinTries, std::chrono::seconds{0}};
    } else if (check.triesLeft <= 0) {
        check = {PinCheck::Outcome::Locked, 0, kPinPause};
    }
    return check;
}

Result<std::chrono::seconds> People::pause(const PersonId &id)
{
    KAPOK_TRY_ASSIGN(const PinState state, readPin(m_database, id));
    return remaining(state, m_clock->now());
}

} // namespace kapok::learner
