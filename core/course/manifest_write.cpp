// SPDX-License-Identifier: Apache-2.0
#include "core/course/json_value.h"
#include "core/course/manifest.h"

#include <cassert>
#include <cmath>

namespace kapok::course {
namespace {

using nlohmann::json;

/// 4 rather than 4.0 for whole numbers.
json toNumber(double value)
{
    return value == std::floor(value) ? json(static_cast<std::int64_t>(value)) : json(value);
}

json toJson(const CompletionRule &rule)
{
    return {{"all_pages", rule.allPages}, {"lesson_check", rule.lessonCheck}};
}

json toJson(const Course &course)
{
    json object = {{"id", course.id.value},
                   {"iri", course.iri},
                   {"version", course.version},
                   {"languages", course.languages},
                   {"title", course::toJson(course.title)},
                   {"summary", course::toJson(course.summary)},
                   {"outcomes", json::array()},
                   {"audience", course::toJson(course.audience)},
                   {"subject", course.subject},
                   {"licence", course.licence},
                   {"authors", course.authors},
                   {"publisher", {{"iri", course.publisherIri}, {"name", course::toJson(course.publisher)}}},
                   {"competencies", json::array()},
                   {"periods", toNumber(course.periods)},
                   {"minutes", course.minutes},
                   {"cover", course.cover.sha256}};
    for (const LocalizedText &outcome : course.outcomes)
        object["outcomes"].push_back(course::toJson(outcome));
    for (const Competency &competency : course.competencies)
        object["competencies"].push_back(
            {{"framework", competency.framework}, {"code", competency.code}, {"level", competency.level}});
    if (!course.coverDark.empty())
        object["cover_dark"] = course.coverDark.sha256;
    return object;
}

json toJson(const Lesson &lesson, const Manifest &manifest)
{
    json pages = json::array();
    for (const Page &page : lesson.pages) {
        const auto blob = manifest.pageBlobs.find({lesson.id, page.id});
        assert(blob != manifest.pageBlobs.end());
        pages.push_back({{"id", page.id.value},
                         {"kind", page.kind},
                         {"title", course::toJson(page.title)},
                         {"blob", blob->second}});
    }
    return {{"id", lesson.id.value},
            {"title", course::toJson(lesson.title)},
            {"summary", course::toJson(lesson.summary)},
            {"minutes", lesson.minutes},
            {"completion", toJson(lesson.completion)},
            {"pages", std::move(pages)}};
}

} // namespace

std::string writeManifest(const Manifest &manifest)
{
    json lessons = json::array();
    for (const Lesson &lesson : manifest.course.lessons)
        lessons.push_back(toJson(lesson, manifest));
    json blobs = json::array();
    for (const BlobRef &blob : manifest.blobs)
        blobs.push_back({{"sha256", blob.sha256}, {"size", blob.size}, {"type", blob.mediaType}});
    return canonical({{"format", manifest.format},
                      {"course", toJson(manifest.course)},
                      {"lessons", std::move(lessons)},
                      {"blobs", std::move(blobs)}});
}

} // namespace kapok::course
