// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xapi/validate.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace kapok::kapokd {

/// The xAPI version that each client spoke last, since the server started: what an answer is labelled with
/// when its request named none (decision 195). One entry for each client; people's devices always name one.
/// Thread-safety: everything from any thread.
class SpokenVersions {
public:
    /// \p key: of the client's credential, which was proved.
    void note(const std::string &key, xapi::Version version);
    /// Nothing for a client that was not heard yet.
    [[nodiscard]] std::optional<xapi::Version> of(const std::string &key) const;

private:
    mutable std::mutex m_mutex;
    std::map<std::string, xapi::Version> m_byKey;
};

} // namespace kapok::kapokd
