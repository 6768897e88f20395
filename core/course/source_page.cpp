// SPDX-License-Identifier: Apache-2.0
#include "core/course/captions.h"
#include "core/course/limits.h"
#include "core/course/source_parts.h"
#include "core/course/text_check.h"

#include <algorithm>

namespace kapok::course {
namespace {

const std::vector<std::string> kKinds = {"text", "image", "media", "example", "choice", "multiple", "order"};

/// Reads the parts of one page file that depend on its kind.
class PageReader {
public:
    PageReader(SourceContext &context, YamlMap &page) : m_context(context), m_page(page) {}

    PageBody read(const std::string &kind)
    {
        if (kind == "text")
            return TextBody{m_page.localized("body", Presence::Required, TextKind::Markdown)};
        if (kind == "image")
            return readImage();
        if (kind == "media")
            return readMedia();
        if (kind == "example")
            return readExample();
        if (kind == "order")
            return readOrder();
        return readChoice(kind == "multiple");
    }

private:
    /// The mapping at \p key, or an empty one after the missing key was reported.
    YamlValue mapAt(const std::string &key)
    {
        const auto value = m_page.value(key, Presence::Required);
        return value ? *value : YamlValue{YAML::Node(YAML::NodeType::Map), m_page.lineOf(key)};
    }

    ImageBody readImage()
    {
        ImageBody body;
        if (const auto value = m_page.value("image", Presence::Required)) {
            YamlMap image(m_context, m_page.path(), *value, "\"image\"");
            body.image = readFileRef(m_context, image, "file", FileUse::Image, Presence::Required);
            body.aiGenerated = image.boolean("ai_generated", false);
        }
        body.description = m_page.localized("description");
        body.caption = m_page.localized("caption", Presence::Optional);
        body.markdown = m_page.localized("body", Presence::Optional, TextKind::Markdown);
        return body;
    }

    MediaBody readMedia()
    {
        MediaBody body;
        if (const auto value = m_page.value("media", Presence::Required))
            readMediaMap(*value, body);
        body.description = m_page.localized("description");
        body.markdown = m_page.localized("body", Presence::Optional, TextKind::Markdown);
        return body;
    }

    void readMediaMap(const YamlValue &value, MediaBody &body)
    {
        YamlMap media(m_context, m_page.path(), value, "\"media\"");
        const std::string type = media.text("type");
        if (!type.empty() && type != "video" && type != "audio")
            media.error(media.lineOf("type"), media.label("type") + " must be video or audio.");
        body.kind = type == "audio" ? MediaKind::Audio : MediaKind::Video;
        const FileUse use = body.kind == MediaKind::Audio ? FileUse::Audio : FileUse::Video;
        body.file = readFileRef(m_context, media, "file", use, Presence::Required);
        body.poster = readFileRef(m_context, media, "poster", FileUse::Image, Presence::Optional);
        body.seconds = media.integer("seconds", 1, kMaxMediaSeconds);
        body.aiGenerated = media.boolean("ai_generated", false);
        body.captions = readCaptionFiles(m_context, media, body.seconds);
        for (const YamlValue &element : media.list("chapters", 1, Presence::Optional))
            readChapter(element, body);
    }

    void readChapter(const YamlValue &element, MediaBody &body)
    {
        YamlMap chapter(m_context, m_page.path(), element, "a chapter");
        const std::string at = chapter.text("at");
        const LocalizedText title = chapter.localized("title");
        const auto start = parseClock(at);
        if (at.empty())
            return;
        if (!start)
            chapter.error(chapter.lineOf("at"),
                          chapter.label("at") + R"( must be a time such as "0:42" or "1:02:30", in quotes.)");
        else if (body.seconds > 0 && *start >= body.seconds)
            chapter.error(chapter.lineOf("at"), chapter.label("at") + " is after the end of the medium.");
        else if (!body.chapters.emplace(at, title).second)
            chapter.error(chapter.lineOf("at"), "Two chapters start at " + at + "; keep one of them.");
    }

    /// The id of an option, step or item; \p what is its kind in messages.
    std::string uniqueId(YamlMap &map, std::set<std::string> &seen, const std::string &what)
    {
        std::string id = map.id();
        if (!id.empty() && !seen.insert(id).second)
            map.error(map.lineOf("id"), "Two " + what + "s have the id \"" + id + "\"; give each its own.");
        return id;
    }

