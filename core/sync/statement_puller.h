// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/learner/record.h"
#include "core/sync/xapi_client.h"

namespace kapok::sync {

/// What one person did on other devices, brought here: statements since the cursor, and the bookmarks of the
/// lessons they are about. Also sends this device's bookmarks. Thread-safety: none.
class StatementPuller {
public:
    /// Both must outlive this.
    StatementPuller(XapiClient &client, learner::Record &record);

    /// Pulls what is new. What arrived before an error is kept and not asked for again. Returns how many
    /// statements were new.
    [[nodiscard]] Result<int> pull();
    /// Sends the places that changed here; when the server has another one, the later of the two wins on both
    /// sides.
    [[nodiscard]] Status exchangePlaces();

private:
    [[nodiscard]] Status receive(const StatementPage &page, const std::optional<Time> &consistentThrough);
    [[nodiscard]] Status fetchPlaces(const StatementPage &page);
    [[nodiscard]] Status sendPlace(const learner::PlaceDocument &place);

    XapiClient &m_client;
    learner::Record &m_record;
    int m_new = 0;
};

} // namespace kapok::sync
