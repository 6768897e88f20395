// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace kapok::library {

/// What writes an unfinished file, so that no two share one.
enum class Part {
    Download, ///< ROOT/incoming/<sha256>.part, continued later
    Copy,     ///< ROOT/incoming/<sha256>.copy, from a package file; begun anew each time
    Cover,    ///< ROOT/incoming/<sha256>.cover, of a course that is only offered; begun anew each time
};

/// Files named by the SHA-256 of their content: ROOT/<first 2 hex>/<sha256>. A file with its final name is
/// always whole and was verified; what is being written lies in ROOT/incoming.
/// Thread-safety: one writer for each kind of Part; else any thread and process.
class BlobStore {
public:
    explicit BlobStore(std::filesystem::path root);

    /// Makes the folders. StorageFull, StorageBroken.
    [[nodiscard]] Status prepare() const;
    [[nodiscard]] const std::filesystem::path &root() const { return m_root; }
    [[nodiscard]] std::filesystem::path path(const std::string &sha256) const;
    [[nodiscard]] std::filesystem::path partPath(const std::string &sha256, Part part) const;
    /// Whether the blob is here with this size; its content is not read.
    [[nodiscard]] bool has(const std::string &sha256, std::uint64_t size) const;
    /// Whether the blob is here and its content has this hash. Reads all of it.
    [[nodiscard]] bool isWhole(const std::string &sha256, std::uint64_t size) const;
    /// The blob's content, hash checked. NotFound; Corrupt (the file is then removed, so that it counts as
    /// lacking).
    [[nodiscard]] Result<std::string> read(const std::string &sha256) const;
    /// Bytes of the download's part; 0 when there is none.
    [[nodiscard]] std::uint64_t partSize(const std::string &sha256) const;
    /// Flushes the part, which the caller has verified, and gives it its name.
    [[nodiscard]] Status place(const std::string &sha256, Part part) const;
    /// Makes the names that place() gave lasting.
    [[nodiscard]] Status syncNames() const;
    void removePart(const std::string &sha256, Part part) const;
    void removeBlob(const std::string &sha256) const;

    /// Calls \p visit for every whole blob, or every part of a kind. Files that are not ours are left alone.
    using Visit = std::function<void(const std::string &sha256, std::uint64_t size)>;
    void forEachBlob(const Visit &visit) const;
    void forEachPart(Part part, const Visit &visit) const;

private:
    std::filesystem::path m_root;
};

/// Writes a part from its beginning, piece by piece.
class PartWriter {
public:
    /// Replaces what is at \p file. StorageFull, StorageBroken.
    [[nodiscard]] static Result<PartWriter> create(const std::filesystem::path &file);
    PartWriter(PartWriter &&other) noexcept;
    PartWriter &operator=(PartWriter &&) = delete;
    PartWriter(const PartWriter &) = delete;
    PartWriter &operator=(const PartWriter &) = delete;
    ~PartWriter();

    [[nodiscard]] Status write(std::string_view piece);

private:
    PartWriter(int descriptor, std::filesystem::path file);

    int m_descriptor;
    std::filesystem::path m_file;
};

} // namespace kapok::library
