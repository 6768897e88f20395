// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"
#include "core/course/manifest.h"
#include "core/course/media_types.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kapok::course {
namespace {

const LocalizedText kTitle{{{"vi", "Một"}, {"zh", "一"}, {"en", "One"}}};

Manifest makeManifest()
{
    Manifest manifest;
    Course &course = manifest.course;
    course.id = CourseId{"c03"};
    course.iri = "https://example.org/courses/c03";
    course.version = "1.2.0";
    course.languages = {"vi", "zh", "en"};
    course.title = course.summary = course.audience = course.publisher = kTitle;
    course.outcomes = {kTitle, kTitle};
    course.subject = "all";
    course.licence = "CC-BY-4.0";
    course.authors = {"Lê Hà"};
    course.publisherIri = "https://example.org/publisher";
    course.competencies = {{"unesco-ai-cft", "3D", 2}};
    course.periods = 1.5;
    course.minutes = 85;
    const std::string cover = sha256("cover");
    const std::string page = sha256("page");
    manifest.blobs = {{cover, 10, "image/png"}, {page, 20, std::string(kPageMediaType)}};
    if (page < cover)
        std::swap(manifest.blobs[0], manifest.blobs[1]);
    course.cover = {{}, cover, 10, "image/png"};
    course.lessons.push_back({LessonId{"one"},
                              kTitle,
                              kTitle,
                              20,
                              {true, 8},
                              {Page{PageId{"aim"}, "text", kTitle, UnknownBody{}}}});
    manifest.pageBlobs[{LessonId{"one"}, PageId{"aim"}}] = page;
    return manifest;
}

/// The manifest's text with one piece replaced.
std::string changed(const std::string &from, const std::string &to)
{
    std::string text = writeManifest(makeManifest());
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from << " is not in " << text;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(Manifest, ComesBackAsItWasWrittenAndAlwaysAsTheSameBytes)
{
    const Manifest manifest = makeManifest();
    const std::string bytes = writeManifest(manifest);
    const auto parsed = parseManifest(bytes);
    ASSERT_TRUE(parsed.ok()) << parsed.error().detail;
    EXPECT_EQ(parsed->course, manifest.course);
    EXPECT_EQ(parsed->blobs, manifest.blobs);
    EXPECT_EQ(parsed->pageBlobs, manifest.pageBlobs);
    EXPECT_EQ(writeManifest(*parsed), bytes);
    EXPECT_EQ(parsed->totalBytes(), 30u);
}

TEST(Manifest, OfANewerFormatIsRefusedAsNewer)
{
    const auto parsed = parseManifest(changed("\"format\":1", "\"format\":2"));
    ASSERT_FALSE(parsed.ok());
    EXPECT_EQ(parsed.error().code, ErrorCode::NewerFormat);
    EXPECT_NE(parsed.error().detail.find("Update Kapok"), std::string::npos);
}

TEST(Manifest, MayHaveKeysAndKindsThisVersionDoesNotKnow)
{
    const auto parsed = parseManifest(changed("\"minutes\":85", "\"minutes\":85,\"mood\":{\"a\":[1]}"));
    EXPECT_TRUE(parsed.ok()) << parsed.error().detail;
    EXPECT_TRUE(parseManifest(changed("\"kind\":\"text\"", "\"kind\":\"prompt-lab\"")).ok());
}

struct Breach {
    const char *name;
    std::string from;
    std::string to;
    std::string detail;
};

void PrintTo(const Breach &breach, std::ostream *out)
{
    *out << breach.name;
}

class ManifestBreach : public ::testing::TestWithParam<Breach> {};

TEST_P(ManifestBreach, IsRefusedWithItsPlace)
{
    const auto parsed = parseManifest(changed(GetParam().from, GetParam().to));
    ASSERT_FALSE(parsed.ok());
    EXPECT_EQ(parsed.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(parsed.error().detail, "manifest.json: " + GetParam().detail);
}

const Breach kBreaches[] = {
    {"CourseId", "\"id\":\"c03\"", "\"id\":\"../c03\"", "course.id is no id (a-z, 0-9 and hyphens)"},
    {"Iri", "https://example.org/courses/c03", "javascript:x",
     "course.iri is no address like https://example.org/courses/planning"},
    {"Version", "\"1.2.0\"", "\"new\"", "course.version is no version like 1.2.0"},
    {"Language", "[\"vi\",\"zh\",\"en\"]", "[\"vi\",\"../zh\"]", "course.languages[1] is no language tag"},
    {"NoLanguage", "[\"vi\",\"zh\",\"en\"]", "[]",
     "course.languages has 0 entries; from 1 to 20 are allowed"},
    {"Missing", "\"minutes\":85,", "", "course has no \"minutes\""},
    {"Type", "\"minutes\":85", "\"minutes\":\"85\"", "course.minutes must be a whole number"},
    {"Huge", "\"minutes\":85", "\"minutes\":18446744073709551615", "course.minutes must be from 0 to 100000"},
    {"BlobSize", "\"size\":10,", "\"size\":10737418240,",
     "blobs[1].size is 10737418240 bytes; at most 536870912 are allowed"},
    {"BlobHash", "\"type\":\"image/png\"}",
     "\"type\":\"image/png\"},{\"sha256\":\"../../etc\",\"size\":1,\"type\":\"a/b\"}",
     "blobs[2].sha256 is no SHA-256 (64 lower-case hex digits)"},
    {"Level", "\"lesson_check\":8", "\"lesson_check\":11",
     "lessons[0].completion.lesson_check must be from 0 to 10"},
    {"NoPages", "\"pages\":[", "\"pages\":[],\"old\":[",
     "lessons[0].pages has 0 entries; from 1 to 500 are allowed"},
    {"CoverUnknown", "\"cover\":\"" + sha256("cover"), "\"cover\":\"" + sha256("other"),
     "course.cover names a file that is not in blobs"},
    {"CoverIsAPage", "\"cover\":\"" + sha256("cover"), "\"cover\":\"" + sha256("page"),
     "course.cover is no picture"},
    {"PageIsAPicture", "\"blob\":\"" + sha256("page"), "\"blob\":\"" + sha256("cover"),
     "lessons[0].pages[0].blob is no page"},
    {"Control", "\"CC-BY-4.0\"", "\"CC\\u0007\"", "course.licence has control characters"},
};

INSTANTIATE_TEST_SUITE_P(All, ManifestBreach, ::testing::ValuesIn(kBreaches),
                         [](const auto &breach) { return std::string(breach.param.name); });

TEST(Manifest, ThatIsNoJsonIsRefused)
{
    for (const std::string &bad :
         {std::string(), std::string("x"), std::string("[]"), std::string("{\"a\":\"\xff\"}"),
          std::string(100'000, '['), "{\"a\":" + std::string(50, '[')}) {
        const auto parsed = parseManifest(bad);
        ASSERT_FALSE(parsed.ok());
        EXPECT_EQ(parsed.error().detail, "manifest.json is not a JSON object");
    }
}

TEST(Page, OfAnUnknownKindIsKeptAsUnknown)
{
    const auto page = pageFromJson(R"({"id":"p","kind":"scenario","title":{"vi":"x"},"scenes":[]})");
    ASSERT_TRUE(page.ok()) << page.error().detail;
    EXPECT_EQ(page->kind, "scenario");
    EXPECT_TRUE(std::holds_alternative<UnknownBody>(page->body));
}

TEST(Page, WithoutOneRightAnswerIsRefused)
{
    const std::string start = R"({"id":"p","kind":"choice","title":{"vi":"x"},"question":{"vi":"x"},)"
                              R"("explanation":{"vi":"x"},"options":[)";
    const std::string right = R"({"id":"a","text":{"vi":"x"},"feedback":{"vi":"x"},"right":true})";
    const std::string wrong = R"({"id":"b","text":{"vi":"x"},"feedback":{"vi":"x"}})";
    EXPECT_TRUE(pageFromJson(start + right + "," + wrong + "]}").ok());
    EXPECT_EQ(pageFromJson(start + wrong + "," + right + "," + right + "]}").error().detail,
              "options[2].id is there twice");
    EXPECT_FALSE(pageFromJson(start + right + "]}").ok());
}

LocalizedText anyText()
{
    LocalizedText text;
    const auto words = *rc::gen::nonEmpty(rc::gen::container<std::string>(
        rc::gen::element<char>('a', 'Z', '"', '\\', '\n', '\t', '{', ' ', '<', '0')));
    for (const std::string language : {"vi", "zh", "en"}) {
        if (text.empty() || *rc::gen::arbitrary<bool>())
            text.byLanguage[language] = words + (language == "zh" ? "中文😀" : "ộ");
    }
    return text;
}

LocalizedText anyTextOrNone()
{
    return *rc::gen::arbitrary<bool>() ? anyText() : LocalizedText{};
}

FileRef anyFile(const std::string &mediaType)
{
    return {{},
            sha256(std::to_string(*rc::gen::inRange(0, 1000))),
            *rc::gen::inRange<std::uint64_t>(0, 1u << 20),
            mediaType};
}

std::optional<PageId> anyReview()
{
    return *rc::gen::arbitrary<bool>() ? std::optional(PageId{"again"}) : std::nullopt;
}

PageBody anyMedia()
{
    const bool isVideo = *rc::gen::arbitrary<bool>();
    MediaBody body{isVideo ? MediaKind::Video : MediaKind::Audio,
                   anyFile(isVideo ? "video/webm" : "audio/ogg"),
                   *rc::gen::arbitrary<bool>() ? anyFile("image/png") : FileRef{},
                   {{"vi", anyFile("text/vtt")}},
                   {},
                   anyText(),
                   anyTextOrNone(),
                   *rc::gen::inRange(0, 1000),
                   *rc::gen::arbitrary<bool>()};
    for (int i = 0; i < *rc::gen::inRange(0, 3); ++i)
        body.chapters[std::to_string(i) + ":30"] = anyText();
    return body;
}

PageBody anyChoice(bool multiple)
{
    ChoiceBody body{multiple, anyText(), {}, anyTextOrNone(), anyText(), anyReview()};
    const int count = *rc::gen::inRange(2, 6);
    for (int i = 0; i < count; ++i)
        body.options.push_back(
            {"o" + std::to_string(i), anyText(), anyText(), i == 0 || (multiple && i % 2 == 0)});
    return body;
}

Page anyPage()
{
    const std::string kind =
        *rc::gen::element<std::string>("text", "image", "media", "example", "choice", "multiple", "order");
    Page page{PageId{"page-1"}, kind, anyText(), TextBody{anyText()}};
    if (kind == "image")
        page.body = ImageBody{anyFile("image/svg+xml"), anyText(), anyTextOrNone(), anyTextOrNone(),
                              *rc::gen::arbitrary<bool>()};
    else if (kind == "media")
        page.body = anyMedia();
    else if (kind == "example")
        page.body = ExampleBody{anyText(), {{"s1", anyText(), anyText()}, {"s2", anyText(), anyText()}}};
    else if (kind == "choice" || kind == "multiple")
        page.body = anyChoice(kind == "multiple");
    else if (kind == "order")
        page.body = OrderBody{
            anyText(), {{"a", anyText()}, {"b", anyText()}}, anyTextOrNone(), anyText(), anyReview()};
    return page;
}

TEST(Page, OfAnyContentComesBackAsItWasWritten)
{
    EXPECT_TRUE(rc::check("a page survives JSON", [] {
        const Page page = anyPage();
        const std::string bytes = pageToJson(page);
        const auto read = pageFromJson(bytes);
        RC_ASSERT(read.ok());
        RC_ASSERT(*read == page);
        RC_ASSERT(pageToJson(*read) == bytes);
    }));
}

TEST(Page, WithAnyByteChangedIsReadOrRefusedButNeverHarms)
{
    EXPECT_TRUE(rc::check("a damaged page is data", [] {
        std::string bytes = pageToJson(anyPage());
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        bytes[at] = *rc::gen::arbitrary<char>();
        const auto read = pageFromJson(bytes);
        RC_ASSERT(read.ok() || !read.error().detail.empty());
    }));
}

} // namespace
} // namespace kapok::course
