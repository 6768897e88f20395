// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/attachments.h"

#include "core/lrs/dialect.h"
#include "core/lrs/interning.h"
#include "core/store/database.h"
#include "core/xapi/attachments.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace kapok::lrs {
namespace {

using nlohmann::json;
using store::Blob;
using store::Query;

std::set<std::string> digestsIn(std::string_view text)
{
    const json statement = json::parse(text, nullptr, false);
    std::set<std::string> digests;
    for (const json *attachment : xapi::attachmentsOf(statement))
        digests.insert(xapi::sha2Of(*attachment));
    return digests;
}

Status keepBytes(store::Database &database, const Attachment &attachment)
{
    KAPOK_TRY_ASSIGN(
        const auto known,
        database.query("SELECT 1 FROM attachment WHERE sha2 = ?", {attachment.sha2}).one([](const Query &) {
            return true;
        }));
    if (known)
        return success();
    return database.run("INSERT INTO attachment (sha2, content) VALUES (?, ?)",
                        {attachment.sha2, Blob{attachment.content}});
}

} // namespace

Status keepAttachments(store::Database &database, const StatementId &id, std::string_view text,
                       std::span<const Attachment> brought)
{
    const auto digests = digestsIn(text);
    const std::string idBytes = uuidBytes(id.value);
    for (const auto &attachment : brought) {
        if (!digests.contains(attachment.sha2))
            continue;
        KAPOK_TRY(keepBytes(database, attachment));
        KAPOK_TRY(database.run("INSERT INTO statement_attachment (stored, attachment)"
                               " SELECT s.stored, a.id FROM statement s, attachment a"
                               " WHERE " +
                                   statementHasId(database, "s") + " AND a.sha2 = ? ON CONFLICT DO NOTHING",
                               {Blob{idBytes}, attachment.sha2}));
    }
    return success();
}

Result<std::vector<Attachment>> readAttachments(store::Database &database, const StatementId &id)
{
    const std::string idBytes = uuidBytes(id.value);
    return database
        .query("SELECT a.sha2, a.content FROM statement s"
               " JOIN statement_attachment l ON l.stored = s.stored"
               " JOIN attachment a ON a.id = l.attachment WHERE " +
                   statementHasId(database, "s") + " ORDER BY a.sha2",
               {Blob{idBytes}})
        .all([](const Query &row) {
            return Attachment{row.text(0), row.blob(1)};
        });
}

} // namespace kapok::lrs
