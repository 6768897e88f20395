// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/course/manifest.h"
#include "core/course/package.h"
#include "core/course/signing.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <string>

namespace kapok::testing {

using test::TemporaryFolder;

inline LocalizedText text(const std::string &vi, const std::string &zh, const std::string &en)
{
    return {{{"vi", vi}, {"zh", zh}, {"en", en}}};
}

/// \p size bytes that do not compress, the same for the same \p seed.
inline std::string noise(std::size_t size, unsigned seed)
{
    std::mt19937 random(seed);
    std::string out(size, '\0');
    for (char &c : out)
        c = static_cast<char>(random() & 0xffU);
    return out;
}

/// A small course with two lessons, a question and a film of noise, in its folder.
struct SmallCourse {
    course::Course course;
    std::filesystem::path folder;
};

struct CourseWish {
    std::string id = "c01-test";
    std::string version = "1.0.0";
    std::string english = "Five parts make a good lesson plan."; ///< the text of the first page
    std::size_t filmBytes = 300'000;
    unsigned filmSeed = 1;
    bool darkCover = false;
};

inline course::FileRef writeCourseFile(const std::filesystem::path &folder, const std::string &name,
                                       const std::string &type, const std::string &content)
{
    std::filesystem::create_directories(folder / "media");
    EXPECT_TRUE(writeFileAtomically(folder / "media" / name, content).ok());
    return {"media/" + name, {}, content.size(), type};
}

inline course::Page textPage(const std::string &id, const LocalizedText &title, const LocalizedText &body)
{
    return {{id}, "text", title, course::TextBody{body}};
}

inline course::Page choicePage(const std::string &id)
{
    course::ChoiceBody body;
    body.question = text("Câu nào đúng?", "哪一项正确？", "Which one is right?");
    body.options = {{"a", text("Một", "一", "One"), text("Đúng", "对", "Yes"), true},
                    {"b", text("Hai", "二", "Two"), text("Chưa đúng", "还不对", "Not yet"), false}};
    body.explanation = text("Vì một.", "因为一。", "Because of one.");
    return {{id}, "choice", text("Câu hỏi", "问题", "A question"), body};
}

inline SmallCourse makeSmallCourse(const std::filesystem::path &folder, const CourseWish &wish = {})
{
    SmallCourse out{{}, folder / (wish.id + "-" + wish.version)};
    course::Course &course = out.course;
    course.id = {wish.id};
    course.iri = "https://kapok.example/courses/" + wish.id;
    course.version = wish.version;
    course.languages = {"en", "vi", "zh"};
    course.title = text("Đặng và trí tuệ nhân tạo", "人工智能教学", "Planning with AI");
    course.summary =
        text("Dạy học với trí tuệ nhân tạo", "用生成式人工智能备课", "A short course on planning");
    course.outcomes = {text("Lập kế hoạch", "备课", "Plan a lesson")};
    course.audience = text("Giáo viên", "教师", "Teachers");
    course.subject = "all";
    course.licence = "CC-BY-4.0";
    course.authors = {"Kapok project"};
    course.publisher = text("Kapok", "木棉", "Kapok");
    course.publisherIri = "https://kapok.example/publishers/kapok";
    course.periods = 2;
    course.minutes = 30;
    course.cover = writeCourseFile(out.folder, "cover.svg", "image/svg+xml",
                                   "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>");
    if (wish.darkCover)
        course.coverDark = writeCourseFile(out.folder, "dark.svg", "image/svg+xml",
                                           "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 6\"/>");
    course::MediaBody film;
    film.file = writeCourseFile(out.folder, "film.webm", "video/webm", noise(wish.filmBytes, wish.filmSeed));
    film.description = text("Một lớp học", "一节课", "A class");
    film.seconds = 10;
    const std::string vtt = "WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào\n";
    for (const char *language : {"vi", "zh", "en"})
        film.captions[language] =
            writeCourseFile(out.folder, std::string("film.") + language + ".vtt", "text/vtt", vtt);
    course::Lesson first;
    first.id = {"one"};
    first.title = text("Bài một", "第一课", "Lesson one");
    first.summary = first.title;
    first.minutes = 10;
    first.pages = {
        textPage("aim", text("Mục tiêu", "目标", "The aim"),
                 text("Kế hoạch bài dạy có **năm phần**.", "好的教学设计有五个部分。", wish.english)),
        {{"film"}, "media", text("Phim", "影片", "A film"), film},
        choicePage("check")};
    course::Lesson second = first;
    second.id = {"two"};
    second.title = text("Bài hai", "第二课", "Lesson two");
    second.pages = {
        textPage("more", text("Thêm", "更多", "More"), text("Dê ăn cỏ.", "学生提问。", "Goats eat grass.")),
        choicePage("check")};
    course.lessons = {first, second};
    return out;
}

/// The package of makeSmallCourse() in \p folder.
inline std::filesystem::path makePackage(const std::filesystem::path &folder, const course::SecretKey &key,
                                         const CourseWish &wish = {})
{
    const SmallCourse small = makeSmallCourse(folder, wish);
    const auto file = folder / (wish.id + "-" + wish.version + ".kapok");
    const auto built = course::buildPackage(small.course, small.folder, key, file);
    EXPECT_TRUE(built.ok()) << (built.ok() ? "" : built.error().detail);
    return file;
}

/// A package taken apart: what a server offers of it.
struct Offer {
    std::string manifest;
    std::string signature;
    course::Manifest parsed;
    std::map<std::string, std::string> blobs;
};

inline Offer makeOffer(const std::filesystem::path &folder, const course::SecretKey &key,
                       const CourseWish &wish = {})
{
    auto reader = course::PackageReader::openUntrusted(makePackage(folder, key, wish));
    EXPECT_TRUE(reader.ok()) << (reader.ok() ? "" : reader.error().detail);
    Offer offer{reader->manifestBytes(), reader->signatureBytes(), reader->manifest(), {}};
    for (const auto &blob : offer.parsed.blobs) {
        std::string bytes;
        EXPECT_TRUE(reader
                        ->copyBlob(blob.sha256,
                                   [&](std::string_view piece) {
                                       bytes += piece;
                                       return success();
                                   })
                        .ok());
        offer.blobs[blob.sha256] = std::move(bytes);
    }
    return offer;
}

inline course::SecretKey makeKey()
{
    auto key = course::SecretKey::generate("Test publisher");
    EXPECT_TRUE(key.ok());
    return *std::move(key);
}

} // namespace kapok::testing

#define KAPOK_ASSERT_OK(expression)                                                                          \
    do {                                                                                                     \
        const auto &kapokOutcome = (expression);                                                             \
        ASSERT_TRUE(kapokOutcome.ok())                                                                       \
            << toString(kapokOutcome.error().code) << ": " << kapokOutcome.error().detail;                   \
    } while (false)
