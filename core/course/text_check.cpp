// SPDX-License-Identifier: Apache-2.0
#include "core/course/text_check.h"

#include <algorithm>
#include <vector>

namespace kapok::course {
namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// \p text with everything in code spans and fenced code turned into spaces.
std::string withoutCode(std::string_view text)
{
    std::string result(text);
    std::size_t at = 0;
    while ((at = text.find('`', at)) != std::string_view::npos) {
        const std::size_t after = std::min(text.find_first_not_of('`', at), text.size());
        const std::string_view ticks = text.substr(at, after - at);
        std::size_t end = text.find(ticks, after);
        while (end != std::string_view::npos && end + ticks.size() < text.size() &&
               text[end + ticks.size()] == '`')
            end = text.find(ticks, std::min(text.find_first_not_of('`', end), text.size()));
        if (end == std::string_view::npos) {
            at = after; // ticks without a partner are plain text
            continue;
        }
        std::fill(result.begin() + static_cast<std::ptrdiff_t>(at),
                  result.begin() + static_cast<std::ptrdiff_t>(end + ticks.size()), ' ');
        at = end + ticks.size();
    }
    return result;
}

using Phrases = std::vector<std::string_view>;

/// What stands above feedback in \p language, and what people write in its place.
const Phrases &feedbackHeadings(std::string_view language)
{
    static const Phrases kVietnamese = {"Đúng",      "Đúng rồi",      "Chính xác",
                                        "Chưa đúng", "Chưa đúng rồi", "Không đúng",
                                        "Sai",       "Sai rồi",       "Đây là đáp án"};
    static const Phrases kChinese = {"对",     "对了",   "正确", "答对了", "回答正确", "不对",
                                     "还不对", "不正确", "错",   "错了",   "答错了",   "答案在这里"};
    static const Phrases kEnglish = {"Right",         "That is right", "That's right", "Correct",
                                     "Not right",     "Not right yet", "Not quite",    "Not yet",
                                     "Not correct",   "Wrong",         "Incorrect",    "Here is the answer",
                                     "That is wrong", "That's wrong"};
    static const Phrases kNone;
    return language == "vi"                ? kVietnamese
           : language.substr(0, 2) == "zh" ? kChinese
           : language.substr(0, 2) == "en" ? kEnglish
                                           : kNone;
}

const Phrases &hintHeadings(std::string_view language)
{
    static const Phrases kVietnamese = {"Gợi ý"};
    static const Phrases kChinese = {"提示"};
    static const Phrases kEnglish = {"Hint"};
    static const Phrases kNone;
    return language == "vi"                ? kVietnamese
           : language.substr(0, 2) == "zh" ? kChinese
           : language.substr(0, 2) == "en" ? kEnglish
                                           : kNone;
}

/// Whether \p text, which follows a phrase, ends it: nothing more, or a mark.
bool endsPhrase(std::string_view text)
{
    static const Phrases kMarks = {".",  ",",  "!",  ":",  ";",  "…",  "–",  "—",
                                   " –", " —", " -", "，", "。", "！", "：", "；"};
    return text.find_first_not_of(" \n*") == std::string_view::npos ||
           std::any_of(kMarks.begin(), kMarks.end(),
                       [&](std::string_view mark) { return text.starts_with(mark); });
}

} // namespace

std::string repeatedHeading(std::string_view text, std::string_view language, Heading heading)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \n\t*_"), text.size()));
    std::string_view found;
    for (const std::string_view phrase :
         heading == Heading::Hint ? hintHeadings(language) : feedbackHeadings(language)) {
        if (phrase.size() > found.size() && text.starts_with(phrase) &&
            endsPhrase(text.substr(phrase.size())))
            found = phrase;
    }
    return std::string(found);
}

std::string findRawHtml(std::string_view markdown)
{
    const std::string text = withoutCode(markdown);
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
        if (at > 0 && text[at - 1] == '\\')
            continue;
        std::size_t name = at + 1;
        if (text.compare(name, 3, "!--") == 0)
            return "<!--";
        if (name < text.size() && text[name] == '/')
            ++name;
        if (name >= text.size() || !isLetter(text[name]))
            continue;
        const std::size_t nameEnd =
            text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", name);
        const std::size_t end = text.find_first_of("<>", nameEnd);
        const bool isTag = nameEnd != std::string::npos && end != std::string::npos && text[end] == '>' &&
                           std::string_view(" \t\n/>").find(text[nameEnd]) != std::string_view::npos;
        if (isTag)
            return text.substr(at, std::min<std::size_t>(end + 1 - at, 40));
    }
    return {};
}

bool hasMarkdownPicture(std::string_view markdown)
{
    const std::string text = withoutCode(markdown);
    for (std::size_t at = text.find("!["); at != std::string::npos; at = text.find("![", at + 1)) {
        const std::size_t close = text.find(']', at);
        if (close != std::string::npos && close + 1 < text.size() && text[close + 1] == '(')
            return true;
    }
    return false;
}

std::size_t editDistance(std::string_view a, std::string_view b)
{
    if (std::max(a.size(), b.size()) > 100)
        return 100;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

} // namespace kapok::course
