// SPDX-License-Identifier: Apache-2.0
#include "tests/server/commands.h"

namespace kapok {
namespace {

using nlohmann::json;
using test::Commands;
using test::kapokd;
using test::Ran;
using test::ServeProcess;
using test::xapi;

TEST_F(Commands, HaveHelpAndRefuseWrongUsage)
{
    for (const char *command :
         {"restore", "export", "import", "move", "rebuild", "delete-person", "retention"}) {
        const Ran help = kapokd({command, "--help"});
        EXPECT_EQ(help.code, 0) << command;
        EXPECT_NE(help.out.find("--database"), std::string::npos) << command;
        EXPECT_EQ(kapokd({command}).code, 2) << command;
    }
    EXPECT_EQ(on(database(), {"import"}).code, 2);
    EXPECT_EQ(on(database(), {"import", "--file", "a", "--url", "b"}).code, 2);
    EXPECT_EQ(on(database(), {"retention", "--months", "0"}).code, 2);
}

TEST_F(Commands, SayWhatIsWrongWhereAndWhatToDo)
{
    const auto refuses = [](const Ran &ran, const std::vector<std::string> &words) {
        EXPECT_EQ(ran.code, 1) << ran.err;
        for (const std::string &word : words)
            EXPECT_NE(ran.err.find(word), std::string::npos) << word << " is not in: " << ran.err;
    };
    ASSERT_TRUE(writeFileAtomically(file("letter"), "Dear colleagues, this is no database.").ok());
    const std::string letter = file("letter").string();
    refuses(on(sqlite("letter"), {"serve", "--listen", "127.0.0.1:0"}),
            {letter, "file is not a database", "Give the path of a Kapok database"});
    std::filesystem::create_directories(file("blobs"));
    refuses(on(database(), {"publish", letter}), {letter, "no Kapok package"});
    refuses(on(database(), {"assign", "--course", "planing", "--unit", "Trường"}),
            {"\"planing\"", "published"});
    refuses(on(sqlite("new.db"), {"restore", letter}), {letter, "file is not a database"});
    const std::string blobs = file("letter/blobs").string();
    refuses(kapokd({"serve", "--database", database(), "--blobs", blobs}), {blobs, "--blobs"});
    const std::string key = file("none.pem").string();
    refuses(on(database(), {"serve", "--tls-certificate", letter, "--tls-key", key}),
            {letter, "certificate in PEM form"});
    refuses(on(database(), {"serve", "--tls-certificate", key, "--tls-key", letter}),
            {key, "give a PEM file that this user can read"});
    refuses(on(database(), {"serve", "--metrics-token", key}), {key, "--metrics-token takes a file"});

    const ServeProcess server(database(), serveOptions());
    const std::string place = server.url().substr(server.url().find("//") + 2);
    const std::string port = place.substr(place.find(':') + 1);
    refuses(on(sqlite("other.db"), {"serve", "--listen", place}),
            {"127.0.0.1, port " + port, "choose another port"});
    refuses(on(database(), {"import", "--url", server.url(), "--key", "k", "--secret", "s"}),
            {"status 404", "address of its xAPI"});
}

TEST_F(Commands, RebuildGivesTheSameFigures)
{
    const std::string voided =
        lesson("an", xapi::verb::kPassed, R"({"score":{"scaled":0.9},"success":true})");
    import({lesson("mai", xapi::verb::kCompleted, R"({"completion":true})"),
            lesson("mai", xapi::verb::kPassed, R"({"score":{"scaled":0.8125},"success":true})"),
            lesson("an", xapi::verb::kFailed, R"({"score":{"scaled":0.25},"success":false})"), voided,
            R"({"actor":{"account":{"homePage":")" + std::string(kHome) +
                R"(","name":"an"}},"verb":{"id":")" + std::string(xapi::verb::kVoided) +
                R"("},"object":{"objectType":"StatementRef","id":")" +
                json::parse(voided).at("id").get<std::string>() + R"("}})"});
    const std::string before = figures();
    EXPECT_NE(before.find("0.8125"), std::string::npos) << before;
    EXPECT_NE(before.find("0.25"), std::string::npos) << before;
    EXPECT_EQ(on(database(), {"rebuild"}).code, 0);
    EXPECT_EQ(figures(), before);
    EXPECT_EQ(on(database(), {"rebuild-figures"}).code, 0);
    EXPECT_EQ(figures(), before);
}

