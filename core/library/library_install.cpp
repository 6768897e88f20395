// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"
#include "core/library/install_lock.h"
#include "core/library/library_state.h"

namespace kapok::library {
namespace {

using store::Query;
using store::Transaction;

/// Copies the blobs that are not here out of a package, each written beside its place, verified, flushed,
/// renamed.
class PackageCopy {
public:
    PackageCopy(Library::State &state, course::PackageReader &package, const course::Progress &progress,
                std::uint64_t total)
        : m_state(state), m_package(package), m_progress(progress), m_total(total)
    {}

    Status copy(const course::BlobRef &blob)
    {
        KAPOK_TRY(m_state.step(InstallStep::BeforeBlob));
        const auto status = write(blob);
        if (!status.ok())
            m_state.blobs.removePart(blob.sha256, Part::Copy);
        return status;
    }

private:
    Status write(const course::BlobRef &blob)
    {
        {
            KAPOK_TRY_ASSIGN(auto part, PartWriter::create(m_state.blobs.partPath(blob.sha256, Part::Copy)));
            const auto copied = m_package.copyBlob(blob.sha256, [&](std::string_view piece) -> Status {
                KAPOK_TRY(part.write(piece));
                m_done += piece.size();
                if (m_progress && !m_progress(m_done, m_total))
                    return Error{ErrorCode::Cancelled, "The installation was stopped."};
                return success();
            });
            KAPOK_TRY(copied);
        }
        KAPOK_TRY(m_state.step(InstallStep::BeforeRename));
        return m_state.blobs.place(blob.sha256, Part::Copy);
    }

