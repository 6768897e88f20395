// SPDX-License-Identifier: Apache-2.0
// What tests/server/limits_test.cpp asks of plain HTTP, over TLS: who is slow, who is one too many, and what
// is no HTTP.
#include "app/kapokd/http/tls.h"
#include "app/kapokd/server.h"
#include "core/base/log.h"
#include "tests/server/certificate.h"
#include "tests/support/temporary_folder.h"

#include <array>
#include <gtest/gtest.h>
#include <openssl/ssl.h>

namespace kapok {
namespace {

/// A TLS connection to a server of this machine, for what no well-behaved client sends over it.
class RawTls {
public:
    /// \p url is "https://127.0.0.1:PORT".
    explicit RawTls(const std::string &url)
        : m_context(SSL_CTX_new(TLS_client_method())), m_stream(BIO_new_ssl_connect(m_context))
    {
        BIO_set_conn_hostname(m_stream, url.substr(url.find("//") + 2).c_str());
        m_isOpen = BIO_do_connect(m_stream) == 1 && BIO_do_handshake(m_stream) == 1;
    }
    ~RawTls()
    {
        BIO_free_all(m_stream);
        SSL_CTX_free(m_context);
    }
    RawTls(const RawTls &) = delete;
    RawTls &operator=(const RawTls &) = delete;

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    bool send(const std::string &bytes)
    {
        return BIO_write(m_stream, bytes.data(), static_cast<int>(bytes.size())) ==
               static_cast<int>(bytes.size());
    }
    /// What comes until \p end was seen, or the other side closes.
    std::string readUntil(const std::string &end)
    {
        std::string all;
        std::array<char, 4096> piece;
        while (end.empty() || all.find(end) == std::string::npos) {
            const int size = BIO_read(m_stream, piece.data(), piece.size());
            if (size <= 0)
                break;
            all.append(piece.data(), static_cast<std::size_t>(size));
        }
        return all;
    }
    std::string readAll() { return readUntil({}); }

private:
    SSL_CTX *m_context;
    BIO *m_stream;
    bool m_isOpen = false;
};

const std::string kAbout = "GET /xapi/about HTTP/1.1\r\nHost: x\r\n\r\n";

class TlsLimits : public testing::Test {
protected:
    void SetUp() override
    {
        log::start("service_tests", "off");
        test::makeCertificate(folder.path() / "a.pem", folder.path() / "a.key");
        auto identity = kapokd::TlsIdentity::load(folder.path() / "a.pem", folder.path() / "a.key");
        ASSERT_TRUE(identity.ok()) << identity.error().detail;
        options.listen.tls = *std::move(identity);
        options.service.database = "sqlite:" + (folder.path() / "kapok.db").string();
    }

    void start()
    {
        auto started = kapokd::Server::start(options, clock);
        ASSERT_TRUE(started.ok()) << started.error().detail;
        server = *std::move(started);
    }

    void expectWellBehavedAreAnswered() const
    {
        RawTls other(server->url());
        ASSERT_TRUE(other.send(kAbout));
        EXPECT_TRUE(other.readUntil("}").starts_with("HTTP/1.1 200 "));
    }

    test::TemporaryFolder folder;
    SystemClock clock;
    kapokd::ServerOptions options;
    std::unique_ptr<kapokd::Server> server;
};

TEST_F(TlsLimits, CutOffWhoSendsNoEndOfItsHead)
{
    options.listen.headTimeout = std::chrono::milliseconds(50);
    start();
    RawTls slow(server->url());
    ASSERT_TRUE(slow.send("GET /xapi/about HT"));
    const std::string answer = slow.readAll();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 408 Request Timeout\r\n")) << answer;
}

TEST_F(TlsLimits, CutOffWhoStopsInTheMiddleOfABody)
{
    options.listen.stallTimeout = std::chrono::milliseconds(50);
    start();
    RawTls slow(server->url());
    ASSERT_TRUE(slow.send("POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"));
    const std::string answer = slow.readAll();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 408 ")) << answer;
    EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
    expectWellBehavedAreAnswered();
}

TEST_F(TlsLimits, TellMoreConnectionsThanThereIsRoomForToComeBack)
{
    options.listen.maxConnections = 2;
    start();
    RawTls first(server->url()), second(server->url());
    for (RawTls *held : {&first, &second}) { // both are surely accepted
        ASSERT_TRUE(held->send(kAbout));
        EXPECT_TRUE(held->readUntil("}").starts_with("HTTP/1.1 200 "));
    }
    RawTls third(server->url());
    ASSERT_TRUE(third.isOpen());
    third.send(kAbout);
    const std::string refusal = third.readAll();
    EXPECT_TRUE(refusal.starts_with("HTTP/1.1 503 ")) << refusal;
    EXPECT_NE(refusal.find("Retry-After: "), std::string::npos);
    ASSERT_TRUE(first.send(kAbout));
    EXPECT_TRUE(first.readUntil("}").starts_with("HTTP/1.1 200 "));
}

TEST_F(TlsLimits, AnswerWhatIsNoHttp)
{
    start();
    RawTls connection(server->url());
    ASSERT_TRUE(connection.send("\x16\x03\x01 hello\r\n\r\n"));
    const std::string answer = connection.readAll();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 Bad Request\r\n")) << answer;
    RawTls wordy(server->url());
    ASSERT_TRUE(wordy.send("GET /xapi/about HTTP/1.1\r\nHost: " + std::string(20'000, 'x') + "\r\n\r\n"));
    EXPECT_TRUE(wordy.readAll().starts_with("HTTP/1.1 431 "));
    RawTls after(server->url());
    ASSERT_TRUE(after.send(kAbout + "and so on\r\n"));
    const std::string answers = after.readAll();
    EXPECT_TRUE(answers.starts_with("HTTP/1.1 200 ")) << answers;
    EXPECT_NE(answers.find("HTTP/1.1 400 "), std::string::npos) << answers;
    expectWellBehavedAreAnswered();
}

} // namespace
} // namespace kapok
