// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/attachment_folder.h"

#include "core/base/files.h"
#include "core/xapi/multipart.h"

#include <algorithm>

namespace kapok::kapokd {

Status AttachmentFolder::keep(const StatementId &id, const std::vector<lrs::Attachment> &attachments)
{
    std::error_code code;
    const auto folder = m_folder / id.value;
    std::filesystem::create_directories(folder, code);
    if (code)
        return storageError(code.value(), "cannot make " + folder.string());
    for (const auto &attachment : attachments) {
        if (!std::filesystem::exists(folder / attachment.sha2, code))
            KAPOK_TRY(writeFileAtomically(folder / attachment.sha2, attachment.content));
    }
    return success();
}

Result<std::vector<lrs::Attachment>> AttachmentFolder::read(const std::string &id) const
{
    std::vector<lrs::Attachment> attachments;
    std::error_code code;
    if (!isUuid(id)) // nor a way out of the folder
        return attachments;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder / id, code)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".part")) // an export was killed while it wrote it, and did so again
            continue;
        KAPOK_TRY_ASSIGN(std::string content, readFile(entry.path()));
        if (!xapi::isDigestOf(name, content))
            return Error{ErrorCode::Corrupt, "Its attachment " + name + " is not what its name says."};
        attachments.push_back({name, std::move(content)});
    }
    std::sort(attachments.begin(), attachments.end(),
              [](const auto &a, const auto &b) { return a.sha2 < b.sha2; });
    return attachments;
}

} // namespace kapok::kapokd
