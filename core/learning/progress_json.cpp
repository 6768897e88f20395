// SPDX-License-Identifier: Apache-2.0
#include "core/learning/progress.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace kapok::learning {
namespace {

using nlohmann::json;

// Written piece by piece: this runs with every answer, and building a tree first takes several times as long.

void addText(std::string &out, const std::string &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
    });
    if (plain)
        out.append(1, '"').append(text).append(1, '"');
    else
        out += json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Begins the next member of the object that is being written.
void addKey(std::string &out, const std::string &key)
{
    if (out.back() != '{')
        out += ',';
    addText(out, key);
    out += ':';
}

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
void addMark(std::string &out, Time at, double scaled, bool good, int attempt)
{
    addTime(out, at);
    out += ',';
    addNumber(out, scaled);
    out += good ? ",true," : ",false,";
    addNumber(out, attempt);
}

void addAnswers(std::string &out, const std::map<StatementId, Answer> &answers)
{
    out += '{';
    for (const auto &[id, a] : answers) {
        addKey(out, id.value);
        out += '[';
        addMark(out, a.at, a.scaled, a.right, a.attempt);
        out += ',';
        addText(out, a.response);
        out += ']';
    }
    out += '}';
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
    std::string out = R"({"seen":{)";
    for (const auto &[page, seen] : progress.seen) {
        addKey(out, page.value);
        addTime(out, seen);
    }
    out += R"(},"answers":{)";
    for (const auto &[page, answers] : progress.answers) {
        addKey(out, page.value);
        addAnswers(out, answers);
    }
    out += R"(},"outcomes":{)";
    for (const auto &[id, o] : progress.outcomes) {
        addKey(out, id.value);
        out += '[';
        addMark(out, o.at, o.scaled, o.passed, o.attempt);
        out += ']';
    }
    out += '}';
    if (progress.completedAt) {
        addKey(out, "completed");
        addTime(out, *progress.completedAt);
    }
    if (progress.lastAt) {
        addKey(out, "last");
        addTime(out, *progress.lastAt);
    }
    out += '}';
    return out;
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
