// SPDX-License-Identifier: Apache-2.0
#include "core/course/captions.h"

#include <gtest/gtest.h>

namespace kapok::course {
namespace {

TEST(Captions, ReadCuesWithNotesStylesIdsAndSettings)
{
    const auto captions =
        readCaptions("WEBVTT - film\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE\nby Lan\n\n"
                     "intro\n00:01.500 --> 00:04.000 line:0 align:start\n<v Lan>Xin <b>chào</b> &amp; "
                     "&lt;hi&gt;\n你好\n\n01:00:00.000 --> 01:00:01.250\nend\n");
    EXPECT_TRUE(captions.faults.empty());
    const std::vector<Cue> expected = {{1500, 4000, "Xin chào & <hi>\n你好"}, {3'600'000, 3'601'250, "end"}};
    EXPECT_EQ(captions.cues, expected);
}

TEST(Captions, AreTheSameWithAnyLineEndsAndAByteOrderMark)
{
    const std::string text = "WEBVTT\n\n00:01.000 --> 00:02.000\nA\nB\n\n00:03.000 --> 00:04.000\nC";
    std::string crlf = "\ufeff";
    std::string cr;
    for (const char c : text) {
        crlf += c == '\n' ? "\r\n" : std::string(1, c);
        cr += c == '\n' ? '\r' : c;
    }
    EXPECT_EQ(readCaptions(text).cues.size(), 2u);
    EXPECT_EQ(readCaptions(crlf).cues, readCaptions(text).cues);
    EXPECT_EQ(readCaptions(cr).cues, readCaptions(text).cues);
}

TEST(Captions, KeepWhatCanBeReadAndSayWhatCannot)
{
    const auto captions =
        readCaptions("WEBVTT\n\n1:00 --> 2:00\nbad\n\n00:02.000 --> 00:01.000\nbackwards\n\nlost text\n\n"
                     "00:05.000 --> 00:06.000\nkept\n00:03.000 --> 00:04.000\nglued and early\n");
    ASSERT_EQ(captions.cues.size(), 2u);
    EXPECT_EQ(captions.cues[0].text, "glued and early");
    EXPECT_EQ(captions.cues[1].text, "kept");
    std::vector<int> lines;
    for (const CaptionFault &fault : captions.faults)
        lines.push_back(fault.line);
    EXPECT_EQ(lines, (std::vector<int>{3, 6, 9, 13, 13}));
}

TEST(Captions, AreNoneWithoutTheSignatureOrInAnotherEncoding)
{
    for (const char *bad :
         {"", "WEBVTTX\n\n00:01.000 --> 00:02.000\nA", "1\n00:00:01,000 --> 00:00:02,000\nsrt"}) {
        EXPECT_TRUE(readCaptions(bad).cues.empty()) << bad;
        EXPECT_EQ(readCaptions(bad).faults.size(), 1u) << bad;
    }
    EXPECT_EQ(readCaptions("WEBVTT\n\xff").faults.front().sentence,
              "This file is not in UTF-8; save it again as UTF-8 text.");
    EXPECT_EQ(readCaptions("WEBVTT\n").faults.front().sentence, "There are no captions in this file.");
}

TEST(Captions, ShowTheCueOfATime)
{
    const std::vector<Cue> cues = {{0, 9000, "long"}, {1000, 2000, "short"}, {10000, 11000, "last"}};
    EXPECT_EQ(cueAt(cues, 999)->text, "long");
    EXPECT_EQ(cueAt(cues, 1000)->text, "short");
    EXPECT_EQ(cueAt(cues, 2000)->text, "long");
    EXPECT_EQ(cueAt(cues, 9000), nullptr);
    EXPECT_EQ(cueAt({}, 0), nullptr);
}

TEST(Chapters, StartAtAClockTime)
{
    EXPECT_EQ(parseClock("0:42"), 42);
    EXPECT_EQ(parseClock("12:05"), 725);
    EXPECT_EQ(parseClock("1:02:30"), 3750);
    for (const char *bad : {"", "42", "0:5", "0:60", "-1:00", "1:2:3:4", "a:00", "1:00 ", ":00", "1:"})
        EXPECT_FALSE(parseClock(bad).has_value()) << bad;
}

} // namespace
} // namespace kapok::course
