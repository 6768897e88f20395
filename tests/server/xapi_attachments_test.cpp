// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/xapi_attachments.h"
#include "core/xapi/multipart.h"
#include "tests/server/xapi_server.h"
#include "tests/support/jws.h"

#include <set>

namespace kapok {
namespace {

using nlohmann::json;
using test::Answer;
using test::Headers;

const std::string kBoundary = "-------314159265358979323846";

std::string jsonPart(const json &statements, const std::string &type = "application/json")
{
    return "--" + kBoundary + "\r\nContent-Type: " + type + "\r\n\r\n" + statements.dump() + "\r\n";
}

std::string bytesPart(const std::string &bytes, const std::string &hash,
                      const std::string &encoding = "Content-Transfer-Encoding: binary\r\n")
{
    return "--" + kBoundary + "\r\nContent-Type: text/plain\r\n" + encoding +
           (hash.empty() ? "" : "X-Experience-API-Hash: " + hash + "\r\n") + "\r\n" + bytes + "\r\n";
}

std::string bytesPart(const std::string &bytes)
{
    return bytesPart(bytes, sha256(bytes));
}

const std::string kEnd = "--" + kBoundary + "--\r\n";

/// Data 2.4.11 Attachments, 2.6 Signed statements; Communication 1.5 Content types, 2.1.3 attachments=true.
class XapiAttachments : public test::XapiServer {
protected:
    Answer send(const std::string &body, const std::string &type = "multipart/mixed; boundary=" + kBoundary)
    {
        return ask("POST", "/statements", body, {{"Content-Type", type}});
    }

    static json with(json statement, const std::vector<json> &attachments)
    {
        statement["attachments"] = attachments;
        return statement;
    }

