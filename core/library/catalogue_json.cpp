// SPDX-License-Identifier: Apache-2.0
#include "core/library/catalogue_json.h"

#include "core/base/hash.h"

namespace kapok::library {
namespace {

using nlohmann::json;

LocalizedText textOf(const json &value)
{
    return {value.get<std::map<std::string, std::string>>()};
}

/// A text in each language, or one plain text (no language), or null.
LocalizedText looseText(const json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return {};
    if (found->is_string())
        return {{{"", found->get<std::string>()}}};
    return textOf(*found);
}

Cover coverOf(const json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return {};
    Cover cover{found->at("sha256").get<std::string>(), found->at("size").get<std::uint64_t>(),
                found->at("type").get<std::string>()};
    // The hash becomes a file name.
    return isSha256(cover.sha256) ? cover : Cover{};
}

json coverJson(const Cover &cover)
{
    if (cover.empty())
        return nullptr;
    return {{"sha256", cover.sha256}, {"size", cover.size}, {"type", cover.mediaType}};
}

std::optional<Time> timeOf(const json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return {};
    const auto time = parseIso8601(found->get<std::string>());
    return time.ok() ? std::optional(*time) : std::nullopt;
}

json timeJson(const std::optional<Time> &time)
{
    return time ? json(toIso8601(*time)) : json(nullptr);
}

CatalogueEntry entryOf(const json &value)
{
    CatalogueEntry entry;
    entry.id.value = value.at("id").get<std::string>();
    entry.version = value.at("version").get<std::string>();
    entry.manifestSha256 = value.at("manifest").get<std::string>();
    entry.manifestSize = value.at("manifest_size").get<std::uint64_t>();
    entry.size = value.at("size").get<std::uint64_t>();
    entry.title = textOf(value.at("title"));
    entry.summary = textOf(value.at("summary"));
    entry.subject = value.at("subject").get<std::string>();
    entry.languages = value.at("languages").get<std::vector<std::string>>();
    entry.minutes = value.at("minutes").get<int>();
    entry.periods = value.at("periods").get<double>();
    entry.lessons = value.at("lessons").get<int>();
    entry.cover = coverOf(value, "cover");
    entry.coverDark = coverOf(value, "cover_dark");
    entry.published = value.value("published", std::string());
    return entry;
}

json entryJson(const CatalogueEntry &entry)
{
    return {{"id", entry.id.value},
            {"version", entry.version},
            {"manifest", entry.manifestSha256},
            {"manifest_size", entry.manifestSize},
            {"size", entry.size},
            {"title", toJson(entry.title)},
            {"summary", toJson(entry.summary)},
            {"subject", entry.subject},
            {"languages", entry.languages},
            {"minutes", entry.minutes},
            {"periods", entry.periods},
            {"lessons", entry.lessons},
            {"cover", coverJson(entry.cover)},
            {"cover_dark", coverJson(entry.coverDark)},
            {"published", entry.published}};
}

Assignment assignmentOf(const json &value)
{
    Assignment assignment;
    assignment.id = value.at("id").get<std::string>();
    assignment.course.value = value.at("course").get<std::string>();
    assignment.due = timeOf(value, "due");
    assignment.assigned = timeOf(value, "assigned");
    if (const auto unit = value.find("unit"); unit != value.end() && unit->is_string())
        assignment.unit.value = unit->get<std::string>();
    assignment.programme = looseText(value, "programme");
    return assignment;
}

Cover coverOf(const course::FileRef &file)
{
    return {file.sha256, file.size, file.mediaType};
}

Error corrupt(const char *what, const json::exception &exception)
{
    return {ErrorCode::Corrupt, std::string(what) + " is not what the protocol says: " + exception.what()};
}

} // namespace

json toJson(const LocalizedText &text)
{
    return text.byLanguage;
}

json toJson(const CatalogueEntry &entry)
{
    return entryJson(entry);
}

json toJson(const Assignments &assignments)
{
    json list = json::array();
    for (const auto &assignment : assignments.list)
        list.push_back({{"id", assignment.id},
                        {"course", assignment.course.value},
                        {"due", timeJson(assignment.due)},
                        {"assigned", timeJson(assignment.assigned)},
                        {"unit", assignment.unit.value},
                        {"programme", toJson(assignment.programme)}});
    return {{"assignments", std::move(list)}, {"as_of", timeJson(assignments.asOf)}};
}

Result<CatalogueEntry> readCatalogueEntry(const json &value)
{
    try {
        CatalogueEntry entry = entryOf(value);
        if (!course::isCourseId(entry.id.value))
            return Error{ErrorCode::Corrupt, "A catalogue entry has an id that is no course id."};
        return entry;
    } catch (const json::exception &exception) {
        return corrupt("A catalogue entry", exception);
    }
}

Result<CatalogueEntry> readCard(std::string_view text)
{
    try {
        return entryOf(json::parse(text));
    } catch (const json::exception &exception) {
        return corrupt("A stored course card", exception);
    }
}

Result<Assignments> readAssignments(const json &value)
{
    try {
        Assignments assignments;
        for (const auto &item : value.at("assignments"))
            assignments.list.push_back(assignmentOf(item));
        assignments.asOf = timeOf(value, "as_of");
        return assignments;
    } catch (const json::exception &exception) {
        return corrupt("The list of assignments", exception);
    }
}

CatalogueEntry cardOf(const course::Manifest &manifest, const std::string &manifestSha256)
{
    const course::Course &course = manifest.course;
    CatalogueEntry entry;
    entry.id = course.id;
    entry.version = course.version;
    entry.manifestSha256 = manifestSha256;
    entry.size = manifest.totalBytes();
    entry.title = course.title;
    entry.summary = course.summary;
    entry.subject = course.subject;
    entry.languages = course.languages;
    entry.minutes = course.minutes;
    entry.periods = course.periods;
    entry.lessons = static_cast<int>(course.lessons.size());
    entry.cover = coverOf(course.cover);
    entry.coverDark = coverOf(course.coverDark);
    return entry;
}

} // namespace kapok::library
