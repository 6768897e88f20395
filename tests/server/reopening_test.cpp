// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/packing.h"
#include "tests/server/commands.h"

#include <csignal>
#include <optional>

namespace kapok {
namespace {

namespace fs = std::filesystem;
using test::Answer;
using test::Commands;
using test::ServeProcess;
using test::xapi;

/// `kapokd serve` on SQLite while somebody moves its files.
class Reopening : public Commands {
protected:
    void SetUp() override
    {
        Commands::SetUp();
        credential = client(database());
        server.emplace(database(), serveOptions(), file("log"));
        ASSERT_EQ(store("first"), 200);
    }

    /// Sends a statement of \p account; the answer's status.
    int store(const std::string &account)
    {
        ids[account] = uuidV7(1);
        answer =
            xapi("POST", server->url() + "/xapi/statements", credential, statement(ids[account], account));
        return answer.status;
    }

    /// Until it is opened anew: a refused file is looked at again after a second.
    int storeSoon(const std::string &account)
    {
        int status = store(account);
        for (int tries = 0; status == 503 && tries < 20'000; ++tries)
            status = store(account);
        return status;
    }

    /// When kapokd looks at what it refused again, or does not refuse.
    int storeAfterPause(const std::string &account)
    {
        const auto refusals = [this] {
            const std::string text = log();
            std::size_t found = 0;
            for (auto at = text.find("cannot be opened"); at != std::string::npos;
                 at = text.find("cannot be opened", at + 1))
                ++found;
            return found;
        };
        const auto before = refusals();
        int status = store(account);
        for (int tries = 0; status == 503 && refusals() == before && tries < 20'000; ++tries)
            status = store(account);
        return status;
    }

    int get(const std::string &path)
    {
        return test::http("GET", server->url() + path, {credential, {}, {}}).status;
    }

    int find(const std::string &account)
    {
        return xapi("GET", server->url() + "/xapi/statements?statementId=" + ids[account], credential).status;
    }

    /// The database with all that lies beside it.
    void move(const std::string &from, const std::string &to) const
    {
        for (const std::string end : {"", "-wal", "-shm"})
            if (fs::exists(file(from + end)))
                fs::rename(file(from + end), file(to + end));
    }

    [[nodiscard]] std::string log() const { return *readFile(file("log")); }

    std::optional<ServeProcess> server;
    std::string credential;
    Answer answer;
    std::map<std::string, std::string> ids; ///< by account
};

TEST_F(Reopening, GoesOnWithARestoredBackupAndRemembersNothingOfTheFormerDatabase)
{
    ASSERT_EQ(on(database(), {"backup", file("backup.db").string()}).code, 0);
    ASSERT_EQ(store("second"), 200);
    const std::string former = credential;
    const std::string later = client(database());
    credential = later;
    ASSERT_EQ(store("second"), 200); // now the key and the numbers of all its values are in memory
    const auto repeated = ids["second"];
    credential = former;

    move("kapok.db", "away.db");
    EXPECT_EQ(store("third"), 503);
    EXPECT_EQ(get("/api/v1/about"), 503); // nor is anything told out of files that are gone
    EXPECT_FALSE(fs::exists(file("kapok.db")));

    ASSERT_EQ(on(database(), {"restore", file("backup.db").string()}).code, 0);
    EXPECT_EQ(find("first"), 200);
    EXPECT_EQ(find("second"), 404);
    credential = later;
    EXPECT_EQ(find("first"), 401); // it was given after the backup
    credential = former;
    EXPECT_EQ(store("second"), 200);
    EXPECT_EQ(count("SELECT count(*) FROM statement s JOIN statement_agent x ON x.stored = s.stored"
                    " JOIN agent a ON a.id = x.agent WHERE x.related = 0 AND a.ifi LIKE '% second'"),
              1);
    server->end(SIGKILL);
    server.emplace(database(), serveOptions());
    EXPECT_EQ(find("second"), 200);
    EXPECT_EQ(count("SELECT count(*) FROM statement"), 2);
}

TEST_F(Reopening, GoesOnWithACopyOfTheFormerDatabaseAndItsLog)
{
    for (const std::string end : {"", "-wal", "-shm"})
        fs::copy(file("kapok.db" + end), file("copy.db" + end));
    move("kapok.db", "away.db");
    EXPECT_EQ(store("second"), 503);
    move("copy.db", "kapok.db");
    EXPECT_EQ(store("second"), 200);
    EXPECT_EQ(find("first"), 200);
    EXPECT_EQ(count("SELECT count(*) FROM statement"), 2);
}

TEST_F(Reopening, WaitsUntilWhatLiesThereIsAWholeDatabaseOfKapok)
{
    ASSERT_EQ(on(database(), {"backup", file("backup.db").string()}).code, 0);
    const std::string whole = *readFile(file("backup.db"));
    const std::string half = whole.substr(0, whole.size() / 2);
    ASSERT_TRUE(kapokd::openDatabase(sqlite("new.db")).ok()); // nobody has set it up
    const std::string empty = *readFile(file("new.db"));
    move("kapok.db", "away.db");
    EXPECT_EQ(store("second"), 503);
    for (const std::string &content : {std::string(), std::string("no database"), half, empty, whole}) {
        std::ofstream(file("kapok.db"), std::ios::binary) << content;
        if (content != whole) {
            EXPECT_EQ(storeAfterPause("second"), 503) << content.size();
            EXPECT_EQ(answer.body.find(folder.path().string()), std::string::npos) << answer.body;
        }
    }
    EXPECT_EQ(storeSoon("second"), 200);
    EXPECT_NE(log().find("the database cannot be opened: "), std::string::npos) << log();
    EXPECT_EQ(find("first"), 200);
}

TEST_F(Reopening, RefusesADatabaseBesideTheLogOfTheFormerOne)
{
    ASSERT_EQ(on(database(), {"backup", file("backup.db").string()}).code, 0);
    ASSERT_EQ(store("second"), 200); // is in the log
    fs::rename(file("backup.db"), file("kapok.db"));
    EXPECT_EQ(store("third"), 503);
    EXPECT_NE(answer.body.find("of the former one lies beside it"), std::string::npos) << answer.body;
    for (const std::string end : {"-wal", "-shm"})
        fs::rename(file("kapok.db" + end), file("away.db" + end));
    EXPECT_EQ(storeSoon("third"), 200);
    EXPECT_EQ(find("second"), 404);
    EXPECT_EQ(find("first"), 200);
}

TEST_F(Reopening, LosesNothingWhenTheLogIsDeleted)
{
    for (const std::string end : {"-wal", "-shm"}) {
        ASSERT_TRUE(fs::remove(file("kapok.db" + end)));
        EXPECT_EQ(store("after" + end), 200);
        server->end(SIGKILL); // nothing hangs on a file without a name
        server.emplace(database(), serveOptions(), file("log"));
        EXPECT_EQ(find("first"), 200);
        EXPECT_EQ(find("after" + end), 200);
    }
}

TEST_F(Reopening, WaitsForOthersWhoSeeTheDeletedLog)
{
    std::optional other = *kapokd::openDatabase(database());
    ASSERT_TRUE(fs::remove(file("kapok.db-wal")));
    EXPECT_EQ(store("second"), 503); // two logs of one database would spoil it
    other.reset();
    EXPECT_EQ(storeSoon("second"), 200);
    EXPECT_EQ(find("first"), 200);
    EXPECT_EQ(count("SELECT count(*) FROM statement"), 2);
}

TEST_F(Reopening, LeavesTheLogThatAnotherProgramBeganToIt)
{
    for (const std::string end : {"-wal", "-shm"})
        ASSERT_TRUE(fs::remove(file("kapok.db" + end)));
    std::optional other = *kapokd::openDatabase(database());
    ASSERT_TRUE(other->run("INSERT INTO verb (iri) VALUES ('http://example.org/of-another')").ok());
    EXPECT_EQ(store("second"), 503);
    EXPECT_NE(answer.body.find("another program began a new one"), std::string::npos) << answer.body;
    other.reset();
    server->end(SIGTERM);
    EXPECT_EQ(count("SELECT count(*) FROM verb WHERE iri = 'http://example.org/of-another'"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
}

TEST_F(Reopening, GoesWhereALinkLeadsNow)
{
    server->end(SIGTERM);
    fs::create_symlink(file("kapok.db"), file("link.db"));
    server.emplace(database("link.db"), serveOptions(), file("log"));
    ASSERT_EQ(on(database(), {"backup", file("backup.db").string()}).code, 0);
    ASSERT_EQ(store("second"), 200); // in the log of the former one, which rightly stays where it is
    fs::remove(file("link.db"));
    fs::create_symlink(file("backup.db"), file("link.db"));
    EXPECT_EQ(storeSoon("third"), 200);
    EXPECT_EQ(find("first"), 200);
    EXPECT_EQ(find("second"), 404);
    EXPECT_EQ(count("SELECT count(*) FROM statement"), 2); // of the former one
}

TEST_F(Reopening, RefusesTheDatabaseOfAnotherHomePage)
{
    server->end(SIGTERM);
    auto options = serveOptions();
    options.insert(options.end(), {"--home-page", kHome});
    server.emplace(database(), options, file("log"));
    ASSERT_EQ(on(database(), {"backup", file("backup.db").string()}).code, 0);
    ASSERT_TRUE(kapokd::openDatabase(sqlite("backup.db"))
                    ->run("UPDATE node SET home_page = 'https://other.example'")
                    .ok());
    move("kapok.db", "away.db");
    EXPECT_EQ(store("second"), 503);
    move("backup.db", "kapok.db");
    EXPECT_EQ(storeAfterPause("second"), 503);
    EXPECT_NE(log().find("belongs to the home page https://other.example"), std::string::npos) << log();
}

TEST_F(Reopening, NamesTheDictionaryOfTheHomePageThatIsThereNow)
{
    EXPECT_EQ(answer.header("available-dictionary"), kapok::xapi::StatementDictionary(kHome).field());
    ASSERT_EQ(on(database(), {"backup", file("backup.db").string()}).code, 0);
    ASSERT_TRUE(kapokd::openDatabase(sqlite("backup.db"))
                    ->run("UPDATE node SET home_page = 'https://other.example'")
                    .ok());
    move("kapok.db", "away.db");
    EXPECT_EQ(store("second"), 503);
    move("backup.db", "kapok.db");
    ASSERT_EQ(storeSoon("second"), 200) << log();
    EXPECT_EQ(answer.header("available-dictionary"),
              kapok::xapi::StatementDictionary("https://other.example").field());
}

TEST_F(Reopening, LetsGoOfAVolumeThatWasUnmounted)
{
    const std::string inside = "disk/kapok.db";
    fs::create_directory(file("disk"));
    server->end(SIGTERM);
    move("kapok.db", inside);
    server.emplace(database(inside), serveOptions(), file("log"));
    ASSERT_EQ(store("second"), 200);
    const auto isOpen = [&] {
        const fs::path folderOfFiles = "/proc/" + std::to_string(server->id()) + "/fd";
        for (const auto &entry : fs::directory_iterator(folderOfFiles)) {
            std::error_code code;
            if (fs::read_symlink(entry, code).string().find("kapok.db") != std::string::npos)
                return true;
        }
        return false;
    };
    ASSERT_TRUE(isOpen());
    fs::rename(file("disk"), file("away"));
    EXPECT_EQ(store("third"), 503);
    EXPECT_TRUE(isOpen()); // of files that are gone, they may be all that is left
    fs::create_directory_symlink("/proc", file("disk")); // another device
    EXPECT_EQ(store("third"), 503);
    EXPECT_FALSE(isOpen());
    fs::remove(file("disk"));
    fs::rename(file("away"), file("disk"));
    EXPECT_EQ(store("third"), 200);
    EXPECT_EQ(find("second"), 200);
}

TEST_F(Reopening, SaysWhetherItIsReady)
{
    EXPECT_EQ(get("/readyz"), 200);
    fs::rename(file("kapok.db"), file("away.db"));
    EXPECT_EQ(get("/readyz"), 503);
    EXPECT_EQ(get("/healthz"), 200); // a new start would not help
    fs::rename(file("away.db"), file("kapok.db"));
    EXPECT_EQ(get("/readyz"), 200);
}

} // namespace
} // namespace kapok
