// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/spoken_versions.h"

namespace kapok::kapokd {

void SpokenVersions::note(const std::string &key, xapi::Version version)
{
    const std::lock_guard lock(m_mutex);
    m_byKey[key] = version;
}

std::optional<xapi::Version> SpokenVersions::of(const std::string &key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? std::nullopt : std::optional(found->second);
}

} // namespace kapok::kapokd
