// SPDX-License-Identifier: Apache-2.0
#include "core/course/iri.h"
#include "core/course/languages.h"
#include "core/course/limits.h"
#include "core/course/source_parts.h"
#include "core/course/text_check.h"

#include <algorithm>

namespace kapok::course {
namespace {

namespace fs = std::filesystem;

constexpr const char *kCourseFile = "course.yaml";
constexpr int kSourceFormat = 1;
constexpr int kMostLevel = 3;

const std::vector<std::string> kSubjects = {"all",     "language",  "maths", "science", "foreign-language",
                                            "primary", "leadership"};
const std::vector<std::string> kFrameworks = {"unesco-ai-cft", "vn-18-2026", "cn-jyt-0646"};
const std::vector<std::string> kLicences = {
    "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0",
    "CC0-1.0",   "Apache-2.0",   "MIT",          "CC-BY-NC-ND-4.0", "GFDL-1.3-or-later"};

std::string listed(const std::vector<std::string> &words)
{
    std::string all;
    for (const std::string &word : words)
        all += (all.empty() ? "" : ", ") + word;
    return all;
}

/// Reads course.yaml and then the lessons it lists.
class CourseReader {
public:
    CourseReader(SourceContext &context, const YamlValue &root)
        : m_context(context), m_map(context, kCourseFile, root, "")
    {}

    Course read()
    {
        readFormat();
        readLanguages(); // before any text, which must be in all of them
        m_course.id = CourseId{m_map.id()};
        readIdentity();
        m_course.title = m_map.localized("title");
        m_course.summary = m_map.localized("summary");
        readOutcomes();
        m_course.audience = m_map.localized("audience");
        m_course.subject = readOneOf(m_map, "subject", kSubjects);
        readCredits();
        readCompetencies();
        m_course.periods = m_map.number("periods", 0, 1000);
        m_course.minutes = m_map.integer("minutes", 1, kMaxMinutes);
        readCover();
        readLessons();
        return std::move(m_course);
    }

private:
    void readFormat()
    {
        const int format = m_map.integer("format", 1, 1'000'000);
        if (format > kSourceFormat)
            m_map.error(m_map.lineOf("format"), "This course is of format " + std::to_string(format) +
                                                    "; this version of kapok-pack knows format " +
                                                    std::to_string(kSourceFormat) + ". Update kapok-pack.");
    }

    void readLanguages()
    {
        for (const YamlValue &element : m_map.list("languages", 1)) {
            const std::string tag = scalarText(element).value_or("");
            const std::string meant = likelyLanguage(tag);
            if (!meant.empty() || !isKnownLanguage(tag))
                m_map.error(element.line, "\"" + tag.substr(0, 40) + "\" is no language tag" +
                                              (meant.empty() ? "; use one such as vi, zh or en."
                                                             : "; did you mean \"" + meant + "\"?"));
            else if (std::count(m_course.languages.begin(), m_course.languages.end(), tag) > 0)
                m_map.error(element.line,
                            languageName(tag) + " is listed twice in \"languages\"; remove one.");
            else
                m_course.languages.push_back(tag);
        }
        if (m_course.languages.size() > kMaxLanguages)
            m_map.error(m_map.lineOf("languages"),
                        "At most " + std::to_string(kMaxLanguages) + " languages are allowed.");
        m_context.languages = m_course.languages;
    }

    void readIdentity()
    {
        m_course.iri = m_map.text("iri");
        if (!m_course.iri.empty() && !isActivityIri(m_course.iri))
            m_map.error(m_map.lineOf("iri"),
                        "\"iri\" must be a web address without spaces, \"?\", \"#\" or a \"/\" at "
                        "the end, such as https://example.org/courses/planning.");
        m_course.version = m_map.text("version");
        if (!m_course.version.empty() && !isVersion(m_course.version))
            m_map.error(m_map.lineOf("version"),
                        "\"version\" must be three numbers with dots, such as 1.0.0.");
    }

    void readOutcomes()
    {
        constexpr std::size_t kMostOutcomes = 6;
        const auto elements = m_map.list("outcomes", 1);
        if (elements.size() > kMostOutcomes)
            m_map.error(m_map.lineOf("outcomes"), "\"outcomes\" has " + std::to_string(elements.size()) +
                                                      " entries; a learner keeps at most 6 in mind.");
        for (std::size_t i = 0; i < elements.size(); ++i) {
            YAML::Node wrapped; // so that a list's element reads like the value of a key
            const std::string key = "outcome " + std::to_string(i + 1);
            wrapped[key] = elements[i].node;
            YamlMap map(m_context, kCourseFile, {wrapped, elements[i].line}, "");
            m_course.outcomes.push_back(map.localized(key));
        }
    }

