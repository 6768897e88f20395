// SPDX-License-Identifier: Apache-2.0
#include "core/course/yaml_map.h"

#include "core/base/files.h"
#include "core/course/languages.h"
#include "core/course/limits.h"
#include "core/course/text_check.h"

#include <algorithm>
#include <charconv>

namespace kapok::course {
namespace {

int lineOf(const YAML::Node &node, int fallback)
{
    const YAML::Mark mark = node.Mark();
    return mark.is_null() ? fallback : mark.line + 1;
}

bool isBlank(const std::string &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
}

std::string joined(const std::vector<std::string> &words)
{
    std::string all;
    for (std::size_t i = 0; i < words.size(); ++i)
        all += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    return all;
}

std::string kindOf(const YAML::Node &node)
{
    return node.IsMap()        ? "keys and values"
           : node.IsSequence() ? "a list"
           : node.IsNull()     ? "empty"
                               : "a text";
}

} // namespace

YamlMap::YamlMap(SourceContext &context, std::string path, const YamlValue &value, std::string what)
    : m_context(context), m_path(std::move(path)), m_what(std::move(what)), m_line(value.line)
{
    if (!value.node.IsMap()) {
        const std::string subject = m_what.empty() ? "This file" : m_what;
        error(m_line, subject + " must have keys with values (\"key: value\"), but it is " +
                          kindOf(value.node) + ".");
        return;
    }
    for (const auto &entry : value.node) {
        if (!entry.first.IsScalar()) {
            error(course::lineOf(entry.first, m_line), "A key must be a plain word.");
            continue;
        }
        const std::string key = entry.first.Scalar();
        const int line = course::lineOf(entry.first, m_line);
        if (!m_values.emplace(key, YamlValue{entry.second, line}).second)
            error(line, label(key) + " is written twice; keep one of them.");
    }
}

YamlMap::~YamlMap()
{
    for (const auto &[key, value] : m_values) {
        if (m_asked.contains(key))
            continue;
        const std::string meant = nearest(key, m_asked);
        error(value.line, label(key) + " is not a key Kapok knows here" +
                              (meant.empty() ? "; remove it." : "; did you mean \"" + meant + "\"?"));
    }
}

void YamlMap::ignoreRest()
{
    for (const auto &[key, value] : m_values)
        m_asked.insert(key);
}

std::string YamlMap::label(const std::string &key) const
{
    return '"' + key + '"' + (m_what.empty() ? "" : " of " + m_what);
}

int YamlMap::lineOf(const std::string &key) const
{
    const auto found = m_values.find(key);
    return found == m_values.end() ? m_line : found->second.line;
}

std::optional<YamlValue> YamlMap::value(const std::string &key, Presence presence)
{
    m_asked.insert(key);
    const auto found = m_values.find(key);
    if (found != m_values.end() && !found->second.node.IsNull())
        return found->second;
    if (presence == Presence::Required)
        error(lineOf(key),
              label(key) + (found == m_values.end() ? " is missing; add it." : " is empty; fill it in."));
    return std::nullopt;
}

std::optional<std::string> scalarText(const YamlValue &value)
{
    if (!value.node.IsScalar())
        return std::nullopt;
    std::string text = value.node.Scalar();
    std::erase(text, '\r');
    return text;
}

std::string YamlMap::text(const std::string &key, Presence presence)
{
    const auto found = value(key, presence);
    if (!found)
        return {};
    const auto text = scalarText(*found);
    if (!text)
        error(found->line, label(key) + " must be one text, but it is " + kindOf(found->node) + ".");
    else if (isBlank(*text))
        error(found->line, label(key) + " is empty; fill it in.");
    else
        checkText(label(key), *text, found->line, TextKind::Plain);
    return text.value_or("");
}

std::string YamlMap::id(const std::string &key)
{
    std::string id = text(key);
    if (!id.empty() && !isCourseId(id)) {
        error(lineOf(key),
              label(key) + " is \"" + id.substr(0, 80) +
                  "\"; use 1 to 64 small letters a-z, digits and hyphens, no hyphen at either end.");
        return {};
    }
    return id;
}

int YamlMap::integer(const std::string &key, int least, int most, std::optional<int> fallback)
{
    const auto found = value(key, fallback ? Presence::Optional : Presence::Required);
    if (!found)
        return fallback.value_or(0);
    const std::string text = scalarText(*found).value_or("");
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem == std::errc() && end == text.data() + text.size() && number >= least && number <= most)
        return number;
    error(found->line, label(key) + " must be a whole number from " + std::to_string(least) + " to " +
                           std::to_string(most) + ".");
    return 0;
}

