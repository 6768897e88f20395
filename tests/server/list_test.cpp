// SPDX-License-Identifier: Apache-2.0
#include "core/course/package.h"
#include "core/course/signing.h"
#include "core/course/source.h"
#include "tests/server/commands.h"

namespace kapok {
namespace {

using nlohmann::json;
using test::Commands;
using test::kapokd;
using test::Ran;
using test::ServeProcess;

/// What an operator looks up before she gives an id to another command.
class Lists : public Commands {
protected:
    void SetUp() override
    {
        Commands::SetUp();
        if (IsSkipped())
            return;
        for (const char *parent : {"Trường", "Bảo Lạc"})
            ids.push_back(addUnit("commune", parent == std::string("Trường") ? "Bảo Lạc" : "小学", parent));
        ids.push_back(addUnit("school", "小学", "Trường"));
    }

    std::string addUnit(const std::string &kind, const std::string &name, const std::string &parent)
    {
        const Ran ran =
            on(database(), {"add-unit", "--kind", kind, "--name", "vi=" + name, "--parent", parent});
        EXPECT_EQ(ran.code, 0) << ran.err;
        return ran.out.substr(0, ran.out.find('\n'));
    }

    std::vector<std::string> lines(std::vector<std::string> command)
    {
        const Ran ran = on(database(), std::move(command));
        EXPECT_EQ(ran.code, 0) << ran.err;
        return linesOf(ran.out);
    }

    /// Whether one of \p lines has all \p words, in their order.
    static bool has(const std::vector<std::string> &lines, const std::vector<std::string> &words)
    {
        return std::any_of(lines.begin(), lines.end(), [&](const std::string &line) {
            std::size_t at = 0;
            for (const auto &word : words) {
                at = line.find(word, at);
                if (at == std::string::npos)
                    return false;
                at += word.size();
            }
            return true;
        });
    }

