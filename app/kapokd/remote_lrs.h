// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/lrs/attachments.h"

#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

namespace kapok::kapokd {

/// One page of another LRS's statements.
struct RemotePage {
    std::vector<std::string> statements;      ///< texts as they came, perhaps no valid JSON
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
    /// The page at RemotePage::more. Refused also when it is on another server, and when pages lead in a
    /// circle or, for long, to nothing. A page may be empty and yet not the last.
    [[nodiscard]] Result<RemotePage> next(const std::string &more);

private:
    struct Handle;
    [[nodiscard]] Result<RemotePage> page(const std::string &address);
    Status checkGoesOn(RemotePage &page);

    std::string m_url;
    std::unordered_set<std::size_t> m_pages; ///< digests of those that named a next one
    int m_emptyPages = 0;                    ///< one after the other, up to now
    std::unique_ptr<Handle> m_handle;
};

} // namespace kapok::kapokd
