// SPDX-License-Identifier: Apache-2.0
#include "core/learning/progress.h"

#include "core/xapi/json_text.h"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace kapok::learning {
namespace {

using nlohmann::json;
using xapi::addJsonKey;

template <class Number> void addNumber(std::string &out, Number number)
{
    std::array<char, 32> digits{}; // 24 are enough for any double
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void addTime(std::string &out, Time time)
{
    addNumber(out, time.time_since_epoch().count());
}

/// The fields that an answer and an outcome share, without the brackets around.
void addMark(std::string &out, Time at, double scaled, bool good)
{
    addTime(out, at);
    out += ',';
    addNumber(out, scaled);
    out += good ? ",true" : ",false";
}

void addAnswers(std::string &out, const std::map<StatementId, Answer> &answers)
{
    out += '{';
    for (const auto &[id, a] : answers) {
        addJsonKey(out, id.value);
        out += '[';
        addMark(out, a.at, a.scaled, a.right);
        out += ',';
        xapi::addJsonText(out, a.response);
        out += ']';
    }
    out += '}';
}

void addTry(std::string &out, const Try &each)
{
    out += R"({"answers":{)";
    for (const auto &[page, answers] : each.answers) {
        addJsonKey(out, page.value);
        addAnswers(out, answers);
    }
    out += R"(},"outcomes":{)";
    for (const auto &[id, o] : each.outcomes) {
        addJsonKey(out, id.value);
        out += '[';
        addMark(out, o.at, o.scaled, o.passed);
        out += ']';
    }
    out += "}}";
}

void addOptional(std::string &out, const char *key, const std::optional<Time> &time)
{
    if (!time)
        return;
    addJsonKey(out, key);
    addTime(out, *time);
}

Time time(const json &value)
{
    return Time{std::chrono::milliseconds{value.get<std::int64_t>()}};
}

std::optional<Time> optionalTime(const json &object, const char *key)
{
    return object.contains(key) ? std::optional(time(object.at(key))) : std::nullopt;
}

Try tryFromJson(const json &object)
{
    Try out;
    for (const auto &[page, answers] : object.at("answers").items())
        for (const auto &[id, a] : answers.items())
            out.answers[{page}][{id}] = {time(a.at(0)), a.at(1).get<double>(), a.at(2).get<bool>(),
                                         a.at(3).get<std::string>()};
    for (const auto &[id, o] : object.at("outcomes").items())
        out.outcomes[{id}] = {time(o.at(0)), o.at(1).get<double>(), o.at(2).get<bool>()};
    return out;
}

/// Nothing for the number of a try that is none.
std::optional<LessonProgress> fromJson(const json &object)
{
    LessonProgress progress;
    for (const auto &[page, seen] : object.at("seen").items())
        progress.seen[{page}] = time(seen);
    for (const auto &[key, each] : object.at("tries").items()) {
        int number = 0;
        const auto *const last = key.data() + key.size();
        if (const auto [end, error] = std::from_chars(key.data(), last, number);
            error != std::errc() || end != last)
            return std::nullopt;
        progress.tries[number] = tryFromJson(each);
    }
    progress.passedAt = optionalTime(object, "passed");
    progress.completedAt = optionalTime(object, "completed");
    progress.lastAt = optionalTime(object, "last");
    return progress;
}

} // namespace

std::string toJson(const LessonProgress &progress)
{
    std::string out = R"({"seen":{)";
    for (const auto &[page, seen] : progress.seen) {
        addJsonKey(out, page.value);
        addTime(out, seen);
    }
    out += R"(},"tries":{)";
    for (const auto &[number, each] : progress.tries) {
        addJsonKey(out, std::to_string(number));
        addTry(out, each);
    }
    out += '}';
    addOptional(out, "passed", progress.passedAt);
    addOptional(out, "completed", progress.completedAt);
    addOptional(out, "last", progress.lastAt);
    out += '}';
    return out;
}

Result<LessonProgress> lessonProgressFromJson(std::string_view text)
{
    try {
        if (auto progress = fromJson(json::parse(text)))
            return *std::move(progress);
    } catch (const json::exception &) {
        // said below
    }
    return Error{ErrorCode::Corrupt, "the stored progress of a lesson cannot be read; rebuild it"};
}

} // namespace kapok::learning