    std::vector<std::string> ids; ///< Bảo Lạc, the 小学 in it, that beside it
};

TEST_F(Lists, UnitsWithTheIdThatTellsApartWhatIsCalledTheSame)
{
    const Ran ambiguous =
        on(database(), {"add-person", "--account", "a", "--name", "A", "--unit", "小学"}, "right-password\n");
    EXPECT_EQ(ambiguous.code, 1);
    EXPECT_NE(ambiguous.err.find("\"小学\"; give the id of one, as \"kapokd list-units\" shows it"),
              std::string::npos)
        << ambiguous.err;
    const auto units = lines({"list-units"});
    ASSERT_EQ(units.size(), 5u);
    EXPECT_TRUE(has({units[0]}, {"ID", "KIND", "NAME", "PATH"})) << units[0];
    EXPECT_TRUE(has(units, {ids[0], "commune", "Bảo Lạc", "Trường / Bảo Lạc"}));
    EXPECT_TRUE(has(units, {ids[1], "小学", "Trường / Bảo Lạc / 小学"}));
    EXPECT_TRUE(has(units, {ids[2], "小学", "Trường / 小学"}));
    EXPECT_EQ(
        on(database(), {"add-person", "--account", "a", "--name", "A", "--unit", ids[1]}, "right-password\n")
            .code,
        0);
}

TEST_F(Lists, PeopleWithWhatTheyMayDoWhere)
{
    ASSERT_EQ(on(database(),
                 {"add-person", "--account", "lan", "--name", "Trần Thị Lan", "--unit", ids[1], "--role",
                  "learner", "--role", "reviewer@Trường"},
                 "right-password\n")
                  .code,
              0);
    const auto everybody = lines({"list-people"});
    ASSERT_EQ(everybody.size(), 4u);
    EXPECT_TRUE(has({everybody[0]}, {"ACCOUNT", "NAME", "ROLES", "UNIT"}));
    EXPECT_TRUE(
        has(everybody, {"lan ", "Trần Thị Lan", "learner, reviewer@Trường", "Trường / Bảo Lạc / 小学"}));
    EXPECT_TRUE(has(everybody, {"mai ", "Mai", "learner", "Trường"}));
    const auto below = lines({"list-people", "--unit", "Bảo Lạc"});
    ASSERT_EQ(below.size(), 2u);
    EXPECT_TRUE(has(below, {"lan "}));
    const Ran none = on(database(), {"list-people", "--unit", "nowhere"});
    EXPECT_EQ(none.code, 1);
    EXPECT_NE(none.err.find("There is no unit \"nowhere\"; \"kapokd list-units\" shows all"),
              std::string::npos)
        << none.err;
}

TEST_F(Lists, CredentialsThatMayBeRevokedWithoutTheirSecrets)
{
    const std::string tool = client(database(), "all/read");
    ServeProcess server(database(), serveOptions());
    const json signIn{{"account", "mai"},
                      {"password", "right-password"},
                      {"device", {{"id", "d1"}, {"name", "Máy của Mai"}, {"platform", "Linux"}}}};
    const auto in =
        json::parse(test::http("POST", server.url() + "/api/v1/sign-in", {{}, {}, signIn.dump()}).body);
    const std::string device = in.at("credential").at("key");
    const std::string key = tool.substr(0, tool.find(':'));
    const auto all = lines({"list-credentials"});
    EXPECT_EQ(all.size(), 3u);
    EXPECT_TRUE(has(all, {key, "test", "client: all/read"}));
    EXPECT_TRUE(has(all, {device, "mai", "device: Máy của Mai, Linux"}));
    for (const auto &line : all) {
        EXPECT_EQ(line.find(tool.substr(tool.find(':') + 1)), std::string::npos);
        EXPECT_EQ(line.find(in.at("credential").at("secret").get<std::string>()), std::string::npos);
    }
    EXPECT_EQ(lines({"list-credentials", "--person", "mai"}).size(), 2u);
    EXPECT_EQ(lines({"list-credentials", "--person", "an"}).size(), 1u);
    const Ran none = on(database(), {"list-credentials", "--person", "amai"});
    EXPECT_EQ(none.code, 1);
    EXPECT_NE(none.err.find("no person with the account amai; \"kapokd list-people\" shows all"),
              std::string::npos)
        << none.err;
    ASSERT_EQ(on(database(), {"revoke", device}).code, 0);
    EXPECT_EQ(lines({"list-credentials", "--person", "mai"}).size(), 1u);
}

TEST_F(Lists, CoursesWithTheIdThatAssignTakes)
{
    const Ran unknown = on(database(), {"assign", "--course", "c", "--unit", "Trường"});
    EXPECT_NE(unknown.err.find("\"kapokd list-courses\" shows those"), std::string::npos) << unknown.err;
    EXPECT_EQ(lines({"list-courses"}).size(), 1u);
    const std::filesystem::path source = std::filesystem::path(KAPOK_SOURCE_DIR) / "content/c02-safe-use";
    const auto report = course::readSource(source);
    const auto key = course::SecretKey::generate("Centre");
    ASSERT_TRUE(report.course && course::buildPackage(*report.course, source, *key, file("c.kapok")).ok());
    ASSERT_TRUE(writeFileAtomically(file("key.pub"), course::toText(key->publicKey())).ok());
    ASSERT_EQ(on(database(), {"trust-key", file("key.pub").string()}).code, 0);
    std::filesystem::create_directories(file("blobs")); // with PostgreSQL it is named
    ASSERT_EQ(on(database(), {"publish", file("c.kapok").string()}).code, 0);
    const auto courses = lines({"list-courses"});
    ASSERT_EQ(courses.size(), 2u);
    EXPECT_TRUE(
        has(courses, {report.course->id.value, report.course->version, report.course->title.in("vi")}));
    const std::string id = courses[1].substr(0, courses[1].find(' '));
    EXPECT_EQ(on(database(), {"assign", "--course", id, "--unit", "Trường"}).code, 0);
}

TEST_F(Lists, HaveHelpAndNeedADatabase)
{
    for (const char *command : {"list-units", "list-people", "list-credentials", "list-courses"}) {
        const Ran help = kapokd({command, "--help"});
        EXPECT_EQ(help.code, 0) << command;
        EXPECT_NE(help.out.find("List "), std::string::npos) << help.out;
        EXPECT_EQ(kapokd({command}).code, 2) << command;
        EXPECT_EQ(on(sqlite("none.db"), {command}).code, 1) << command;
        EXPECT_FALSE(std::filesystem::exists(file("none.db"))) << command;
    }
}

} // namespace
} // namespace kapok
