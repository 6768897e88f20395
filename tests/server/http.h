// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace kapok::test {

/// An answer. status 0: none came.
struct Answer {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;

    [[nodiscard]] std::string header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

/// What to ask beside method and address.
struct Ask {
    std::string credential; ///< "KEY:SECRET"
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

/// One HTTP request by libcurl, with a connection of its own. Blocks; at most 60 s.
[[nodiscard]] Answer http(const std::string &method, const std::string &url, const Ask &ask = {});

/// gzip of \p bytes.
[[nodiscard]] std::string packed(const std::string &bytes);

/// Percent-encodes a parameter's value.
[[nodiscard]] std::string encoded(const std::string &text);

} // namespace kapok::test
