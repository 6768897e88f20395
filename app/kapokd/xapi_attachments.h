// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/http/message.h"
#include "core/lrs/statement_store.h"
#include "core/xapi/validate.h"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

/// Attachments on their way in and out (xAPI 1.0.3 Communication, 1.5.2 and 2.1.3).
namespace kapok::kapokd {

/// Puts the body of \p request into \p add: application/json, or multipart/mixed with attachments, which are
/// checked against their digests and against the statements; signatures are verified. InvalidInput.
[[nodiscard]] Status readStatementsBody(const Request &request, lrs::AddRequest &add);

/// The multipart/mixed answer to a GET with attachments=true.
class MultipartAnswer {
public:
    /// Bytes of attachments in one answer; a statement that alone has more is answered all the same.
    static constexpr std::size_t kMostBytes = 32u << 20;

    /// \p store outlives this.
    explicit MultipartAnswer(lrs::StatementStore &store);

    /// Takes in the attachments of \p statement (whole JSON). False, and nothing is done, when the answer is
    /// full: it and those after it belong to the next page.
    [[nodiscard]] Result<bool> add(const std::string &statement);

    /// \p json and all attachments that were taken in, each once.
    [[nodiscard]] Response response(const std::string &json) const;

private:
    lrs::StatementStore &m_store;
    std::set<std::string> m_taken; ///< digests
    std::string m_boundary;        ///< cannot be foreseen, so that no attachment can hold it
    std::string m_parts;
    bool m_isEmpty = true; ///< no statement yet
};

} // namespace kapok::kapokd