    Library::State &m_state;
    course::PackageReader &m_package;
    const course::Progress &m_progress;
    std::uint64_t m_total;
    std::uint64_t m_done = 0;
};

std::uint64_t bytesOf(const std::vector<course::BlobRef> &blobs)
{
    std::uint64_t sum = 0;
    for (const auto &blob : blobs)
        sum += blob.size;
    return sum;
}

/// Ends a pending download that the installed version made pointless.
Status dropOvertakenDownload(Library::State &state, const course::Course &course)
{
    KAPOK_TRY_ASSIGN(
        const auto version,
        state.database
            .query("SELECT version FROM incoming WHERE course = ? AND source = 'server'", {course.id.value})
            .one([](const Query &row) { return row.text(0); }));
    if (!version || course::compareVersions(*version, course.version) > 0)
        return success();
    KAPOK_TRY(state.database.run("DELETE FROM wish WHERE course = ?", {course.id.value}));
    return state.forget(course.id, Source::Server);
}

Status installBlobs(Library::State &state, course::PackageReader &package, const Wanted &wanted,
                    const std::vector<course::BlobRef> &lacking, const course::Progress &progress)
{
    PackageCopy copy(state, package, progress, bytesOf(lacking));
    for (const auto &blob : lacking)
        KAPOK_TRY(copy.copy(blob));
    return state.switchTo(wanted, Source::File);
}

/// Finds out what is to be done and notes it, all in one transaction, so that no file counted on is
/// collected.
Result<std::vector<course::BlobRef>> prepare(Library::State &state, const Wanted &wanted)
{
    KAPOK_TRY(state.step(InstallStep::BeforeRemember));
    KAPOK_TRY_ASSIGN(auto transaction, Transaction::begin(state.database));
    KAPOK_TRY(state.checkVersion(wanted));
    auto lacking = state.lacking(wanted.manifest, true);
    KAPOK_TRY(state.checkRoom(bytesOf(lacking), wanted.manifest.course.id));
    KAPOK_TRY(state.remember(wanted, Source::File, bytesOf(lacking)));
    KAPOK_TRY(transaction.commit());
    return lacking;
}

} // namespace

Result<CourseEntry> Library::install(course::PackageReader &package, const course::Progress &progress)
{
    KAPOK_TRY_ASSIGN(const auto keys, trustedKeys());
    KAPOK_TRY_ASSIGN(const auto wanted, readWanted(package.manifestBytes(), package.signatureBytes(), keys));
    const CourseId &id = wanted.manifest.course.id;
    KAPOK_TRY_ASSIGN(const auto lock, InstallLock::take(m_state->lockFile));
    KAPOK_TRY_ASSIGN(const auto lacking, prepare(*m_state, wanted));
    if (const auto status = installBlobs(*m_state, package, wanted, lacking, progress); !status.ok()) {
        // The reason of the failure is what counts; what cannot be tidied now is tidied at the next open.
        if (m_state->forget(id, Source::File).ok())
            static_cast<void>(m_state->collect());
        return status.error();
    }
    KAPOK_TRY(dropOvertakenDownload(*m_state, wanted.manifest.course));
    KAPOK_TRY(m_state->step(InstallStep::BeforeCollection));
    KAPOK_TRY_ASSIGN(const auto freed, m_state->collect());
    static_cast<void>(freed);
    return entry(id);
}

Result<CourseEntry> Library::installFile(const std::filesystem::path &file, const course::Progress &progress)
{
    KAPOK_TRY_ASSIGN(const auto keys, trustedKeys());
    KAPOK_TRY_ASSIGN(auto package, course::PackageReader::open(file, keys));
    return install(package, progress);
}

Status Library::remove(const CourseId &id)
{
    {
        KAPOK_TRY_ASSIGN(auto transaction, Transaction::begin(m_state->database));
        KAPOK_TRY(m_state->database.run("DELETE FROM course WHERE id = ?", {id.value}));
        if (m_state->database.changes() == 0)
            return Error{ErrorCode::NotFound, "The course " + id.value + " is not on this device."};
        KAPOK_TRY(showOffer(*m_state, id));
        KAPOK_TRY(transaction.commit());
    }
    m_state->loaded.erase(id);
    KAPOK_TRY_ASSIGN(const auto freed, m_state->collect());
    static_cast<void>(freed);
    return success();
}

Result<Incoming> Library::begin(const CourseId &id, const std::string &manifestBytes,
                                const std::string &signatureBytes)
{
    KAPOK_TRY_ASSIGN(const auto keys, trustedKeys());
    const auto wanted = readWanted(manifestBytes, signatureBytes, keys);
    if (!wanted.ok()) {
        if (wanted.error().code == ErrorCode::NewerFormat)
            KAPOK_TRY(m_state->noteNewerFormat(id));
        return wanted.error();
    }
    if (wanted->manifest.course.id != id)
        return Error{ErrorCode::Corrupt, "The server answered with the course " +
                                             wanted->manifest.course.id.value + " when asked for " +
                                             id.value + "."};
    {
        KAPOK_TRY_ASSIGN(auto transaction, Transaction::begin(m_state->database));
        KAPOK_TRY(m_state->checkVersion(*wanted));
        KAPOK_TRY_ASSIGN(const bool again, m_state->isInstalled(*wanted));
        const auto before = m_state->remembered(id, Source::Server);
        const auto lacking = m_state->lacking(wanted->manifest, again);
        std::uint64_t needed = bytesOf(lacking);
        for (const auto &blob : lacking)
            needed -= std::min(blob.size, m_state->blobs.partSize(blob.sha256));
        KAPOK_TRY(m_state->checkRoom(needed, id));
        if (!before.ok() || before->manifestSha256 != wanted->manifestSha256)
            KAPOK_TRY(m_state->remember(*wanted, Source::Server, bytesOf(lacking)));
        KAPOK_TRY(transaction.commit());
    }
    return incoming(id);
}

Status Library::wish(const CourseId &course, const PersonId &person)
{
    return m_state->database.run("INSERT INTO wish (course, person, asked) VALUES (?, ?, ?)"
                                 " ON CONFLICT (course) DO UPDATE SET person = excluded.person",
                                 {course.value, person.value, m_state->now().time_since_epoch().count()});
}

Status Library::endWish(const CourseId &course)
{
    return m_state->database.run("DELETE FROM wish WHERE course = ?", {course.value});
}

Result<std::vector<Wish>> Library::wishes() const
{
    return m_state->database.query("SELECT course, person FROM wish ORDER BY asked, course")
        .all([](const Query &row) {
            return Wish{{row.text(0)}, {row.text(1)}};
        });
}

Result<Incoming> Library::incoming(const CourseId &id) const
{
    KAPOK_TRY_ASSIGN(auto wanted, m_state->remembered(id, Source::Server));
    KAPOK_TRY_ASSIGN(
        const auto total,
        m_state->database
            .query("SELECT total FROM incoming WHERE course = ? AND source = 'server'", {id.value})
            .one([](const Query &row) { return static_cast<std::uint64_t>(row.integer(0)); }));
    Incoming out;
    out.course = id;
    out.lacking = m_state->lacking(wanted.manifest, false);
    out.manifest = std::move(wanted.manifest);
    out.manifestSha256 = std::move(wanted.manifestSha256);
    out.bytesTotal = std::max(total.value_or(0), bytesOf(out.lacking));
    return out;
}

Result<PartialBlob> Library::partial(const std::string &sha256) const
{
    KAPOK_TRY_ASSIGN(const auto etag,
                     m_state->database.query("SELECT etag FROM partial WHERE sha256 = ?", {sha256})
                         .one([](const Query &row) { return row.text(0); }));
    PartialBlob out{m_state->blobs.partPath(sha256, Part::Download), etag.value_or(""), 0};
    if (etag)
        out.have = m_state->blobs.partSize(sha256);
    return out;
}

Status Library::notePartial(const std::string &sha256, const std::string &etag, bool restart)
{
    if (restart)
        m_state->blobs.removePart(sha256, Part::Download);
    return m_state->database.run("INSERT OR REPLACE INTO partial (sha256, etag) VALUES (?, ?)",
                                 {sha256, etag});
}

Status Library::place(const course::BlobRef &blob)
{
    if (m_state->blobs.has(blob.sha256, blob.size)) { // meanwhile, as a cover or from a package file
        m_state->blobs.removePart(blob.sha256, Part::Download);
        return m_state->database.run("DELETE FROM partial WHERE sha256 = ?", {blob.sha256});
    }
    const auto part = m_state->blobs.partPath(blob.sha256, Part::Download);
    const auto hash = sha256OfFile(part);
    if (!hash.ok() || *hash != blob.sha256 || m_state->blobs.partSize(blob.sha256) != blob.size) {
        m_state->blobs.removePart(blob.sha256, Part::Download);
        return Error{ErrorCode::Corrupt,
                     "The file " + blob.sha256 + " did not arrive as it was published; it is fetched again."};
    }
    KAPOK_TRY(m_state->step(InstallStep::BeforeRename));
    KAPOK_TRY(m_state->blobs.place(blob.sha256, Part::Download));
    return m_state->database.run("DELETE FROM partial WHERE sha256 = ?", {blob.sha256});
}

Result<CourseEntry> Library::finish(const CourseId &id)
{
    KAPOK_TRY_ASSIGN(const auto wanted, m_state->remembered(id, Source::Server));
    const auto lacking = m_state->lacking(wanted.manifest, false);
    if (!lacking.empty())
        return Error{ErrorCode::InvalidInput, std::to_string(lacking.size()) + " files of the course " +
                                                  id.value + " are not here yet."};
    KAPOK_TRY(m_state->switchTo(wanted, Source::Server));
    KAPOK_TRY(endWish(id));
    KAPOK_TRY(m_state->step(InstallStep::BeforeCollection));
    KAPOK_TRY_ASSIGN(const auto freed, m_state->collect());
    static_cast<void>(freed);
    return entry(id);
}

Status Library::abandon(const CourseId &id)
{
    KAPOK_TRY(endWish(id));
    KAPOK_TRY(m_state->forget(id, Source::Server));
    KAPOK_TRY_ASSIGN(const auto freed, m_state->collect());
    static_cast<void>(freed);
    return success();
}

} // namespace kapok::library
