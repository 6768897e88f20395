// SPDX-License-Identifier: Apache-2.0
#include "core/sync/answers.h"
#include "core/sync/backoff.h"
#include "core/sync/gzip.h"
#include "core/sync/server_json.h"
#include "core/sync/sync_status.h"
#include "core/sync/tuning.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace kapok::sync {
namespace {

using namespace std::chrono_literals;

TEST(SyncState, IsTheFirstOfTheTableThatApplies)
{
    SyncStatus status;
    EXPECT_EQ(stateOf(status), SyncState::UpToDate);
    status.waiting = 3;
    EXPECT_EQ(stateOf(status), SyncState::Waiting);
    status.connection = Connection::NoAnswer;
    EXPECT_EQ(stateOf(status), SyncState::Offline);
    status.connection = Connection::None;
    EXPECT_EQ(stateOf(status), SyncState::Offline);
    status.downloads = {{{"c"}, DownloadStatus::State::Paused, 0, 0, {}}};
    EXPECT_EQ(stateOf(status), SyncState::Paused);
    status.sendingIndex = 1;
    EXPECT_EQ(stateOf(status), SyncState::Sending);
    status.problems.emplace_back();
    EXPECT_EQ(stateOf(status), SyncState::Problem);
}

TEST(SyncState, OfflineAppliesAlsoWhenNothingWaits)
{
    SyncStatus status;
    status.connection = Connection::None;
    EXPECT_EQ(stateOf(status), SyncState::Offline);
}

Response answer(int status, HeaderList headers = {}, std::string body = {})
{
    return {status, std::move(headers), std::move(body)};
}

TEST(RetryAfter, ReadsSecondsAndDatesAndBoundsThem)
{
    EXPECT_EQ(retryAfterOf(answer(503, {{"retry-after", "30"}})), 30s);
    EXPECT_EQ(retryAfterOf(answer(503, {{"retry-after", "0"}})), 1s);
    EXPECT_EQ(retryAfterOf(answer(503, {{"retry-after", "-5"}})), 1s);
    EXPECT_EQ(retryAfterOf(answer(503, {{"retry-after", "86400"}})), tuning::kRetryAfterLongest);
    EXPECT_EQ(retryAfterOf(answer(503, {{"date", "Sun, 06 Nov 1994 08:49:37 GMT"},
                                        {"retry-after", "Sun, 06 Nov 1994 08:50:07 GMT"}})),
              30s);
    EXPECT_FALSE(retryAfterOf(answer(503, {{"retry-after", "soon"}})));
    EXPECT_FALSE(retryAfterOf(answer(503)));
}

TEST(Refusal, NamesTheCodeAndKeepsTheServersSentence)
{
    EXPECT_EQ(refusal(answer(401)).code, ErrorCode::Unauthorized);
    EXPECT_EQ(refusal(answer(403)).code, ErrorCode::Forbidden);
    EXPECT_EQ(refusal(answer(429)).code, ErrorCode::Throttled);
    EXPECT_EQ(refusal(answer(500)).code, ErrorCode::Refused);
    EXPECT_EQ(refusal(answer(302)).code, ErrorCode::Refused);
    EXPECT_EQ(refusal(answer(404, {}, R"({"message":"No course c99."})")).detail, "No course c99.");
    EXPECT_EQ(refusal(answer(404, {}, "<html>")).detail, "The server answered with status 404.");
    EXPECT_EQ(refusal(answer(400, {}, "{\"message\":\"" + std::string(5000, 'x') + "\"}")).detail,
              "The server answered with status 400.");
}

TEST(Url, EncodesAndTakesApart)
{
    EXPECT_EQ(urlEncode("a b&c=đ"), "a%20b%26c%3D%C4%91");
    EXPECT_EQ(originOf("https://lrs.example:8443/xapi/statements"), "https://lrs.example:8443");
    EXPECT_EQ(originOf("https://lrs.example"), "https://lrs.example");
    EXPECT_EQ(originOf("/relative"), "");
    EXPECT_EQ(withoutSlash("https://a//"), "https://a");
}

TEST(Backoff, DoublesUpToItsEndAndRepeatsForOneSeed)
{
    Backoff one(7);
    Backoff two(7);
    auto last = 0ms;
    for (int i = 0; i < 30; ++i) {
        const auto wait = one.failed();
        EXPECT_EQ(wait, two.failed());
        EXPECT_GT(wait, 0ms);
        EXPECT_LE(wait, tuning::kBackoffLast);
        EXPECT_TRUE(i >= 5 || wait > last);
        last = wait;
    }
    one.reset();
    EXPECT_LE(one.failed(), tuning::kBackoffFirst);
}

TEST(Gzip, GivesBackWhatWentIn)
{
    const std::string text(50'000, 'k');
    const std::string packed = gzip(text);
    ASSERT_LT(packed.size(), 500U);
    z_stream stream{};
    ASSERT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    std::string out(text.size() + 1, '\0');
    std::string in = packed;
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    EXPECT_EQ(out, text);
}

TEST(ServerJson, RefusesWhatTheProtocolDoesNotSay)
{
    for (const char *body : {"", "[]", "null", "{}", "{\"courses\":3}", "{\"units\":{}}", "\xff"}) {
        EXPECT_FALSE(readPerson(body).ok()) << body;
        EXPECT_FALSE(readSignedIn(body).ok()) << body;
        EXPECT_FALSE(readCatalogue(body).ok()) << body;
        EXPECT_FALSE(readAssignmentList(body).ok()) << body;
        EXPECT_FALSE(readProgress(body).ok()) << body;
    }
    EXPECT_FALSE(readCatalogue(R"({"courses":[{"id":"../x"}],"as_of":"2026-01-01T00:00:00Z"})").ok());
}

TEST(ServerJson, ReadsFiguresAndProgress)
{
    const auto figures = readFigures(
        R"({"as_of":"2026-11-22T08:00:00Z","from":"2026-09-01","to":"2026-11-22","course":"c1",
            "units":[{"unit":"u1","people":10,"assigned":8,"started":5,"completed":3,"late":1}],
            "devices":{"known":7,"silent":2}})");
    ASSERT_TRUE(figures.ok()) << figures.error().detail;
    EXPECT_EQ(figures->units.at(0).completed, 3);
    EXPECT_EQ(figures->devicesSilent, 2);
    const auto list = readProgress(
        R"({"as_of":"2026-11-22T08:00:00Z","people":[{"person":"p","name":"Mai","name_language":"vi","account":"mai",
            "unit":"u1","course":"c1","state":"completed","progress":1.0,"mark":9.5,"date":"2026-11-20T01:02:03Z",
            "due":null,"last_seen":"2026-11-21T00:00:00Z"}]})");
    ASSERT_TRUE(list.ok()) << list.error().detail;
    EXPECT_EQ(list->people.at(0).mark, 9.5);
    EXPECT_FALSE(list->people.at(0).due);
}

} // namespace
} // namespace kapok::sync