    std::string readOneOf(YamlMap &map, const std::string &key, const std::vector<std::string> &allowed)
    {
        std::string word = map.text(key);
        if (!word.empty() && std::count(allowed.begin(), allowed.end(), word) == 0)
            map.error(map.lineOf(key), map.label(key) + " is \"" + word.substr(0, 80) +
                                           "\"; use one of: " + listed(allowed) + ".");
        return word;
    }

    void readCredits()
    {
        m_course.licence = m_map.text("licence");
        const std::string &licence = m_course.licence;
        const bool isOwn = licence.starts_with("LicenseRef-") && licence.find(' ') == std::string::npos;
        if (!licence.empty() && !isOwn && std::count(kLicences.begin(), kLicences.end(), licence) == 0) {
            std::string dashed = licence;
            std::replace(dashed.begin(), dashed.end(), ' ', '-');
            const std::string meant = nearest(dashed, kLicences);
            m_map.error(m_map.lineOf("licence"),
                        "\"licence\" is \"" + licence.substr(0, 80) + "\"; " +
                            (meant.empty() ? "use an SPDX id such as CC-BY-4.0, or LicenseRef-… for your own."
                                           : "did you mean \"" + meant + "\"?"));
        }
        for (const YamlValue &element : m_map.list("authors", 1)) {
            const std::string author = scalarText(element).value_or("");
            if (author.empty() || author.size() > 200)
                m_map.error(element.line, "\"authors\" must list names, each one text of at most 200 bytes.");
            m_course.authors.push_back(author);
        }
        if (const auto value = m_map.value("publisher", Presence::Required)) {
            YamlMap publisher(m_context, kCourseFile, *value, "\"publisher\"");
            m_course.publisherIri = publisher.text("iri");
            if (!m_course.publisherIri.empty() && !isActivityIri(m_course.publisherIri))
                publisher.error(publisher.lineOf("iri"),
                                publisher.label("iri") +
                                    " must be a web address, such as https://example.org/centre.");
            m_course.publisher = publisher.localized("name");
        }
    }

    void readCompetencies()
    {
        for (const YamlValue &element : m_map.list("competencies", 1)) {
            YamlMap map(m_context, kCourseFile, element,
                        "competency " + std::to_string(m_course.competencies.size() + 1));
            m_course.competencies.push_back({readOneOf(map, "framework", kFrameworks), map.text("code"),
                                             map.integer("level", 1, kMostLevel)});
        }
    }

    void readCover()
    {
        if (const auto value = m_map.value("cover", Presence::Required)) {
            YamlMap cover(m_context, kCourseFile, *value, "\"cover\"");
            m_course.cover = readFileRef(m_context, cover, "file", FileUse::Image, Presence::Required);
            m_course.coverDark = readFileRef(m_context, cover, "dark", FileUse::Image, Presence::Optional);
        }
    }

    /// The lesson in \p folder, which course.yaml lists at \p line.
    std::optional<Lesson> readListedLesson(const std::string &folder, int line,
                                           const CompletionRule &completion)
    {
        std::error_code code;
        if (fs::is_regular_file(m_context.folder / folder / "lesson.yaml", code))
            return readLessonFolder(m_context, folder, completion);
        m_map.error(line, "The lesson " + fs::path(folder).filename().string() +
                              " is listed, but there is no " + folder +
                              "/lesson.yaml; add it or remove the name.");
        return std::nullopt;
    }

    void readLessons()
    {
        const CompletionRule completion = readCompletion(m_context, m_map, {});
        std::map<std::string, std::string> folderById;
        int minutes = 0;
        bool allKnown = m_course.minutes > 0;
        for (const auto &[name, line] : readNames(m_map, "lessons")) {
            const std::string folder = "lessons/" + name;
            auto lesson = readListedLesson(folder, line, completion);
            if (!lesson)
                continue;
            const auto [first, isNew] = folderById.emplace(lesson->id.value, folder);
            if (!lesson->id.empty() && !isNew)
                m_context.error(folder + "/lesson.yaml", 1,
                                "The id \"" + lesson->id.value + "\" is already used by " + first->second +
                                    "/lesson.yaml; give this lesson its own.");
            allKnown = allKnown && lesson->minutes > 0;
            minutes += lesson->minutes;
            m_course.lessons.push_back(*std::move(lesson));
        }
        if (allKnown && !m_course.lessons.empty() && minutes != m_course.minutes)
            m_map.warn(m_map.lineOf("minutes"), "\"minutes\" is " + std::to_string(m_course.minutes) +
                                                    ", but those of the lessons add up to " +
                                                    std::to_string(minutes) + ".");
    }

    SourceContext &m_context;
    YamlMap m_map;
    Course m_course;
};

} // namespace

Course readCourseFile(SourceContext &context)
{
    const auto root = loadYaml(context, kCourseFile);
    return root ? CourseReader(context, *root).read() : Course{};
}

} // namespace kapok::course
