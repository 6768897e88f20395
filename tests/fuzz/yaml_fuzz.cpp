// SPDX-License-Identifier: Apache-2.0
#include "core/base/files.h"
#include "core/course/source.h"
#include "core/course/svg.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

namespace fs = std::filesystem;

/// A course folder for this process whose one page is replaced again and again.
const fs::path &courseFolder()
{
    static const fs::path folder = [] {
        std::string pattern = (fs::temp_directory_path() / "kapok-fuzz-XXXXXX").string();
        if (!::mkdtemp(pattern.data()))
            std::abort();
        fs::copy(KAPOK_SOURCE_DIR "/app/kapok-pack/template", pattern, fs::copy_options::recursive);
        std::atexit([] { fs::remove_all(courseFolder()); });
        return fs::path(pattern);
    }();
    return folder;
}

/// Writes without waiting for the disk, which is all the time this would take.
void write(const fs::path &path, const std::string &bytes)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush())
        std::abort();
}

} // namespace

/// Reads any bytes as each kind of source file: a page, a lesson, a course and a drawing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char *>(data), size);
    static_cast<void>(kapok::course::checkSvg(bytes));
    for (const char *file :
         {"lessons/01-first-lesson/01-welcome.yaml", "lessons/01-first-lesson/lesson.yaml", "course.yaml"}) {
        const fs::path path = courseFolder() / file;
        const auto original = kapok::readFile(path);
        if (!original.ok())
            std::abort();
        write(path, bytes);
        const auto report = kapok::course::readSource(courseFolder());
        if (report.hasErrors() == report.course.has_value())
            std::abort(); // a course comes out exactly when nothing is wrong
        write(path, *original);
    }
    return 0;
}
