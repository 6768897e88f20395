// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kapok::library {

/// A picture of a course, named by its content. Empty when the course has none.
struct Cover {
    std::string sha256;
    std::uint64_t size = 0;
    std::string mediaType;

    [[nodiscard]] bool empty() const { return sha256.empty(); }
    bool operator==(const Cover &) const = default;
};

/// What the server says about one course it offers (docs/protocol.md, CatalogueEntry).
struct CatalogueEntry {
    CourseId id;
    std::string version;
    std::string manifestSha256;
    std::uint64_t manifestSize = 0;
    std::uint64_t size = 0; ///< bytes of all blobs together
    LocalizedText title;
    LocalizedText summary;
    std::string subject;
    std::vector<std::string> languages;
    int minutes = 0;
    double periods = 0;
    int lessons = 0;
    Cover cover;
    Cover coverDark;       ///< for the dark theme; may be empty: then cover
    std::string published; ///< ISO 8601, as the server wrote it

    bool operator==(const CatalogueEntry &) const = default;
};

/// The last catalogue that arrived. It stays while there is no connection.
struct Catalogue {
    std::vector<CatalogueEntry> courses;
    Time asOf{};      ///< the server's time when it made this answer
    std::string etag; ///< to ask whether it changed; "" when never fetched

    bool operator==(const Catalogue &) const = default;
};

/// One course somebody was asked to take.
struct Assignment {
    std::string id;
    CourseId course;
    std::optional<Time> due;
    std::optional<Time> assigned;
    UnitId unit;
    LocalizedText programme; ///< what it belongs to; may be empty

    bool operator==(const Assignment &) const = default;
};

/// The last assignments that arrived for one person.
struct Assignments {
    std::vector<Assignment> list;
    std::optional<Time> asOf; ///< not set when none ever arrived

    bool operator==(const Assignments &) const = default;
};

} // namespace kapok::library
