// SPDX-License-Identifier: Apache-2.0
#include "core/store/place.h"

#include <string>
#include <sys/stat.h>

namespace kapok::store {
namespace {

using std::filesystem::path;

/// What a link leads to: SQLite puts the log beside it.
path resolved(const path &file)
{
    std::error_code code;
    path real = std::filesystem::canonical(file, code);
    return code ? file : real;
}

path withEnding(path file, const char *ending)
{
    return file += ending;
}

const char *sentenceOf(Place::State state)
{
    switch (state) {
    case Place::State::Same:
        break;
    case Place::State::Gone:
        return "its file was moved away or deleted; put it back";
    case Place::State::Replaced:
        return "another file lies in its place";
    case Place::State::LogGone:
        return "its -wal or -shm was moved away or deleted";
    }
    return "";
}

} // namespace

Place Place::of(const path &file)
{
    Place place;
    const path real = resolved(file);
    place.m_file = look(file);
    place.m_log = look(withEnding(real, "-wal"));
    place.m_index = look(withEnding(real, "-shm"));
    place.m_folder = real.parent_path();
    return place;
}

std::optional<Place::File> Place::look(const path &path)
{
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0)
        return {};
    return File{path, found.st_dev, found.st_ino};
}

bool Place::isThere(const std::optional<File> &file)
{
    return !file || look(file->path) == file;
}

Place::State Place::state() const
{
    if (!isThere(m_file))
        return look(m_file->path) ? State::Replaced : State::Gone;
    return isThere(m_log) && isThere(m_index) ? State::Same : State::LogGone;
}

Status Place::check() const
{
    const State now = state();
    if (now == State::Same)
        return success();
    return Error{ErrorCode::StorageBroken, std::string("cannot use the database: ") + sentenceOf(now)};
}

bool Place::isVolumeGone() const
{
    if (state() != State::Gone)
        return false;
    path folder = m_folder;
    auto found = look(folder);
    while (!found && folder.has_relative_path()) {
        folder = folder.parent_path();
        found = look(folder);
    }
    return found && found->device != m_file->device;
}

bool Place::hasLog() const
{
    if (!m_file)
        return false;
    const Place now = of(m_file->path); // a link may lead elsewhere now
    const auto isSame = [](const std::optional<File> &one, const std::optional<File> &other) {
        return one && other && one->device == other->device && one->number == other->number;
    };
    return isSame(m_log, now.m_log) || isSame(m_index, now.m_index);
}

bool Place::isLogFree() const
{
    std::error_code code;
    const bool isOurs = isThere(m_log);
    const auto size = m_log ? std::filesystem::file_size(m_log->path, code) : 0;
    const bool isEmpty = code || size == 0; // begun, and nothing is in it yet
    return (isOurs || isEmpty) && (isThere(m_index) || !look(m_index->path));
}

} // namespace kapok::store
