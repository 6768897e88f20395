// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/course/media_types.h"
#include "core/course/source_context.h"
#include "core/course/yaml_map.h"

#include <optional>
#include <string>

/// The parts of readSource(), one for each kind of file.
namespace kapok::course {

/// The medium at \p key of \p map for \p use: path, existence, size, format and, once per file, its content
/// are checked. Empty when it is not there or not fit.
[[nodiscard]] FileRef readFileRef(SourceContext &context, YamlMap &map, const std::string &key, FileUse use,
                                  Presence presence);

/// Whether \p path may stand in a source file: relative, with "/", no part that leaves the folder.
[[nodiscard]] bool isSafePath(const std::string &path);

/// Captions of a medium by language, from the mapping at `captions` of \p map; \p seconds is its length.
[[nodiscard]] std::map<std::string, FileRef> readCaptionFiles(SourceContext &context, YamlMap &map,
                                                              int seconds);

/// A page and where its parts are, for the checks across pages of a lesson.
struct SourcePage {
    Page page;
    std::string path;
    int idLine = 1;
    int reviewLine = 1;
};

/// The page in file \p path, or nothing when there is no reading it.
[[nodiscard]] std::optional<SourcePage> readPageFile(SourceContext &context, const std::string &path);

/// The lesson in folder \p path ("lessons/01-parts"); \p completion holds the course's rule.
[[nodiscard]] std::optional<Lesson> readLessonFolder(SourceContext &context, const std::string &path,
                                                     const CompletionRule &completion);

/// The `completion` of \p map over \p rule.
[[nodiscard]] CompletionRule readCompletion(SourceContext &context, YamlMap &map, CompletionRule rule);

/// The names at \p key of \p map, each with its line: file or folder names of the course, none twice.
[[nodiscard]] std::vector<std::pair<std::string, int>> readNames(YamlMap &map, const std::string &key);

/// Everything in course.yaml and below.
[[nodiscard]] Course readCourseFile(SourceContext &context);

/// Warns of files in the folder that no page uses.
void warnOfUnusedFiles(SourceContext &context);

} // namespace kapok::course