    /// `option "b"`, or `option 2` while its id is not known.
    static std::string nameOf(const YamlValue &element, const std::string &what, std::size_t index)
    {
        if (element.node.IsMap()) {
            const YAML::Node id = element.node["id"];
            if (id.IsDefined() && id.IsScalar() && isCourseId(id.Scalar()))
                return what + " \"" + id.Scalar() + "\"";
        }
        return what + " " + std::to_string(index + 1);
    }

    ExampleBody readExample()
    {
        ExampleBody body;
        body.introduction = m_page.localized("introduction");
        std::set<std::string> seen;
        for (const YamlValue &element : m_page.list("steps", 1)) {
            YamlMap step(m_context, m_page.path(), element, nameOf(element, "step", body.steps.size()));
            body.steps.push_back({uniqueId(step, seen, "step"), step.localized("title"),
                                  step.localized("body", Presence::Required, TextKind::Markdown)});
        }
        return body;
    }

    /// What choices and orders share.
    template <class Question> void readHelp(Question &body)
    {
        body.hint = m_page.localized("hint", Presence::Optional, TextKind::Hint);
        body.explanation = m_page.localized("explanation", Presence::Required, TextKind::Feedback);
        if (m_page.value("review", Presence::Optional))
            body.review = PageId{m_page.id("review")};
    }

    ChoiceBody readChoice(bool multiple)
    {
        ChoiceBody body;
        body.multiple = multiple;
        body.question = m_page.localized("question");
        std::set<std::string> seen;
        for (const YamlValue &element : m_page.list("options", 2)) {
            YamlMap option(m_context, m_page.path(), element, nameOf(element, "option", body.options.size()));
            body.options.push_back({uniqueId(option, seen, "option"), option.localized("text"),
                                    option.localized("feedback", Presence::Required, TextKind::Feedback),
                                    option.boolean("right", false)});
        }
        checkRight(body);
        readHelp(body);
        return body;
    }

    void checkRight(const ChoiceBody &body)
    {
        const auto right = static_cast<std::size_t>(
            std::count_if(body.options.begin(), body.options.end(), [](const Option &o) { return o.right; }));
        const int line = m_page.lineOf("options");
        if (body.options.empty())
            return;
        if (right == 0)
            m_page.error(line, "No option is the right answer; write \"right: true\" for one of them.");
        else if (!body.multiple && right > 1)
            m_page.error(line, std::to_string(right) +
                                   " options are marked right; keep one, or make the page of kind multiple.");
        else if (body.multiple && right == body.options.size())
            m_page.warn(line, "All options are right, so there is nothing to choose; add a wrong one.");
    }

    OrderBody readOrder()
    {
        OrderBody body;
        body.question = m_page.localized("question");
        std::set<std::string> seen;
        for (const YamlValue &element : m_page.list("items", 2)) {
            YamlMap item(m_context, m_page.path(), element, nameOf(element, "item", body.items.size()));
            body.items.push_back({uniqueId(item, seen, "item"), item.localized("text")});
        }
        readHelp(body);
        return body;
    }

    SourceContext &m_context;
    YamlMap &m_page;
};

} // namespace

std::optional<SourcePage> readPageFile(SourceContext &context, const std::string &path)
{
    const auto root = loadYaml(context, path);
    if (!root)
        return std::nullopt;
    YamlMap map(context, path, *root, "");
    SourcePage source;
    source.path = path;
    source.page.id = PageId{map.id()};
    source.page.kind = map.text("kind");
    source.page.title = map.localized("title");
    source.idLine = map.lineOf("id");
    source.reviewLine = map.lineOf("review");
    if (std::count(kKinds.begin(), kKinds.end(), source.page.kind) == 0) {
        const std::string meant = nearest(source.page.kind, kKinds);
        if (!source.page.kind.empty())
            map.error(map.lineOf("kind"),
                      "\"" + source.page.kind.substr(0, 80) + "\" is no kind of page; " +
                          (meant.empty() ? "use text, image, media, example, choice, multiple or order."
                                         : "did you mean \"" + meant + "\"?"));
        map.ignoreRest();
        return source;
    }
    source.page.body = PageReader(context, map).read(source.page.kind);
    return source;
}

} // namespace kapok::course
