// SPDX-License-Identifier: Apache-2.0
#include "core/course/limits.h"
#include "core/course/source_parts.h"

namespace kapok::course {
namespace {

namespace fs = std::filesystem;

const std::optional<PageId> *reviewOf(const Page &page)
{
    if (const auto *choice = std::get_if<ChoiceBody>(&page.body))
        return &choice->review;
    if (const auto *order = std::get_if<OrderBody>(&page.body))
        return &order->review;
    return nullptr;
}

/// Ids are there once and every review names another page of the lesson.
void checkAcrossPages(SourceContext &context, const std::vector<SourcePage> &pages)
{
    std::map<std::string, std::string> pathById;
    for (const SourcePage &source : pages) {
        const std::string &id = source.page.id.value;
        const auto [first, isNew] = pathById.emplace(id, source.path);
        if (!id.empty() && !isNew)
            context.error(source.path, source.idLine,
                          "The id \"" + id + "\" is already used by " + first->second +
                              "; give this page its own.");
    }
    for (const SourcePage &source : pages) {
        const auto *review = reviewOf(source.page);
        if (!review || !*review || (*review)->empty())
            continue;
        const std::string &target = (*review)->value;
        if (!pathById.contains(target))
            context.error(source.path, source.reviewLine,
                          "\"review\" names the page \"" + target + "\", which this lesson does not have.");
        else if (target == source.page.id.value)
            context.error(source.path, source.reviewLine,
                          "\"review\" names this page itself; name the page to read again.");
    }
}

/// The page \p name in the lesson's \p folder, which its \p map lists at \p line.
std::optional<SourcePage> readListedPage(SourceContext &context, YamlMap &map, const std::string &folder,
                                         const std::string &name, int line)
{
    const std::string file = folder + "/" + name + ".yaml";
    std::error_code code;
    if (fs::is_regular_file(context.folder / file, code))
        return readPageFile(context, file);
    map.error(line,
              "The page " + name + " is listed, but there is no " + file + "; add it or remove the name.");
    return std::nullopt;
}

} // namespace

std::vector<std::pair<std::string, int>> readNames(YamlMap &map, const std::string &key)
{
    std::vector<std::pair<std::string, int>> names;
    std::set<std::string> seen;
    for (const YamlValue &element : map.list(key, 1)) {
        const std::string name = scalarText(element).value_or("");
        if (!isSafePath(name) || name.find('/') != std::string::npos)
            map.error(element.line, map.label(key) + " must list plain names, such as 01-aim.");
        else if (!seen.insert(name).second)
            map.error(element.line, map.label(key) + " lists " + name + " twice; remove one.");
        else
            names.emplace_back(name, element.line);
    }
    return names;
}

CompletionRule readCompletion(SourceContext &context, YamlMap &map, CompletionRule rule)
{
    if (const auto value = map.value("completion", Presence::Optional)) {
        YamlMap completion(context, map.path(), *value, "\"completion\"");
        rule.allPages = completion.boolean("all_pages", rule.allPages);
        rule.lessonCheck = completion.integer("lesson_check", 0, 10, rule.lessonCheck);
    }
    return rule;
}

std::optional<Lesson> readLessonFolder(SourceContext &context, const std::string &path,
                                       const CompletionRule &completion)
{
    const auto root = loadYaml(context, path + "/lesson.yaml");
    if (!root)
        return std::nullopt;
    YamlMap map(context, path + "/lesson.yaml", *root, "");
    Lesson lesson;
    lesson.id = LessonId{map.id()};
    lesson.title = map.localized("title");
    lesson.summary = map.localized("summary");
    lesson.minutes = map.integer("minutes", 1, kMaxMinutes);
    lesson.completion = readCompletion(context, map, completion);
    std::vector<SourcePage> pages;
    for (const auto &[name, line] : readNames(map, "pages")) {
        if (auto page = readListedPage(context, map, path, name, line))
            pages.push_back(*std::move(page));
    }
    checkAcrossPages(context, pages);
    for (SourcePage &source : pages)
        lesson.pages.push_back(std::move(source.page));
    return lesson;
}

} // namespace kapok::course
