// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/course/course.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kapok::course {

enum class Severity { Warning, Error };

/// One thing the checker has to say, for a person who writes courses.
struct Finding {
    Severity severity = Severity::Error;
    std::string path;     ///< file relative to the course folder, with "/"
    int line = 1;         ///< from 1
    std::string sentence; ///< plain English: what is wrong and what to do

    bool operator==(const Finding &) const = default;
};

/// What reading a course folder gave.
struct SourceReport {
    std::optional<Course> course; ///< set when there are no errors; warnings do not matter
    std::vector<Finding>
        findings; ///< everything found, by file (course.yaml first, then in course order) and line

    [[nodiscard]] bool hasErrors() const;
};

/// Reads the course in \p folder (docs/course-format.md) and checks all of it: every mistake is reported, not
/// only the first. The course's FileRefs have path, size and mediaType. Never writes; never follows a
/// path out of \p folder. Failures of the disk are findings, too.
[[nodiscard]] SourceReport readSource(const std::filesystem::path &folder);

/// "lessons/01/02.yaml:7: error: The Chinese title is missing." for \p finding of the course in \p folder.
[[nodiscard]] std::string toLine(const Finding &finding, const std::filesystem::path &folder);

} // namespace kapok::course
