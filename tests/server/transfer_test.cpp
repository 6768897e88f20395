// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"
#include "core/store/lock_file.h"
#include "tests/server/commands.h"

namespace kapok {
namespace {

using nlohmann::json;
using test::Commands;
using test::kapokd;
using test::Ran;
using test::ServeProcess;
using test::xapi;

TEST_F(Commands, ExportEveryStatementOnceAndGoOnLater)
{
    std::vector<std::string> ids;
    for (int i = 0; i < 3; ++i) {
        ids.push_back(uuidV7(1));
        import({statement(ids.back())});
    }
    const std::string out = file("out.jsonl").string();
    EXPECT_EQ(on(database(), {"export", "--output", out}).code, 0);
    std::ofstream(out, std::ios::app) << R"({"id":"cut)"; // an export that was killed
    ids.push_back(uuidV7(1));
    import({statement(ids.back())});
    const Ran again = on(database(), {"export", "--output", out});
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_NE(again.err.find("Exported 1 statements"), std::string::npos) << again.err;
    const auto lines = linesOf(*readFile(out));
    ASSERT_EQ(lines.size(), ids.size());
    std::string last;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto one = json::parse(lines[i]);
        EXPECT_EQ(one.at("id"), ids[i]);
        EXPECT_GT(one.at("stored").get<std::string>(), last);
        last = one.at("stored").get<std::string>();
    }
    const auto second = json::parse(lines[1]).at("stored").get<std::string>();
    EXPECT_EQ(linesOf(on(database(), {"export", "--after", second}).out).size(), 2u);
}

TEST_F(Commands, ExportInOneLineWhatWasSentInMany)
{
    const std::string credential = client(database(), "all");
    ServeProcess server(database(), serveOptions());
    std::string many = statement(uuidV7(1), "a", "http://example.org/did",
                                 ",\r\n  \"version\":\"1.0.0\",\"result\":{\"response\":\"one\\ntwo\"}\n");
    EXPECT_EQ(xapi("POST", server.url() + "/xapi/statements", credential, many).status, 200);
    const std::string out = file("out.jsonl").string();
    for (const char *exported : {"Exported 1 ", "Exported 0 "}) { // and it goes on behind that line
        const Ran ran = on(database(), {"export", "--output", out});
        EXPECT_EQ(ran.code, 0) << ran.err;
        EXPECT_NE(ran.err.find(exported), std::string::npos) << ran.err;
    }
    const auto lines = linesOf(*readFile(out));
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(json::parse(lines.front()).at("result").at("response"), "one\ntwo");
    EXPECT_EQ(on(database("other.db"), {"import", "--file", out}).out,
              "read 1, added 1, known 0, refused 0\n");
}

TEST_F(Commands, ExportToAFileOneAtATime)
{
    const std::string out = file("out.jsonl").string();
    {
        const auto other = store::LockFile::take(out + ".lock");
        ASSERT_TRUE(other.ok());
        const Ran ran = on(database(), {"export", "--output", out});
        EXPECT_EQ(ran.code, 1);
        EXPECT_NE(ran.err.find(out + " is being written by another export"), std::string::npos) << ran.err;
        EXPECT_FALSE(std::filesystem::exists(out));
    }
    EXPECT_EQ(on(database(), {"export", "--output", out}).code, 0);
    EXPECT_FALSE(std::filesystem::exists(out + ".lock"));
}

TEST_F(Commands, ExportToNoFileThatIsSomethingElse)
{
    const std::string out = fileOf({"a letter"}, "letter");
    EXPECT_EQ(on(database(), {"export", "--output", out}).code, 1);
    EXPECT_EQ(*readFile(out), "a letter\n");
    ASSERT_TRUE(writeFileAtomically(out, "a letter without an end").ok());
    const Ran endless = on(database(), {"export", "--output", out});
    EXPECT_EQ(endless.code, 1);
    EXPECT_NE(endless.err.find(out + " has no whole line. If an export broke off there, delete it"),
              std::string::npos)
        << endless.err;
    EXPECT_EQ(*readFile(out), "a letter without an end");
    const Ran folderRan = on(database(), {"export", "--output", folder.path().string()});
    EXPECT_EQ(folderRan.code, 1);
    EXPECT_NE(folderRan.err.find("--output " + folder.path().string() + " is there and no file"),
              std::string::npos)
        << folderRan.err;
    const Ran unknown = on(database(), {"export", "--after", "yesterday"});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_NE(unknown.err.find("--after yesterday is no time"), std::string::npos) << unknown.err;
}

