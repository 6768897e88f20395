// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/signature.h"

#include "core/base/hash.h"
#include "core/xapi/attachments.h"
#include "core/xapi/exact_json.h"
#include "tests/support/jws.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kapok::xapi {
namespace {

using nlohmann::json;
using test::Signer;

const json kStatement = json::parse(R"({"id":"fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
    "actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://example.org/did","display":{"en":"did"}},
    "object":{"id":"http://example.org/thing"},"result":{"duration":"P1DT12H36M0.1237S"}})");

/// kStatement with \p jws attached.
json signedStatement(const std::string &jws)
{
    json statement = kStatement;
    statement["attachments"] = json::array({{{"usageType", "http://adlnet.gov/expapi/attachments/signature"},
                                             {"display", {{"en", "signature"}}},
                                             {"contentType", "application/octet-stream"},
                                             {"length", jws.size()},
                                             {"sha2", sha256(jws)}}});
    return statement;
}

Status check(const std::string &jws, Version version = Version::V1_0_3)
{
    return checkSignedStatement(jws, signedStatement(jws), 0, version);
}

TEST(Signature, OfEveryAllowedAlgorithmIsAccepted)
{
    const Signer signer;
    for (const char *algorithm : {"RS256", "RS384", "RS512"}) { // XAPI-00117
        EXPECT_TRUE(check(signer.sign(algorithm, kStatement.dump(), false)).ok());
        const auto withCertificate = check(signer.sign(algorithm, kStatement.dump(), true));
        EXPECT_TRUE(withCertificate.ok()) << withCertificate.error().detail;
    }
}

TEST(Signature, OfAnotherAlgorithmIsRefused) // Data 2.6
{
    const Signer signer;
    for (const char *algorithm : {"HS256", "none", "ES256", "rs256", ""})
        EXPECT_FALSE(check(signer.sign(algorithm, kStatement.dump(), false)).ok()) << algorithm;
}

TEST(Signature, IsOfEveryDigitOfANumber) // Data 2.6
{
    const Signer signer;
    const auto numbered = [](const std::string &number) {
        json statement = kStatement;
        statement["result"]["score"] = *parseExact(R"({"raw":)" + number + "}");
        return statement;
    };
    const auto check = [&](const std::string &signedNumber, const std::string &number) {
        const std::string jws = signer.sign("RS256", exactText(numbered(signedNumber)), true);
        json statement = signedStatement(jws);
        statement["result"] = numbered(number)["result"];
        return checkSignedStatement(jws, statement, 0, Version::V1_0_3).ok();
    };
    EXPECT_TRUE(check("18446744073709551617", "18446744073709551617.0"));
    EXPECT_FALSE(check("18446744073709551616", "18446744073709551617"));
}

TEST(Signature, MustBeOfTheKeyOfItsCertificate) // Data 2.6
{
    const Signer signer, other;
    std::string jws = signer.sign("RS256", kStatement.dump(), true);
    const std::string stranger = other.sign("RS256", kStatement.dump(), true);
    jws = jws.substr(0, jws.rfind('.')) + stranger.substr(stranger.rfind('.'));
    EXPECT_FALSE(check(jws).ok());
    EXPECT_FALSE(check(signer.signHeader(R"({"alg":"RS256","x5c":["AAAA"]})", kStatement.dump())).ok());
    EXPECT_FALSE(check(signer.signHeader(R"({"alg":"RS256","x5c":[]})", kStatement.dump())).ok());
    EXPECT_FALSE(check(signer.signHeader(R"({"alg":"RS256","x5c":7})", kStatement.dump())).ok());
}

TEST(Signature, HasCertificatesOfWhichEachIssuedTheOneBefore) // RFC 7515, 4.1.6
{
    const Signer root, middle(&root), signer(&middle), stranger;
    const auto with = [&](const std::vector<std::string> &certificates) {
        const json header = {{"alg", "RS256"}, {"x5c", certificates}};
        return check(signer.signHeader(header.dump(), kStatement.dump()));
    };
    const auto chain = signer.certificates();
    ASSERT_EQ(chain.size(), 3u);
    EXPECT_TRUE(with(chain).ok());
    EXPECT_TRUE(with({chain[0]}).ok());
    EXPECT_TRUE(with({chain[0], chain[1]}).ok());
    EXPECT_FALSE(with({chain[0], chain[2]}).ok());
    EXPECT_FALSE(with({chain[1], chain[0]}).ok());
    EXPECT_FALSE(with({chain[0], stranger.certificates()[0]}).ok());
    EXPECT_FALSE(with({chain[0], "AAAA"}).ok());
    EXPECT_FALSE(with({chain[0], toBase64(*fromBase64(chain[1]) + "x")}).ok());
    EXPECT_FALSE(with(std::vector(9, root.certificates()[0])).ok());
    const json mixed = {{"alg", "RS256"}, {"x5c", {chain[0], 7}}};
    EXPECT_FALSE(check(signer.signHeader(mixed.dump(), kStatement.dump())).ok());
}

