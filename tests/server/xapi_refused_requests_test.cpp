// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/gzip.h"
#include "core/xapi/packing.h"
#include "tests/server/xapi_server.h"

namespace kapok {
namespace {

using nlohmann::json;
using test::Answer;
using test::encoded;

const xapi::StatementDictionary kNode("https://kapok.example/nodes/test"); // XapiServer's home page

// What is around the statements: their refusals name the parameter, header, form field or part, and the rule.
class XapiRefusedRequests : public test::XapiServer {
protected:
    Answer packed(const std::string &encoding, const std::string &body)
    {
        return ask("POST", "/statements", body,
                   {{"Content-Type", "application/json"}, {"Content-Encoding", encoding}});
    }

    Answer multipart(const std::string &body)
    {
        return ask("POST", "/statements", body, {{"Content-Type", "multipart/mixed; boundary=abc"}});
    }

    Answer form(const std::string &query, const std::string &body)
    {
        return ask("POST", "/statements?" + query, body,
                   {{"Content-Type", "application/x-www-form-urlencoded"}});
    }

    /// \p path with \p levels arrays in it.
    static std::string nested(std::string path, int levels)
    {
        for (int i = 0; i < levels; ++i)
            path += "[0]";
        return path;
    }
};

TEST_P(XapiRefusedRequests, NameWhatIsWrongWithAWholeRequest) // 1.5.1, 2.1, 3.2, 3.3
{
    const json statement = newStatement();
    const std::string id = statement.at("id");
    const std::string put = "/statements?statementId=";
    expectExactly(ask("PUT", put + uuidV7(2), statement.dump()), "$.id",
                  "must be the statementId of the request, not another UUID");
    expectExactly(ask("PUT", put + id, json::array({statement}).dump()), "$",
                  "must be one statement, not an array");
    expectExactly(ask("PUT", "/statements", statement.dump()), "statementId", "is missing");
    expectExactly(ask("POST", "/statements", json::array({statement, statement}).dump()), "$[1].id",
                  "must be a UUID that no other statement of the batch has");
    ASSERT_EQ(ask("POST", "/statements", statement.dump()).status, 200);
    json other = statement;
    other["verb"]["id"] = "urn:other";
    const std::string stored = "a different statement with the id " + id + " is stored already";
    expectExactly(ask("PUT", put + id, other.dump()), "$.id", stored, 409);
    expectExactly(ask("POST", "/statements", json::array({newStatement(), other}).dump()), "$[1].id", stored,
                  409);
    expectExactly(ask("POST", put + id, statement.dump()), "statementId",
                  "is not known here: a POST of statements takes none");
    const std::string type = "must be application/json or multipart/mixed for statements, not ";
    const auto as = [&](const std::string &contentType) {
        return ask("POST", "/statements", statement.dump(), {{"Content-Type", contentType}});
    };
    expectExactly(as("text/plain"), "Content-Type", type + "another type");
    expectExactly(as("json"), "Content-Type", type + "this text");
    const auto in = [&](const test::Headers &headers) { return bare("GET", "/statements", headers); };
    expectExactly(in({}), "X-Experience-API-Version", "is missing: must be 1.0.x or 2.0.x");
    expectExactly(in({{"X-Experience-API-Version", "1.1.0"}}), "X-Experience-API-Version",
                  "must be 1.0.x or 2.0.x, not this text");
}

TEST_P(XapiRefusedRequests, NameTheParameterOfAQueryAndItsRule) // 2.1.3, 3.2
{
    const auto get = [&](const std::string &query) { return ask("GET", "/statements?" + query); };
    const std::string id = uuidV7(1);
    const std::string hex = "has a % without two hex digits";
    expectExactly(get("statementId=" + id + "&limit=1"), "limit", "must be absent beside statementId");
    expectExactly(get("statementId=" + id + "&voidedStatementId=" + id), "voidedStatementId",
                  "must be absent beside statementId");
    expectExactly(get("limit=1&verb=%zz"), "verb", hex);
    expectExactly(get("%4=1"), "%4", hex);
    expectExactly(ask("POST", "/statements?method=%zz", "content=1",
                      {{"Content-Type", "application/x-www-form-urlencoded"}}),
                  "method", hex);
    expectExactly(get("limit=many"), "limit", "must be a whole number, 0 or more, not this text");
    expectExactly(get("kapok-after=x"), "kapok-after", "must be from a \"more\" link, not this text");
    const std::string deep = std::string(70, '[') + std::string(70, ']');
    expectExactly(get("agent=" + encoded(R"({"name":)" + deep + "}")), nested("agent.name", 63),
                  "is an array nested deeper than 64 levels");
    expectExactly(get("agent=" + encoded(R"({"mbox":"mailto:a@e.org","mbox":1})")), "agent.mbox",
                  "is a key that its object has twice");
    expectExactly(get("agent=%7B"), "agent", "is not JSON in UTF-8: it ends too early");
    expectExactly(get("agent=" + encoded(R"({"account":7})")), "agent.account",
                  "must be an object, not a number");
}

TEST_P(XapiRefusedRequests, NameTheFieldOfAForm) // 1.0.3 Communication, 1.3
{
    const std::string none = "xAPI 2.0 has no alternate request syntax";
    if (isTwo()) {
        expectExactly(form("method=PUT", "content=1"), "method", none);
        return;
    }
    expectExactly(form("method=PUT", "statementId=1&content=%7"), "content",
                  "has a % without two hex digits");
    expectExactly(form("method=PUT", "statementId=1&statementId=1&content=1"), "statementId",
                  "must be given once");
    expectExactly(form("method=PUT", "statementId=1"), "content", "is missing");
    expectExactly(form("method=PUT&statementId=1", "content=1"), "statementId",
                  "belongs into the form: the query has only method");
    expectExactly(form("method=PUT", "statementId=x&content=%7b%7d"), "statementId",
                  "must be a UUID, not this text");
    expectExactly(form("method=POST", "content=%7b"), "$", "is not JSON in UTF-8: it ends too early");
}

TEST_P(XapiRefusedRequests, NameThePartOfAMultipartBody) // 1.5.2
{
    json statement = newStatement();
    statement["attachments"] = json::array({describe("one")});
    const auto first = [](const json &content) {
        return "--abc\r\nContent-Type: application/json\r\n\r\n" + content.dump() + "\r\n";
    };
    const auto part = [](const std::string &bytes, const std::string &hash) {
        return "--abc\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: " + hash + "\r\n\r\n" +
               bytes + "\r\n";
    };
    const std::string good = first(statement) + part("one", sha256("one"));
    expectExactly(multipart("--abc--"), "body", "must have a part with the statements, not none");
    expectExactly(multipart(good), "body",
                  "must end with the boundary and \"--\", which is missing behind part 2");
    expectExactly(multipart(good + part("two", sha256("one")) + "--abc--"),
                  "part 3 header X-Experience-API-Hash",
                  "must be the SHA-2 digest of the part's bytes (only the first part holds statements), not "
                  "this text");
    expectExactly(multipart(good + part("two", sha256("two")) + "--abc--"),
                  "part 3 header X-Experience-API-Hash", "must be the sha2 of an attachment, and is of none");
    expectExactly(multipart(first(statement) + "--abc--"), "$.attachments[0]",
                  "must have a fileUrl, or its bytes must come with it as multipart/mixed");
    expectExactly(ask("POST", "/statements", good, {{"Content-Type", "multipart/mixed"}}), "Content-Type",
                  "must name the boundary of multipart/mixed");
    statement["attachments"][0]["length"] = "3";
    expectExactly(multipart(first(statement) + part("one", sha256("one")) + "--abc--"),
                  "$.attachments[0].length", "must be a whole number of bytes, not a string");
}

TEST_P(XapiRefusedRequests, NameTheHeaderThatSaysHowABodyIsPacked) // RFC 9110, 8.4; RFC 1952, 2.2
{
    const auto rule = [](const std::string &coding) {
        return "says " + coding + ", but the body is none, is cut off, or goes on behind its end";
    };
    const auto statement = [&] { return newStatement().dump(); };
    const std::string whole = kapokd::gzip(statement());
    const std::string header = "Content-Encoding";
    expectExactly(packed("gzip", "{}"), header, rule("gzip"));
    expectExactly(packed("gzip", whole.substr(0, whole.size() - 1)), header, rule("gzip"));
    expectExactly(packed("gzip", whole + "x"), header, rule("gzip"));
    expectExactly(packed("gzip", whole + std::string(8, '\0')), header, rule("gzip"));
    expectExactly(packed("gzip", whole + whole.substr(0, 12)), header, rule("gzip"));
    expectExactly(packed("zstd", "{}"), header, rule("zstd"));
    expectExactly(packed("dcz", kNode.pack("{}") + "x"), header, rule("dcz"));
    expectExactly(packed("dcz", "x"), header, "says dcz, but the body is none");
    expectExactly(packed("br", "{}"), header, "must be gzip, zstd, dcz or absent, not this text", 415);
    std::string other = kNode.pack("{}");
    other[8] = static_cast<char>(other[8] ^ 1);
    expectExactly(packed("dcz", other), header,
                  "must be dcz with the one that Available-Dictionary names, not with a dictionary that is "
                  "not known here",
                  415);
    // RFC 1952, 2.2: members one after the other are one gzip.
    EXPECT_EQ(packed("gzip", kapokd::gzip("[" + statement() + ",") + kapokd::gzip(statement() + "]")).status,
              200);
}

TEST_P(XapiRefusedRequests, NameTheLimitOfABodyThatIsTooLarge) // 3.2: 413
{
    const std::string rule = "must have at most 16777216 bytes, packed and unpacked, not more";
    const std::string large((16u << 20) + 1, ' ');
    expectExactly(ask("POST", "/statements", large), "body", rule, 413);
    expectExactly(packed("gzip", kapokd::gzip(large)), "body", rule, 413);
    expectExactly(packed("dcz", kNode.pack(large)), "body", rule, 413);
}

TEST_P(XapiRefusedRequests, NameWhyADocumentIsNotKeptOrNotMerged) // Communication 2.2.s7
{
    const auto at = [](const std::string &id) {
        return "/activities/profile?activityId=urn:a&profileId=" + id;
    };
    const auto put = [&](const std::string &id, const std::string &body) {
        return ask("PUT", at(id), body, {{"Content-Type", "application/json"}, {"If-None-Match", "*"}});
    };
    const std::string deep = R"({"a":)" + std::string(70, '[') + std::string(70, ']') + "}";
    const std::string twice = R"({"a":{"b":1,"b":2}})";
    expectExactly(put("x", R"({"a")"), "$", "is not JSON in UTF-8: it ends too early");
    expectExactly(put("x", R"({"raw":1e999})"), "$.raw",
                  "must be a number that a double can hold, not this number");
    for (const auto &[id, body] : {std::pair("deep", deep), std::pair("twice", twice)}) {
        EXPECT_EQ(put(id, body).status, 204); // whatever JSON may be kept
        EXPECT_EQ(ask("GET", at(id)).body, body);
    }
    const std::string path = nested("$.a", 63);
    const std::string tooDeep = "is an array nested deeper than 64 levels";
    ASSERT_EQ(ask("POST", at("object"), "{}").status, 204);
    expectExactly(ask("POST", at("object"), deep), path, tooDeep);
    expectExactly(ask("POST", at("object"), twice), "$.a.b", "is a key that its object has twice");
    expectExactly(ask("POST", at("object"), "[1]"), "$",
                  "must be an object to be merged with the document that is there, not an array");
    expectExactly(ask("POST", at("object"), "{}", {{"Content-Type", "text/plain"}}), "Content-Type",
                  "must be application/json to be merged with the document that is there, not another type");
    EXPECT_EQ(ask("GET", at("object")).body, "{}");
    const auto stored = [](const std::string &why) {
        return "The document that is there is no JSON object that another one could be merged with (" + why +
               "); PUT replaces it.";
    };
    expectExactly(ask("POST", at("deep"), "{}"), "", stored(path + ": " + tooDeep));
    expectExactly(ask("POST", at("twice"), "{}"), "", stored("$.a.b: is a key that its object has twice"));
    ASSERT_EQ(ask("POST", at("list"), "[]").status, 204);
    expectExactly(ask("POST", at("list"), "{}"), "", stored("it is an empty array"));
    ASSERT_EQ(ask("POST", at("text"), "{}", {{"Content-Type", "text/plain"}}).status, 204);
    expectExactly(ask("POST", at("text"), "{}"), "", stored("its Content-Type is another"));
}

TEST_P(XapiRefusedRequests, NameTheHeaderOfAPreconditionThatDoesNotHold) // 3.1
{
    const std::string path = "/agents/profile?profileId=p&agent=" + encoded(R"({"mbox":"mailto:a@e.org"})");
    const auto put = [&](test::Headers headers) {
        headers.emplace_back("Content-Type", "application/json");
        return ask("PUT", path, "{}", headers);
    };
    if (!isTwo())
        expectExactly(put({}), "If-None-Match",
                      "is missing: a new document needs it with \"*\", a changed one If-Match with its ETag");
    expectExactly(put({{"If-Match", "\"x\""}}), "If-Match", "there is no such document", 412);
    ASSERT_EQ(put({{"If-None-Match", "*"}}).status, 204);
    expectExactly(put({{"If-Match", "\"x\""}}), "If-Match", "the document that is there has another ETag",
                  412);
    expectExactly(put({{"If-None-Match", "*"}}), "If-None-Match", "names the document that is there", 412);
    expectExactly(
        put({}), "If-Match",
        "is missing, and there is a document already. Get it, look at what it says now, and send its "
        "ETag, so that nobody's change is lost.",
        409);
}

INSTANTIATE_TEST_SUITE_P(Both, XapiRefusedRequests, test::kBothVersions, test::versionName);

} // namespace
} // namespace kapok