TEST_F(Commands, ImportWhatWasExportedWithNumbersAndAuthorityAsTheyWere)
{
    const std::string id = uuidV7(1);
    import({statement(id, "mai", "http://example.org/did", R"(,"result":{"score":{"raw":12.1250}})")});
    const Ran exported = on(database(), {"export"});
    ASSERT_TRUE(writeFileAtomically(file("all"), exported.out).ok());
    const Ran imported = on(database("other.db"), {"import", "--file", file("all").string()});
    EXPECT_EQ(imported.out, "read 1, added 1, known 0, refused 0\n") << imported.err;
    const std::string there = on(database("other.db"), {"export"}).out;
    EXPECT_NE(there.find("12.1250"), std::string::npos) << there;
    EXPECT_EQ(json::parse(there).at("authority"), json::parse(exported.out).at("authority"));
    const Ran again = on(database("other.db"), {"import", "--file", file("all").string()});
    EXPECT_EQ(again.out, "read 1, added 0, known 1, refused 0\n");
}

TEST_F(Commands, ImportTheGoodOnesAndTellTheOthers)
{
    const std::string bad = uuidV7(1);
    std::vector<std::string> lines;
    for (int i = 0; i < 60; ++i)
        lines.push_back(statement(uuidV7(1)));
    lines.insert(lines.begin() + 20, R"({"id":")" + bad + R"(","verb":{"id":"http://e.org/v"}})");
    lines.push_back("no statement");
    const Ran ran = on(database(), {"import", "--file", fileOf(lines)});
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.out, "read 62, added 60, known 0, refused 2\n");
    EXPECT_NE(ran.err.find("refused " + bad), std::string::npos) << ran.err;
    EXPECT_EQ(on(database(), {"import", "--file", file("none").string()}).code, 1);
}

TEST_F(Commands, ImportFromAnotherServerPageByPageAndThenOnlyWhatIsNew)
{
    std::vector<std::string> lines;
    for (int i = 0; i < 1200; ++i)
        lines.push_back(statement(uuidV7(1)));
    import(lines);
    const std::string credential = client(database(), "statements/read");
    const auto colon = credential.find(':');
    ServeProcess server(database(), serveOptions());
    const std::vector<std::string> command = {"import",
                                              "--url",
                                              server.url() + "/xapi",
                                              "--key",
                                              credential.substr(0, colon),
                                              "--secret",
                                              credential.substr(colon + 1)};
    const Ran first = on(database("other.db"), command);
    EXPECT_EQ(first.code, 0) << first.err;
    EXPECT_EQ(first.out, "read 1200, added 1200, known 0, refused 0\n");
    const std::string writer = client(database(), "statements/write");
    EXPECT_EQ(xapi("POST", server.url() + "/xapi/statements", writer, statement(uuidV7(1))).status, 200);
    const Ran second = on(database("other.db"), command);
    EXPECT_EQ(second.code, 0) << second.err;
    EXPECT_NE(second.out.find("added 1,"), std::string::npos) << second.out;
    const auto read = std::stoi(second.out.substr(5));
    EXPECT_LT(read, 1200) << "it began anew";
    EXPECT_EQ(linesOf(on(database("other.db"), {"export"}).out).size(), 1201u);
}

TEST_F(Commands, ImportFromAnotherServerWhateverItTookHoweverDeep)
{
    auto deep = nlohmann::json::parse(statement(uuidV7(1)));
    deep["result"]["extensions"]["http://example.org/deep"] =
        nlohmann::json::parse(std::string(61, '[') + std::string(61, ']'));
    const std::string credential = client(database(), "all");
    const auto colon = credential.find(':');
    ServeProcess server(database(), serveOptions());
    EXPECT_EQ(xapi("POST", server.url() + "/xapi/statements", credential, deep.dump()).status, 200);
    deep["id"] = uuidV7(2);
    EXPECT_EQ(xapi("POST", server.url() + "/xapi/statements", credential, "[" + deep.dump() + "]").status,
              200);
    const Ran ran =
        on(database("other.db"), {"import", "--url", server.url() + "/xapi", "--key",
                                  credential.substr(0, colon), "--secret", credential.substr(colon + 1)});
    EXPECT_EQ(ran.out, "read 2, added 2, known 0, refused 0\n") << ran.err;
}

TEST_F(Commands, ImportSaysWhyAnotherServerWasNotRead)
{
    ServeProcess server(database(), serveOptions());
    const std::vector<std::string> secret = {"--key", "k", "--secret", "very-secret"};
    std::vector<std::string> command = {"import", "--url", server.url() + "/xapi"};
    command.insert(command.end(), secret.begin(), secret.end());
    const Ran unknown = on(database("other.db"), command);
    EXPECT_EQ(unknown.code, 1);
    EXPECT_NE(unknown.err.find("does not know this key"), std::string::npos) << unknown.err;
    EXPECT_EQ(unknown.err.find("very-secret"), std::string::npos);
    command[2] = "http://127.0.0.1:1/xapi";
    EXPECT_NE(on(database("other.db"), command).err.find("not reached"), std::string::npos);
    command[2] = server.url() + "/nothing";
    EXPECT_EQ(on(database("other.db"), command).code, 1);
    EXPECT_EQ(on(database("other.db"), {"import", "--url", server.url()}).code, 1);
}

