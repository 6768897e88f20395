// SPDX-License-Identifier: Apache-2.0
#include "core/course/zip_index.h"

#include "core/course/limits.h"

#include <array>
#include <fstream>
#include <string_view>
#include <sys/stat.h>

namespace kapok::course {
namespace {

constexpr std::size_t kEndBytes = 22;                 ///< end of central directory record, without a comment
constexpr std::size_t kLocatorBytes = 20;             ///< ZIP64 locator, in front of it when there is one
constexpr std::uint64_t kRatioFreeBytes = 1ull << 20; ///< small entries may compress as well as they like
constexpr std::uint64_t kEntryOverheadBytes = 512;    ///< more than a directory entry of a package needs

using namespace std::string_view_literals;

std::uint64_t littleEndian(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = count; i-- > 0;)
        value = (value << 8u) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

Error noPackage(const std::string &why)
{
    return {ErrorCode::InvalidInput, "this is no Kapok package: " + why};
}

Error cutShort()
{
    return {ErrorCode::Corrupt, "the package is not complete: its end is missing. Copy or download it again"};
}

/// \p name fit for a message: printable, at most 80 bytes.
std::string shown(std::string_view name)
{
    std::string text;
    for (const char c : name.substr(0, 80))
        text.push_back(static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c);
    return name.size() > 80 ? text + "…" : text;
}

bool leavesFolder(std::string_view name)
{
    return name.starts_with('/') || name.find('\\') != std::string_view::npos || name.find("..") == 0 ||
           name.find("/..") != std::string_view::npos || name.find(':') != std::string_view::npos;
}

Status checkType(zip_t *archive, zip_uint64_t index, const std::string &name, const zip_stat_t &stat)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    zip_file_get_external_attributes(archive, index, 0, &system, &attributes);
    const auto type = system == ZIP_OPSYS_UNIX ? (attributes >> 16u) & S_IFMT : 0;
    if ((type != 0 && type != S_IFREG) || name.ends_with('/'))
        return Error{ErrorCode::InvalidInput, "the package contains \"" + shown(name) +
                                                  "\", which is a link or folder and not a file"};
    if (stat.encryption_method != ZIP_EM_NONE ||
        (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE))
        return Error{ErrorCode::InvalidInput,
                     "\"" + shown(name) + "\" is packed in a way that Kapok packages never are"};
    return success();
}

Status checkSize(const std::string &name, const zip_stat_t &stat)
{
    const std::uint64_t most = name == kManifestEntry    ? kMaxManifestBytes
                               : name == kSignatureEntry ? kMaxSignatureBytes
                                                         : kMaxBlobBytes;
    if (stat.size > most)
        return Error{ErrorCode::InvalidInput, "\"" + shown(name) + "\" claims to be " +
                                                  std::to_string(stat.size) + " bytes; at most " +
                                                  std::to_string(most) + " are allowed"};
    if (stat.size > kRatioFreeBytes && stat.size / kMaxCompressionRatio > stat.comp_size)
        return Error{ErrorCode::InvalidInput, "\"" + shown(name) + "\" would unpack to more than " +
                                                  std::to_string(kMaxCompressionRatio) +
                                                  " times its size, as a zip bomb does"};
    return success();
}

Status checkEntry(zip_t *archive, zip_uint64_t index, const std::string &name, const zip_stat_t &stat)
{
    if (leavesFolder(name))
        return Error{ErrorCode::InvalidInput,
                     "the package contains \"" + shown(name) + "\", a path that leaves its folder"};
    constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
    if ((stat.valid & kNeeded) != kNeeded)
        return noPackage("its directory is damaged");
    KAPOK_TRY(checkType(archive, index, name, stat));
    return checkSize(name, stat);
}

} // namespace

Status checkZipEnd(const std::filesystem::path &file)
{
    std::error_code code;
    if (!std::filesystem::is_regular_file(file, code))
        return Error{ErrorCode::NotFound, "there is no file " + file.string()};
    const std::uint64_t size = std::filesystem::file_size(file, code);
    if (code)
        return Error{ErrorCode::StorageBroken, "cannot read " + file.string()};
    if (size > kMaxPackageBytes)
        return Error{ErrorCode::InvalidInput, "the file is " + std::to_string(size) +
                                                  " bytes; a package has at most " +
                                                  std::to_string(kMaxPackageBytes)};
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 4> start{};
    stream.read(start.data(), start.size());
    if (!stream || std::string_view(start.data(), start.size()) != "PK\3\4"sv)
        return size < start.size() ? cutShort() : noPackage("it does not start like one");
    if (size < kEndBytes + kLocatorBytes)
        return cutShort();
    std::array<char, kEndBytes + kLocatorBytes> buffer{};
    stream.seekg(-static_cast<std::streamoff>(buffer.size()), std::ios::end);
    stream.read(buffer.data(), buffer.size());
    const std::string_view locator(buffer.data(), kLocatorBytes);
    const std::string_view end(buffer.data() + kLocatorBytes, kEndBytes);
    if (!stream || !end.starts_with("PK\5\6"sv) || littleEndian(end, 20, 2) != 0)
        return cutShort();
    const std::uint64_t entries = littleEndian(end, 10, 2);
    const std::uint64_t directoryBytes = littleEndian(end, 12, 4);
    const std::uint64_t directoryAt = littleEndian(end, 16, 4);
    if (locator.starts_with("PK\6\7"sv) || littleEndian(end, 4, 4) != 0 || entries > kMaxBlobs + 2 ||
        directoryBytes > entries * kEntryOverheadBytes || directoryAt + directoryBytes + kEndBytes != size)
        return noPackage("its directory does not fit the file");
    return success();
}

Result<std::map<std::string, ZipEntry>> indexEntries(zip_t *archive)
{
    std::map<std::string, ZipEntry> entries;
    std::uint64_t total = 0;
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0));
    for (zip_uint64_t index = 0; index < count; ++index) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        const char *rawName = zip_get_name(archive, index, ZIP_FL_ENC_RAW);
        if (!rawName || zip_stat_index(archive, index, 0, &stat) != 0)
            return noPackage("its directory is damaged");
        const std::string name = rawName;
        KAPOK_TRY(checkEntry(archive, index, name, stat));
        entries[name] = {index, stat.size}; // libzip has refused archives with a name twice
        total += stat.size;
    }
    if (total > kMaxPackageBytes)
        return Error{ErrorCode::InvalidInput, "the package claims to hold " + std::to_string(total) +
                                                  " bytes; at most " + std::to_string(kMaxPackageBytes) +
                                                  " are allowed"};
    return entries;
}

} // namespace kapok::course
