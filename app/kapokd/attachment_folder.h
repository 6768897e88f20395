// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/attachments.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kapok::kapokd {

/// The bytes of attachments beside an export: FOLDER/STATEMENT-ID/SHA2. So it stays known which statement
/// brought which. Thread-safety: none.
class AttachmentFolder {
public:
    /// \p folder is made when something is kept.
    explicit AttachmentFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// Every file appears whole or not at all; what is there stays. StorageFull, StorageBroken.
    Status keep(const StatementId &id, const std::vector<lrs::Attachment> &attachments);

    /// What was kept of the statement, by name; none for one that had none. Corrupt when a file is not what
    /// its name says.
    [[nodiscard]] Result<std::vector<lrs::Attachment>> read(const std::string &id) const;

private:
    std::filesystem::path m_folder;
};

} // namespace kapok::kapokd