/// A statement that names the attachment with these bytes.
std::string statementWith(const std::string &id, const std::string &bytes)
{
    return R"({"id":")" + id + R"(","actor":{"mbox":"mailto:a@e.org"},"verb":{"id":"http://e.org/v"},)" +
           R"("object":{"id":"http://e.org/o"},"timestamp":"2026-11-22T07:00:00Z","attachments":[)" +
           R"({"usageType":"http://e.org/u","display":{"en":"a"},"contentType":"text/plain",)" +
           R"("fileUrl":"http://e.org/f","length":)" + std::to_string(bytes.size()) + R"(,"sha2":")" +
           sha256(bytes) + R"("}]})";
}

TEST_F(Commands, TransferTheBytesOfAttachmentsToTheStatementsThatBroughtThem)
{
    const std::string bytes("by\0tes\r\n--", 10);
    const std::string brought = uuidV7(1);
    const std::string names = uuidV7(1); // the same digest, but it did not bring the bytes
    const std::string in = fileOf({statementWith(brought, bytes), statementWith(names, bytes)});
    const auto kept = std::filesystem::path(in + ".attachments") / brought;
    std::filesystem::create_directories(kept);
    ASSERT_TRUE(writeFileAtomically(kept / sha256(bytes), bytes).ok());
    // left by an export that was killed
    ASSERT_TRUE(writeFileAtomically(kept / (sha256(bytes) + "." + uuidV7(1) + ".part"), "by").ok());
    EXPECT_EQ(on(database(), {"import", "--file", in}).out, "read 2, added 2, known 0, refused 0\n");

    const std::string out = file("out.jsonl").string();
    const Ran exported = on(database(), {"export", "--output", out});
    EXPECT_EQ(exported.code, 0) << exported.err;
    const auto there = std::filesystem::path(out + ".attachments");
    EXPECT_EQ(*readFile(there / brought / sha256(bytes)), bytes);
    EXPECT_FALSE(std::filesystem::exists(there / names));
    const Ran plain = on(database(), {"export"});
    EXPECT_NE(plain.err.find("attachments of 1 statements are not in it"), std::string::npos) << plain.err;
    EXPECT_EQ(on(database(), {"export", "--attachments", file("a").string()}).err.find("not in it"),
              std::string::npos);
    EXPECT_EQ(*readFile(file("a") / brought / sha256(bytes)), bytes);

    ASSERT_TRUE(writeFileAtomically(there / brought / sha256(bytes), "others").ok());
    const Ran damaged = on(database("other.db"), {"import", "--file", out});
    EXPECT_EQ(damaged.out, "read 2, added 1, known 0, refused 1\n");
    EXPECT_NE(damaged.err.find("refused " + brought), std::string::npos) << damaged.err;
    EXPECT_EQ(on(database("other.db"), {"import", "--file", out, "--attachments", file("a").string()}).out,
              "read 2, added 1, known 1, refused 0\n");
}

TEST_F(Commands, TransferTheBytesOfAttachmentsFromAnotherServer)
{
    const std::string bytes(100'000, 'b');
    std::vector<std::string> lines;
    for (int i = 0; i < 250; ++i)
        lines.push_back(statement(uuidV7(1)));
    const std::string brought = uuidV7(1);
    lines.push_back(statementWith(brought, bytes));
    const std::string in = fileOf(lines);
    const auto kept = std::filesystem::path(in + ".attachments") / brought;
    std::filesystem::create_directories(kept);
    ASSERT_TRUE(writeFileAtomically(kept / sha256(bytes), bytes).ok());
    ASSERT_EQ(on(database(), {"import", "--file", in}).code, 0);
    const std::string credential = client(database(), "statements/read");
    const auto colon = credential.find(':');
    ServeProcess server(database(), serveOptions());
    const Ran ran =
        on(database("other.db"), {"import", "--url", server.url() + "/xapi", "--key",
                                  credential.substr(0, colon), "--secret", credential.substr(colon + 1)});
    EXPECT_EQ(ran.out, "read 251, added 251, known 0, refused 0\n") << ran.err;
    const std::string out = file("out.jsonl").string();
    ASSERT_EQ(on(database("other.db"), {"export", "--output", out}).code, 0);
    EXPECT_EQ(*readFile(std::filesystem::path(out + ".attachments") / brought / sha256(bytes)), bytes);
}

} // namespace
} // namespace kapok