TEST_F(Commands, RetentionDeletesOldStatementsAndFiguresStay)
{
    const std::vector old = {lesson("mai", xapi::verb::kCompleted, R"({"completion":true})"),
                             lesson("mai", xapi::verb::kPassed, R"({"score":{"scaled":0.5},"success":true})"),
                             lesson("an", xapi::verb::kExperienced, "{}")};
    import(old);
    age(200);
    import({lesson("mai", xapi::verb::kPassed, R"({"score":{"scaled":0.75},"success":true})")});
    const std::string before = figures();
    EXPECT_EQ(on(database(), {"retention", "--months", "12"}).out.find("deleted 0 statements"), 0u);
    const Ran ran = on(database(), {"retention", "--months", "3"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out.find("deleted 3 statements stored before "), 0u) << ran.out;
    EXPECT_EQ(linesOf(on(database(), {"export"}).out).size(), 1u);
    EXPECT_EQ(figures(), before);
    import(old); // of a late device, say: it was deleted for good
    EXPECT_EQ(linesOf(on(database(), {"export"}).out).size(), 1u);
    EXPECT_EQ(on(database(), {"rebuild"}).code, 0);
    EXPECT_EQ(figures(), before);
    EXPECT_EQ(count("SELECT count(*) FROM statement_agent a WHERE NOT EXISTS"
                    " (SELECT 1 FROM statement s WHERE s.stored = a.stored)"),
              0);
    EXPECT_EQ(count("SELECT count(*) FROM statement_activity a WHERE NOT EXISTS"
                    " (SELECT 1 FROM statement s WHERE s.stored = a.stored)"),
              0);
}

TEST_F(Commands, DeletingAPersonLeavesNothingOfHersAndAllOfOthers)
{
    import({statement(uuidV7(1), "mai"), lesson("mai", xapi::verb::kCompleted, R"({"completion":true})"),
            statement(uuidV7(1), "an"), lesson("an", xapi::verb::kCompleted, R"({"completion":true})")});
    const Ran ran = on(database(), {"delete-person", "mai"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out, "deleted 2 statements and 0 documents\n");
    const auto left = linesOf(on(database(), {"export"}).out);
    ASSERT_EQ(left.size(), 2u);
    for (const auto &line : left)
        EXPECT_EQ(json::parse(line).at("actor").at("account").at("name"), "an");
    EXPECT_EQ(figures().find(" mai"), std::string::npos);
    EXPECT_NE(figures().find(" an"), std::string::npos);
    EXPECT_EQ(count("SELECT count(*) FROM agent WHERE ifi LIKE '%mai%'"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM person WHERE account = 'mai'"), 0);
    EXPECT_EQ(on(database(), {"delete-person", "mai"}).code, 0); // nothing is left to do
    EXPECT_EQ(on(database(), {"delete-person", "nobody"}).code, 1);
    const Ran again =
        on(database(), {"add-person", "--account", "mai", "--name", "M", "--unit", "Trường"}, "password\n");
    EXPECT_EQ(again.code, 1);
    EXPECT_NE(again.err.find("was deleted"), std::string::npos) << again.err;
}

TEST_F(Commands, ADeletedPersonsLateStatementsAreAcceptedAndNotKept)
{
    const std::string credential = client(database());
    ServeProcess server(database(), serveOptions());
    const std::string url = server.url() + "/xapi/statements";
    const json signIn{{"account", "mai"}, {"password", "right-password"}};
    const auto in =
        json::parse(test::http("POST", server.url() + "/api/v1/sign-in", {{}, {}, signIn.dump()}).body);
    const std::string hers = in.at("credential").at("key").get<std::string>() + ":" +
                             in.at("credential").at("secret").get<std::string>();
    EXPECT_EQ(xapi("POST", url, hers, statement(uuidV7(1), "mai")).status, 200);
    ASSERT_EQ(on(database(), {"delete-person", "mai"}).code, 0);
    EXPECT_EQ(xapi("POST", url, hers, statement(uuidV7(1), "mai")).status, 401); // at the next request
    // Another LRS sends hers among others': its batch goes through, so that it need not send for ever.
    const std::string late = uuidV7(1);
    const std::string others = uuidV7(1);
    const auto answer =
        xapi("POST", url, credential, "[" + statement(late, "mai") + "," + statement(others, "an") + "]");
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(json::parse(answer.body), json::array({late, others}));
    EXPECT_EQ(xapi("GET", url + "?statementId=" + late, credential).status, 404);
    EXPECT_EQ(xapi("GET", url + "?statementId=" + others, credential).status, 200);
    // A document is a request of its own: it is refused, for an answer without a document would be a lie.
    const std::string profile = server.url() + "/xapi/agents/profile?profileId=p&agent=";
    const std::string agent = R"({"account":{"homePage":")" + std::string(kHome) + R"(","name":")";
    EXPECT_EQ(xapi("POST", profile + test::encoded(agent + "mai\"}}"), credential, "{}").status, 403);
    EXPECT_EQ(xapi("POST", profile + test::encoded(agent + "an\"}}"), credential, "{}").status, 204);
    EXPECT_EQ(count("SELECT count(*) FROM agent WHERE ifi LIKE '%mai%'"), 0);
}

TEST_F(Commands, APersonMovesToAnotherUnit)
{
    ASSERT_EQ(on(database(), {"add-unit", "--kind", "school", "--name", "vi=Khác"}).code, 0);
    const Ran ran = on(database(), {"move-person", "mai", "--unit", "Khác"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(count("SELECT people FROM branch_total b JOIN unit u ON u.id = b.unit"
                    " WHERE course = '' AND u.names LIKE '%Khác%'"),
              1);
    EXPECT_EQ(on(database(), {"move-person", "nobody", "--unit", "Khác"}).code, 1);
}

TEST_F(Commands, ARevokedCredentialEndsAtTheNextRequestOfARunningServer)
{
    const std::string credential = client(database());
    ServeProcess server(database(), serveOptions());
    const std::string url = server.url() + "/xapi/statements";
    EXPECT_EQ(xapi("GET", url, credential).status, 200);
    EXPECT_EQ(xapi("GET", url, credential).status, 200);
    ASSERT_EQ(on(database(), {"revoke", credential.substr(0, credential.find(':'))}).code, 0);
    EXPECT_EQ(xapi("GET", url, credential).status, 401);
}

} // namespace
} // namespace kapok
