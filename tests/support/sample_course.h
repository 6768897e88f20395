// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/course/course.h"

#include <string>
#include <utility>
#include <vector>

/// A small course with every kind of question: lesson "ask" (text "intro", choice "one", multiple "several",
/// order "order") and lesson "read" (text "first", "last").
namespace kapok::test {

inline LocalizedText inAll(const std::string &text)
{
    return {{{"vi", text + " vi"}, {"zh", text + " 中文"}, {"en", text + " en"}}};
}

inline course::Page textPage(const std::string &id)
{
    return {{id}, "text", inAll(id), course::TextBody{inAll("body")}};
}

inline course::Page choicePage(const std::string &id, bool multiple,
                               const std::vector<std::pair<std::string, bool>> &options)
{
    course::ChoiceBody body;
    body.multiple = multiple;
    body.question = inAll("question");
    for (const auto &[option, right] : options)
        body.options.push_back({option, inAll(option), inAll("feedback"), right});
    return {{id}, multiple ? "multiple" : "choice", inAll(id), std::move(body)};
}

inline course::Page orderPage(const std::string &id, const std::vector<std::string> &items)
{
    course::OrderBody body;
    body.question = inAll("question");
    for (const auto &item : items)
        body.items.push_back({item, inAll(item)});
    return {{id}, "order", inAll(id), std::move(body)};
}

inline course::Course sampleCourse()
{
    course::Course course;
    course.id.value = "c99-sample";
    course.iri = "https://kapok.example/courses/c99-sample";
    course.version = "1.0.0";
    course.languages = {"vi", "zh", "en"};
    course.title = inAll("Sample");
    course.periods = 3;
    course::Lesson ask;
    ask.id.value = "ask";
    ask.title = inAll("Ask");
    ask.pages = {textPage("intro"), choicePage("one", false, {{"a", false}, {"b", true}, {"c", false}}),
                 choicePage("several", true, {{"a", true}, {"b", false}, {"c", true}, {"d", false}}),
                 orderPage("order", {"first", "second", "third", "fourth"})};
    course::Lesson read;
    read.id.value = "read";
    read.title = inAll("Read");
    read.pages = {textPage("first"), textPage("last")};
    course.lessons = {std::move(ask), std::move(read)};
    return course;
}

} // namespace kapok::test
