// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace kapok {

/// A string id that cannot be mixed up with one of another kind. \p Tag only names the kind.
template <class Tag> struct Id {
    std::string value;

    [[nodiscard]] bool empty() const { return value.empty(); }
    auto operator<=>(const Id &) const = default;
};

// Course structure; stable across versions, chosen by the author ([a-z0-9-]).
using CourseId = Id<struct CourseTag>;
using LessonId = Id<struct LessonTag>;
using PageId = Id<struct PageTag>;
// Records; UUIDs in lower case. Sessions were given one, too, before newSessionId().
using StatementId = Id<struct StatementTag>;
using RegistrationId = Id<struct RegistrationTag>;
using SessionId = Id<struct SessionTag>;
// The organisation; UUIDs minted by the server.
using PersonId = Id<struct PersonTag>;
using UnitId = Id<struct UnitTag>;
using DeviceId = Id<struct DeviceTag>;

/// A new UUID version 7 (RFC 9562, 5.7): time-ordered, unique without coordination, and strictly
/// increasing within this process. \p unixMilliseconds is the time it carries. Thread-safe.
[[nodiscard]] std::string uuidV7(long long unixMilliseconds);

/// The UUID version 5 (RFC 9562, 5.5) of \p name in \p namespaceUuid: the same inputs always give
/// the same id, so two devices that are offline agree.
[[nodiscard]] std::string uuidV5(std::string_view namespaceUuid, std::string_view name);

/// A new session id: 16 random hex digits. cmi5 (9.6.3.1) asks for no UUID, which would be longer by 11 bytes
/// in every statement on its way; sessions are told apart within a registration only. Thread-safe.
[[nodiscard]] SessionId newSessionId();

/// Whether \p text is a UUID of the 8-4-4-4-12 form (any case, RFC 9562 variant not required).
[[nodiscard]] bool isUuid(std::string_view text);

/// Namespace of every UUIDv5 that Kapok mints.
inline constexpr std::string_view kUuidNamespace = "6f0c2a4e-9b1d-5c53-8a77-4b61706f6b00";

} // namespace kapok

template <class Tag> struct std::hash<kapok::Id<Tag>> {
    std::size_t operator()(const kapok::Id<Tag> &id) const noexcept
    {
        return std::hash<std::string>{}(id.value);
    }
};
