// SPDX-License-Identifier: Apache-2.0
#include "core/library/library.h"

#include "core/base/files.h"
#include "core/library/library_state.h"
#include "core/library/search_index.h"
#include "kapok_sql/library.h"

#include <algorithm>

namespace kapok::library {
namespace {

using store::Query;

Result<std::uint64_t> systemFreeSpace(const std::filesystem::path &folder)
{
    std::error_code code;
    const auto space = std::filesystem::space(folder, code);
    if (code)
        return storageError(code.value(), "cannot ask how much room is left at " + folder.string());
    return static_cast<std::uint64_t>(space.available);
}

/// What the tables say of one course, not yet put together.
struct Row {
    std::string id;
    std::optional<std::string> installed;
    std::optional<std::string> offered;
    std::uint64_t offeredSize = 0;
    std::string card;
    std::optional<std::string> pending;
    std::uint64_t pendingTotal = 0;
    bool newerFormat = false;
    std::uint64_t diskBytes = 0;
    bool offerSeen = false;
};

std::optional<std::string> textIf(const Query &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
}

Row readRow(const Query &q)
{
    return {q.text(0),
            textIf(q, 1),
            textIf(q, 2),
            static_cast<std::uint64_t>(q.integer(3)),
            q.text(4),
            textIf(q, 5),
            static_cast<std::uint64_t>(q.integer(6)),
            q.integer(7) != 0,
            static_cast<std::uint64_t>(q.integer(8)),
            q.integer(9) != 0};
}

constexpr const char *kRows =
    "SELECT k.id, c.version, o.version, o.size, coalesce(c.card, o.card, ''), i.version, i.total,"
    " EXISTS (SELECT 1 FROM newer_format n WHERE n.course = k.id AND n.version = o.version AND n.known = ?1),"
    " (SELECT coalesce(sum(size), 0) FROM course_blob b WHERE b.course = k.id),"
    " EXISTS (SELECT 1 FROM offered_blob b WHERE b.course = k.id)"
    " FROM (SELECT id FROM course UNION SELECT course FROM offered UNION"
    " SELECT course FROM incoming WHERE source = 'server') k"
    " LEFT JOIN course c ON c.id = k.id LEFT JOIN offered o ON o.course = k.id"
    " LEFT JOIN incoming i ON i.course = k.id AND i.source = 'server'"
    " WHERE ?2 = '' OR k.id = ?2 ORDER BY k.id";

/// Bytes of the files in \p table of one course that are not here, less the parts of them that are.
Result<std::uint64_t> lackingBytes(Library::State &state, const char *table, const std::string &course)
{
    KAPOK_TRY_ASSIGN(
        const auto blobs,
        state.database.query(std::string("SELECT sha256, size FROM ") + table + " WHERE course = ?", {course})
            .all([](const Query &row) {
                return std::pair(row.text(0), static_cast<std::uint64_t>(row.integer(1)));
            }));
    std::uint64_t bytes = 0;
    for (const auto &[hash, size] : blobs) {
        if (!state.blobs.has(hash, size))
            bytes += size - std::min(size, state.blobs.partSize(hash));
    }
    return bytes;
}

std::filesystem::path fileOf(const Library::State &state, const Cover &cover)
{
    if (cover.empty() || !state.blobs.has(cover.sha256, cover.size))
        return {};
    return state.blobs.path(cover.sha256);
}

Status addCard(Library::State &state, CourseEntry &entry, const std::string &json)
{
    KAPOK_TRY_ASSIGN(auto card, readCard(json));
    entry.title = std::move(card.title);
    entry.summary = std::move(card.summary);
    entry.subject = std::move(card.subject);
    entry.languages = std::move(card.languages);
    entry.minutes = card.minutes;
    entry.periods = card.periods;
    entry.lessons = card.lessons;
    entry.cover = card.cover;
    entry.coverDark = card.coverDark;
    entry.coverFile = fileOf(state, entry.cover);
    entry.coverDarkFile = fileOf(state, entry.coverDark);
    return success();
}

Status addDownload(Library::State &state, CourseEntry &entry, const Row &row)
{
    if (row.pending) {
        KAPOK_TRY_ASSIGN(const auto lacking, lackingBytes(state, "incoming_blob", row.id));
        const auto total = std::max(row.pendingTotal, lacking);
        entry.pending = PendingDownload{*row.pending, total - lacking, total};
        entry.downloadBytes = lacking;
    } else if (!entry.isInstalled()) {
        entry.downloadBytes = row.offeredSize;
    } else if (entry.hasUpdate()) {
        entry.downloadBytes = row.offeredSize;
        if (row.offerSeen) {
            KAPOK_TRY_ASSIGN(entry.downloadBytes, lackingBytes(state, "offered_blob", row.id));
        }
    }
    return success();
}

Result<CourseEntry> entryOf(Library::State &state, const Row &row)
{
    CourseEntry entry;
    entry.id.value = row.id;
    entry.installedVersion = row.installed;
    entry.offeredVersion = row.offered;
    entry.needsNewerApp = row.newerFormat;
    entry.diskBytes = row.diskBytes;
    std::string card = row.card;
    if (card.empty()) { // fetched by id, or withdrawn from the catalogue meanwhile
        KAPOK_TRY_ASSIGN(const auto wanted, state.remembered({row.id}, Source::Server));
        card = toJson(cardOf(wanted.manifest, wanted.manifestSha256)).dump();
    }
    KAPOK_TRY(addCard(state, entry, card));
    KAPOK_TRY(addDownload(state, entry, row));
    return entry;
}

Result<std::vector<CourseEntry>> entries(Library::State &state, const std::string &id)
{
    KAPOK_TRY_ASSIGN(const auto rows, state.database.query(kRows, {course::kPackageFormat, id}).all(readRow));
    std::vector<CourseEntry> out;
    for (const Row &row : rows) {
        KAPOK_TRY_ASSIGN(auto entry, entryOf(state, row));
        out.push_back(std::move(entry));
    }
    return out;
}

} // namespace

Library::Library(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Library::Library(Library &&) noexcept = default;
Library &Library::operator=(Library &&) noexcept = default;
Library::~Library() = default;

Result<Library> Library::open(const std::filesystem::path &dataDir, LibraryOptions options)
{
    if (!options.freeSpace)
        options.freeSpace = systemFreeSpace;
    KAPOK_TRY_ASSIGN(auto database, store::Database::open(dataDir / "library.db", sql::kLibrary));
    BlobStore blobs(dataDir / "blobs");
    KAPOK_TRY(blobs.prepare());
    auto state = std::make_unique<State>(std::move(database), std::move(blobs), std::move(options));
    KAPOK_TRY(state->forgetKilled());
    return Library(std::move(state));
}

Result<std::vector<CourseEntry>> Library::courses() const
{
    return entries(*m_state, {});
}

Result<CourseEntry> Library::entry(const CourseId &id) const
{
    KAPOK_TRY_ASSIGN(auto found, entries(*m_state, id.value));
    if (id.empty() || found.empty())
        return Error{ErrorCode::NotFound, "This device does not know a course " + id.value + "."};
    return std::move(found.front());
}

Result<std::shared_ptr<const course::Course>> Library::course(const CourseId &id)
{
    KAPOK_TRY_ASSIGN(const auto hash,
                     m_state->database.query("SELECT manifest_sha256 FROM course WHERE id = ?", {id.value})
                         .one([](const Query &row) { return row.text(0); }));
    if (const auto kept = m_state->loaded.find(id);
        hash && kept != m_state->loaded.end() && kept->second.first == *hash)
        return kept->second.second;
    KAPOK_TRY_ASSIGN(const auto installed, m_state->installedManifest(id));
    const auto read = [this](const std::string &blob) { return m_state->blobs.read(blob); };
    auto assembled = course::assemble(installed.second, read);
    if (!assembled.ok() && assembled.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::Corrupt, "A file of the course " + id.value + " is missing; fetch it again."};
    KAPOK_TRY_ASSIGN(auto course, std::move(assembled));
    auto shared = std::make_shared<const course::Course>(std::move(course));
    m_state->loaded[id] = {installed.first, shared};
    return shared;
}

std::filesystem::path Library::blobPath(const std::string &sha256) const
{
    return m_state->blobs.path(sha256);
}

bool Library::hasBlob(const std::string &sha256, std::uint64_t size) const
{
    return m_state->blobs.has(sha256, size);
}

Result<Library::Signature> Library::signature(const CourseId &id) const
{
    KAPOK_TRY_ASSIGN(const auto row,
                     m_state->database.query("SELECT key_id, installed FROM course WHERE id = ?", {id.value})
                         .one([](const Query &q) { return std::pair(q.text(0), q.integer(1)); }));
    if (!row)
        return Error{ErrorCode::NotFound, "The course " + id.value + " is not on this device."};
    Signature out;
    out.keyId = row->first;
    out.installed = Time(std::chrono::milliseconds(row->second));
    KAPOK_TRY_ASSIGN(const auto keys, trusted());
    const auto key =
        std::find_if(keys.begin(), keys.end(), [&](const TrustedKey &k) { return k.key.id() == out.keyId; });
    if (key != keys.end())
        out.key = *key;
    return out;
}

Result<StorageFigures> Library::storage() const
{
    StorageFigures out;
    KAPOK_TRY_ASSIGN(const auto bytes, m_state->database
                                           .query("SELECT coalesce(sum(size), 0) FROM"
                                                  " (SELECT DISTINCT sha256, size FROM course_blob)")
                                           .one([](const Query &row) { return row.integer(0); }));
    out.courseBytes = static_cast<std::uint64_t>(bytes.value_or(0));
    KAPOK_TRY_ASSIGN(const auto coming, m_state->database
                                            .query("SELECT DISTINCT sha256, size FROM incoming_blob"
                                                   " WHERE sha256 NOT IN (SELECT sha256 FROM course_blob)")
                                            .all([](const Query &row) {
                                                return std::pair(row.text(0),
                                                                 static_cast<std::uint64_t>(row.integer(1)));
                                            }));
    for (const auto &[hash, size] : coming)
        out.downloadBytes += m_state->blobs.has(hash, size) ? size : m_state->blobs.partSize(hash);
    KAPOK_TRY_ASSIGN(out.freeBytes, m_state->options.freeSpace(m_state->blobs.root()));
    return out;
}

Result<std::vector<SearchHit>> Library::search(std::string_view query, std::size_t limit) const
{
    return searchPlaces(m_state->database, query, limit);
}

Result<std::uint64_t> Library::collectGarbage()
{
    return m_state->collect();
}

} // namespace kapok::library
