// SPDX-License-Identifier: Apache-2.0
// Reading another record store that does not answer as Kapok's own does.
#include "core/base/hash.h"
#include "tests/contract/raw_server.h"
#include "tests/server/commands.h"

#include <functional>
#include <regex>

namespace kapok {
namespace {

using test::Commands;
using test::Ran;

/// Another LRS: the body of each answer is what \p answer says to a request's first line and credential.
class OtherLrs {
public:
    using Answer = std::function<std::string(const std::string &request)>;

    explicit OtherLrs(Answer answer)
        : m_server([answer = std::move(answer)](testing::RawConnection &connection) {
              for (std::string request; !(request = connection.readRequest()).empty();)
                  connection.write(testing::httpAnswer("200 OK", answer(request)));
          })
    {}

    /// `import` of all that \p key reads.
    [[nodiscard]] std::vector<std::string> import(const std::string &key = "k") const
    {
        return {"import", "--url", m_server.url() + "/xapi", "--key", key, "--secret", "s"};
    }

private:
    testing::RawServer m_server;
};

class Import : public Commands {
protected:
    /// A statement as another LRS gives it, stored in the \p second of a minute.
    static std::string storedIn(int second, const std::string &more = {})
    {
        return statement(uuidV7(1), "a", "http://example.org/did",
                         R"(,"stored":"2026-11-01T00:00:)" + std::to_string(second) + "Z\"" + more);
    }

    static std::string page(const std::vector<std::string> &statements, const std::string &more = {})
    {
        std::string body = R"({"statements":[)";
        for (const std::string &statement : statements)
            body += (body.ends_with('[') ? "" : ",") + statement;
        return body + R"(],"more":")" + more + "\"}";
    }

    [[nodiscard]] Ran run(const OtherLrs &other, const std::string &key = "k")
    {
        return on(database(), other.import(key));
    }
};

TEST_F(Import, KeepsApartWhatEachKeyOfOneAddressReads)
{
    const std::string late = storedIn(50);
    const std::string early = storedIn(10);
    const OtherLrs other([&](const std::string &request) {
        const bool isFirst = request.find("Basic " + toBase64("first:s")) != std::string::npos;
        const bool isAnew = request.find("since=") == std::string::npos;
        return page(isFirst ? std::vector{late} : isAnew ? std::vector{early} : std::vector<std::string>());
    });
    EXPECT_EQ(run(other, "first").out, "read 1, added 1, known 0, refused 0\n");
    EXPECT_EQ(run(other, "second").out, "read 1, added 1, known 0, refused 0\n");
    EXPECT_EQ(run(other, "second").out, "read 0, added 0, known 0, refused 0\n") << "it began anew";
}

TEST_F(Import, EndsWhenPagesLeadInACircle)
{
    const std::string one = storedIn(10);
    const std::string two = storedIn(11);
    const OtherLrs other([&](const std::string &request) {
        const bool isSecond = request.starts_with("GET /second ");
        return page({isSecond ? two : one}, isSecond ? "/first" : "/second");
    });
    const Ran ran = run(other);
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("leads in a circle"), std::string::npos) << ran.err;
    EXPECT_EQ(count("SELECT count(*) FROM statement"), 2);
}

TEST_F(Import, GoesOnBehindAPageWithoutStatementsButNotForEver)
{
    const std::string one = storedIn(10);
    const OtherLrs other([&](const std::string &request) {
        return request.starts_with("GET /second ") ? page({one}) : page({}, "/second");
    });
    EXPECT_EQ(run(other).out, "read 1, added 1, known 0, refused 0\n");

    int pages = 0;
    const OtherLrs endless([&](const std::string &) { return page({}, "/" + std::to_string(++pages)); });
    const Ran ran = run(endless);
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("have no statements"), std::string::npos) << ran.err;

    const OtherLrs same([&](const std::string &) { return page({}, "/same"); });
    EXPECT_EQ(run(same).code, 0);
}

TEST_F(Import, LeavesOutOfAPageOnlyWhatKapokDoesNotTake)
{
    const std::string deep = std::string(70, '[') + std::string(70, ']');
    const std::string extension = R"(,"result":{"extensions":{"http://e.org/x":)";
    const OtherLrs other([&](const std::string &) {
        return page({storedIn(10), storedIn(11, R"(,"version":"1.0.0","version":"1.0.1")"),
                     storedIn(12, extension + deep + "}}"), storedIn(13, extension + "1e999}}"),
                     storedIn(14, extension + R"("in \" a \\ string ]}, no end"}})"), "17", storedIn(15)});
    });
    const Ran ran = run(other);
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.out, "read 7, added 3, known 0, refused 4\n") << ran.err;
    EXPECT_NE(ran.err.find("version: is a key that its object has twice"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("nested deeper than"), std::string::npos) << ran.err;
}

TEST_F(Import, ReadsAPageOfMoreValuesThanOneRequestMayHave)
{
    std::string numbers = "[0";
    for (int i = 1; i < 60'000; ++i)
        numbers += ",1";
    std::vector<std::string> large;
    for (int i = 0; i < 10; ++i)
        large.push_back(storedIn(10 + i, R"(,"result":{"extensions":{"http://e.org/x":)" + numbers + "]}}"));
    const OtherLrs other([&](const std::string &) { return page(large); });
    const Ran ran = run(other);
    EXPECT_EQ(ran.out, "read 10, added 10, known 0, refused 0\n") << ran.err;
}

TEST_F(Import, SaysThatHalfAPageIsNone)
{
    const std::string one = storedIn(10);
    for (const std::string &half :
         {page({one}).substr(0, 60), std::string("[]"), std::string(R"({"statements":[)"), page({one}) + "}",
          std::string(R"({"statements":{},"more":""})"), std::string("<html>"), std::string()}) {
        const OtherLrs other([&](const std::string &) { return half; });
        const Ran ran = run(other);
        EXPECT_EQ(ran.code, 1) << half;
        EXPECT_NE(ran.err.find("no xAPI statement result"), std::string::npos) << half << ran.err;
    }
}

TEST_F(Import, TakesAStatementWithoutAnIdOnceHoweverOftenItComes)
{
    const std::string whole = statement(uuidV7(1));
    const std::string without = std::regex_replace(whole, std::regex(R"("id":"[-0-9a-f]{36}",)"), "");
    ASSERT_NE(without, whole);
    const std::vector<std::string> command = {"import", "--file", fileOf({without, "{}"})};
    EXPECT_EQ(on(database(), command).out, "read 2, added 1, known 0, refused 1\n");
    const Ran again = on(database(), command);
    EXPECT_EQ(again.out, "read 2, added 0, known 1, refused 1\n");
    EXPECT_NE(again.err.find("refused a statement without id: "), std::string::npos) << again.err;
}

TEST_F(Import, OfAFolderMakesNothing)
{
    const Ran ran = on(sqlite("new.db"), {"import", "--file", folder.path().string()});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("is a folder; give the path of a file"), std::string::npos) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(file("new.db")));
}

} // namespace
} // namespace kapok
