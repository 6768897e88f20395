// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/packing.h"
#include "tests/server/raw_connection.h"
#include "tests/server/xapi_server.h"

#include <zstd.h>

namespace kapok {
namespace {

using nlohmann::json;
using test::Headers;
using test::RawConnection;

constexpr std::size_t kStatements = 16u << 20; ///< docs/protocol.md: the largest body of statements

std::string zstd(const std::string &bytes)
{
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
    return out;
}

/// \p bytes in a frame that says it needs a window of 2^\p windowLog bytes.
std::string zstdWithWindow(const std::string &bytes, int windowLog)
{
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, windowLog);
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    ZSTD_inBuffer from{bytes.data(), bytes.size(), 0};
    ZSTD_compressStream2(context.get(), &to, &from, ZSTD_e_continue); // before it knows how much comes
    ZSTD_compressStream2(context.get(), &to, &from, ZSTD_e_end);
    out.resize(to.pos);
    return out;
}

/// What one client may ask of a server, and what it hears when that is too much.
class Limits : public test::XapiServer {
protected:
    [[nodiscard]] std::string head(const std::string &method, const std::string &fields,
                                   const std::string &target = "/xapi/statements") const
    {
        return method + " " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Basic " + toBase64(client) +
               "\r\nX-Experience-API-Version: 1.0.3\r\nContent-Type: application/json\r\n" + fields + "\r\n";
    }

    void restart(const kapokd::ListenOptions &listen)
    {
        server.reset();
        start(listen);
    }

