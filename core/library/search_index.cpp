// SPDX-License-Identifier: Apache-2.0
#include "core/library/search_index.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace kapok::library {
namespace {

using store::Database;

/// Rows looked at for each hit asked for: every place is there once a language, and exact accents come first.
constexpr std::size_t kRowsPerHit = 4;
/// Words that occur in more places than this are so common that their rank says nothing, and ranking them is
/// slow.
constexpr std::int64_t kMostRanked = 2000;
/// UTF-16 units of a snippet before and after the word found.
constexpr int32_t kBefore = 30;
constexpr int32_t kAfter = 90;

struct PlaceText {
    std::string title;
    std::string body;
};
using ByLanguage = std::map<std::string, PlaceText>;

void addTitle(ByLanguage &places, const LocalizedText &text)
{
    for (const auto &[language, value] : text.byLanguage)
        places[language].title = value;
}

void addBody(ByLanguage &places, const LocalizedText &text)
{
    for (const auto &[language, value] : text.byLanguage) {
        std::string &body = places[language].body;
        if (!body.empty())
            body += '\n';
        body += plainText(value);
    }
}

/// The texts a reader of the page meets. Hints, feedback and explanations stay out: they would tell answers.
struct PageTexts {
    ByLanguage &places;

    void operator()(const course::TextBody &body) const { addBody(places, body.markdown); }
    void operator()(const course::ImageBody &body) const
    {
        addBody(places, body.markdown);
        addBody(places, body.caption);
        addBody(places, body.description);
    }
    void operator()(const course::MediaBody &body) const
    {
        addBody(places, body.markdown);
        addBody(places, body.description);
        for (const auto &[start, title] : body.chapters)
            addBody(places, title);
    }
    void operator()(const course::ExampleBody &body) const
    {
        addBody(places, body.introduction);
        for (const auto &step : body.steps) {
            addBody(places, step.title);
            addBody(places, step.markdown);
        }
    }
    void operator()(const course::ChoiceBody &body) const
    {
        addBody(places, body.question);
        for (const auto &option : body.options)
            addBody(places, option.text);
    }
    void operator()(const course::OrderBody &body) const
    {
        addBody(places, body.question);
        for (const auto &item : body.items)
            addBody(places, item.text);
    }
    void operator()(const course::UnknownBody &) const {}
};

Status insert(Database &database, const CourseId &course, const LessonId &lesson, const PageId &page,
              const ByLanguage &places)
{
    for (const auto &[language, text] : places) {
        KAPOK_TRY(database.run("INSERT INTO place (course, lesson, page, language, title, body)"
                               " VALUES (?, ?, ?, ?, ?, ?)",
                               {course.value, lesson.value, page.value, language, text.title, text.body}));
        const std::string title = searchTokens(text.title);
        const std::string body = searchTokens(text.body);
        KAPOK_TRY(database.run("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)",
                               {database.lastInsertId(), title, body}));
    }
    return success();
}

icu::UnicodeString lowered(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto *composer = icu::Normalizer2::getNFCInstance(status);
    auto value =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    if (U_SUCCESS(status))
        value = composer->normalize(value, status);
    return value.toLower();
}

std::vector<icu::UnicodeString> loweredWords(std::string_view query)
{
    const auto text = lowered(query);
    std::vector<icu::UnicodeString> words;
    int32_t start = 0;
    for (int32_t i = 0; i <= text.length(); ++i) {
        if (i < text.length() && !u_isspace(text.charAt(i)))
            continue;
        if (i > start)
            words.emplace_back(text, start, i - start); // a copy: the text goes
        start = i + 1;
    }
    return words;
}

std::string utf8(const icu::UnicodeString &text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// Where in \p body (composed, case kept) the first word of the query is, accents or not; -1 when nowhere.
int32_t findFolded(const icu::UnicodeString &body, const std::string &foldedWord)
{
    int32_t start = 0;
    for (int32_t i = 0; i <= body.length(); ++i) {
        if (i < body.length() && !u_isspace(body.charAt(i)))
            continue;
        if (i > start &&
            foldForSearch(utf8(body.tempSubStringBetween(start, i))).find(foldedWord) != std::string::npos)
            return start;
        start = i + 1;
    }
    return -1;
}

std::string snippetOf(const std::string &body, const std::vector<icu::UnicodeString> &words)
{
    if (words.empty() || body.empty())
        return {};
    const auto text = icu::UnicodeString::fromUTF8(body);
    int32_t at = lowered(body).indexOf(words.front());
    if (at < 0 || at >= text.length())
        at = findFolded(text, foldForSearch(utf8(words.front())));
    if (at < 0)
        return {};
    int32_t from = std::max<int32_t>(0, at - kBefore);
    int32_t to = std::min<int32_t>(text.length(), at + kAfter);
    while (from > 0 && from < at && !u_isspace(text.charAt(from - 1)) && at - from < 2 * kBefore)
        --from;
    from = text.getChar32Start(from);
    to = text.getChar32Limit(to);
    auto piece = text.tempSubStringBetween(from, to);
    piece.findAndReplace(u"\n", u" ");
    return (from > 0 ? "…" : "") + utf8(piece) + (to < text.length() ? "…" : "");
}

bool hasAll(const std::string &text, const std::vector<icu::UnicodeString> &words)
{
    const auto low = lowered(text);
    return std::all_of(words.begin(), words.end(), [&](const auto &word) { return low.indexOf(word) >= 0; });
}

Result<std::map<std::string, std::string>> titlesOf(Database &database, const SearchHit &hit)
{
    KAPOK_TRY_ASSIGN(
        const auto rows,
        database
            .query("SELECT language, title FROM place WHERE course = ? AND lesson = ? AND page = ?",
                   {hit.course.value, hit.lesson.value, hit.page.value})
            .all([](const store::Query &row) { return std::pair(row.text(0), row.text(1)); }));
    return std::map<std::string, std::string>(rows.begin(), rows.end());
}

struct Row {
    SearchHit hit;
    std::string title;
    std::string body;
};

Row readRow(const store::Query &row)
{
    Row found;
    found.hit.course.value = row.text(0);
    found.hit.lesson.value = row.text(1);
    found.hit.page.value = row.text(2);
    found.hit.language = row.text(3);
    found.title = row.text(4);
    found.body = row.text(5);
    return found;
}

/// The first \p count places that match \p expression, in the order that \p order says.
Result<std::vector<Row>> places(Database &database, const std::string &expression, std::size_t count,
                                std::string_view order)
{
    return database
        .query("SELECT p.course, p.lesson, p.page, p.language, p.title, p.body FROM words JOIN place p"
               " ON p.id = words.rowid WHERE words MATCH ?" +
                   std::string(order) + " LIMIT ?",
               {expression, static_cast<std::int64_t>(count)})
        .all(readRow);
}

Result<std::vector<Row>> candidates(Database &database, const std::string &expression, std::size_t count)
{
    KAPOK_TRY_ASSIGN(const auto matches,
                     database
                         .query("SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)",
                                {expression, kMostRanked + 1})
                         .one([](const store::Query &row) { return row.integer(0); }));
    if (matches.value_or(0) <= kMostRanked)
        return places(database, expression, count, " ORDER BY bm25(words, 8.0, 1.0), p.id");
    KAPOK_TRY_ASSIGN(auto rows, places(database, "title : (" + expression + ")", count, ""));
    if (rows.size() < count) {
        KAPOK_TRY_ASSIGN(auto more, places(database, expression, count - rows.size(), ""));
        std::move(more.begin(), more.end(), std::back_inserter(rows));
    }
    return rows;
}

} // namespace

Status forgetPlaces(Database &database, const CourseId &course)
{
    KAPOK_TRY(database.run("DELETE FROM words WHERE rowid IN (SELECT id FROM place WHERE course = ?)",
                           {course.value}));
    return database.run("DELETE FROM place WHERE course = ?", {course.value});
}

Status indexCourse(Database &database, const course::Course &course)
{
    KAPOK_TRY(forgetPlaces(database, course.id));
    ByLanguage whole;
    addTitle(whole, course.title);
    addBody(whole, course.summary);
    for (const auto &outcome : course.outcomes)
        addBody(whole, outcome);
    for (const auto &lesson : course.lessons)
        addBody(whole, lesson.title);
    KAPOK_TRY(insert(database, course.id, {}, {}, whole));
    for (const auto &lesson : course.lessons) {
        for (const auto &page : lesson.pages) {
            ByLanguage places;
            addTitle(places, page.title);
            std::visit(PageTexts{places}, page.body);
            KAPOK_TRY(insert(database, course.id, lesson.id, page.id, places));
        }
    }
    return success();
}

Status indexOffer(Database &database, const CatalogueEntry &entry)
{
    KAPOK_TRY(forgetPlaces(database, entry.id));
    ByLanguage places;
    addTitle(places, entry.title);
    addBody(places, entry.summary);
    return insert(database, entry.id, {}, {}, places);
}

Result<std::vector<SearchHit>> searchPlaces(Database &database, std::string_view query, std::size_t limit)
{
    const std::string expression = searchExpression(query);
    std::vector<SearchHit> hits;
    if (expression.empty() || limit == 0)
        return hits;
    KAPOK_TRY_ASSIGN(auto rows, candidates(database, expression, limit * kRowsPerHit));
    const auto words = loweredWords(query);
    for (Row &row : rows)
        row.hit.exactAccents = hasAll(row.title + "\n" + row.body, words);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row &a, const Row &b) { return a.hit.exactAccents && !b.hit.exactAccents; });
    std::set<std::tuple<std::string, std::string, std::string>> seen;
    for (Row &row : rows) {
        if (hits.size() == limit)
            break;
        if (!seen.emplace(row.hit.course.value, row.hit.lesson.value, row.hit.page.value).second)
            continue;
        KAPOK_TRY_ASSIGN(row.hit.title.byLanguage, titlesOf(database, row.hit));
        row.hit.snippet = snippetOf(row.body, words);
        hits.push_back(std::move(row.hit));
    }
    return hits;
}

} // namespace kapok::library
