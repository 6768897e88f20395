// SPDX-License-Identifier: Apache-2.0
#include "core/course/course.h"

#include <algorithm>

namespace kapok::course {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes the number at the start of \p text, without leading zeros, and the dot behind it.
std::string_view takeNumber(std::string_view &text)
{
    std::size_t length = 0;
    while (length < text.size() && isDigit(text[length]))
        ++length;
    std::string_view number = text.substr(0, length);
    text.remove_prefix(length < text.size() ? length + 1 : length);
    while (number.starts_with('0'))
        number.remove_prefix(1);
    return number;
}

} // namespace

const Page *Lesson::find(const PageId &page) const
{
    const auto found = std::find_if(pages.begin(), pages.end(), [&](const Page &p) { return p.id == page; });
    return found == pages.end() ? nullptr : &*found;
}

int Lesson::questionCount() const
{
    return static_cast<int>(
        std::count_if(pages.begin(), pages.end(), [](const Page &p) { return p.isQuestion(); }));
}

const Lesson *Course::find(const LessonId &lesson) const
{
    const auto found =
        std::find_if(lessons.begin(), lessons.end(), [&](const Lesson &l) { return l.id == lesson; });
    return found == lessons.end() ? nullptr : &*found;
}

std::string Course::activityId(const LessonId &lesson) const
{
    return iri + "/lessons/" + lesson.value;
}

std::string Course::activityId(const LessonId &lesson, const PageId &page) const
{
    return activityId(lesson) + "/pages/" + page.value;
}

bool isCourseId(std::string_view id)
{
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || isDigit(c) || c == '-'; };
    return !id.empty() && id.size() <= 64 && id.front() != '-' && id.back() != '-' &&
           std::all_of(id.begin(), id.end(), allowed);
}

bool isVersion(std::string_view text)
{
    for (int part = 0; part < 3; ++part) {
        std::size_t digits = 0;
        while (digits < text.size() && isDigit(text[digits]))
            ++digits;
        const bool isLast = part == 2;
        if (digits == 0 || digits > 9 || isLast != (digits == text.size()) ||
            (!isLast && text[digits] != '.'))
            return false;
        text.remove_prefix(isLast ? digits : digits + 1);
    }
    return true;
}

int compareVersions(const std::string &a, const std::string &b)
{
    std::string_view left = a;
    std::string_view right = b;
    while (!left.empty() || !right.empty()) {
        const std::string_view x = takeNumber(left);
        const std::string_view y = takeNumber(right);
        if (x.size() != y.size()) // the longer number is the larger one, of whatever size
            return x.size() < y.size() ? -1 : 1;
        if (const int order = x.compare(y); order != 0)
            return order;
    }
    return 0;
}

} // namespace kapok::course