    static std::string length(std::size_t bytes)
    {
        return "Content-Length: " + std::to_string(bytes) + "\r\n";
    }
};

TEST_P(Limits, OfABodyAreToldAndNotJustEnforced) // Communication 3.2: 413
{
    const std::string tooMuch(kStatements + 1, ' ');
    const auto answer = ask("POST", "/statements", tooMuch);
    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(answer.header("x-experience-api-version"), "1.0.3");
    EXPECT_NE(json::parse(answer.body).at("message").get<std::string>().find("16777216"), std::string::npos);
    EXPECT_EQ(ask("POST", "/statements", std::string(kStatements, ' ')).status, 400); // read, and no JSON
    EXPECT_EQ(ask("PUT", activityState, std::string((1u << 20) + 1, ' ')).status, 413);
    EXPECT_EQ(ask("GET", "/statements", {}, {}).status, 200);
}

TEST_P(Limits, OfABatchNameTheMostAndHowManyItHas)
{
    std::string batch = "[{}";
    for (int i = 0; i < 5000; ++i)
        batch += ",{}";
    const auto answer = ask("POST", "/statements", batch + "]");
    EXPECT_EQ(answer.status, 400);
    EXPECT_NE(answer.body.find("at most 5000 statements, not 5001"), std::string::npos) << answer.body;
}

TEST_P(Limits, LeaveTheConnectionInOrder)
{
    RawConnection connection(server->url());
    const std::string body(kStatements + 5, '[');
    ASSERT_TRUE(connection.send(head("POST", length(body.size())) + body));
    EXPECT_TRUE(connection.readUntil("\r\n\r\n{").starts_with("HTTP/1.1 413 "));
    const std::string statement = newStatement().dump();
    ASSERT_TRUE(
        connection.send(head("POST", length(statement.size()) + "Connection: close\r\n") + statement));
    EXPECT_NE(connection.readAll().find("HTTP/1.1 200 "), std::string::npos);
}

TEST_P(Limits, AreThoseOfTheAddressHoweverItIsWritten) // RFC 9112, 3.2.2: absolute targets
{
    for (const std::string target : {"http://x/xapi/statements", "HTTPS://x:1//xapi//statements/",
                                     "//xapi/statements", "/xapi/statements/"}) {
        auto statement = newStatement();
        statement["result"] = {{"response", std::string(100'000, 'x')}}; // more than most addresses take
        const std::string body = statement.dump();
        RawConnection connection(server->url());
        ASSERT_TRUE(
            connection.send(head("POST", length(body.size()) + "Connection: close\r\n", target) + body));
        const std::string answer = connection.readAll();
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 ")) << target << "\n" << answer;
    }
}

TEST_P(Limits, HoldForBodiesInChunks)
{
    const std::string statement = newStatement().dump();
    const auto chunk = [](const std::string &bytes) {
        char size[20];
        std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
        return size + bytes + "\r\n";
    };
    RawConnection small(server->url());
    ASSERT_TRUE(small.send(head("POST", "Transfer-Encoding: chunked\r\nConnection: close\r\n") +
                           chunk(statement.substr(0, 10)) + chunk(statement.substr(10)) + "0\r\n\r\n"));
    EXPECT_TRUE(small.readAll().starts_with("HTTP/1.1 200 "));
    RawConnection large(server->url());
    ASSERT_TRUE(large.send(head("POST", "Transfer-Encoding: chunked\r\nConnection: close\r\n")));
    const std::string piece = chunk(std::string(1u << 20, ' '));
    for (int i = 0; i < 17; ++i)
        ASSERT_TRUE(large.send(piece));
    ASSERT_TRUE(large.send("0\r\n\r\n"));
    EXPECT_TRUE(large.readAll().starts_with("HTTP/1.1 413 "));
}

TEST_P(Limits, BoundWhatAPackedBodyUnpacksTo)
{
    const std::string statement = newStatement().dump();
    const auto send = [&](const std::string &encoding, const std::string &body) {
        return ask("POST", "/statements", body,
                   {{"Content-Type", "application/json"}, {"Content-Encoding", encoding}});
    };
    EXPECT_EQ(send("gzip", test::packed(statement)).status, 200);
    EXPECT_EQ(send("zstd", zstd(statement)).status, 200);
    const std::string bomb(kStatements + 1, ' ');
    EXPECT_EQ(send("gzip", test::packed(bomb)).status, 413);
    EXPECT_EQ(send("zstd", zstd(bomb)).status, 413);
    EXPECT_EQ(send("zstd", zstdWithWindow(statement, 23)).status, 200); // RFC 9659: 8 MiB and no more
    EXPECT_EQ(send("zstd", zstdWithWindow(statement, 24)).status, 400);
    EXPECT_EQ(send("zstd", zstd(statement).substr(0, 20)).status, 400);
    EXPECT_EQ(send("zstd", statement).status, 400);
    EXPECT_EQ(send("zstd", "").status, 400);
    EXPECT_EQ(send("gzip", test::packed(statement).substr(0, 20)).status, 400);
    const auto unknown = send("br", statement);
    EXPECT_EQ(unknown.status, 415);
    EXPECT_EQ(unknown.header("accept-encoding"), "gzip, zstd, dcz");
}

TEST_P(Limits, HoldForBodiesPackedWithTheDictionary) // RFC 9842, 5
{
    const auto send = [&](const std::string &body) {
        return ask("POST", "/statements", body,
                   {{"Content-Type", "application/json"}, {"Content-Encoding", "dcz"}});
    };
    const xapi::StatementDictionary dictionary("https://kapok.example/nodes/test");
    const std::string packed = dictionary.pack(newStatement().dump());
    const auto taken = send(packed);
    EXPECT_EQ(taken.status, 200) << taken.body;
    EXPECT_EQ(taken.header("available-dictionary"), dictionary.field());
    std::string other = packed;
    other[20] = static_cast<char>(other[20] ^ 1);
    const auto unknown = send(other);
    EXPECT_EQ(unknown.status, 415);
    EXPECT_NE(unknown.body.find("dictionary that is not known"), std::string::npos) << unknown.body;
    EXPECT_EQ(unknown.header("accept-encoding"), "gzip, zstd, dcz");
    // Also on refusals: that the dictionary is known here is not in doubt then.
    for (const auto &refusal : {unknown, send(dictionary.pack("{}")), ask("POST", "/statements", "{}")}) {
        EXPECT_GE(refusal.status, 400);
        EXPECT_EQ(refusal.header("available-dictionary"), dictionary.field());
    }
    EXPECT_EQ(send(packed.substr(0, packed.size() - 3)).status, 400);
    EXPECT_EQ(send(packed.substr(0, 40)).status, 400);
    EXPECT_EQ(send(packed.substr(0, 12)).status, 400);
    EXPECT_EQ(send(packed.substr(40)).status, 400); // zstd alone
    EXPECT_EQ(send("").status, 400);
    const std::string bomb = dictionary.pack(std::string(kStatements + 1, ' '));
    EXPECT_LT(bomb.size(), 100'000U);
    EXPECT_EQ(send(bomb).status, 413);
}

TEST_P(Limits, SayWhetherTheBodyMayCome) // RFC 9110, 10.1.1
{
    const std::string statement = newStatement().dump();
    RawConnection welcome(server->url());
    ASSERT_TRUE(welcome.send(
        head("POST", length(statement.size()) + "Expect: 100-continue\r\nConnection: close\r\n")));
    EXPECT_EQ(welcome.readUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    ASSERT_TRUE(welcome.send(statement));
    EXPECT_TRUE(welcome.readAll().starts_with("HTTP/1.1 200 "));
    RawConnection refused(server->url());
    ASSERT_TRUE(refused.send(head("POST", length(kStatements + 1) + "Expect: 100-continue\r\n")));
    EXPECT_TRUE(refused.readAll().starts_with("HTTP/1.1 413 "));
}

TEST_P(Limits, OfMemoryAreToldWithATimeToComeBack)
{
    kapokd::ListenOptions listen;
    listen.maxMemory = 1000;
    restart(listen);
    const auto full = ask("POST", "/statements", std::string(1001, ' '));
    EXPECT_EQ(full.status, 503);
    EXPECT_FALSE(full.header("retry-after").empty());
    EXPECT_EQ(json::parse(full.body).at("error"), "throttled");
    EXPECT_EQ(ask("GET", "/statements").status, 200);
    // Whoever is refused for that costs nothing more, not even a look into the database for a header.
    RawConnection reader(server->url());
    ASSERT_TRUE(reader.send(head("GET", length(1001) + "Connection: close\r\n") + std::string(1001, ' ')));
    const std::string refused = reader.readAll();
    EXPECT_TRUE(refused.starts_with("HTTP/1.1 503 ")) << refused;
    EXPECT_EQ(refused.find("X-Experience-API-Consistent-Through"), std::string::npos) << refused;
    // Room that a request took is free again after it; the client may be faster than the server's tidying up.
    for (int i = 0; i < 3; ++i) {
        auto answer = ask("POST", "/statements", std::string(900, ' '));
        while (answer.status == 503)
            answer = ask("POST", "/statements", std::string(900, ' '));
        EXPECT_EQ(answer.status, 400);
    }
}

TEST_P(Limits, OfMemoryAreNotUsedUpByBodiesThatAreOnlyAnnounced)
{
    kapokd::ListenOptions listen;
    listen.maxMemory = 1000;
    restart(listen);
    RawConnection announcing(server->url());
    ASSERT_TRUE(announcing.send(head("POST", length(1000) + "Expect: 100-continue\r\n")));
    EXPECT_EQ(announcing.readUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n"); // surely let in
    EXPECT_EQ(ask("POST", "/statements", std::string(900, ' ')).status, 400);
}

TEST_P(Limits, CutOffWhoSendsNoEndOfItsHead)
{
    kapokd::ListenOptions listen;
    listen.headTimeout = std::chrono::milliseconds(50);
    restart(listen);
    RawConnection slow(server->url());
    ASSERT_TRUE(slow.send("GET /xapi/about HT"));
    EXPECT_TRUE(slow.readAll().starts_with("HTTP/1.1 408 Request Timeout\r\n"));
    RawConnection stalled(server->url());
    EXPECT_EQ(ask("GET", "/about").status, 200);
}

TEST_P(Limits, CutOffWhoStopsInTheMiddleOfABody)
{
    kapokd::ListenOptions listen;
    listen.stallTimeout = std::chrono::milliseconds(50);
    restart(listen);
    RawConnection slow(server->url());
    ASSERT_TRUE(slow.send(head("POST", length(1000)) + "{"));
    const std::string answer = slow.readAll();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 408 ")) << answer;
    EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
    RawConnection chunked(server->url());
    ASSERT_TRUE(chunked.send(head("POST", "Transfer-Encoding: chunked\r\n") + "5\r\n{"));
    EXPECT_TRUE(chunked.readAll().starts_with("HTTP/1.1 408 "));
    EXPECT_EQ(ask("POST", "/statements", newStatement().dump()).status, 200);
}

TEST_P(Limits, CutOffABodyThatTakesTooLong)
{
    kapokd::ListenOptions listen;
    listen.readTimeout = std::chrono::seconds(0);
    restart(listen);
    RawConnection slow(server->url());
    ASSERT_TRUE(slow.send(head("POST", length(1000)) + "{"));
    EXPECT_TRUE(slow.readAll().starts_with("HTTP/1.1 408 "));
}

TEST_P(Limits, TellMoreConnectionsThanThereIsRoomForToComeBack)
{
    kapokd::ListenOptions listen;
    listen.maxConnections = 2;
    restart(listen);
    const std::string about = "GET /xapi/about HTTP/1.1\r\nHost: x\r\n\r\n";
    RawConnection first(server->url()), second(server->url());
    for (RawConnection *held : {&first, &second}) { // both are surely accepted
        ASSERT_TRUE(held->send(about));
        EXPECT_TRUE(held->readUntil("}").starts_with("HTTP/1.1 200 "));
    }
    RawConnection third(server->url());
    third.send(about);
    const std::string refusal = third.readAll();
    EXPECT_TRUE(refusal.starts_with("HTTP/1.1 503 ")) << refusal;
    EXPECT_NE(refusal.find("Retry-After: "), std::string::npos);
    ASSERT_TRUE(first.send(about));
    EXPECT_TRUE(first.readUntil("}").starts_with("HTTP/1.1 200 "));
}

TEST_P(Limits, AnswerRequestsThatWereSentAtOnceOneAfterTheOther)
{
    RawConnection connection(server->url());
    const std::string one = newStatement().dump();
    const std::string two = newStatement().dump();
    ASSERT_TRUE(connection.send(head("POST", length(one.size())) + one + head("GET", "") +
                                head("POST", length(two.size()) + "Connection: close\r\n") + two));
    const std::string all = connection.readAll();
    std::size_t answers = 0;
    for (auto at = all.find("HTTP/1.1 200 "); at != std::string::npos; at = all.find("HTTP/1.1 200 ", at + 1))
        ++answers;
    EXPECT_EQ(answers, 3u) << all;
}

TEST_P(Limits, AnswerWhatIsNoHttp)
{
    RawConnection connection(server->url());
    ASSERT_TRUE(connection.send("\x16\x03\x01 hello\r\n\r\n"));
    const std::string answer = connection.readAll();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 Bad Request\r\n")) << answer;
    EXPECT_EQ(json::parse(answer.substr(answer.find("\r\n\r\n") + 4)).at("error"), "invalid_input");
    RawConnection smuggler(server->url());
    ASSERT_TRUE(smuggler.send(head("POST", length(3) + "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n"));
    EXPECT_TRUE(smuggler.readAll().starts_with("HTTP/1.1 400 "));
    for (const char *coding : {"Transfer-Encoding: xchunked\r\n", "Transfer-Encoding : chunked\r\n"}) {
        RawConnection unclear(server->url());
        ASSERT_TRUE(unclear.send(head("POST", coding) + "0\r\n\r\n"));
        EXPECT_TRUE(unclear.readAll().starts_with("HTTP/1.1 400 ")) << coding;
    }
    RawConnection wordy(server->url());
    ASSERT_TRUE(wordy.send("GET /xapi/about HTTP/1.1\r\nHost: " + std::string(20'000, 'x') + "\r\n\r\n"));
    EXPECT_TRUE(wordy.readAll().starts_with("HTTP/1.1 431 "));
    EXPECT_EQ(ask("GET", "/about").status, 200);
}

TEST_P(Limits, AnswerWhatIsNoHttpAfterWhatIs)
{
    RawConnection connection(server->url());
    ASSERT_TRUE(connection.send("GET /xapi/about HTTP/1.1\r\nHost: x\r\n\r\nand so on\r\n"));
    const std::string answers = connection.readAll();
    EXPECT_TRUE(answers.starts_with("HTTP/1.1 200 ")) << answers;
    EXPECT_NE(answers.find("HTTP/1.1 400 "), std::string::npos) << answers;
}

INSTANTIATE_TEST_SUITE_P(Xapi, Limits, testing::Values("1.0.3"), test::versionName);

} // namespace
} // namespace kapok