TEST(Signature,
     MayBeOneOfSeveral) // Data 2.6: each of the statement before it was signed at all, or with the others
{
    const Signer one, other;
    const std::string first = one.sign("RS256", kStatement.dump(), true);
    const std::string second = other.sign("RS256", kStatement.dump(), true);
    json statement = signedStatement(first);
    statement["attachments"].push_back(signedStatement(second)["attachments"][0]);
    for (const auto version : {Version::V1_0_3, Version::V2_0_0}) {
        EXPECT_TRUE(checkSignedStatement(first, statement, 0, version).ok());
        EXPECT_TRUE(checkSignedStatement(second, statement, 1, version).ok());
        const std::string both = other.sign("RS256", signedStatement(first).dump(), true);
        EXPECT_TRUE(checkSignedStatement(both, statement, 1, version).ok());
        EXPECT_FALSE(checkSignedStatement(both, statement, 0, version).ok());
    }
}

TEST(Signature, SaysTheSameAsItsStatement) // Data 2.6
{
    const Signer signer;
    json payload = kStatement;
    payload["verb"]["display"] = {{"vi", "đã làm"}};
    payload["timestamp"] = "2026-11-23T00:00:00Z";
    EXPECT_TRUE(check(signer.sign("RS256", payload.dump(), true)).ok());
    payload["verb"]["id"] = "http://example.org/other";
    EXPECT_FALSE(check(signer.sign("RS256", payload.dump(), true)).ok()); // XAPI-00116
    payload = kStatement;
    payload["id"] = "0d41c918-b88b-4b20-a0a5-a4c32391aaa0";
    EXPECT_FALSE(check(signer.sign("RS256", payload.dump(), true)).ok());
    EXPECT_FALSE(check(signer.sign("RS256", "{\"broken\"", true)).ok());
    EXPECT_FALSE(check(signer.sign("RS256", "[]", true)).ok());
}

TEST(Signature, ComparesDurationsToTheHundredthInVersion2) // Data 2.6
{
    const Signer signer;
    json payload = kStatement;
    payload["result"]["duration"] = "P1DT12H36M0.12S";
    const std::string jws = signer.sign("RS256", payload.dump(), true);
    EXPECT_TRUE(check(jws, Version::V2_0_0).ok());
    EXPECT_FALSE(check(jws, Version::V1_0_3).ok());
}

TEST(Signature, MustBeACompactJws) // Data 2.6; RFC 7515, 7.1
{
    for (const char *wrong : {"", ".", "..", "a.b", "a.b.c.d", "e30.e30.AAAA", "!!!.e30.AAAA", "{}.{}.x"})
        EXPECT_FALSE(readJws(wrong).ok()) << wrong;
    const std::string whole = Signer().sign("RS256", "{}", false);
    EXPECT_TRUE(readJws(whole).ok());
    EXPECT_FALSE(readJws(whole + "=").ok());
    EXPECT_FALSE(readJws(whole.substr(0, whole.rfind('.') + 1)).ok());
}

TEST(Attachments, ComeAlongOrLieAtAFileUrl) // Data 2.4.11
{
    const std::string bytes = "text";
    json statement = signedStatement(bytes);
    statement["attachments"][0]["usageType"] = "http://example.org/usage";
    const std::vector<AttachmentBytes> brought = {{sha256(bytes), bytes}};
    EXPECT_TRUE(checkAttachments(statement, brought, Version::V1_0_3).ok());
    const auto missing = checkAttachments(json::array({kStatement, statement}), {}, Version::V1_0_3);
    ASSERT_FALSE(missing.ok());
    EXPECT_TRUE(missing.error().detail.starts_with("$[1].attachments[0]: ")) << missing.error().detail;
    EXPECT_FALSE(checkAttachments(kStatement, brought, Version::V1_0_3).ok()); // XAPI-00128
    statement["attachments"][0]["fileUrl"] = "http://example.org/file";
    EXPECT_TRUE(checkAttachments(statement, {}, Version::V1_0_3).ok());
    json wrapped = kStatement;
    wrapped["object"] = statement;
    EXPECT_TRUE(checkAttachments(wrapped, brought, Version::V1_0_3).ok());
}

