// SPDX-License-Identifier: Apache-2.0
#include "core/sync/curl_transport.h"

#include "core/base/hash.h"
#include "core/sync/server_api.h"
#include "core/xapi/packing.h"
#include "tests/contract/raw_server.h"
#include "tests/core/library/course_fixture.h"

#include <atomic>
#include <condition_variable>
#include <future>
#include <gmock/gmock.h>
#include <mutex>
#include <optional>

namespace kapok::sync {
namespace {

using ::testing::HasSubstr;
using testing::httpAnswer;
using ::testing::Not;
using testing::RawConnection;
using testing::RawServer;
using namespace std::chrono_literals;

/// Limits short enough for a test and long enough for a busy machine where something does arrive.
constexpr Timeouts kShort{5s, 300ms, 10s};
constexpr Timeouts kPatient{20s, 20s, 60s};

Request request(const std::string &url, const Timeouts &timeouts = kPatient)
{
    Request out;
    out.url = url;
    out.timeouts = timeouts;
    return out;
}

/// Keeps a body that comes in pieces.
class StringSink final : public BodySink {
public:
    Result<bool> begin(const Response &head) override
    {
        status = head.status;
        return head.status < 300;
    }
    Status write(std::string_view piece) override
    {
        body += piece;
        return full ? Status(Error{ErrorCode::StorageFull, "full"}) : success();
    }
    int status = 0;
    std::string body;
    bool full = false;
};

TEST(CurlTransport, SendsARequestAndBringsTheAnswer)
{
    std::string seen;
    std::optional<RawServer> server(std::in_place, [&](RawConnection &connection) {
        seen = connection.readRequest();
        connection.write(httpAnswer("200 OK", "hello", "X-Kapok-Signature: abc\r\n"));
    });
    CurlTransport transport;
    Request post = request(server->url() + "/xapi/statements");
    post.method = Method::Post;
    post.body = "[1]";
    post.headers = {{"Content-Type", "application/json"}};
    post.credential = Credential{"key", "secret"};
    const auto answer = transport.send(post, {});
    server.reset(); // its thread has ended: what it saw may be read
    KAPOK_ASSERT_OK(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "hello");
    EXPECT_EQ(answer->header("x-kapok-signature"), "abc");
    EXPECT_THAT(seen, ::testing::StartsWith("POST /xapi/statements HTTP/1.1\r\n"));
    EXPECT_THAT(seen, HasSubstr("Authorization: Basic " + toBase64("key:secret")));
    EXPECT_THAT(seen, ::testing::EndsWith("\r\n\r\n[1]"));
    EXPECT_THAT(seen, Not(HasSubstr("Expect:")));
}

TEST(CurlTransport, PacksLargeBodiesOnly)
{
    std::vector<std::string> seen;
    std::optional<RawServer> server(std::in_place, [&](RawConnection &connection) {
        for (auto next = connection.readRequest(); !next.empty(); next = connection.readRequest()) {
            seen.push_back(next);
            connection.write(httpAnswer("200 OK", ""));
        }
    });
    {
        CurlTransport transport;
        for (const std::size_t size : {20U, 20'000U}) {
            Request post = request(server->url());
            post.method = Method::Post;
            post.packing = Packing::Gzip;
            post.body = std::string(size, 'x');
            KAPOK_ASSERT_OK(transport.send(post, {}));
        }
    }
    EXPECT_EQ(server->connections(), 1); // kept alive
    server.reset();
    ASSERT_EQ(seen.size(), 2U);
    EXPECT_THAT(seen[0], Not(HasSubstr("Content-Encoding")));
    EXPECT_THAT(seen[1], HasSubstr("Content-Encoding: gzip"));
    EXPECT_LT(seen[1].size(), 1'000U);
}

TEST(CurlTransport, PacksWithTheDictionaryWhenAskedTo)
{
    std::string seen;
    std::optional<RawServer> server(std::in_place, [&](RawConnection &connection) {
        seen = connection.readRequest();
        connection.write(httpAnswer("200 OK", ""));
    });
    Request post = request(server->url());
    post.method = Method::Post;
    post.packing = Packing::Dcz;
    post.dictionary = xapi::StatementDictionary::of("https://node.example");
    post.body = R"([{"verb":{"id":"http://adlnet.gov/expapi/verbs/answered"}}])";
    {
        CurlTransport transport;
        KAPOK_ASSERT_OK(transport.send(post, {}));
    }
    server.reset();
    EXPECT_THAT(seen, HasSubstr("Content-Encoding: dcz\r\n"));
    const auto body = post.dictionary->unpack(seen.substr(seen.find("\r\n\r\n") + 4), 1000);
    ASSERT_TRUE(body.ok()) << body.error().detail;
    EXPECT_EQ(*body, post.body);
}

TEST(CurlTransport, HasTwoRequestsOnTheirWayAtOnce)
{
    std::mutex mutex;
    std::condition_variable changed;
    int inside = 0;
    RawServer server([&](RawConnection &connection) {
        const std::string asked = connection.readRequest();
        {
            std::unique_lock lock(mutex); // each answers when the other has come
            ++inside;
            changed.notify_all();
            changed.wait_for(lock, std::chrono::minutes{1}, [&] { return inside == 2; });
        }
        connection.write(httpAnswer("200 OK", asked.substr(asked.find("\r\n\r\n") + 4)));
    });
    CurlTransport transport;
    Request post = request(server.url());
    post.method = Method::Post;
    post.body = "first";
    const auto first = transport.begin(post, {});
    post.body = "second";
    const auto second = transport.begin(post, {});
    const auto later = second->wait();
    KAPOK_ASSERT_OK(later);
    const auto earlier = first->wait();
    KAPOK_ASSERT_OK(earlier);
    EXPECT_EQ(earlier->body, "first");
    EXPECT_EQ(later->body, "second");
    EXPECT_EQ(inside, 2);
}

TEST(CurlTransport, MayLeaveARequestWithoutWaitingForItsAnswer)
{
    RawServer server([](RawConnection &connection) { connection.waitForEnd(); });
    CurlTransport transport;
    (void)transport.begin(request(server.url()), {});
    const auto cancel = CancelToken();
    const auto second = transport.begin(request(server.url()), cancel);
    cancel.cancel();
    EXPECT_EQ(second->wait().error().code, ErrorCode::Cancelled);
}

TEST(CurlTransport, GivesUpOnAServerThatAcceptsAndNeverAnswers)
{
    RawServer server([](RawConnection &connection) { connection.waitForEnd(); });
    CurlTransport transport;
    const auto answer = transport.send(request(server.url(), kShort), {});
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().code, ErrorCode::Network);
}

TEST(CurlTransport, GivesUpWhenABodyStopsComing)
{
    RawServer server([](RawConnection &connection) {
        connection.readRequest();
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        connection.waitForEnd();
    });
    CurlTransport transport;
    StringSink sink;
    const auto answer = transport.send(request(server.url(), kShort), {}, &sink);
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().code, ErrorCode::Network);
    EXPECT_EQ(sink.body, "half"); // what came may be kept
}

TEST(CurlTransport, ABodyThatBreaksOffIsNoAnswer)
{
    RawServer server([](RawConnection &connection) {
        connection.readRequest();
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    });
    CurlTransport transport;
    EXPECT_EQ(transport.send(request(server.url()), {}).error().code, ErrorCode::Network);
}

TEST(CurlTransport, NobodyListeningIsNoAnswer)
{
    std::string url;
    {
        RawServer server([](RawConnection &) {});
        url = server.url();
    }
    CurlTransport transport;
    EXPECT_EQ(transport.send(request(url), {}).error().code, ErrorCode::Network);
}

TEST(CurlTransport, ACancelEndsAHangingTransfer)
{
    std::promise<void> asked;
    RawServer server([&](RawConnection &connection) {
        connection.readRequest();
        asked.set_value();
        connection.waitForEnd();
    });
    const CancelToken cancel;
    auto sending = std::async(std::launch::async, [&] {
        CurlTransport transport;
        return transport.send(request(server.url(), {20s, 10min, 0s}), cancel);
    });
    asked.get_future().wait();
    cancel.cancel();
    EXPECT_EQ(sending.get().error().code, ErrorCode::Cancelled);
    CurlTransport transport;
    EXPECT_EQ(transport.send(request(server.url()), cancel).error().code, ErrorCode::Cancelled);
}

TEST(CurlTransport, DoesNotCarryTheCredentialToWhereARedirectPoints)
{
    RawServer elsewhere([](RawConnection &connection) {
        connection.readRequest();
        connection.write(httpAnswer("200 OK", "gotcha"));
    });
    RawServer server([&](RawConnection &connection) {
        connection.readRequest();
        connection.write(httpAnswer("302 Found", "", "Location: " + elsewhere.url() + "/\r\n"));
    });
    CurlTransport transport;
    Request get = request(server.url());
    get.credential = Credential{"key", "secret"};
    const auto answer = transport.send(get, {});
    KAPOK_ASSERT_OK(answer);
    EXPECT_EQ(answer->status, 302);
    EXPECT_EQ(elsewhere.connections(), 0);
}

TEST(CurlTransport, RefusesAnAnswerThatIsTooLarge)
{
    RawServer server([](RawConnection &connection) {
        connection.readRequest();
        connection.write(httpAnswer("200 OK", std::string(100'000, 'x')));
    });
    CurlTransport transport;
    Request get = request(server.url());
    get.maxResponseBytes = 50'000;
    EXPECT_EQ(transport.send(get, {}).error().code, ErrorCode::Corrupt);
}

TEST(CurlTransport, PassesOnWhatTheSinkSays)
{
    RawServer server([](RawConnection &connection) {
        connection.readRequest();
        connection.write(httpAnswer("200 OK", "bytes"));
        connection.readRequest();
        connection.write(httpAnswer("404 Not Found", "{}"));
    });
    CurlTransport transport;
    StringSink full;
    full.full = true;
    EXPECT_EQ(transport.send(request(server.url()), {}, &full).error().code, ErrorCode::StorageFull);
    StringSink sink;
    RawServer other([](RawConnection &connection) {
        connection.readRequest();
        connection.write(httpAnswer("404 Not Found", "{\"message\":\"none\"}"));
    });
    const auto answer = transport.send(request(other.url()), {}, &sink);
    KAPOK_ASSERT_OK(answer);
    EXPECT_EQ(sink.body, "");
    EXPECT_EQ(answer->body, "{\"message\":\"none\"}"); // an error's words are kept
}

TEST(CurlTransport, DoesNotTalkToAServerThatCannotProveWhoItIs)
{
    const testing::TemporaryFolder folder;
    const auto pem = folder.path() / "school.pem";
    std::atomic<int> requests = 0;
    RawServer server(
        [&](RawConnection &connection) {
            if (connection.readRequest().empty())
                return;
            ++requests;
            connection.write(httpAnswer("200 OK", "safe"));
        },
        pem);
    {
        CurlTransport transport;
        const auto refused = transport.send(request(server.url()), {});
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().code, ErrorCode::NotTrusted) << refused.error().detail;
        EXPECT_EQ(requests, 0);
    }
    CurlTransport believing({.caFile = pem});
    const auto answer = believing.send(request(server.url()), {});
    KAPOK_ASSERT_OK(answer);
    EXPECT_EQ(answer->body, "safe");
}

} // namespace
} // namespace kapok::sync
