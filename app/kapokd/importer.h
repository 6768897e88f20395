// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/service.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace kapok::kapokd {

/// How an import went.
struct ImportCounts {
    std::uint64_t read = 0;
    std::uint64_t added = 0;
    std::uint64_t known = 0;   ///< there already, or of people who were deleted
    std::uint64_t refused = 0; ///< not valid, or another one has its id
};

/// Puts statements that were stored elsewhere into the database. Who vouched for them there (`authority`)
/// stays; `stored` is when they come here. One without an id gets one made of its text, so that it comes once
/// however often it is read. Not thread-safe.
class Importer {
public:
    /// Told for each statement that is refused: its id ("" when it has none) and why.
    using Refused = std::function<void(const std::string &id, const Error &reason)>;

    /// The bytes of attachments that a statement brings, by its id and its JSON; an error refuses it.
    using Brought = std::function<Result<std::vector<lrs::Attachment>>(const std::string &id,
                                                                       const std::string &statement)>;

    /// \p service outlives this.
    Importer(Service &service, Refused refused);

    /// Stores \p statements (JSON texts) in their order, with what they bring. What is refused is counted and
    /// told; the rest goes on. Errors are those of a database that cannot be written.
    Status add(const std::vector<std::string> &statements, const Brought &brought);

    [[nodiscard]] const ImportCounts &counts() const { return m_counts; }

private:
    struct Line;
    struct Batch;

    Status store(const Batch &batch);
    void refuse(const std::string &statement, const Error &reason);

    Service &m_service;
    Refused m_refused;
    std::string m_authority; ///< of statements that name none
    ImportCounts m_counts;
};

} // namespace kapok::kapokd
