// SPDX-License-Identifier: Apache-2.0
#include "core/library/search.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace kapok::library {
namespace {

/// A query longer than this is a pasted text, not a search.
constexpr std::size_t kMaxTerms = 16;
/// From here on the last word of a query also finds longer words; one letter would find everything.
constexpr std::size_t kPrefixFrom = 2;

/// A piece of folded text: a word, or a run of Chinese characters.
struct Piece {
    std::vector<std::string> characters;
    bool han = false;

    [[nodiscard]] std::string text() const { return join(0, characters.size()); }
    [[nodiscard]] std::string join(std::size_t from, std::size_t count) const
    {
        std::string out;
        for (std::size_t i = from; i < from + count; ++i)
            out += characters[i];
        return out;
    }
};

enum class Kind { Blank, Word, Han };

Kind kindOf(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    if (c >= 0 && uscript_getScript(c, &status) == USCRIPT_HAN)
        return Kind::Han;
    const bool mark = c >= 0 && (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    return c >= 0 && (u_isalnum(c) || mark) ? Kind::Word : Kind::Blank;
}

/// The words and Chinese runs of \p text, folded, in order. \p open: whether the text ends inside the last
/// one.
std::vector<Piece> piecesOf(std::string_view text, bool &open)
{
    const auto folded = icu::UnicodeString::fromUTF8(foldForSearch(text));
    std::vector<Piece> pieces;
    Kind last = Kind::Blank;
    for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 c = folded.char32At(i);
        const Kind kind = kindOf(c);
        if (kind != Kind::Blank) {
            if (kind != last)
                pieces.push_back({{}, kind == Kind::Han});
            icu::UnicodeString(c).toUTF8String(pieces.back().characters.emplace_back());
        }
        last = kind;
    }
    open = last != Kind::Blank;
    return pieces;
}

void append(std::string &out, const std::string &token)
{
    if (!out.empty())
        out += ' ';
    out += token;
}

/// "教学 学 学习" for 教学习: neighbours in the index, so as a phrase exactly this run.
std::string hanPhrase(const Piece &piece)
{
    if (piece.characters.size() == 1)
        return piece.characters.front();
    std::string out;
    for (std::size_t i = 0; i + 1 < piece.characters.size(); ++i) {
        if (i > 0)
            append(out, piece.characters[i]);
        append(out, piece.join(i, 2));
    }
    return out;
}

/// Whether the mark at \p i starts a line and so is Markdown's and not the text's.
bool atLineStart(std::string_view text, std::size_t i)
{
    while (i > 0 && (text[i - 1] == ' ' || text[i - 1] == '#' || text[i - 1] == '>'))
        --i;
    return i == 0 || text[i - 1] == '\n';
}

/// The end of "](address)" when one begins at \p i, else \p i.
std::size_t afterAddress(std::string_view text, std::size_t i)
{
    if (!text.substr(i).starts_with("]("))
        return i;
    const auto end = text.find(')', i);
    return end == std::string_view::npos ? i : end + 1;
}

} // namespace

std::string searchTokens(std::string_view text)
{
    bool open = false;
    std::string out;
    for (const Piece &piece : piecesOf(text, open)) {
        if (!piece.han) {
            append(out, piece.text());
            continue;
        }
        for (std::size_t i = 0; i < piece.characters.size(); ++i) {
            append(out, piece.characters[i]);
            if (i + 1 < piece.characters.size())
                append(out, piece.join(i, 2));
        }
    }
    return out;
}

std::string searchExpression(std::string_view query)
{
    bool open = false;
    auto pieces = piecesOf(query, open);
    if (pieces.size() > kMaxTerms)
        pieces.resize(kMaxTerms);
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece &piece = pieces[i];
        const bool prefix = open && i + 1 == pieces.size() && piece.characters.size() >= kPrefixFrom;
        append(out, "\"" + (piece.han ? hanPhrase(piece) : piece.text()) + "\"");
        if (prefix && !piece.han)
            out += '*';
    }
    return out;
}

std::string plainText(std::string_view markdown)
{
    std::string out;
    for (std::size_t i = 0; i < markdown.size();) {
        const char c = markdown[i];
        const auto next = afterAddress(markdown, i);
        const bool mark = c == '*' || c == '`' || c == '[' || c == ']' ||
                          (c == '!' && markdown.substr(i).starts_with("!["));
        const bool lineMark = (c == '#' || c == '>' || c == '-' || c == '+') && atLineStart(markdown, i);
        if (next != i) {
            i = next;
            continue;
        }
        ++i;
        if (mark || lineMark)
            continue;
        const bool blank = c == '\n' || c == ' ' || c == '\t' || c == '\r';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

} // namespace kapok::library
