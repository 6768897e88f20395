// SPDX-License-Identifier: Apache-2.0
#include "core/base/ids.h"
#include "tests/server/certificate.h"
#include "tests/server/program.h"

#include <atomic>
#include <csignal>
#include <curl/curl.h>
#include <sys/wait.h>
#include <thread>

namespace kapok {
namespace {

using nlohmann::json;
using test::Ran;
using test::ServeProcess;

/// Times a CURL_SSLVERSION: this version and no later one.
constexpr long kOnly = 0x10001;

std::size_t take(char *data, std::size_t size, std::size_t count, void *text)
{
    static_cast<std::string *>(text)->append(data, size * count);
    return size * count;
}

class Tls : public test::ProgramTest {
protected:
    void SetUp() override { test::makeCertificate(file("a.pem"), file("a.key")); }

    [[nodiscard]] std::vector<std::string> options() const
    {
        return {"--tls-certificate", file("a.pem").string(), "--tls-key", file("a.key").string()};
    }

    /// The status of GET, believing only \p authority; 0 when there is no answer. \p version:
    /// CURLOPT_SSLVERSION.
    static long get(const std::string &url, const std::filesystem::path &authority,
                    long version = CURL_SSLVERSION_DEFAULT)
    {
        CURL *curl = curl_easy_init();
        std::string body;
        curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl, CURLOPT_CAINFO, authority.c_str());
        curl_easy_setopt(curl, CURLOPT_SSLVERSION, version);
        curl_easy_setopt(curl, CURLOPT_SSL_CIPHER_LIST, "ALL:@SECLEVEL=0"); // refusals are the server's
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
        long status = 0;
        if (curl_easy_perform(curl) == CURLE_OK)
            curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        curl_easy_cleanup(curl);
        return status;
    }
};

TEST_F(Tls, AnswersWhoeverTrustsItsCertificate)
{
    const ServeProcess server(database(), options());
    EXPECT_TRUE(server.url().starts_with("https://127.0.0.1:")) << server.line();
    EXPECT_EQ(get(server.url() + "/healthz", file("a.pem")), 200);
    EXPECT_EQ(get(server.url() + "/healthz", file("a.pem"), CURL_SSLVERSION_TLSv1_3), 200);
    EXPECT_EQ(get(server.url() + "/healthz", file("a.pem"), kOnly * CURL_SSLVERSION_TLSv1_2), 200);
    test::makeCertificate(file("b.pem"), file("b.key"));
    EXPECT_EQ(get(server.url() + "/healthz", file("b.pem")), 0);
}

TEST_F(Tls, SpeaksNoOldVersionAndNoPlainHttp)
{
    const ServeProcess server(database(), options());
    EXPECT_EQ(get(server.url() + "/healthz", file("a.pem"), kOnly * CURL_SSLVERSION_TLSv1_1), 0);
    EXPECT_EQ(get("http://" + server.url().substr(8) + "/healthz", file("a.pem")), 0);
    EXPECT_EQ(get(server.url() + "/healthz", file("a.pem")), 200);
}

TEST_F(Tls, ShowsARenewedCertificateAfterSighup)
{
    const ServeProcess server(database(), options());
    const auto former = file("former.pem");
    std::filesystem::copy_file(file("a.pem"), former);
    EXPECT_EQ(get(server.url() + "/healthz", former), 200);
    test::makeCertificate(file("a.pem"), file("a.key"));
    EXPECT_EQ(get(server.url() + "/healthz", former), 200); // not told yet
    server.send(SIGHUP);
    int tries = 0;
    while (get(server.url() + "/healthz", file("a.pem")) != 200 && tries < 2000)
        ++tries;
    EXPECT_LT(tries, 2000);
    EXPECT_EQ(get(server.url() + "/healthz", former), 0);
}

TEST_F(Tls, KeepsItsCertificateWhenTheNewOneIsNoGood)
{
    const auto log = file("log");
    const ServeProcess server(database(), options(), log);
    const auto former = file("former.pem");
    std::filesystem::copy_file(file("a.pem"), former);
    ASSERT_TRUE(writeFileAtomically(file("a.pem"), "half a certificate").ok());
    server.send(SIGHUP);
    int tries = 0;
    while (readFile(log)->find("stays as it was") == std::string::npos && tries < 2000) {
        EXPECT_EQ(get(server.url() + "/healthz", former), 200);
        ++tries;
    }
    EXPECT_LT(tries, 2000);
    EXPECT_EQ(get(server.url() + "/healthz", former), 200);
}

TEST_F(Tls, DoesNotStartWithoutAKeyThatFits)
{
    test::makeCertificate(file("b.pem"), file("b.key"));
    const auto serve = [&](const std::string &certificate, const std::string &key) {
        return on(database(), {"serve", "--tls-certificate", certificate, "--tls-key", key});
    };
    const Ran other = serve(file("a.pem").string(), file("b.key").string());
    EXPECT_EQ(other.code, 1);
    EXPECT_NE(other.err.find("is not the key of the certificate"), std::string::npos) << other.err;
    EXPECT_EQ(serve(file("a.key").string(), file("a.key").string()).code, 1);
    EXPECT_EQ(serve(file("a.pem").string(), file("a.pem").string()).code, 1);
    EXPECT_EQ(serve(file("none").string(), file("a.key").string()).code, 1);
    EXPECT_EQ(on(database(), {"serve", "--tls-key", file("a.key").string()}).code, 2);
}

TEST_F(Tls, AnswersWhatWasAcceptedBeforeItStops)
{
    ServeProcess server(database(), options());
    constexpr int kAsking = 12;
    std::atomic<int> answered = 0;
    std::vector<std::thread> asking;
    for (int i = 0; i < kAsking; ++i)
        asking.emplace_back([&, i] {
            CURL *curl = curl_easy_init();
            std::string body;
            const std::string account = "nobody" + std::to_string(i);
            const std::string sent = json{{"account", account}, {"password", "wrong-password"}}.dump();
            curl_easy_setopt(curl, CURLOPT_URL, (server.url() + "/api/v1/sign-in").c_str());
            curl_easy_setopt(curl, CURLOPT_CAINFO, file("a.pem").c_str());
            curl_easy_setopt(curl, CURLOPT_POSTFIELDS, sent.c_str());
            curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
            curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
            long status = 0;
            if (curl_easy_perform(curl) == CURLE_OK)
                curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
            answered += status == 401;
            curl_easy_cleanup(curl);
        });
    // Slow work (a password's hash) is in line: whatever is there was accepted.
    int accepted = 0;
    const auto waiting = [&] {
        CURL *curl = curl_easy_init();
        std::string text;
        curl_easy_setopt(curl, CURLOPT_URL, (server.url() + "/metrics").c_str());
        curl_easy_setopt(curl, CURLOPT_CAINFO, file("a.pem").c_str());
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &text);
        curl_easy_perform(curl);
        curl_easy_cleanup(curl);
        const std::string name = R"(kapok_requests_waiting{lane="slow"} )";
        const auto at = text.find(name);
        return at == std::string::npos ? 0 : std::stoi(text.substr(at + name.size()));
    };
    while (answered < kAsking && (accepted = waiting()) < 2) {
    }
    const int status = server.end(SIGTERM);
    for (auto &thread : asking)
        thread.join();
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    EXPECT_GE(answered, accepted);
}

} // namespace
} // namespace kapok
