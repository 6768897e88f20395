// SPDX-License-Identifier: Apache-2.0
#include "core/course/package.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

/// Opens any bytes as a package, whoever signed it, and reads all of it. The same bytes are also read as a
/// manifest and as a page, which a package would hide behind a checksum.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kapok::course;
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    if (const auto manifest = parseManifest(bytes); manifest.ok()) {
        if (const auto again = parseManifest(writeManifest(*manifest)); !again.ok())
            std::abort(); // what was accepted must be accepted again
    }
    if (const auto page = pageFromJson(bytes);
        page.ok() && !std::holds_alternative<UnknownBody>(page->body)) {
        const auto again = pageFromJson(pageToJson(*page));
        if (!again.ok() || !(*again == *page))
            std::abort();
    }
    const int file = ::memfd_create("package", MFD_CLOEXEC);
    if (file < 0 || ::write(file, data, size) != static_cast<ssize_t>(size))
        std::abort();
    auto reader = PackageReader::openUntrusted("/proc/self/fd/" + std::to_string(file));
    if (reader.ok() && reader->verifyAll().ok() && !reader->readCourse().ok())
        std::abort(); // verified means readable
    ::close(file);
    return 0;
}
