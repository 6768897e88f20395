// SPDX-License-Identifier: Apache-2.0
#include "core/learning/progress.h"

#include <nlohmann/json.hpp>

namespace kapok::learning {
namespace {

using nlohmann::json;

json number(Time time)
{
    return time.time_since_epoch().count();
}

Time time(const json &value)
{
    return Time{std::chrono::milliseconds{value.get<std::int64_t>()}};
}

std::optional<Time> optionalTime(const json &object, const char *key)
{
    return object.contains(key) ? std::optional(time(object.at(key))) : std::nullopt;
}

LessonProgress fromJson(const json &object)
{
    LessonProgress progress;
    for (const auto &[page, seen] : object.at("seen").items())
        progress.seen[{page}] = time(seen);
    for (const auto &[page, answers] : object.at("answers").items())
        for (const auto &[id, a] : answers.items())
            progress.answers[{page}][{id}] = {time(a.at(0)), a.at(1).get<double>(), a.at(2).get<bool>(),
                                              a.at(3).get<int>(), a.at(4).get<std::string>()};
    for (const auto &[id, o] : object.at("outcomes").items())
        progress.outcomes[{id}] = {time(o.at(0)), o.at(1).get<double>(), o.at(2).get<bool>(),
                                   o.at(3).get<int>()};
    progress.completedAt = optionalTime(object, "completed");
    progress.lastAt = optionalTime(object, "last");
    return progress;
}

} // namespace

std::string toJson(const LessonProgress &progress)
{
    json object = {{"seen", json::object()}, {"answers", json::object()}, {"outcomes", json::object()}};
    for (const auto &[page, seen] : progress.seen)
        object["seen"][page.value] = number(seen);
    for (const auto &[page, answers] : progress.answers)
        for (const auto &[id, a] : answers)
            object["answers"][page.value][id.value] = {number(a.at), a.scaled, a.right, a.attempt,
                                                       a.response};
    for (const auto &[id, o] : progress.outcomes)
        object["outcomes"][id.value] = {number(o.at), o.scaled, o.passed, o.attempt};
    if (progress.completedAt)
        object["completed"] = number(*progress.completedAt);
    if (progress.lastAt)
        object["last"] = number(*progress.lastAt);
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<LessonProgress> lessonProgressFromJson(std::string_view text)
{
    try {
        return fromJson(json::parse(text));
    } catch (const json::exception &) {
        return Error{ErrorCode::Corrupt, "the stored progress of a lesson cannot be read; rebuild it"};
    }
}

} // namespace kapok::learning
