// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/service.h"
#include "core/base/ids.h"
#include "core/lrs/dialect.h"
#include "core/xapi/vocabulary.h"
#include "tests/server/program.h"

#include <fstream>
#include <sstream>

namespace kapok::test {

inline constexpr const char *kCourse = "https://kapok.example/courses/c";

/// The program on a database with a school and two learners, mai and an.
class Commands : public test::ProgramTest {
protected:
    void SetUp() override
    {
        if (database().empty())
            GTEST_SKIP() << "PostgreSQL is not installed: nothing of it was tested";
        const auto unit =
            on(database(), {"add-unit", "--kind", "school", "--name", "vi=Trường", "--home-page", kHome});
        ASSERT_EQ(unit.code, 0) << unit.err;
        for (const char *account : {"mai", "an"}) {
            const auto person =
                on(database(), {"add-person", "--account", account, "--name", "Mai", "--unit", "Trường"},
                   "right-password\n");
            ASSERT_EQ(person.code, 0) << person.err;
        }
    }

    /// A statement of \p account in a lesson of the course, which changes figures.
    static std::string lesson(const std::string &account, std::string_view verb, const std::string &result)
    {
        return R"({"id":")" + uuidV7(1) + R"(","actor":{"account":{"homePage":")" + kHome + R"(","name":")" +
               account + R"("}},"verb":{"id":")" + std::string(verb) + R"("},"object":{"id":")" + kCourse +
               R"(/lessons/1"},"result":)" + result +
               R"(,"context":{"registration":"5e2f0f9c-9a63-4f2e-8f7c-1b1f4c6d7a11","contextActivities":{)" +
               R"("grouping":[{"id":")" + kCourse + R"("}],"category":[{"id":)" +
               R"("https://w3id.org/xapi/cmi5/context/categories/cmi5"}]}},)" +
               R"("timestamp":"2020-01-01T07:00:00.000Z"})"; // long before anything is stored
    }

    /// Writes \p lines to a file.
    [[nodiscard]] std::string fileOf(const std::vector<std::string> &lines,
                                     const std::string &name = "in.jsonl") const
    {
        std::ofstream out(file(name));
        for (const auto &line : lines)
            out << line << "\n";
        return file(name).string();
    }

    void import(const std::vector<std::string> &lines)
    {
        const Ran ran = on(database(), {"import", "--file", fileOf(lines)});
        EXPECT_EQ(ran.code, 0) << ran.err;
    }

    /// All rows of the figures, as text.
    [[nodiscard]] std::string figures(const std::string &name = "kapok.db")
    {
        auto opened = kapokd::openDatabase(database(name));
        EXPECT_TRUE(opened.ok());
        std::string text;
        for (const char *sql :
             {"SELECT a.ifi, c.iri, '', started, completed, last_seen, lessons_done, mark FROM figure f"
              " JOIN agent a ON a.id = f.agent JOIN activity c ON c.id = f.course ORDER BY 1, 2",
              "SELECT a.ifi, c.iri, l.iri, completed, best FROM figure_lesson f JOIN agent a ON a.id = "
              "f.agent"
              " JOIN activity c ON c.id = f.course JOIN activity l ON l.id = f.lesson ORDER BY 1, 2, 3"}) {
            auto query = opened->query(sql);
            while (*query.step()) {
                for (int i = 0; i < query.columnCount(); ++i)
                    text += query.text(i) + "|";
                text += "\n";
            }
        }
        return text;
    }

    [[nodiscard]] std::int64_t count(const std::string &sql)
    {
        auto opened = kapokd::openDatabase(database());
        const auto found = opened->query(sql).one([](const store::Query &row) { return row.integer(0); });
        EXPECT_TRUE(found.ok()) << found.error().detail;
        return found->value_or(-1);
    }

    /// Makes everything in the database as if it had been stored \p days ago.
    void age(int days)
    {
        auto opened = kapokd::openDatabase(database());
        const std::int64_t by = std::int64_t{days} * 86'400'000'000;
        std::vector<std::string> tables = {"statement", "statement_agent", "statement_activity",
                                           "statement_reference"};
        if (lrs::isPostgres(*opened)) {
            EXPECT_TRUE(opened->run("SELECT statement_month(stored - ?) FROM statement", {by}).ok());
            tables.emplace_back("statement_id");
        }
        for (const auto &table : tables)
            EXPECT_TRUE(opened->run("UPDATE " + table + " SET stored = stored - ?", {by}).ok()) << table;
    }

    static std::vector<std::string> linesOf(const std::string &text)
    {
        std::istringstream stream(text);
        std::vector<std::string> lines;
        for (std::string line; std::getline(stream, line);)
            lines.push_back(line);
        return lines;
    }
};

} // namespace kapok::test
