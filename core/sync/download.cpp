// SPDX-License-Identifier: Apache-2.0
#include "core/sync/download.h"

#include "core/base/files.h"
#include "core/sync/tuning.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace kapok::sync {
namespace {

/// Appends what arrives to the part of one blob, or starts it anew when the server's file is another one.
class PartSink final : public BodySink {
public:
    using Moved = std::function<void(std::uint64_t have)>;

    PartSink(library::Library &library, const course::BlobRef &blob, library::PartialBlob part, Moved moved)
        : m_library(library), m_blob(blob), m_part(std::move(part)), m_moved(std::move(moved))
    {}
    PartSink(const PartSink &) = delete;
    PartSink &operator=(const PartSink &) = delete;
    ~PartSink() override { close(); }

    Result<bool> begin(const Response &head) override
    {
        if (head.status != 200 && head.status != 206)
            return false;
        const bool continues = head.status == 206 && startOf(head) == m_part.have;
        if (head.status == 206 && !continues)
            return Error{ErrorCode::Corrupt, "The server sent another part of a file than it was asked for."};
        const std::string etag = head.header("etag");
        if (!continues || etag != m_part.etag) {
            if (!continues)
                m_part.have = 0;
            KAPOK_TRY(m_library.notePartial(m_blob.sha256, etag, !continues));
        }
        m_file = ::open(m_part.file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (m_file < 0)
            return storageError(errno, "cannot open " + m_part.file.string());
        return true;
    }

    Status write(std::string_view piece) override
    {
        if (m_part.have + piece.size() > m_blob.size)
            return Error{ErrorCode::Corrupt, "The server sent more of a file than its manifest says."};
        while (!piece.empty()) {
            const ssize_t written = ::write(m_file, piece.data(), piece.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return storageError(errno, "cannot write " + m_part.file.string());
            piece.remove_prefix(static_cast<std::size_t>(written));
            m_part.have += static_cast<std::uint64_t>(written);
        }
        if (m_part.have - m_flushed >= tuning::kPartFlushBytes) {
            m_flushed = m_part.have;
            if (::fdatasync(m_file) != 0)
                return storageError(errno, "cannot flush " + m_part.file.string());
        }
        m_moved(m_part.have);
        return success();
    }

    void close()
    {
        if (m_file >= 0)
            ::close(std::exchange(m_file, -1));
    }

private:
    /// Where a 206 begins, from "bytes 100-199/200".
    static std::uint64_t startOf(const Response &head)
    {
        const std::string range = head.header("content-range");
        const auto digit = range.find_first_of("0123456789");
        return digit == std::string::npos ? 0 : std::strtoull(range.c_str() + digit, nullptr, 10);
    }

    library::Library &m_library;
    const course::BlobRef &m_blob;
    library::PartialBlob m_part;
    Moved m_moved;
    std::uint64_t m_flushed = 0;
    int m_file = -1;
};

/// Keeps a small answer in memory.
class BytesSink final : public BodySink {
public:
    explicit BytesSink(std::uint64_t most) : m_most(most) {}

    Result<bool> begin(const Response &head) override { return head.status == 200; }

    Status write(std::string_view piece) override
    {
        if (m_bytes.size() + piece.size() > m_most)
            return Error{ErrorCode::Corrupt, "The server sent more of a cover than its catalogue says."};
        m_bytes += piece;
        return success();
    }

    [[nodiscard]] const std::string &bytes() const { return m_bytes; }

private:
    std::uint64_t m_most;
    std::string m_bytes;
};

/// Adds up what of a download is here and tells it now and then.
class Meter {
public:
    Meter(const DownloadProgress &progress, const library::Incoming &incoming)
        : m_progress(progress), m_total(incoming.bytesTotal)
    {
        std::uint64_t lacking = 0;
        for (const auto &blob : incoming.lacking)
            lacking += blob.size;
        m_done = m_total - std::min(m_total, lacking);
        tell(m_done);
    }

    /// \p have bytes of the blob that is on its way are here.
    void moved(std::uint64_t have)
    {
        if (m_done + have >= m_told + tuning::kProgressStep || m_done + have < m_told)
            tell(m_done + have);
    }

    void finished(std::uint64_t size)
    {
        m_done += size;
        tell(m_done);
    }

private:
    void tell(std::uint64_t done)
    {
        m_told = done;
        if (m_progress)
            m_progress(std::min(done, m_total), m_total);
    }

    const DownloadProgress &m_progress;
    std::uint64_t m_total;
    std::uint64_t m_done = 0;
    std::uint64_t m_told = 0;
};

/// One request for what is lacking of one blob.
Status fetchRest(ServerApi &server, library::Library &library, const course::BlobRef &blob, Meter &meter)
{
    KAPOK_TRY_ASSIGN(auto part, library.partial(blob.sha256));
    if (part.have > blob.size || (part.have == blob.size && blob.size > 0)) {
        if (library.place(blob).ok())
            return success();
        part.have = 0;
    }
    const auto from = part.have;
    const auto etag = part.etag;
    PartSink sink(library, blob, std::move(part), [&](std::uint64_t have) { meter.moved(have); });
    const auto answer = server.blob(blob.sha256, from, etag, sink);
    sink.close();
    if (!answer.ok()) {
        // A range that the server's file does not have: it is another file now.
        if (answer.error().code == ErrorCode::Refused && from > 0)
            KAPOK_TRY(library.notePartial(blob.sha256, "", true));
        return answer.error();
    }
    return library.place(blob);
}

bool isWorthAnotherTry(ErrorCode code)
{
    return code == ErrorCode::Network || code == ErrorCode::Corrupt || code == ErrorCode::Refused;
}

} // namespace

Status downloadCover(ServerApi &server, library::Library &library, const library::Cover &cover)
{
    BytesSink bytes(cover.size);
    KAPOK_TRY(server.blob(cover.sha256, 0, "", bytes));
    return library.keepCover(cover, bytes.bytes());
}

Result<library::CourseEntry> downloadCourse(ServerApi &server, library::Library &library,
                                            const CourseId &course, const DownloadProgress &progress)
{
    KAPOK_TRY_ASSIGN(const auto answer, server.manifest(course));
    KAPOK_TRY_ASSIGN(const auto incoming, library.begin(course, answer.bytes, answer.signature));
    Meter meter(progress, incoming);
    for (const auto &blob : incoming.lacking) {
        for (int attempt = 1;; ++attempt) {
            const auto status = fetchRest(server, library, blob, meter);
            if (status.ok())
                break;
            if (attempt >= tuning::kBlobTries || !isWorthAnotherTry(status.error().code))
                return status.error();
        }
        meter.finished(blob.size);
    }
    return library.finish(course);
}

} // namespace kapok::sync
