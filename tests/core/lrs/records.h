// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/lrs/agents.h"
#include "core/lrs/sql_document_store.h"
#include "core/lrs/sql_statement_store.h"
#include "core/store/pool.h"
#include "core/xapi/builder.h"
#include "tests/core/lrs/statements.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

/// A statement store in a folder of its own, and statements to put into it.
namespace kapok::test {

inline store::Database openDatabase(const std::filesystem::path &path)
{
    auto database = store::Database::open(path, lrs::migrations());
    if (!database.ok())
        ADD_FAILURE() << database.error().detail;
    return *std::move(database);
}

class Records {
public:
    TemporaryFolder folder;
    ManualClock clock;
    std::filesystem::path path = folder.path() / "kapok.db";
    store::Pool pool{path, lrs::migrations()};
    lrs::CommitQueue writer{openDatabase(path), clock};
    lrs::SqlStatementStore statements{pool, writer, clock};
    lrs::SqlDocumentStore documents{pool, writer, clock};

    [[nodiscard]] xapi::SessionContext context(const std::string &account) const
    {
        xapi::SessionContext context;
        context.actor = {kHome, account};
        context.course = {kCourse, {}};
        context.lesson = {kCourse + "/lessons/one", {}};
        context.session = {uuidV7(clock.now().time_since_epoch().count())};
        context.language = "vi";
        return context;
    }

    Result<std::vector<StatementId>> add(const std::string &body, const std::string &onlyAgent = {})
    {
        return statements.add({body, {}, xapi::Version::V1_0_3, kAuthority, onlyAgent});
    }

    /// Everything that \p filter finds, page by page, as (id) in order.
    std::vector<std::string> walk(lrs::StatementFilter filter)
    {
        std::vector<std::string> ids;
        for (;;) {
            const auto page = statements.find(filter);
            EXPECT_TRUE(page.ok());
            for (const auto &statement : page->statements)
                ids.push_back(nlohmann::json::parse(statement).at("id").get<std::string>());
            if (!page->next)
                return ids;
            filter.after = page->next;
        }
    }

    /// The rows of the figure tables as text.
    std::vector<std::string> figures()
    {
        auto database = pool.take();
        std::vector<std::string> rows;
        for (const char *sql : {"SELECT agent, course, started, completed, last_seen, lessons_done, mark"
                                " FROM figure ORDER BY 1, 2",
                                "SELECT agent, course, lesson, completed, best FROM figure_lesson"
                                " ORDER BY 1, 2, 3"}) {
            auto query = (*database)->query(sql);
            auto some = query.all([](const store::Query &row) {
                std::string text;
                for (int column = 0; column < row.columnCount(); ++column)
                    text += (row.isNull(column) ? "-" : row.text(column)) + " ";
                return text;
            });
            rows.insert(rows.end(), some->begin(), some->end());
        }
        return rows;
    }
};

inline std::string arrayOf(const std::vector<xapi::Statement> &statements)
{
    std::string body = "[";
    for (const auto &statement : statements)
        body += (body.size() > 1 ? "," : "") + statement.json;
    return body + "]";
}

} // namespace kapok::test