    /// What a GET with attachments=true answers, taken apart.
    struct Got {
        Answer answer;
        json statements;
        std::map<std::string, std::string> bytes; ///< by digest
    };
    Got get(const std::string &query)
    {
        Got got{ask("GET", "/statements?attachments=true&" + query), {}, {}};
        EXPECT_TRUE(got.answer.header("content-type").starts_with("multipart/mixed; boundary="));
        const auto parts = xapi::parseStatementParts(got.answer.body, got.answer.header("content-type"));
        EXPECT_TRUE(parts.ok()) << got.answer.body;
        if (!parts.ok())
            return got;
        got.statements = json::parse(parts->statements);
        for (const auto &part : parts->attachments)
            EXPECT_TRUE(got.bytes.emplace(part.sha2, part.bytes).second) << "a part that came before";
        return got;
    }
};

TEST_P(XapiAttachments, ComeWithTheirStatementsAndGoBackSo) // 2.4.11, 2.1.3
{
    const std::string bytes("any bytes\r\n\0--x\xff", 16);
    const json statement = with(newStatement(), {describe(bytes)});
    const auto sent = send(jsonPart(statement) + bytesPart(bytes) + kEnd);
    ASSERT_EQ(sent.status, 200) << sent.body;
    EXPECT_EQ(json::parse(sent.body), json({statement.at("id")}));
    const auto one = get("statementId=" + statement.at("id").get<std::string>());
    EXPECT_EQ(one.statements.at("attachments"), statement.at("attachments"));
    EXPECT_EQ(one.bytes, (std::map<std::string, std::string>{{sha256(bytes), bytes}}));
    EXPECT_NE(one.answer.body.find("Content-Type: text/plain; charset=utf-8\r\n"), std::string::npos);
    EXPECT_NE(one.answer.body.find("Content-Transfer-Encoding: binary\r\n"), std::string::npos);
    const auto list = get("limit=1");
    EXPECT_EQ(list.statements.at("statements").size(), 1u);
    EXPECT_EQ(list.bytes.size(), 1u);
    const auto plain = ask("GET", "/statements?attachments=false&limit=1");
    EXPECT_TRUE(plain.header("content-type").starts_with("application/json"));
    EXPECT_TRUE(json::accept(plain.body));
}

TEST_P(XapiAttachments, AreAnsweredAsMultipartEvenWhenThereAreNone) // 2.1.3 `attachments`
{
    EXPECT_TRUE(get("").statements.at("statements").empty());
    ASSERT_EQ(ask("POST", "/statements", newStatement().dump()).status, 200);
    EXPECT_TRUE(get("limit=1").bytes.empty());
    EXPECT_FALSE(get("").answer.header("x-experience-api-consistent-through").empty());
}

TEST_P(XapiAttachments, AreSentByPutToo) // 1.5.2, 2.1.1
{
    const json statement = with(newStatement(), {describe("one")});
    const std::string path = "/statements?statementId=" + statement.at("id").get<std::string>();
    const Headers type = {{"Content-Type", "multipart/mixed; boundary=\"" + kBoundary + "\""}};
    const std::string body = jsonPart(statement) + bytesPart("one") + kEnd;
    EXPECT_EQ(ask("PUT", path, body, type).status, 204);
    EXPECT_EQ(ask("PUT", path, body, type).status, 204); // again, the same
    EXPECT_EQ(get("limit=1").bytes.size(), 1u);
}

TEST_P(XapiAttachments, AreKeptOncePerDigestAndGivenOncePerAnswer) // 1.5.2
{
    json batch = json::array();
    for (int i = 0; i < 3; ++i)
        batch.push_back(with(newStatement(), {describe("shared"), describe("own " + std::to_string(i))}));
    const auto sent = send(jsonPart(batch) + bytesPart("shared") + bytesPart("own 0") + bytesPart("own 1") +
                           bytesPart("own 2") + kEnd);
    ASSERT_EQ(sent.status, 200) << sent.body;
    const auto list = get("limit=3");
    EXPECT_EQ(list.bytes.size(), 4u);
    EXPECT_EQ(list.bytes.at(sha256("shared")), "shared");
}

TEST_P(XapiAttachments, GoOnlyWithStatementsThatBroughtThem) // Data 2.4.11
{
    ASSERT_EQ(send(jsonPart(with(newStatement(), {describe("secret")})) + bytesPart("secret") + kEnd).status,
              200);
    json guess = describe("secret"); // somebody who knows no more than the digest
    guess["fileUrl"] = "http://example.org/file";
    const json statement = with(newStatement(), {guess});
    ASSERT_EQ(ask("POST", "/statements", statement.dump()).status, 200);
    EXPECT_TRUE(get("statementId=" + statement.at("id").get<std::string>()).bytes.empty());
}

TEST_P(XapiAttachments, OfSubStatementsGoTheSameWay) // Data 2.4.11, 2.4.4.3
{
    json statement = newStatement();
    json inner = newStatement();
    inner.erase("id");
    inner["objectType"] = "SubStatement";
    inner["attachments"] = json::array({describe("inner")});
    statement["object"] = inner;
    ASSERT_EQ(send(jsonPart(statement) + bytesPart("inner") + kEnd).status, 200);
    EXPECT_EQ(get("limit=1").bytes.size(), 1u);
    EXPECT_EQ(ask("POST", "/statements", statement.dump()).status, 400);
}

TEST_P(XapiAttachments, ThatAreTooMuchForOneAnswerWaitForTheNextPage) // 2.1.3; Data 2.5 `more`
{
    const std::string big(9u << 20, 'x');
    std::set<std::string> wanted;
    for (int i = 0; i < 5; ++i) {
        const std::string bytes = big + std::to_string(i);
        const json statement = with(newStatement(), {describe(bytes)});
        wanted.insert(statement.at("id"));
        ASSERT_EQ(send(jsonPart(statement) + bytesPart(bytes) + kEnd).status, 200);
    }
    std::set<std::string> seen;
    std::size_t bytes = 0;
    std::string query = "limit=10";
    for (int page = 0; page < 5 && !query.empty(); ++page) {
        const auto got = get(query);
        EXPECT_LT(got.answer.body.size(), kapokd::MultipartAnswer::kMostBytes + (1u << 20));
        for (const auto &statement : got.statements.at("statements"))
            EXPECT_TRUE(seen.insert(statement.at("id")).second);
        bytes += got.bytes.size();
        const auto more = got.statements.value("more", std::string());
        query = more.empty() ? "" : more.substr(more.find('?') + 1);
        if (const auto again = query.find("attachments=true&"); again != std::string::npos)
            query.erase(again, 17);
    }
    EXPECT_EQ(seen, wanted);
    EXPECT_EQ(bytes, 5u);
}

TEST_P(XapiAttachments, MayLieElsewhere) // 1.5.1
{
    json elsewhere = describe("one");
    elsewhere["fileUrl"] = "http://example.org/file.txt";
    EXPECT_EQ(ask("POST", "/statements", with(newStatement(), {elsewhere}).dump()).status, 200);
    EXPECT_EQ(send(jsonPart(with(newStatement(), {elsewhere})) + kEnd).status, 200);
    EXPECT_EQ(send(jsonPart(newStatement()) + kEnd).status, 200); // none at all
    // One at its fileUrl, one nowhere (XAPI-00129).
    const json both = with(newStatement(), {elsewhere, describe("two")});
    const auto refused = ask("POST", "/statements", both.dump());
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(json::parse(refused.body).value("path", std::string()), "$.attachments[1]") << refused.body;
    EXPECT_EQ(send(jsonPart(both) + kEnd).status, 400);
}

TEST_P(XapiAttachments, AreRefusedInOtherContentTypes) // 1.5, XAPI-00127
{
    const json statement = with(newStatement(), {describe("one")});
    const std::string body = jsonPart(statement) + bytesPart("one") + kEnd;
    const std::string plain = newStatement().dump();
    EXPECT_EQ(send(body, "multipart/form-data; boundary=" + kBoundary).status, 400);
    EXPECT_EQ(send(plain, "multipart/form-data; boundary=" + kBoundary).status, 400);
    for (const char *type :
         {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "json", ""})
        EXPECT_EQ(send(plain, type).status, 400) << type;
    EXPECT_EQ(send(plain, "Application/JSON; charset=utf-8").status, 200);
}

TEST_P(XapiAttachments, AreRefusedWhenTheirBodyIsNotWhole) // 1.5.2
{
    const json statement = with(newStatement(), {describe("one")});
    const json two = with(newStatement(), {describe("one"), describe("two")});
    const std::string start = jsonPart(statement);
    const std::string stranger = sha256("two");
    const std::string refused[] = {
        start + bytesPart("one") + bytesPart("three") + kEnd, // XAPI-00128
        jsonPart(two) + bytesPart("one") + kEnd,              // XAPI-00129
        "Content-Type: application/json\r\n\r\n" + statement.dump() + "\r\n" + bytesPart("one") + kEnd, // 131
        start + "Content-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: " +
            sha256("one") + "\r\n\r\none\r\n" + kEnd,                                            // XAPI-00130
        jsonPart(statement, "text/plain") + bytesPart("one") + kEnd,                             // XAPI-00134
        start + start + bytesPart("one") + kEnd,                                                 // XAPI-00133
        start + bytesPart("one", "") + kEnd,                                                     // XAPI-00132
        start + bytesPart("one", stranger) + kEnd,                                               // XAPI-00132
        start + bytesPart("two", stranger) + kEnd,                                               // XAPI-00132
        start + bytesPart("one", sha256("one"), "Content-Transfer-Encoding: base64\r\n") + kEnd, // XAPI-00135
        start + bytesPart("one", sha256("one"), "") + kEnd,                                      // XAPI-00135
        start + bytesPart("one"),                                                                // no end
        "",
    };
    for (const auto &body : refused)
        EXPECT_EQ(send(body).status, 400) << body;
    EXPECT_EQ(send(start + bytesPart("one") + kEnd, "multipart/mixed;").status, 400); // XAPI-00130
    EXPECT_EQ(ask("GET", "/statements?statementId=" + statement.at("id").get<std::string>()).status, 404);
}

TEST_P(XapiAttachments, OfSignedStatementsAreVerified) // Data 2.6, XAPI-00115 to XAPI-00117
{
    const test::Signer signer;
    json statement = newStatement();
    statement["result"]["duration"] = "P1DT12H36M0.1237S";
    const auto signedBody = [&](const std::string &jws, const std::string &contentType) {
        json signature = describe(jws);
        signature["usageType"] = "http://adlnet.gov/expapi/attachments/signature";
        signature["contentType"] = contentType;
        // As the suite's signed bodies begin: with a line break before the first boundary.
        return "\r\n" + jsonPart(with(statement, {signature})) + bytesPart(jws) + "--" + kBoundary + "--";
    };
    const std::string kRight = "application/octet-stream";
    for (const char *algorithm : {"RS256", "RS384", "RS512"}) {
        for (const bool withCertificate : {false, true}) {
            statement["id"] = uuidV7(1);
            const auto sent =
                send(signedBody(signer.sign(algorithm, statement.dump(), withCertificate), kRight));
            EXPECT_EQ(sent.status, 200) << algorithm << sent.body;
        }
    }
    statement["id"] = uuidV7(1);
    const std::string right = signer.sign("RS256", statement.dump(), true);
    EXPECT_EQ(send(signedBody(right, "text/plain; charset=ascii")).status, 400);
    EXPECT_EQ(send(signedBody(signer.sign("HS256", statement.dump(), false), kRight)).status, 400);
    EXPECT_EQ(send(signedBody(signer.sign("RS256", "{\"broken", false), kRight)).status, 400);
    EXPECT_EQ(send(signedBody(signer.sign("RS256", newStatement().dump(), false), kRight)).status, 400);
    EXPECT_EQ(send(signedBody("no signature", kRight)).status, 400);
    json cut = statement;
    cut["result"]["duration"] = "P1DT12H36M0.12S"; // 2.0 compares hundredths of a second
    const auto sent = send(signedBody(signer.sign("RS256", cut.dump(), true), kRight));
    EXPECT_EQ(sent.status, isTwo() ? 200 : 400) << sent.body;
}

INSTANTIATE_TEST_SUITE_P(Xapi, XapiAttachments, test::kBothVersions, test::versionName);

} // namespace
} // namespace kapok
