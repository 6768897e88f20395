// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <zip.h>

/// What the writer and the reader of packages agree on.
namespace kapok::course {

inline constexpr const char *kManifestEntry = "manifest.json";
inline constexpr const char *kSignatureEntry = "manifest.sig";
inline constexpr const char *kBlobFolder = "blobs/";

/// Bytes read or written at a time.
inline constexpr std::size_t kPieceBytes = 256u << 10;

/// Closes an archive without writing anything.
struct ZipDiscard {
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
using ZipArchive = std::unique_ptr<zip_t, ZipDiscard>;

struct ZipFileClose {
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};
using ZipFile = std::unique_ptr<zip_file_t, ZipFileClose>;

/// libzip's own words for error \p code of zip_open().
[[nodiscard]] inline std::string zipErrorText(int code)
{
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

} // namespace kapok::course
