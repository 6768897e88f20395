// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/files.h"
#include "core/course/package.h"
#include "core/course/source.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

namespace kapok::course {

using test::TemporaryFolder;

inline void writeTestFile(const std::filesystem::path &path, const std::string &content)
{
    std::filesystem::create_directories(path.parent_path());
    const auto written = writeFileAtomically(path, content);
    ASSERT_TRUE(written.ok()) << written.error().detail;
}

inline std::string readTestFile(const std::filesystem::path &path)
{
    auto content = readFile(path);
    EXPECT_TRUE(content.ok()) << path;
    return content.ok() ? *content : std::string();
}

/// Replaces the only occurrence of \p from in the file.
inline void edit(const std::filesystem::path &path, const std::string &from, const std::string &to)
{
    std::string content = readTestFile(path);
    const std::size_t at = content.find(from);
    ASSERT_NE(at, std::string::npos) << from << " is not in " << path;
    ASSERT_EQ(content.find(from, at + 1), std::string::npos) << from << " is more than once in " << path;
    writeTestFile(path, content.replace(at, from.size(), to));
}

/// A whole course in \p folder: the example of `kapok-pack new` and a page with a video.
inline void makeCourse(const std::filesystem::path &folder)
{
    std::filesystem::copy(KAPOK_SOURCE_DIR "/app/kapok-pack/template", folder,
                          std::filesystem::copy_options::recursive);
    const std::filesystem::path lesson = folder / "lessons/01-first-lesson";
    edit(lesson / "lesson.yaml", "06-order]", "06-order, 07-video]");
    writeTestFile(lesson / "07-video.yaml", R"(id: video
kind: media
title: {vi: Phim, zh: 影片, en: Film}
media:
  file: media/film.webm
  type: video
  seconds: 5
  captions: {vi: media/film.vi.vtt, zh: media/film.zh.vtt, en: media/film.en.vtt}
  chapters: [{at: "0:02", title: {vi: Hai, zh: 二, en: Two}}]
description: {vi: Một bức tranh, zh: 一幅画, en: A drawing}
)");
    writeTestFile(folder / "media/film.webm", std::string("\x1a\x45\xdf\xa3", 4) + std::string(2000, 'v'));
    for (const std::string language : {"vi", "zh", "en"})
        writeTestFile(folder / ("media/film." + language + ".vtt"),
                      "WEBVTT\n\n00:01.000 --> 00:04.000\nTừ 词 word " + language + "\n");
}

/// A course folder, a key and the trust in it.
class PackageTest : public ::testing::Test {
protected:
    void SetUp() override { makeCourse(source); }

    /// Packs the course as it is now.
    BuiltPackage build(const std::filesystem::path &file)
    {
        const auto report = readSource(source);
        for (const Finding &finding : report.findings)
            ADD_FAILURE() << toLine(finding, source);
        auto built = buildPackage(report.course.value_or(Course{}), source, *key, file);
        EXPECT_TRUE(built.ok()) << built.error().detail;
        return built.ok() ? *built : BuiltPackage{};
    }

    [[nodiscard]] TrustedKeys trusted() const
    {
        TrustedKeys keys;
        keys.add(key->publicKey());
        return keys;
    }

    TemporaryFolder folder;
    std::filesystem::path source = folder / "source";
    Result<SecretKey> key = SecretKey::generate("Test centre");
};

} // namespace kapok::course
