// SPDX-License-Identifier: Apache-2.0
#include "core/course/iri.h"
#include "core/course/json_value.h"
#include "core/course/limits.h"
#include "core/course/manifest.h"
#include "core/course/media_types.h"

#include <set>

namespace kapok::course {
namespace {

using nlohmann::json;

/// Reads one manifest; throws JsonRefused.
class ManifestReader {
public:
    explicit ManifestReader(const json &document) : m_root(document, "") {}

    Manifest read()
    {
        readFormat();
        readBlobs(m_root.at("blobs"));
        readCourse(m_root.at("course"));
        std::set<std::string> seen;
        for (const JsonValue &lesson : m_root.at("lessons").list(1, kMaxLessons))
            m_manifest.course.lessons.push_back(readLesson(lesson, seen));
        return std::move(m_manifest);
    }

private:
    void readFormat()
    {
        m_manifest.format = m_root.at("format").integer(1, 1'000'000);
        if (m_manifest.format > kPackageFormat)
            throw JsonRefused{
                {ErrorCode::NewerFormat, "this package is of format " + std::to_string(m_manifest.format) +
                                             "; this version of Kapok reads format " +
                                             std::to_string(kPackageFormat) + ". Update Kapok to use it"}};
    }

    void readBlobs(const JsonValue &list)
    {
        std::uint64_t total = 0;
        for (const JsonValue &entry : list.list(1, kMaxBlobs)) {
            BlobRef blob{entry.at("sha256").hash(), entry.at("size").size(kMaxBlobBytes),
                         entry.at("type").mediaType()};
            if (!m_manifest.blobs.empty() && blob.sha256 <= m_manifest.blobs.back().sha256)
                entry.at("sha256").refuse("is not after the one before it");
            if (blob.mediaType == kPageMediaType && blob.size > kMaxPageBytes)
                entry.at("size").refuse("is too large for a page");
            total += blob.size;
            m_manifest.blobs.push_back(std::move(blob));
        }
        if (total > kMaxPackageBytes)
            list.refuse("are " + std::to_string(total) + " bytes together; at most " +
                        std::to_string(kMaxPackageBytes) + " are allowed");
    }

    /// The blob that \p value names, which must be in the table.
    const BlobRef &blobAt(const JsonValue &value) const
    {
        const BlobRef *blob = m_manifest.find(value.hash());
        if (!blob)
            value.refuse("names a file that is not in blobs");
        return *blob;
    }

    FileRef coverAt(const JsonValue &value) const
    {
        const BlobRef &blob = blobAt(value);
        if (!isOfKind(blob.mediaType, FileUse::Image))
            value.refuse("is no picture");
        return {{}, blob.sha256, blob.size, blob.mediaType};
    }

    void readCourse(const JsonValue &object)
    {
        Course &course = m_manifest.course;
        course.id = CourseId{object.at("id").id()};
        course.iri = object.at("iri").text(1000);
        if (!isActivityIri(course.iri))
            object.at("iri").refuse("is no address like https://example.org/courses/planning");
        course.version = object.at("version").text(50);
        if (!isVersion(course.version))
            object.at("version").refuse("is no version like 1.2.0");
        for (const JsonValue &language : object.at("languages").list(1, kMaxLanguages))
            course.languages.push_back(language.language());
        course.title = object.at("title").localized();
        course.summary = object.at("summary").localized();
        for (const JsonValue &outcome : object.at("outcomes").list(0, kMaxListItems))
            course.outcomes.push_back(outcome.localized());
        course.audience = object.at("audience").localized();
        course.subject = object.at("subject").id();
        course.licence = object.at("licence").text(100);
        for (const JsonValue &author : object.at("authors").list(0, kMaxListItems))
            course.authors.push_back(author.text(200));
        const JsonValue publisher = object.at("publisher");
        course.publisherIri = publisher.at("iri").text(1000);
        course.publisher = publisher.at("name").localized();
        readCredit(object);
    }

    void readCredit(const JsonValue &object)
    {
        Course &course = m_manifest.course;
        for (const JsonValue &competency : object.at("competencies").list(0, kMaxListItems))
            course.competencies.push_back({competency.at("framework").text(100),
                                           competency.at("code").text(100),
                                           competency.at("level").integer(1, 100)});
        course.periods = object.at("periods").number(0, kMaxMinutes);
        course.minutes = object.at("minutes").integer(0, kMaxMinutes);
        course.cover = coverAt(object.at("cover"));
        if (const auto dark = object.get("cover_dark"))
            course.coverDark = coverAt(*dark);
    }

    Lesson readLesson(const JsonValue &object, std::set<std::string> &seenLessons)
    {
        Lesson lesson;
        lesson.id = LessonId{object.at("id").id()};
        if (!seenLessons.insert(lesson.id.value).second)
            object.at("id").refuse("is there twice");
        lesson.title = object.at("title").localized();
        lesson.summary = object.at("summary").localized();
        lesson.minutes = object.at("minutes").integer(0, kMaxMinutes);
        const JsonValue completion = object.at("completion");
        lesson.completion.allPages = completion.at("all_pages").boolean();
        lesson.completion.lessonCheck = completion.at("lesson_check").integer(0, 10);
        for (const JsonValue &page : object.at("pages").list(1, kMaxPagesPerLesson))
            readPage(page, lesson);
        return lesson;
    }

    void readPage(const JsonValue &object, Lesson &lesson)
    {
        Page page;
        page.id = PageId{object.at("id").id()};
        page.kind = object.at("kind").id();
        page.title = object.at("title").localized();
        page.body = UnknownBody{};
        const BlobRef &blob = blobAt(object.at("blob"));
        if (blob.mediaType != kPageMediaType)
            object.at("blob").refuse("is no page");
        if (!m_manifest.pageBlobs.emplace(std::pair(lesson.id, page.id), blob.sha256).second)
            object.at("id").refuse("is there twice in this lesson");
        lesson.pages.push_back(std::move(page));
    }

    JsonValue m_root;
    Manifest m_manifest;
};

} // namespace

Result<Manifest> parseManifest(std::string_view bytes)
{
    try {
        const json document = parseObject(bytes, kMaxManifestBytes, "manifest.json");
        return ManifestReader(document).read();
    } catch (const JsonRefused &refused) {
        if (refused.error.code == ErrorCode::NewerFormat || refused.error.detail.starts_with("manifest.json"))
            return refused.error;
        return Error{refused.error.code, "manifest.json: " + refused.error.detail};
    } catch (const std::exception &failure) {
        return Error{ErrorCode::Internal, std::string("cannot read manifest.json: ") + failure.what()};
    }
}

} // namespace kapok::course