TEST(Attachments, OfSignaturesAreVerified) // Data 2.6
{
    const std::string jws = Signer().sign("RS256", kStatement.dump(), true);
    const json statement = signedStatement(jws);
    const std::vector<AttachmentBytes> brought = {{sha256(jws), jws}};
    EXPECT_TRUE(checkAttachments(statement, brought, Version::V1_0_3).ok());
    json other = statement;
    other["actor"]["mbox"] = "mailto:b@example.org";
    EXPECT_FALSE(checkAttachments(other, brought, Version::V1_0_3).ok());
    json elsewhere = statement;
    elsewhere["attachments"][0]["fileUrl"] = "http://example.org/file";
    EXPECT_FALSE(checkAttachments(elsewhere, {}, Version::V1_0_3).ok()); // XAPI-00115
}

TEST(Attachments, OfSignaturesOfSubStatementsAreVerifiedToo) // 2.6.s5.b1: "Statements that contain" them
{
    const Signer signer;
    json sub = kStatement;
    sub.erase("id");
    const auto check = [&](const std::string &jws) {
        json statement = kStatement;
        statement["object"] = sub;
        statement["object"]["objectType"] = "SubStatement";
        statement["object"]["attachments"] = signedStatement(jws)["attachments"];
        const std::vector<AttachmentBytes> brought = {{sha256(jws), jws}};
        const auto status = checkAttachments(statement, brought, Version::V1_0_3);
        return status.ok() ? "" : status.error().detail;
    };
    EXPECT_EQ(check(signer.sign("RS256", kStatement.dump(), true)), ""); // as it was signed when it was alone
    EXPECT_EQ(check(signer.sign("RS256", sub.dump(), true)), "");
    json typed = sub;
    typed["objectType"] = "SubStatement";
    EXPECT_EQ(check(signer.sign("RS256", typed.dump(), true)), "");
    typed["actor"]["mbox"] = "mailto:b@example.org";
    const std::string at = "$.object.attachments[0]: signature: ";
    EXPECT_EQ(check(signer.sign("RS256", typed.dump(), true)),
              at + "its payload must say the same as the statement");
    EXPECT_EQ(check(signer.sign("HS256", sub.dump(), false)),
              at + "its algorithm must be RS256, RS384 or RS512");
    EXPECT_EQ(check("x"), at + "must be a JWS: three parts with a dot between them");
    EXPECT_EQ(check(signer.sign("RS256", R"({"a":1,"a":2})", false)),
              at + "its payload: $.a: is a key that its object has twice");
}

TEST(Attachments, NameThePartThatIsOfNone) // XAPI-00128
{
    const std::string bytes = "text";
    json statement = signedStatement(bytes);
    statement["attachments"][0]["usageType"] = "http://example.org/usage";
    const std::vector<AttachmentBytes> brought = {{sha256(bytes), bytes}, {sha256("x"), "x"}};
    EXPECT_EQ(checkAttachments(statement, brought, Version::V1_0_3).error().detail,
              "part 3 header X-Experience-API-Hash: must be the sha2 of an attachment, and is of none");
}

TEST(Attachments, AreTakenWhateverLengthIsSaidOfThem) // decision 213: ADL's suite sends such ones
{
    const std::string bytes = "text";
    json statement = signedStatement(bytes);
    statement["attachments"][0]["usageType"] = "http://example.org/usage";
    statement["attachments"][0]["length"] = 15770;
    EXPECT_TRUE(
        checkAttachments(statement, std::vector<AttachmentBytes>{{sha256(bytes), bytes}}, Version::V1_0_3)
            .ok());
}

TEST(Attachments, OfAnyKindOfNonsenseAreNoDanger)
{
    for (const char *text :
         {"null", "7", "[]", "[7]", "{}", R"({"attachments":7})", R"({"attachments":[7,{}]})",
          R"({"object":7})", R"({"object":{"attachments":[{"sha2":7}]}})"})
        EXPECT_TRUE(checkAttachments(json::parse(text), {}, Version::V1_0_3).ok()) << text;
    EXPECT_TRUE(mayHaveAttachments(R"({"\u0061ttachments":[]})"));
    EXPECT_TRUE(mayHaveAttachments(R"({"attachments":[]})"));
    EXPECT_FALSE(mayHaveAttachments(R"({"name":"\u1ea1"})"));
}

} // namespace
} // namespace kapok::xapi
