// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/multipart.h"

#include "core/base/hash.h"
#include "core/xapi/media_type.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kapok::xapi {
namespace {

const std::string kType = "multipart/mixed; boundary=abc";

std::string jsonPart(const std::string &json)
{
    return "--abc\r\nContent-Type: application/json\r\n\r\n" + json + "\r\n";
}

std::string attachmentPart(const std::string &bytes, const std::string &encoding = "binary")
{
    return "--abc\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding:" + encoding +
           "\r\nX-Experience-API-Hash:" + sha256(bytes) + "\r\n\r\n" + bytes + "\r\n";
}

TEST(MediaType, KnowsItsParametersInWhateverWayTheyAreWritten)
{
    const auto boundary = [](const std::string &text) {
        const auto type = parseMediaType(text);
        return type && type->parameters.contains("boundary") ? type->parameters.at("boundary") : "";
    };
    EXPECT_EQ(boundary("multipart/mixed; boundary=-------314159265358979323846"),
              "-------314159265358979323846");
    EXPECT_EQ(boundary("Multipart/Mixed;Boundary=\"a b;c\\\"d\" ; charset=utf-8"), "a b;c\"d");
    EXPECT_EQ(boundary("multipart/mixed; boundary='()+_,-./:=?"), "'()+_,-./:=?");
    EXPECT_EQ(boundary("multipart/mixed;"), "");
    EXPECT_EQ(parseMediaType("Application/JSON; charset=UTF-8")->name, "application/json");
    for (const char *wrong :
         {"", "json", "/json", "application/", "a/b; c=\"d", "a/b; c", "a/b; =c", "a b/c/d"})
        EXPECT_FALSE(parseMediaType(wrong)) << wrong;
}

TEST(Multipart, FindsStatementsAndAttachments) // Communication 1.5.2
{
    // A preamble, headers without a blank, bytes that look like a boundary but do not stand alone in a line.
    const std::string bytes("one\r\n--abcd\r\n --abc\r\n\0two", 24);
    const std::string body =
        "\r\n" + jsonPart("{\"a\":1}") + attachmentPart(bytes) + attachmentPart("") + "--abc--";
    const auto parts = parseStatementParts(body, kType);
    ASSERT_TRUE(parts.ok()) << parts.error().detail;
    EXPECT_EQ(parts->statements, "{\"a\":1}");
    ASSERT_EQ(parts->attachments.size(), 2u);
    EXPECT_EQ(parts->attachments[0].bytes, bytes);
    EXPECT_EQ(parts->attachments[0].sha2, sha256(bytes));
    EXPECT_EQ(parts->attachments[1].bytes, "");
}

TEST(Multipart, ReadsLinesThatEndWithLineFeedsOnly) // Communication 1.5.2
{
    const auto parts =
        parseStatementParts("--abc\nContent-Type: application/json\n\n{}\n--abc--\nrest", kType);
    ASSERT_TRUE(parts.ok()) << parts.error().detail;
    EXPECT_EQ(parts->statements, "{}");
}

TEST(Multipart, AllowsOtherHeadersOnTheStatements) // Communication 1.5.2
{
    const std::string body = "--abc\r\nContent-Disposition: form-data;\r\n name=\"s\"\r\n"
                             "Content-Type: application/json; charset=utf-8\r\n\r\n[]\r\n--abc--\r\n";
    EXPECT_EQ(parseStatementParts(body, kType)->statements, "[]");
}

TEST(Multipart, KnowsEverySha2) // Data 2.4.11
{
    EXPECT_TRUE(isDigestOf("23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7", "abc"));
    EXPECT_TRUE(isDigestOf("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abc"));
    EXPECT_TRUE(isDigestOf("cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                           "8086072ba1e7cc2358baeca134c825a7",
                           "abc"));
    EXPECT_TRUE(isDigestOf("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                           "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
                           "abc"));
    EXPECT_FALSE(isDigestOf("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abd"));
    EXPECT_FALSE(isDigestOf("", ""));
}

TEST(Multipart, RefusesWhatIsNotWhole) // Communication 1.5.2; RFC 2046, 5.1
{
    const std::string json = jsonPart("{}");
    const std::string wrong[] = {
        "",
        "{}",
        "--abc--",
        "--abc\r\n",
        json,                                                     // no last boundary
        "Content-Type: application/json\r\n\r\n{}\r\n--abc--",    // nothing before the first part
        "--abc\r\nContent-Type: text/plain\r\n\r\n{}\r\n--abc--", // not JSON (XAPI-00134)
        "--abc\r\n{}\r\n--abc--",                                 // no header
        "--abc\r\nContent-Type: application/json\r\nContent-Type: application/json\r\n\r\n{}\r\n--abc--",
        json + json + "--abc--",                          // statements twice (XAPI-00133)
        json + attachmentPart("x", "base64") + "--abc--", // XAPI-00135
        json + "--abc\r\nContent-Transfer-Encoding: binary\r\n\r\nx\r\n--abc--", // XAPI-00132
        json + "--abc\r\nX-Experience-API-Hash: " + sha256("x") + "\r\n\r\nx\r\n--abc--",
        json + "--abc\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: " + sha256("y") +
            "\r\n\r\nx\r\n--abc--",
    };
    for (const auto &body : wrong) {
        const auto parts = parseStatementParts(body, kType);
        EXPECT_FALSE(parts.ok()) << body;
        EXPECT_EQ(parts.error().code, ErrorCode::InvalidInput);
    }
    EXPECT_FALSE(parseStatementParts(json + "--abc--", "multipart/mixed;").ok());
    EXPECT_FALSE(parseStatementParts(json + "--abc--", "multipart/mixed; boundary=abcd").ok());
}

TEST(Multipart, NamesThePartAndTheHeaderThatAreWrong) // Communication 1.5.2
{
    const std::string json = jsonPart("{}");
    const std::string end = "--abc--";
    const std::string part = "--abc\r\nContent-Transfer-Encoding: binary\r\n";
    const std::string hash = " header X-Experience-API-Hash: ";
    const std::string digest =
        "must be the SHA-2 digest of the part's bytes (only the first part holds statements)";
    const std::pair<std::string, std::string> refused[] = {
        {"", "body: must be multipart with the boundary that Content-Type names, which is not in it"},
        {end, "body: must have a part with the statements, not none"},
        {json, "body: must end with the boundary and \"--\", which is missing behind part 1"},
        {attachmentPart("x") + end,
         "part 1 header Content-Type: must be application/json, for the statements, not this text"},
        {"--abc\r\n\r\n{}\r\n" + end,
         "part 1 header Content-Type: is missing: must be application/json, for the statements"},
        {json + attachmentPart("x", "base64") + end,
         "part 2 header Content-Transfer-Encoding: must be binary, not this text"},
        {json + json + end, "part 2 header Content-Transfer-Encoding: is missing: must be binary"},
        {json + attachmentPart("x") + part + "\r\nx\r\n" + end, "part 3" + hash + "is missing: " + digest},
        {json + part + "X-Experience-API-Hash: " + sha256("y") + "\r\n\r\nx\r\n" + end,
         "part 2" + hash + digest + ", not this text"},
        {json + part + "secret\r\n\r\nx\r\n" + end, "part 2: has a header line without a name"},
        {json + part + "content-transfer-encoding: binary\r\n\r\nx\r\n" + end, "part 2: has a header twice"},
    };
    for (const auto &[body, detail] : refused)
        EXPECT_EQ(parseStatementParts(body, kType).error().detail, detail);
}

TEST(Multipart, HasABoundOnItsParts)
{
    std::string body;
    for (std::size_t i = 0; i <= kMostParts; ++i)
        body += "--abc\r\n\r\n\r\n";
    EXPECT_FALSE(parseMultipart(body + "--abc--", "abc").ok());
}

TEST(Multipart, HasABoundOnTheHeadersOfAPart) // Communication 1.5.2
{
    std::string body = "--abc\r\n";
    for (std::size_t i = 0; i < kMostPartHeaders; ++i)
        body += "h" + std::to_string(i) + ": x\r\n";
    EXPECT_TRUE(parseMultipart(body + "\r\n\r\n--abc--", "abc").ok());
    EXPECT_EQ(parseMultipart(body + "h: x\r\n\r\n\r\n--abc--", "abc").error().detail,
              "part 1: must have at most 100 headers, not more");
}

RC_GTEST_PROP(Multipart, GivesBackAnyBytes, (const std::vector<std::string> &all))
{
    std::string body = jsonPart("{}");
    for (const auto &bytes : all) {
        RC_PRE(bytes.find("--abc") == std::string::npos);
        body += attachmentPart(bytes);
    }
    body += "--abc--\r\n";
    const auto parts = parseStatementParts(body, kType); // views into body
    RC_ASSERT(parts.ok());
    RC_ASSERT(parts->attachments.size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        RC_ASSERT(parts->attachments[i].bytes == all[i]);
}

} // namespace
} // namespace kapok::xapi
