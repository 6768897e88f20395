// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/catalogue.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kapok::library {

/// A download that was asked for and is not finished; it survives a restart of the app.
struct PendingDownload {
    std::string version;
    std::uint64_t bytesDone = 0; ///< of what was missing at the beginning, including parts of files
    std::uint64_t bytesTotal = 0;

    bool operator==(const PendingDownload &) const = default;
};

/// One course this device knows of, installed or offered or both: what a card on a screen needs.
struct CourseEntry {
    CourseId id;
    LocalizedText title; ///< of the installed version, else of the offered one
    LocalizedText summary;
    std::string subject;
    std::vector<std::string> languages;
    int minutes = 0;
    double periods = 0;
    int lessons = 0;
    Cover cover;
    Cover coverDark;                             ///< may be empty: then cover
    std::filesystem::path coverFile;             ///< empty when its bytes are not here yet
    std::filesystem::path coverDarkFile;         ///< likewise
    std::optional<std::string> installedVersion; ///< not set: not on this device
    std::optional<std::string> offeredVersion;   ///< not set: not in the catalogue
    std::optional<PendingDownload> pending;      ///< a download asked for and not finished
    bool needsNewerApp = false;                  ///< the offered version has a newer package format
    std::uint64_t diskBytes = 0;                 ///< what it takes on this device; shared files count in full
    std::uint64_t downloadBytes = 0;             ///< what fetching the offered version still moves

    [[nodiscard]] bool isInstalled() const { return installedVersion.has_value(); }
    /// Whether the catalogue offers a newer version than the one here.
    [[nodiscard]] bool hasUpdate() const;

    bool operator==(const CourseEntry &) const = default;
};

/// How much room courses take here.
struct StorageFigures {
    std::uint64_t courseBytes = 0;   ///< files of installed courses, shared ones once
    std::uint64_t downloadBytes = 0; ///< files and parts of files of unfinished downloads
    std::uint64_t freeBytes = 0;     ///< left on the disk for us
};

} // namespace kapok::library
