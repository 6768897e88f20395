// SPDX-License-Identifier: Apache-2.0
#include "core/course/text_check.h"
#include "tests/core/course/course_fixture.h"

#include <algorithm>

namespace kapok::course {
namespace {

constexpr const char *kLesson = "lessons/01-first-lesson/lesson.yaml";
constexpr const char *kText = "lessons/01-first-lesson/01-welcome.yaml";
constexpr const char *kImage = "lessons/01-first-lesson/02-picture.yaml";
constexpr const char *kExample = "lessons/01-first-lesson/03-example.yaml";
constexpr const char *kChoice = "lessons/01-first-lesson/04-choice.yaml";
constexpr const char *kMultiple = "lessons/01-first-lesson/05-multiple.yaml";
constexpr const char *kOrder = "lessons/01-first-lesson/06-order.yaml";
constexpr const char *kVideo = "lessons/01-first-lesson/07-video.yaml";
constexpr const char *kCourse = "course.yaml";

/// One mistake an author makes and the line the checker answers with.
struct Fault {
    const char *name;
    const char *file;
    std::string from; ///< text in the file, or "" to replace the whole file
    std::string to;
    std::string line; ///< as printed
};

void PrintTo(const Fault &fault, std::ostream *out)
{
    *out << fault.name;
}

class SourceFault : public ::testing::TestWithParam<Fault> {};

TEST_P(SourceFault, IsSaidAtItsPlaceInPlainWords)
{
    const Fault &fault = GetParam();
    TemporaryFolder folder;
    makeCourse(folder / "c");
    if (fault.from.empty())
        writeTestFile(folder / "c" / fault.file, fault.to);
    else
        edit(folder / "c" / fault.file, fault.from, fault.to);
    const auto report = readSource(folder / "c");
    std::string all;
    bool found = false;
    for (const Finding &finding : report.findings) {
        const std::string line = toLine(finding, "");
        found = found || line == fault.line;
        all += line + "\n";
    }
    EXPECT_TRUE(found) << "wanted: " << fault.line << "\ngot:\n" << all;
    EXPECT_EQ(report.hasErrors(), report.course == std::nullopt);
}

const std::string kPath = "lessons/01-first-lesson/";

const Fault kCourseFaults[] = {
    {"CourseNotYaml", kCourse, "id: my-course", "id: a: b",
     "course.yaml:3: error: This is not valid YAML here (illegal map value). Check the indentation, and put "
     "texts with "
     "signs such as : # , ? in quotes."},
    {"Empty", kCourse, "", "", "course.yaml:1: error: This file is empty."},
    {"NotUtf8", kCourse, "", "id: \xff",
     "course.yaml:1: error: This file is not in UTF-8; save it again as UTF-8 text."},
    {"NewerFormat", kCourse, "format: 1", "format: 2",
     "course.yaml:2: error: This course is of format 2; this version of kapok-pack knows format 1. Update "
     "kapok-pack."},
    {"BadId", kCourse, "id: my-course ", "id: My Course ",
     "course.yaml:3: error: \"id\" is \"My Course\"; use 1 to 64 small letters a-z, digits and hyphens, no "
     "hyphen at "
     "either end."},
    {"BadIri", kCourse, "courses/my-course ", "courses/my-course/ ",
     "course.yaml:4: error: \"iri\" must be a web address without spaces, \"?\", \"#\" or a \"/\" at the "
     "end, such as "
     "https://example.org/courses/planning."},
    {"BadVersion", kCourse, "1.0.0", "1.0",
     "course.yaml:5: error: \"version\" must be three numbers with dots, such as 1.0.0."},
    {"WrongLanguage", kCourse, "[vi, zh, en]", "[vn, zh, en]",
     "course.yaml:6: error: \"vn\" is no language tag; did you mean \"vi\"?"},
    {"UnknownLanguage", kCourse, "[vi, zh, en]", "[vi, zh, en, qq]",
     "course.yaml:6: error: \"qq\" is no language tag; use one such as vi, zh or en."},
    {"UnknownKey", kCourse, "audience:", "audiense:",
     "course.yaml:19: error: \"audiense\" is not a key Kapok knows here; did you mean \"audience\"?"},
    {"MissingKey", kCourse, "minutes: 15\n", "", "course.yaml:1: error: \"minutes\" is missing; add it."},
    {"KeyTwice", kCourse, "minutes: 15", "minutes: 15\nminutes: 20",
     "course.yaml:33: error: \"minutes\" is written twice; keep one of them."},
    {"NoNumber", kCourse, "minutes: 15", "minutes: long",
     "course.yaml:32: error: \"minutes\" must be a whole number from 1 to 100000."},
    {"Sum", kCourse, "minutes: 15", "minutes: 30",
     "course.yaml:32: warning: \"minutes\" is 30, but those of the lessons add up to 15."},
    {"MissingTranslation", kCourse, "  zh: 一门很短的示例课程，请换成您自己的内容。\n", "",
     "course.yaml:11: error: \"summary\" has no text in Chinese (zh); add the translation."},
    {"OutcomeTranslation", kCourse, "    zh: 在课堂使用之前，用三个步骤检查AI的一个回答。\n", "",
     "course.yaml:16: error: \"outcome 1\" has no text in Chinese (zh); add the translation."},
    {"Licence", kCourse, "CC-BY-4.0", "CC BY 4.0",
     "course.yaml:24: error: \"licence\" is \"CC BY 4.0\"; did you mean \"CC-BY-4.0\"?"},
    {"Subject", kCourse, "subject: all ", "subject: art ",
     "course.yaml:23: error: \"subject\" is \"art\"; use one of: all, language, maths, science, "
     "foreign-language, "
     "primary, leadership."},
    {"Level", kCourse, "level: 1", "level: 4",
     "course.yaml:30: error: \"level\" of competency 1 must be a whole number from 1 to 3."},
    {"CoverMissing", kCourse, "media/cover.svg", "media/front.svg",
     "course.yaml:33: error: \"file\" of \"cover\" names media/front.svg, which does not exist; add the file "
     "or correct "
     "the name."},
    {"CoverOutside", kCourse, "media/cover.svg", "../cover.svg",
     "course.yaml:33: error: \"file\" of \"cover\" is \"../cover.svg\"; write the path inside the course "
     "folder, with "
     "\"/\", such as media/cover.svg."},
    {"CoverAbsolute", kCourse, "media/cover.svg", "/etc/passwd",
     "course.yaml:33: error: \"file\" of \"cover\" is \"/etc/passwd\"; write the path inside the course "
     "folder, with "
     "\"/\", such as media/cover.svg."},
    {"CoverType", kCourse, "media/cover.svg", "media/cover.gif",
     "course.yaml:33: error: \"file\" of \"cover\" names media/cover.gif, but a picture must end in .svg, "
     ".png, .jpg, "
     ".jpeg or .webp."},
    {"UnusedFile", "media/old.png", "", "x",
     "media/old.png:1: warning: No page uses this file; it will not be packed."},
    {"LessonMissing", kCourse, "[01-first-lesson]", "[01-first-lesson, 02-next]",
     "course.yaml:35: error: The lesson 02-next is listed, but there is no lessons/02-next/lesson.yaml; add "
     "it or remove "
     "the name."},
    {"LessonCheck", kCourse, "lesson_check: 5", "lesson_check: 80",
     "course.yaml:34: error: \"lesson_check\" of \"completion\" must be a whole number from 0 to 10."},
};

const Fault kPageFaults[] = {
    {"PageMissing", kLesson, "07-video]", "08-video]",
     kPath + "lesson.yaml:8: error: The page 08-video is listed, but there is no " + kPath +
         "08-video.yaml; add it or remove the name."},
    {"PageUnlisted", kLesson, ", 07-video]", "]",
     kPath + "07-video.yaml:1: warning: This file is not listed in the \"pages\" of a lesson or the "
             "\"lessons\" of the "
             "course, so nobody will see it."},
    {"PageTwice", kLesson, "07-video]", "01-welcome]",
     kPath + "lesson.yaml:8: error: \"pages\" lists 01-welcome twice; remove one."},
    {"DuplicateId", kImage, "id: picture", "id: welcome",
     kPath + "02-picture.yaml:2: error: The id \"welcome\" is already used by " + kPath +
         "01-welcome.yaml; give this page its own."},
    {"Kind", kText, "kind: text", "kind: txt",
     kPath + "01-welcome.yaml:3: error: \"txt\" is no kind of page; did you mean \"text\"?"},
    {"UnlistedLanguage", kText, "en: Why check at all", "fr: Pourquoi, en: Why check at all",
     kPath + "01-welcome.yaml:4: error: \"title\" has a text in \"fr\", which is not among the course's "
             "languages; add it "
             "to \"languages\" in course.yaml or remove the text."},
    {"Comma", kText, "en: Why check at all", "en: Why, or why not",
     kPath + "01-welcome.yaml:4: error: \"title\" is cut off before \"or why not\"; put a text with a comma "
             "in quotes."},
    {"Html", kText, "**even when it is wrong**", "<b>even when it is wrong</b>",
     kPath + "01-welcome.yaml:20: error: \"body\" in English (en) has HTML (<b>), which is not shown; use "
             "Markdown, or put "
             "it between ` ` to show it as it is."},
    {"PlainText", kText, "title: {vi: Vì sao phải kiểm tra, zh: 为什么要检查, en: Why check at all}",
     "title: Why",
     kPath + "01-welcome.yaml:4: error: \"title\" must have a text for each language, such as {vi: …, zh: …, "
             "en: …}."},
    {"Description", kImage, "description:", "descriptions:",
     kPath + "02-picture.yaml:1: error: \"description\" is missing; add it."},
    {"Untranslated", kImage, "zh: 三个圆圈由箭头从左到右相连，依次是打开的书、放大镜和对勾。",
     "zh: Three circles joined by arrows from left to right - an open book, a magnifying glass, a tick.",
     kPath +
         "02-picture.yaml:6: warning: \"description\" is the same in English (en) and Chinese (zh); was the "
         "translation forgotten?"},
    {"Step", kExample, "id: compare", "id: read",
     kPath + "03-example.yaml:16: error: Two steps have the id \"read\"; give each its own."},
    {"NoRight", kChoice, "    right: true\n", "",
     kPath +
         "04-choice.yaml:9: error: No option is the right answer; write \"right: true\" for one of them."},
    {"TwoRight", kChoice, "  - id: nobody\n", "  - id: nobody\n    right: true\n",
     kPath +
         "04-choice.yaml:9: error: 2 options are marked right; keep one, or make the page of kind multiple."},
    {"Feedback", kChoice,
     "    feedback:\n      vi: Công ty không biết lớp học của thầy cô.\n"
     "      zh: 公司并不了解您的班级。\n      en: The company does not know your class.\n",
     "", kPath + "04-choice.yaml:10: error: \"feedback\" of option \"tool\" is missing; add it."},
    {"RightTypo", kChoice, "right: true", "rihgt: true",
     kPath + "04-choice.yaml:17: error: \"rihgt\" of option \"teacher\" is not a key Kapok knows here; did "
             "you mean "
             "\"right\"?"},
    {"Review", kChoice, "review: welcome", "review: nowhere",
     kPath +
         "04-choice.yaml:37: error: \"review\" names the page \"nowhere\", which this lesson does not have."},
    {"ReviewItself", kMultiple, "review: example", "review: multiple",
     kPath + "05-multiple.yaml:34: error: \"review\" names this page itself; name the page to read again."},
    {"NothingWrong", kMultiple, "  - id: fluent\n", "  - id: fluent\n    right: true\n",
     kPath + "05-multiple.yaml:9: warning: All options are right, so there is nothing to choose; add a wrong "
             "one."},
    {"FeedbackRepeatsItsHeading", kChoice, "vi: Công cụ đề xuất,", "vi: Đúng rồi! Công cụ đề xuất,",
     kPath + "04-choice.yaml:20: warning: \"feedback\" of option \"teacher\" in Vietnamese (vi) begins with "
             "\"Đúng "
             "rồi\", which Kapok already shows above it; begin with the reason."},
    {"ExplanationRepeatsItsHeading", kChoice, "zh: 材料交到", "zh: 正确。材料交到",
     kPath + "04-choice.yaml:35: warning: \"explanation\" in Chinese (zh) begins with \"正确\", which Kapok "
             "already "
             "shows above it; begin with the reason."},
    {"HintRepeatsItsHeading", kChoice, "en: Who reads it last", "en: \"Hint: who reads it last\"\n  #",
     kPath + "04-choice.yaml:32: warning: \"hint\" in English (en) begins with \"Hint\", which Kapok already "
             "shows "
             "above it; begin with the reason."},
    {"OneItem", kOrder, "",
     "id: o\nkind: order\ntitle: {vi: a, zh: b, en: c}\nquestion: {vi: a, zh: b, en: c}\n"
     "items: [{id: x, text: {vi: a, zh: b, en: c}}]\nexplanation: {vi: a, zh: b, en: c}\n",
     kPath + "06-order.yaml:5: error: \"items\" needs at least 2 entries, but it has 1."},
    {"Caption", kVideo, "zh: media/film.zh.vtt, ", "",
     kPath + "07-video.yaml:8: error: The captions in Chinese (zh) are missing; add a .vtt file."},
    {"CaptionsLate", kVideo, "seconds: 5", "seconds: 2",
     kPath +
         "07-video.yaml:8: warning: media/film.vi.vtt has captions after the end of the medium (2 seconds)."},
    {"Chapter", kVideo, "\"0:02\"", "2 min",
     kPath + "07-video.yaml:9: error: \"at\" of a chapter must be a time such as \"0:42\" or \"1:02:30\", in "
             "quotes."},
    {"NoVideo", "media/film.webm", "", "not a film at all",
     kPath + "07-video.yaml:5: error: \"file\" of \"media\" names media/film.webm, whose content is not "
             "video/webm; save "
             "it in that format or correct its ending."},
    {"EmptyVideo", "media/film.webm", "", "",
     kPath + "07-video.yaml:5: error: \"file\" of \"media\" names media/film.webm, which is empty; put the "
             "real file there."},
    {"BadVtt", "media/film.vi.vtt", "00:01.000 --> 00:04.000", "1 --> 4",
     "media/film.vi.vtt:3: error: The times of this caption cannot be read; write them like \"00:01.000 --> "
     "00:04.000\"."},
    {"Script", "media/cover.svg", "",
     "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<script>x()</script></svg>",
     "media/cover.svg:2: error: A drawing must not contain <script>; remove it."},
    {"Remote", "media/cover.svg", "",
     "<svg xmlns=\"http://www.w3.org/2000/svg\">\n\n<image href=\"https://example.org/a.png\"/></svg>",
     "media/cover.svg:3: error: The drawing refers to \"https://example.org/a.png\", which is not in it; put "
     "it into the "
     "drawing or remove it."},
    {"StyleUrl", "media/cover.svg", "",
     "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect fill=\"url( 'http://example.org/a')\"/></svg>",
     "media/cover.svg:1: error: The drawing loads another file in fill=\"…\"; remove it."},
    {"Doctype", "media/cover.svg", "",
     "<!DOCTYPE svg [<!ENTITY a \"b\">]>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
     "media/cover.svg:1: error: A drawing must not have a <!DOCTYPE …>; delete it."},
    {"Handler", "media/cover.svg", "", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>",
     "media/cover.svg:1: error: A drawing must not react to events (onload=…); remove it."},
    {"NoSvg", "media/cover.svg", "", "<svg><rect></svg>",
     "media/cover.svg:1: error: This drawing is damaged: mismatched tag. Save it again as SVG."},
};

const auto kFaultName = [](const ::testing::TestParamInfo<Fault> &fault) {
    return std::string(fault.param.name);
};

INSTANTIATE_TEST_SUITE_P(Course, SourceFault, ::testing::ValuesIn(kCourseFaults), kFaultName);
INSTANTIATE_TEST_SUITE_P(Page, SourceFault, ::testing::ValuesIn(kPageFaults), kFaultName);

TEST(Source, OfTheExampleCourseHasNothingWrong)
{
    TemporaryFolder folder;
    makeCourse(folder / "c");
    const auto report = readSource(folder / "c");
    for (const Finding &finding : report.findings)
        ADD_FAILURE() << toLine(finding, "");
    ASSERT_TRUE(report.course.has_value());
    EXPECT_EQ(report.course->lessons.front().pages.size(), 7u);
    EXPECT_EQ(report.course->lessons.front().questionCount(), 3);
    const auto &choice = std::get<ChoiceBody>(report.course->lessons.front().pages[3].body);
    EXPECT_EQ(choice.review, PageId{"welcome"});
    EXPECT_EQ(choice.options[1].text.in("zh"), "教师");
}

TEST(Source, SaysEverythingAtOnceInTheOrderOfTheCourse)
{
    TemporaryFolder folder;
    makeCourse(folder / "c");
    edit(folder / "c" / kVideo, "seconds: 5", "seconds: -1");
    edit(folder / "c" / kChoice, "review: welcome", "review: nowhere");
    edit(folder / "c" / kChoice, "    right: true\n", "");
    edit(folder / "c" / kCourse, "periods: 1", "periods: few");
    writeTestFile(folder / "c/media/spare.png", "x");
    std::vector<std::string> places;
    for (const Finding &finding : readSource(folder / "c").findings)
        places.push_back(finding.path + ":" + std::to_string(finding.line));
    EXPECT_EQ(places, (std::vector<std::string>{"course.yaml:31", kChoice + std::string(":9"),
                                                kChoice + std::string(":36"), kVideo + std::string(":7"),
                                                "media/spare.png:1"}));
}

TEST(Source, DoesNotFollowALinkOutOfTheFolder)
{
    TemporaryFolder folder;
    makeCourse(folder / "c");
    writeTestFile(folder / "secret.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    std::filesystem::remove(folder / "c/media/cover.svg");
    std::filesystem::create_symlink(folder / "secret.svg", folder / "c/media/cover.svg");
    const auto report = readSource(folder / "c");
    ASSERT_TRUE(report.hasErrors());
    EXPECT_EQ(report.findings.front().sentence, "\"file\" of \"cover\" names media/cover.svg, a link to a "
                                                "file outside the course folder; copy the file here.");
    writeTestFile(folder / "page.yaml", readTestFile(folder / "c" / kText));
    std::filesystem::remove(folder / "c" / kText);
    std::filesystem::create_symlink(folder / "page.yaml", folder / "c" / kText);
    const auto linked = readSource(folder / "c");
    EXPECT_EQ(std::count_if(
                  linked.findings.begin(), linked.findings.end(),
                  [](const Finding &finding) {
                      return finding.path == kText &&
                             finding.sentence ==
                                 "This is a link to a file outside the course folder; copy the file here.";
                  }),
              1);
}

TEST(Source, WarnsOfLargeFilesAndRefusesTooLargeOnes)
{
    TemporaryFolder folder;
    makeCourse(folder / "c");
    std::filesystem::resize_file(folder / "c/media/film.webm", 41u << 20);
    const auto large = readSource(folder / "c");
    ASSERT_EQ(large.findings.size(), 1u);
    EXPECT_EQ(large.findings.front().severity, Severity::Warning);
    EXPECT_NE(large.findings.front().sentence.find("is large (41.0 MB)"), std::string::npos);
    std::filesystem::resize_file(folder / "c/media/film.webm", 600u << 20);
    const auto tooLarge = readSource(folder / "c");
    ASSERT_EQ(tooLarge.findings.size(), 1u);
    EXPECT_NE(tooLarge.findings.front().sentence.find("too large (600.0 MB; at most 512.0 MB are allowed)"),
              std::string::npos);
}

TEST(Source, OfAFolderThatIsNoCourseSaysSo)
{
    TemporaryFolder folder;
    const auto report = readSource(folder.path());
    ASSERT_EQ(report.findings.size(), 1u);
    EXPECT_NE(report.findings.front().sentence.find("There is no course.yaml here"), std::string::npos);
}

TEST(RepeatedHeading, IsOnlyAWordThatStandsForItself)
{
    EXPECT_EQ(repeatedHeading("Right", "en", Heading::Feedback), "Right");
    EXPECT_EQ(repeatedHeading("**Not right yet.** Look again.", "en", Heading::Feedback), "Not right yet");
    EXPECT_EQ(repeatedHeading("Right answers need a source.", "en", Heading::Feedback), "");
    EXPECT_EQ(repeatedHeading("Đúng, vì có con số.", "vi", Heading::Feedback), "Đúng");
    EXPECT_EQ(repeatedHeading("Đúng 10 từ thì mới soát được.", "vi", Heading::Feedback), "");
    EXPECT_EQ(repeatedHeading("对了，字数能数。", "zh", Heading::Feedback), "对了");
    EXPECT_EQ(repeatedHeading("对于学生，这太长了。", "zh", Heading::Feedback), "");
    EXPECT_EQ(repeatedHeading("提示：看数字。", "zh", Heading::Hint), "提示");
    EXPECT_EQ(repeatedHeading("提示：看数字。", "zh", Heading::Feedback), "");
    EXPECT_EQ(repeatedHeading("Richtig. Weiter so.", "de", Heading::Feedback), "");
    EXPECT_EQ(repeatedHeading("", "vi", Heading::Hint), "");
}

} // namespace
} // namespace kapok::course
