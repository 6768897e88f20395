// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/base/text.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kapok::course {

/// A file of a course. In source form `path` is relative to the course folder and `sha256` is empty; read
/// from a package `sha256` names the blob and `path` is empty.
struct FileRef {
    std::string path;
    std::string sha256;
    std::uint64_t size = 0;
    std::string mediaType; ///< "image/svg+xml", "video/webm", "audio/ogg", "text/vtt"; see media_types.h

    [[nodiscard]] bool empty() const { return path.empty() && sha256.empty(); }
    bool operator==(const FileRef &) const = default;
};

/// Markdown (CommonMark without raw HTML) in each language.
struct TextBody {
    LocalizedText markdown;

    bool operator==(const TextBody &) const = default;
};

/// One picture with a description for those who cannot see it.
struct ImageBody {
    FileRef image;
    LocalizedText description; ///< required: the text alternative
    LocalizedText caption;     ///< may be empty
    LocalizedText markdown;    ///< text under the picture, may be empty
    bool aiGenerated = false;  ///< must be marked on screen (China 1 Sep 2025, Vietnam 1 Mar 2026)

    bool operator==(const ImageBody &) const = default;
};

enum class MediaKind { Video, Audio };

/// Video or audio with captions per language. The transcript is the captions' text unless written out.
struct MediaBody {
    MediaKind kind = MediaKind::Video;
    FileRef file;
    FileRef poster;                                ///< picture shown before play; may be empty
    std::map<std::string, FileRef> captions;       ///< WebVTT by language
    std::map<std::string, LocalizedText> chapters; ///< start as "m:ss" to title; may be empty
    LocalizedText description;
    LocalizedText markdown; ///< introduction above the player, may be empty
    int seconds = 0;
    bool aiGenerated = false;

    bool operator==(const MediaBody &) const = default;
};

struct ExampleStep {
    std::string id;
    LocalizedText title;
    LocalizedText markdown;

    bool operator==(const ExampleStep &) const = default;
};

/// A worked example whose steps are revealed one by one.
struct ExampleBody {
    LocalizedText introduction;
    std::vector<ExampleStep> steps;

    bool operator==(const ExampleBody &) const = default;
};

struct Option {
    std::string id; ///< stable; what the statement's response names
    LocalizedText text;
    LocalizedText feedback; ///< why it is right or not; shown after this option was chosen
    bool right = false;

    bool operator==(const Option &) const = default;
};

/// One (`multiple` false) or several (`multiple` true) right options.
struct ChoiceBody {
    bool multiple = false;
    LocalizedText question;
    std::vector<Option> options;
    LocalizedText hint;           ///< shown with "not yet"; may be empty
    LocalizedText explanation;    ///< why the right answer is right
    std::optional<PageId> review; ///< page of the same lesson to read again

    bool operator==(const ChoiceBody &) const = default;
};

struct OrderItem {
    std::string id;
    LocalizedText text;

    bool operator==(const OrderItem &) const = default;
};

/// Items to bring into order; `items` is the right order, the screen shows them shuffled.
struct OrderBody {
    LocalizedText question;
    std::vector<OrderItem> items;
    LocalizedText hint;
    LocalizedText explanation;
    std::optional<PageId> review;

    bool operator==(const OrderBody &) const = default;
};

/// A page kind this version does not know (from a newer package); shown as "needs a newer Kapok".
struct UnknownBody {
    bool operator==(const UnknownBody &) const = default;
};

using PageBody =
    std::variant<TextBody, ImageBody, MediaBody, ExampleBody, ChoiceBody, OrderBody, UnknownBody>;

/// One screen of a lesson.
struct Page {
    PageId id;
    std::string kind; ///< "text", "image", "media", "example", "choice", "multiple", "order", or a newer one
    LocalizedText title;
    PageBody body;

    /// Whether it asks something that is graded.
    [[nodiscard]] bool isQuestion() const
    {
        return std::holds_alternative<ChoiceBody>(body) || std::holds_alternative<OrderBody>(body);
    }

    bool operator==(const Page &) const = default;
};

/// When a lesson and the course count as complete (domain.md 4).
struct CompletionRule {
    bool allPages = true; ///< every page opened
    int lessonCheck = 5;  ///< least mark, out of 10, of each lesson that has questions

    bool operator==(const CompletionRule &) const = default;
};

struct Lesson {
    LessonId id;
    LocalizedText title;
    LocalizedText summary;
    int minutes = 0;
    CompletionRule completion;
    std::vector<Page> pages;

    /// The page with this id, or null. The pointer lives as long as this Lesson is unchanged.
    [[nodiscard]] const Page *find(const PageId &page) const;
    [[nodiscard]] int questionCount() const;

    bool operator==(const Lesson &) const = default;
};

struct Competency {
    std::string framework; ///< "unesco-ai-cft", "vn-18-2026", "cn-jyt-0646"
    std::string code;      ///< "3D"
    int level = 1;         ///< 1 acquire, 2 deepen, 3 create

    bool operator==(const Competency &) const = default;
};

/// A micro-course, whole. The same type is read from source, packed, and opened on a device.
struct Course {
    CourseId id;
    std::string iri;     ///< activity id base, e.g. https://kapok.example/courses/c03-planning-with-ai
    std::string version; ///< "1.2.0", compared number by number
    std::vector<std::string> languages;
    LocalizedText title;
    LocalizedText summary;
    std::vector<LocalizedText> outcomes; ///< "After this course you can …"
    LocalizedText audience;
    std::string
        subject; ///< "all", "language", "maths", "science", "foreign-language", "primary", "leadership"
    std::string licence; ///< SPDX id
    std::vector<std::string> authors;
    LocalizedText publisher;
    std::string publisherIri;
    std::vector<Competency> competencies;
    double periods = 0; ///< training periods credited on completion
    int minutes = 0;    ///< time in the app
    FileRef cover;
    FileRef coverDark; ///< may be empty: then cover
    std::vector<Lesson> lessons;

    /// The lesson with this id, or null. The pointer lives as long as this Course is unchanged.
    [[nodiscard]] const Lesson *find(const LessonId &lesson) const;
    /// xAPI activity ids: iri, iri/lessons/L, iri/lessons/L/pages/P.
    [[nodiscard]] std::string activityId() const { return iri; }
    [[nodiscard]] std::string activityId(const LessonId &lesson) const;
    [[nodiscard]] std::string activityId(const LessonId &lesson, const PageId &page) const;

    bool operator==(const Course &) const = default;
};

/// Whether \p id has the form of course, lesson, page and option ids: [a-z0-9-], 1 to 64 characters,
/// no hyphen at either end.
[[nodiscard]] bool isCourseId(std::string_view id);

/// Whether \p text is a version: three numbers with dots, "1.2.0".
[[nodiscard]] bool isVersion(std::string_view text);

/// Negative, zero or positive as \p a is older than, equal to or newer than \p b.
[[nodiscard]] int compareVersions(const std::string &a, const std::string &b);

} // namespace kapok::course