double YamlMap::number(const std::string &key, double least, double most)
{
    const auto found = value(key, Presence::Required);
    if (!found)
        return least;
    const std::string text = scalarText(*found).value_or("");
    double number = -1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem == std::errc() && end == text.data() + text.size() && number >= least && number <= most)
        return number;
    error(found->line, label(key) + " must be a number, such as 4 or 1.5.");
    return least;
}

bool YamlMap::boolean(const std::string &key, bool fallback)
{
    const auto found = value(key, Presence::Optional);
    if (!found)
        return fallback;
    const std::string text = scalarText(*found).value_or("");
    if (text != "true" && text != "false")
        error(found->line, label(key) + " must be true or false.");
    return text == "true";
}

LocalizedText YamlMap::localized(const std::string &key, Presence presence, TextKind kind)
{
    const auto found = value(key, presence);
    if (!found)
        return {};
    if (!found->node.IsMap()) {
        error(found->line,
              label(key) + " must have a text for each language, such as {vi: …, zh: …, en: …}.");
        return {};
    }
    LocalizedText result;
    for (const auto &entry : found->node) {
        const std::string language = entry.first.IsScalar() ? entry.first.Scalar() : "?";
        const YamlValue written{entry.second, course::lineOf(entry.first, found->line)};
        if (isTextOfLanguage(key, language, written, result))
            readTranslation(key, language, written, kind, result);
    }
    checkLanguages(key, result, found->line);
    return result;
}

bool YamlMap::isTextOfLanguage(const std::string &key, const std::string &language, const YamlValue &written,
                               const LocalizedText &soFar)
{
    const bool isListed = m_context.languages.empty() ||
                          std::count(m_context.languages.begin(), m_context.languages.end(), language) > 0;
    if (isListed && !soFar.has(language))
        return true;
    if (isListed)
        error(written.line,
              label(key) + " has two texts in " + languageName(language) + "; keep one of them.");
    else if (written.node.IsNull() && !isKnownLanguage(language)) // {vi: one, two} is a text and a lonely key
        error(written.line, label(key) + " is cut off before \"" + language.substr(0, 40) +
                                "\"; put a text with a comma in quotes.");
    else
        error(written.line, label(key) + " has a text in \"" + language.substr(0, 40) +
                                "\", which is not among the course's languages; add it to \"languages\" in "
                                "course.yaml or remove the text.");
    return false;
}

void YamlMap::readTranslation(const std::string &key, const std::string &language, const YamlValue &written,
                              TextKind kind, LocalizedText &result)
{
    const auto text = scalarText(written);
    if (!text && !written.node.IsNull())
        error(written.line, label(key) + " must be one text in " + languageName(language) + ", but it is " +
                                kindOf(written.node) + ".");
    if (!text || isBlank(*text))
        return; // reported with the missing translations
    checkText(label(key) + " in " + languageName(language), *text, written.line, kind);
    checkHeading(label(key) + " in " + languageName(language), *text, language, written.line, kind);
    result.byLanguage[language] = *text;
}

void YamlMap::checkLanguages(const std::string &key, const LocalizedText &text, int line)
{
    std::vector<std::string> missing;
    for (const std::string &language : m_context.languages) {
        if (!text.has(language))
            missing.push_back(languageName(language));
    }
    if (!missing.empty())
        error(line, label(key) + " has no text in " + joined(missing) + "; add the translation.");
    constexpr std::size_t kCertainlyWords = 40; // shorter texts may be names or figures
    for (auto a = text.byLanguage.begin(); a != text.byLanguage.end(); ++a) {
        for (auto b = std::next(a); b != text.byLanguage.end(); ++b) {
            if (a->second == b->second && a->second.size() > kCertainlyWords)
                warn(line, label(key) + " is the same in " + languageName(a->first) + " and " +
                               languageName(b->first) + "; was the translation forgotten?");
        }
    }
}

