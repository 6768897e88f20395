// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/database.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::learner {

/// Where she was within one page.
struct PagePlace {
    std::chrono::milliseconds position{0}; ///< of its media
    int revealed = 0;                      ///< steps of a worked example that are open

    bool operator==(const PagePlace &) const = default;
};

/// A lesson's place as xAPI State document (stateId "bookmark"), for syncing.
struct PlaceDocument {
    std::string activityId; ///< of the lesson
    RegistrationId registration;
    std::string json; ///< {"page","position_ms","updated","device"}
    std::string etag; ///< as last seen from the server; "" when it has none
};

/// Where she stopped in each lesson: last writer wins, the only thing of a record that is not a statement.
///
/// Saving is cheap and meant to be done often: it survives a kill of the app at once and the battery dying
/// within seconds (no flush to the disk of its own).
///
/// Thread-safety: none; lives on the connection it was given, which must outlive it.
/// Errors: those of store::Database.
class Places {
public:
    Places(store::Database &database, const Clock &clock, DeviceId device)
        : m_database(&database), m_clock(&clock), m_device(std::move(device))
    {}

    /// She is on \p page of the lesson.
    Status savePage(const RegistrationId &registration, std::string_view lessonActivity, const PageId &page);
    /// The page she was on; nothing when she never was, or the place came from another course version.
    Result<std::optional<PageId>> page(const RegistrationId &registration, std::string_view lessonActivity);

    Status savePagePlace(const RegistrationId &registration, std::string_view lessonActivity,
                         const PageId &page, const PagePlace &place);
    Result<PagePlace> pagePlace(const RegistrationId &registration, std::string_view lessonActivity,
                                const PageId &page);

    /// Documents that differ from what the server has.
    Result<std::vector<PlaceDocument>> changed();
    /// The server took \p document.json and named it \p etag. A place saved meanwhile stays changed.
    Status markSent(const PlaceDocument &document, std::string_view etag);
    /// Takes in what the server has: the later "updated" wins; when the local one does, it stays changed
    /// with the server's \p etag. InvalidInput for a document that is not one.
    Status mergeFromServer(std::string_view activityId, const RegistrationId &registration,
                           std::string_view json, std::string_view etag);

private:
    store::Database *m_database;
    const Clock *m_clock;
    DeviceId m_device;
};

} // namespace kapok::learner
