// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/lrs/attachments.h"

#include <memory>
#include <string>
#include <vector>

namespace kapok::kapokd {

/// One page of another LRS's statements.
struct RemotePage {
    std::vector<std::string> statements;      ///< JSON texts, as they came
    std::vector<lrs::Attachment> attachments; ///< what came with them, each once
    std::string more;                         ///< where the next page is; "": this was the last
    std::string consistentThrough;            ///< X-Experience-API-Consistent-Through; "" when it names none
    std::string lastStored;                   ///< of the last statement; "" when there are none
};

/// Reads the statements of another LRS by xAPI 1.0.3, oldest first, with the bytes of their attachments. TLS
/// is verified; redirects are not followed, so that the credential goes nowhere else. Not thread-safe.
class RemoteLrs {
public:
    /// \p url: the xAPI endpoint, such as https://lrs.example/xapi.
    RemoteLrs(std::string url, std::string key, std::string secret);
    ~RemoteLrs();
    RemoteLrs(const RemoteLrs &) = delete;
    RemoteLrs &operator=(const RemoteLrs &) = delete;

    /// The first page of what was stored after \p since ("": from the beginning). Network, NotTrusted (TLS),
    /// Unauthorized, Forbidden, Refused (any other status), Corrupt (not what an LRS answers).
    [[nodiscard]] Result<RemotePage> first(const std::string &since);
    /// The page at RemotePage::more. Refused also when it is on another server.
    [[nodiscard]] Result<RemotePage> next(const std::string &more);

private:
    struct Handle;
    [[nodiscard]] Result<RemotePage> page(const std::string &address);

    std::string m_url;
    std::unique_ptr<Handle> m_handle;
};

} // namespace kapok::kapokd
