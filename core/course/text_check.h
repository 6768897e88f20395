// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kapok::course {

/// The first raw HTML in Markdown \p text outside of code ("<b>", "<!--"), or "".
[[nodiscard]] std::string findRawHtml(std::string_view text);

/// Whether Markdown \p text has a picture ("![…](…)") outside of code.
[[nodiscard]] bool hasMarkdownPicture(std::string_view text);

/// What an author may write at the beginning of a text although Kapok already shows it above.
enum class Heading { Feedback, Hint };

/// The words with which \p text repeats the heading Kapok shows above it ("Right" in "Right. Look at …"), or
/// "". Only words that stand for themselves count, so that "Right answers …" may stay. \p language is a tag.
[[nodiscard]] std::string repeatedHeading(std::string_view text, std::string_view language, Heading heading);

/// The word of \p known nearest to \p word when they differ by a slip of the finger, or "".
template <class Words> [[nodiscard]] std::string nearest(const std::string &word, const Words &known);

/// How many letters must be added, dropped or changed to make \p a of \p b.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

template <class Words> std::string nearest(const std::string &word, const Words &known)
{
    std::string best;
    std::size_t bestDistance = word.size() > 4 ? 3 : 2;
    for (const std::string &candidate : known) {
        if (const std::size_t distance = editDistance(word, candidate); distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace kapok::course