void YamlMap::checkText(const std::string &subject, const std::string &text, int line, TextKind kind)
{
    const auto isControl = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
    };
    if (text.size() > kMaxTextBytes)
        error(line, subject + " is too long (" + std::to_string(text.size()) + " bytes; at most " +
                        std::to_string(kMaxTextBytes) + "); make two pages of it.");
    if (std::any_of(text.begin(), text.end(), isControl))
        error(line, subject + " has a character that cannot be shown; type it again.");
    if (kind != TextKind::Markdown)
        return;
    if (const std::string html = findRawHtml(text); !html.empty())
        error(line, subject + " has HTML (" + html +
                        "), which is not shown; use Markdown, or put it between ` ` to show "
                        "it as it is.");
    if (hasMarkdownPicture(text))
        error(line, subject + " has a picture; make a page of kind image for it, with a description.");
}

void YamlMap::checkHeading(const std::string &subject, const std::string &text, const std::string &language,
                           int line, TextKind kind)
{
    if (kind != TextKind::Feedback && kind != TextKind::Hint)
        return;
    const Heading heading = kind == TextKind::Hint ? Heading::Hint : Heading::Feedback;
    if (const std::string said = repeatedHeading(text, language, heading); !said.empty())
        warn(line, subject + " begins with \"" + said +
                       "\", which Kapok already shows above it; begin with the reason.");
}

std::vector<YamlValue> YamlMap::list(const std::string &key, std::size_t least, Presence presence)
{
    const auto found = value(key, presence);
    if (!found)
        return {};
    if (!found->node.IsSequence()) {
        error(found->line, label(key) + " must be a list, but it is " + kindOf(found->node) + ".");
        return {};
    }
    std::vector<YamlValue> elements;
    for (const YAML::Node &element : found->node)
        elements.push_back({element, course::lineOf(element, found->line)});
    if (elements.size() < least)
        error(found->line, label(key) + " needs at least " + std::to_string(least) +
                               (least == 1 ? " entry" : " entries") + ", but it has " +
                               std::to_string(elements.size()) + ".");
    if (elements.size() > kMaxListItems) {
        error(found->line, label(key) + " has " + std::to_string(elements.size()) + " entries; at most " +
                               std::to_string(kMaxListItems) + " are allowed.");
        elements.resize(kMaxListItems);
    }
    return elements;
}

std::optional<YamlValue> loadYaml(SourceContext &context, const std::string &path)
{
    context.announce(path);
    context.readFiles.insert(path);
    if (!context.isInside(path)) {
        context.error(path, 1, "This is a link to a file outside the course folder; copy the file here.");
        return std::nullopt;
    }
    const auto bytes = readFile(context.folder / path, kMaxPageBytes);
    if (!bytes.ok()) {
        context.error(path, 1,
                      bytes.error().code == ErrorCode::InvalidInput
                          ? "This file is larger than " + std::to_string(kMaxPageBytes) +
                                " bytes; make it smaller."
                          : "This file cannot be read.");
        return std::nullopt;
    }
    if (!isUtf8(*bytes)) {
        context.error(path, 1, "This file is not in UTF-8; save it again as UTF-8 text.");
        return std::nullopt;
    }
    try {
        const auto documents = YAML::LoadAll(*bytes);
        if (documents.size() == 1 && documents.front().IsMap())
            return YamlValue{documents.front(), 1};
        context.error(path, 1,
                      documents.empty() || documents.front().IsNull()
                          ? "This file is empty."
                          : "This file must have keys with values (\"key: value\"), one set of them.");
    } catch (const YAML::Exception &failure) {
        context.error(path, failure.mark.is_null() ? 1 : failure.mark.line + 1,
                      "This is not valid YAML here (" + failure.msg +
                          "). Check the indentation, and put texts with signs such as : # , ? in quotes.");
    }
    return std::nullopt;
}

} // namespace kapok::course
