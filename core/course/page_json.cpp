// SPDX-License-Identifier: Apache-2.0
#include "core/course/captions.h"
#include "core/course/json_value.h"
#include "core/course/languages.h"
#include "core/course/limits.h"
#include "core/course/manifest.h"
#include "core/course/media_types.h"
#include "core/course/page_files.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace kapok::course {
namespace {

using nlohmann::json;

json toJson(const FileRef &file)
{
    return {{"sha256", file.sha256}, {"size", file.size}, {"type", file.mediaType}};
}

void putUnlessEmpty(json &object, const char *key, const LocalizedText &text)
{
    if (!text.empty())
        object[key] = course::toJson(text);
}

void putUnlessEmpty(json &object, const char *key, const FileRef &file)
{
    if (!file.empty())
        object[key] = toJson(file);
}

/// Writes the members of each kind into the page's object; keys are those of the source format.
struct BodyWriter {
    json &page;

    void operator()(const TextBody &body) const { page["body"] = course::toJson(body.markdown); }

    void operator()(const ImageBody &body) const
    {
        page["image"] = {{"file", toJson(body.image)}, {"ai_generated", body.aiGenerated}};
        page["description"] = course::toJson(body.description);
        putUnlessEmpty(page, "caption", body.caption);
        putUnlessEmpty(page, "body", body.markdown);
    }

    void operator()(const MediaBody &body) const
    {
        json media = {{"file", toJson(body.file)},
                      {"type", body.kind == MediaKind::Video ? "video" : "audio"},
                      {"seconds", body.seconds},
                      {"ai_generated", body.aiGenerated},
                      {"captions", json::object()}};
        for (const auto &[language, file] : body.captions)
            media["captions"][language] = toJson(file);
        putUnlessEmpty(media, "poster", body.poster);
        for (const auto &[start, title] : body.chapters)
            media["chapters"].push_back({{"at", start}, {"title", course::toJson(title)}});
        page["media"] = std::move(media);
        page["description"] = course::toJson(body.description);
        putUnlessEmpty(page, "body", body.markdown);
    }

    void operator()(const ExampleBody &body) const
    {
        page["introduction"] = course::toJson(body.introduction);
        for (const ExampleStep &step : body.steps)
            page["steps"].push_back({{"id", step.id},
                                     {"title", course::toJson(step.title)},
                                     {"body", course::toJson(step.markdown)}});
    }

    void operator()(const ChoiceBody &body) const
    {
        page["question"] = course::toJson(body.question);
        for (const Option &option : body.options)
            page["options"].push_back({{"id", option.id},
                                       {"text", course::toJson(option.text)},
                                       {"feedback", course::toJson(option.feedback)},
                                       {"right", option.right}});
        writeHelp(body.hint, body.explanation, body.review);
    }

    void operator()(const OrderBody &body) const
    {
        page["question"] = course::toJson(body.question);
        for (const OrderItem &item : body.items)
            page["items"].push_back({{"id", item.id}, {"text", course::toJson(item.text)}});
        writeHelp(body.hint, body.explanation, body.review);
    }

    void operator()(const UnknownBody &) const
    {
        assert(false && "a page of an unknown kind cannot be written");
    }

