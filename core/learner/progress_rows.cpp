// SPDX-License-Identifier: Apache-2.0
#include "core/learner/entry.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::learner {
namespace {

using learning::CourseProgress;
using nlohmann::json;

constexpr const char *kWrite = "INSERT INTO progress (course, lesson, state) VALUES (?, ?, ?)"
                               " ON CONFLICT (course, lesson) DO UPDATE SET state = excluded.state"
                               " WHERE state <> excluded.state";

void put(json &object, const char *key, const std::optional<Time> &time)
{
    if (time)
        object[key] = time->time_since_epoch().count();
}

std::optional<Time> get(const json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end())
        return std::nullopt;
    return Time{std::chrono::milliseconds{found->get<std::int64_t>()}};
}

/// The row with lesson ''. The latest time stands in the lessons' rows, so that an answer writes only its
/// lesson's.
std::string courseRow(const CourseProgress &progress)
{
    json object = json::object();
    put(object, "satisfied", progress.satisfiedAt);
    put(object, "started", progress.startedAt);
    return object.dump();
}

Status readCourseRow(const std::string &text, CourseProgress &progress)
{
    try {
        const json object = json::parse(text);
        progress.satisfiedAt = get(object, "satisfied");
        progress.startedAt = get(object, "started");
        return success();
    } catch (const json::exception &) {
        return Error{ErrorCode::Corrupt, "the stored progress of a course cannot be read; rebuild it"};
    }
}

Result<CourseProgress> readCache(store::Database &database, const std::string &courseIri)
{
    CourseProgress progress;
    auto query = database.query("SELECT lesson, state FROM progress WHERE course = ?", {courseIri});
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool row, query.step());
        if (!row)
            break;
        const LessonId lesson{query.text(0)};
        if (lesson.empty()) {
            KAPOK_TRY(readCourseRow(query.text(1), progress));
        } else {
            KAPOK_TRY_ASSIGN(progress.lessons[lesson], learning::lessonProgressFromJson(query.text(1)));
        }
    }
    progress.lastAt = progress.satisfiedAt;
    for (const auto &[id, lesson] : progress.lessons)
        progress.lastAt = std::max(progress.lastAt, lesson.lastAt);
    return progress;
}

Result<CourseProgress> foldStatements(store::Database &database, const std::string &courseIri)
{
    CourseProgress progress;
    auto query = database.query("SELECT json FROM statement WHERE course = ?"
                                " AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.id = statement.id)",
                                {courseIri});
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool row, query.step());
        if (!row)
            return progress;
        if (const auto parsed = xapi::readText(query.text(0)); parsed.ok())
            learning::fold(progress, *parsed, courseIri);
    }
}

} // namespace

Status foldTail(store::Database &database, std::int64_t seq, const ProgressOf &progressOf)
{
    auto query = database.query("SELECT course, json FROM statement WHERE seq > ?"
                                " AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.id = statement.id)",
                                {seq});
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool row, query.step());
        if (!row)
            return success();
        const std::string course = query.text(0);
        CourseProgress *const progress = progressOf(course);
        if (!progress)
            continue;
        if (const auto parsed = xapi::readText(query.text(1)); parsed.ok())
            learning::fold(*progress, *parsed, course);
    }
}

Result<CourseProgress> loadProgress(store::Database &database, const std::string &courseIri)
{
    auto cached = readCache(database, courseIri);
    if (cached.ok() || cached.error().code != ErrorCode::Corrupt)
        return cached;
    return foldStatements(database, courseIri);
}

Result<CourseProgress> refoldProgress(store::Database &database, const std::string &courseIri)
{
    KAPOK_TRY_ASSIGN(auto progress, foldStatements(database, courseIri));
    KAPOK_TRY(database.run("DELETE FROM progress WHERE course = ?", {courseIri}));
    std::set<LessonId> lessons;
    for (const auto &[id, lesson] : progress.lessons)
        lessons.insert(id);
    if (progress.startedAt)
        KAPOK_TRY(saveProgress(database, courseIri, progress, lessons));
    return progress;
}

Status saveProgress(store::Database &database, const std::string &courseIri, const CourseProgress &progress,
                    const std::set<LessonId> &lessons)
{
    for (const auto &id : lessons)
        if (!id.empty())
            KAPOK_TRY(database.run(kWrite, {courseIri, id.value, learning::toJson(progress.lesson(id))}));
    return database.run(kWrite, {courseIri, "", courseRow(progress)});
}

} // namespace kapok::learner
