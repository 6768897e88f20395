// SPDX-License-Identifier: Apache-2.0
#include "core/base/files.h"
#include "core/course/captions.h"
#include "core/course/languages.h"
#include "core/course/limits.h"
#include "core/course/source_parts.h"
#include "core/course/svg.h"

#include <algorithm>
#include <fstream>

namespace kapok::course {
namespace {

namespace fs = std::filesystem;

std::string megabytes(std::uint64_t bytes)
{
    const std::uint64_t tenths = bytes * 10 / (1u << 20);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

std::string useName(FileUse use)
{
    switch (use) {
    case FileUse::Image:
        return "a picture";
    case FileUse::Video:
        return "a video";
    case FileUse::Audio:
        return "an audio file";
    case FileUse::Captions:
        return "a caption file";
    }
    return {};
}

std::uint64_t mostBytes(FileUse use)
{
    return use == FileUse::Image      ? kMaxImageBytes
           : use == FileUse::Captions ? kMaxCaptionBytes
                                      : kMaxBlobBytes;
}

/// Where a file is named, and its name; the subject of messages about it.
struct Mention {
    SourceContext &context;
    const std::string &source;
    int line;
    std::string label;
    std::string path;

    void error(const std::string &rest) const { context.error(source, line, label + " " + rest); }
};

/// Whether the file is there, inside the course folder, and a plain file.
bool isThere(const Mention &mention)
{
    std::error_code code;
    const fs::path full = mention.context.folder / mention.path;
    if (!fs::exists(full, code)) {
        mention.error("names " + mention.path + ", which does not exist; add the file or correct the name.");
        return false;
    }
    if (!mention.context.isInside(mention.path))
        mention.error("names " + mention.path +
                      ", a link to a file outside the course folder; copy the file here.");
    else if (!fs::is_regular_file(full, code))
        mention.error("names " + mention.path + ", which is no file.");
    else
        return true;
    return false;
}

bool hasFitSize(const Mention &mention, FileUse use, std::uint64_t size)
{
    if (size == 0) {
        mention.error("names " + mention.path + ", which is empty; put the real file there.");
        return false;
    }
    if (size > mostBytes(use)) {
        mention.error("names " + mention.path + ", which is too large (" + megabytes(size) + "; at most " +
                      megabytes(mostBytes(use)) + " are allowed); make it smaller.");
        return false;
    }
    const std::uint64_t large = use == FileUse::Image ? kLargeImageBytes : kLargeMediaBytes;
    if (size > large)
        mention.context.warn(mention.source, mention.line,
                             mention.path + " is large (" + megabytes(size) +
                                 "): it will take long over a slow connection; " + megabytes(large) +
                                 " or less is better.");
    return true;
}

bool startsAsNamed(const Mention &mention, const std::string &mediaType)
{
    std::ifstream stream(mention.context.folder / mention.path, std::ios::binary);
    std::string start(kSniffBytes, '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(stream.gcount()));
    if (startsLike(start, mediaType))
        return true;
    mention.error("names " + mention.path + ", whose content is not " + mediaType +
                  "; save it in that format or correct its ending.");
    return false;
}

/// Reads the formats that are text and reports what is wrong inside them, in the file itself.
void checkContent(SourceContext &context, const FileRef &file)
{
    if (file.mediaType != "image/svg+xml" && file.mediaType != "text/vtt")
        return;
    context.announce(file.path);
    const auto bytes = readFile(context.folder / file.path, kMaxImageBytes);
    if (!bytes.ok()) {
        context.error(file.path, 1, "This file cannot be read.");
    } else if (file.mediaType == "text/vtt") {
        for (const CaptionFault &fault : readCaptions(*bytes).faults)
            context.error(file.path, fault.line, fault.sentence);
    } else {
        for (const SvgFault &fault : checkSvg(*bytes))
            context.error(file.path, fault.line, fault.sentence);
    }
}

/// Checks a file that no page used before.
FileRef checkFile(const Mention &mention, FileUse use)
{
    std::error_code code;
    if (!isThere(mention))
        return {};
    FileRef file{mention.path,
                 {},
                 fs::file_size(mention.context.folder / mention.path, code),
                 mediaTypeOf(mention.path)};
    if (code || !hasFitSize(mention, use, file.size) || !startsAsNamed(mention, file.mediaType))
        return {};
    checkContent(mention.context, file);
    return file;
}

} // namespace

bool isSafePath(const std::string &path)
{
    if (path.empty() || path.size() > 250 || path.front() == '/' || path.back() == '/')
        return false;
    for (const char c : path) {
        if (static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == ':' || c == 0x7f)
            return false;
    }
    const fs::path parts(path);
    return std::none_of(parts.begin(), parts.end(),
                        [](const fs::path &part) { return part == ".." || part == "." || part.empty(); });
}

FileRef readFileRef(SourceContext &context, YamlMap &map, const std::string &key, FileUse use,
                    Presence presence)
{
    const std::string path = map.value(key, presence) ? map.text(key) : "";
    if (path.empty())
        return {};
    const Mention mention{context, map.path(), map.lineOf(key), map.label(key), path};
    if (!isSafePath(path)) {
        mention.error("is \"" + path.substr(0, 80) +
                      "\"; write the path inside the course folder, with \"/\", such as media/cover.svg.");
        return {};
    }
    if (!isAllowed(mediaTypeOf(path), use)) {
        mention.error("names " + path + ", but " + useName(use) + " must end in " + allowedEndings(use) +
                      ".");
        return {};
    }
    if (const auto known = context.usedFiles.find(path); known != context.usedFiles.end())
        return known->second;
    FileRef file = checkFile(mention, use);
    context.usedFiles[path] = file;
    return file;
}

std::map<std::string, FileRef> readCaptionFiles(SourceContext &context, YamlMap &map, int seconds)
{
    const auto value = map.value("captions", Presence::Required);
    if (!value)
        return {};
    std::map<std::string, FileRef> captions;
    YamlMap files(context, map.path(), *value, map.label("captions"));
    for (const std::string &language : context.languages) {
        if (!files.value(language, Presence::Optional)) {
            map.error(value->line,
                      "The captions in " + languageName(language) + " are missing; add a .vtt file.");
            continue;
        }
        captions[language] = readFileRef(context, files, language, FileUse::Captions, Presence::Optional);
        const std::string &path = captions[language].path;
        const auto bytes =
            path.empty() ? Result<std::string>("") : readFile(context.folder / path, kMaxCaptionBytes);
        const auto cues = bytes.ok() ? readCaptions(*bytes).cues : std::vector<Cue>();
        constexpr std::int64_t kToleranceMs = 1500;
        if (seconds > 0 && !cues.empty() && cues.back().endMs > seconds * 1000LL + kToleranceMs)
            files.warn(files.lineOf(language), path + " has captions after the end of the medium (" +
                                                   std::to_string(seconds) + " seconds).");
    }
    return captions;
}

void warnOfUnusedFiles(SourceContext &context)
{
    std::error_code code;
    std::vector<std::string> unused;
    auto walk =
        fs::recursive_directory_iterator(context.folder, fs::directory_options::skip_permission_denied, code);
    for (; !code && walk != fs::recursive_directory_iterator(); walk.increment(code)) {
        const std::string name = walk->path().filename().string();
        if (name.starts_with('.')) {
            walk.disable_recursion_pending();
            continue;
        }
        const std::string path = walk->path().lexically_relative(context.folder).generic_string();
        const bool isNote = name.starts_with("README") || name.starts_with("LICENSE");
        if (walk->is_regular_file(code) && !isNote && !context.readFiles.contains(path) &&
            !context.usedFiles.contains(path))
            unused.push_back(path);
    }
    std::sort(unused.begin(), unused.end());
    for (const std::string &path : unused) {
        const bool isYaml = path.ends_with(".yaml") || path.ends_with(".yml");
        context.warn(path, 1,
                     isYaml
                         ? "This file is not listed in the \"pages\" of a lesson or the \"lessons\" of the "
                           "course, so nobody will see it."
                         : "No page uses this file; it will not be packed.");
    }
}

} // namespace kapok::course