    void writeHelp(const LocalizedText &hint, const LocalizedText &explanation,
                   const std::optional<PageId> &review) const
    {
        putUnlessEmpty(page, "hint", hint);
        page["explanation"] = course::toJson(explanation);
        if (review)
            page["review"] = review->value;
    }
};

LocalizedText localizedOrEmpty(const JsonValue &object, const char *key)
{
    const auto value = object.get(key);
    return value ? value->localized() : LocalizedText{};
}

bool booleanOrFalse(const JsonValue &object, const char *key)
{
    const auto value = object.get(key);
    return value && value->boolean();
}

FileRef readFileRef(const JsonValue &value, FileUse use)
{
    FileRef file;
    file.sha256 = value.at("sha256").hash();
    file.size = value.at("size").size(kMaxBlobBytes);
    file.mediaType = value.at("type").mediaType();
    if (!isOfKind(file.mediaType, use))
        value.at("type").refuse("does not fit here");
    return file;
}

/// Id at \p key of \p object, which must not be in \p seen.
std::string takeNewId(const JsonValue &object, std::set<std::string> &seen)
{
    std::string id = object.at("id").id();
    if (!seen.insert(id).second)
        object.at("id").refuse("is there twice");
    return id;
}

ImageBody readImage(const JsonValue &page)
{
    const JsonValue image = page.at("image");
    return {readFileRef(image.at("file"), FileUse::Image), page.at("description").localized(),
            localizedOrEmpty(page, "caption"), localizedOrEmpty(page, "body"),
            booleanOrFalse(image, "ai_generated")};
}

MediaBody readMedia(const JsonValue &page)
{
    const JsonValue media = page.at("media");
    const std::string type = media.at("type").text(10);
    if (type != "video" && type != "audio")
        media.at("type").refuse("must be \"video\" or \"audio\"");
    MediaBody body;
    body.kind = type == "video" ? MediaKind::Video : MediaKind::Audio;
    body.file =
        readFileRef(media.at("file"), body.kind == MediaKind::Video ? FileUse::Video : FileUse::Audio);
    if (const auto poster = media.get("poster"))
        body.poster = readFileRef(*poster, FileUse::Image);
    for (const auto &[language, file] : media.at("captions").members(kMaxLanguages)) {
        if (!isLanguageTag(language))
            file.refuse("is no language tag");
        body.captions[language] = readFileRef(file, FileUse::Captions);
    }
    if (const auto chapters = media.get("chapters")) {
        for (const JsonValue &chapter : chapters->list(0, kMaxListItems)) {
            const std::string start = chapter.at("at").text(10);
            if (!parseClock(start))
                chapter.at("at").refuse("is no time (m:ss)");
            body.chapters[start] = chapter.at("title").localized();
        }
    }
    body.seconds = media.at("seconds").integer(0, kMaxMediaSeconds);
    body.aiGenerated = booleanOrFalse(media, "ai_generated");
    body.description = page.at("description").localized();
    body.markdown = localizedOrEmpty(page, "body");
    return body;
}

ExampleBody readExample(const JsonValue &page)
{
    ExampleBody body;
    body.introduction = page.at("introduction").localized();
    std::set<std::string> seen;
    for (const JsonValue &step : page.at("steps").list(1, kMaxListItems))
        body.steps.push_back(
            {takeNewId(step, seen), step.at("title").localized(), step.at("body").localized()});
    return body;
}

std::optional<PageId> readReview(const JsonValue &page)
{
    const auto review = page.get("review");
    return review ? std::optional(PageId{review->id()}) : std::nullopt;
}

ChoiceBody readChoice(const JsonValue &page, bool multiple)
{
    ChoiceBody body;
    body.multiple = multiple;
    body.question = page.at("question").localized();
    std::set<std::string> seen;
    for (const JsonValue &option : page.at("options").list(2, kMaxListItems))
        body.options.push_back({takeNewId(option, seen), option.at("text").localized(),
                                option.at("feedback").localized(), booleanOrFalse(option, "right")});
    const auto right =
        std::count_if(body.options.begin(), body.options.end(), [](const Option &o) { return o.right; });
    if (right == 0 || (!multiple && right > 1))
        page.at("options").refuse(multiple ? "need a right one" : "need exactly one right one");
    body.hint = localizedOrEmpty(page, "hint");
    body.explanation = page.at("explanation").localized();
    body.review = readReview(page);
    return body;
}

OrderBody readOrder(const JsonValue &page)
{
    OrderBody body;
    body.question = page.at("question").localized();
    std::set<std::string> seen;
    for (const JsonValue &item : page.at("items").list(2, kMaxListItems))
        body.items.push_back({takeNewId(item, seen), item.at("text").localized()});
    body.hint = localizedOrEmpty(page, "hint");
    body.explanation = page.at("explanation").localized();
    body.review = readReview(page);
    return body;
}

PageBody readBody(const JsonValue &page, const std::string &kind)
{
    if (kind == "text")
        return TextBody{page.at("body").localized()};
    if (kind == "image")
        return readImage(page);
    if (kind == "media")
        return readMedia(page);
    if (kind == "example")
        return readExample(page);
    if (kind == "choice" || kind == "multiple")
        return readChoice(page, kind == "multiple");
    if (kind == "order")
        return readOrder(page);
    return UnknownBody{};
}

} // namespace

std::string pageToJson(const Page &page)
{
    json object = {{"id", page.id.value}, {"kind", page.kind}, {"title", toJson(page.title)}};
    std::visit(BodyWriter{object}, page.body);
    return canonical(object);
}

Result<Page> pageFromJson(std::string_view bytes)
{
    try {
        const json document = parseObject(bytes, kMaxPageBytes, "the page");
        const JsonValue value(document, "");
        Page page;
        page.id = PageId{value.at("id").id()};
        page.kind = value.at("kind").id();
        page.title = value.at("title").localized();
        page.body = readBody(value, page.kind);
        return page;
    } catch (const JsonRefused &refused) {
        return refused.error;
    } catch (const std::exception &failure) {
        return Error{ErrorCode::Internal, std::string("cannot read the page: ") + failure.what()};
    }
}

std::vector<FileRef> filesOf(const Page &page)
{
    std::vector<FileRef> files;
    forEachFile(page, [&](const FileRef &file) { files.push_back(file); });
    return files;
}

} // namespace kapok::course
