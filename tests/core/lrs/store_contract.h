// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/agents.h"
#include "core/lrs/document_store.h"
#include "core/lrs/statement_store.h"
#include "tests/core/lrs/statements.h"
#include "tests/support/manual_clock.h"

#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

/// What every implementation of StatementStore and DocumentStore promises, as tests that run against each:
///   INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract, testing::Values(Backend{"sqlite", makeSqlite}), nameOf);
namespace kapok::test {

/// An empty database with its stores.
class Stores {
public:
    virtual ~Stores() = default;
    virtual lrs::StatementStore &statements() = 0;
    virtual lrs::DocumentStore &documents() = 0;
};

/// An implementation. make() takes a clock that outlives the stores.
struct Backend {
    std::string name;
    std::function<std::unique_ptr<Stores>(const Clock &clock)> make;
};

/// For GoogleTest's lists.
inline std::string nameOf(const testing::TestParamInfo<Backend> &info)
{
    return info.param.name;
}
inline void PrintTo(const Backend &backend, std::ostream *out)
{
    *out << backend.name;
}

class StoreContract : public testing::TestWithParam<Backend> {
protected:
    ManualClock clock;
    std::unique_ptr<Stores> stores = GetParam().make(clock);
    lrs::StatementStore &statements = stores->statements();
    lrs::DocumentStore &documents = stores->documents();

    Result<std::vector<StatementId>> add(const std::string &body, const std::string &onlyAgent = {},
                                         xapi::Version version = xapi::Version::V1_0_3)
    {
        return statements.add({body, {}, version, kAuthority, onlyAgent});
    }

    /// Adds what must succeed.
    void put(const std::string &body)
    {
        const auto added = add(body);
        EXPECT_TRUE(added.ok()) << added.error().detail << "\n" << body;
    }

    /// The statement as it comes back, or null.
    nlohmann::json one(const std::string &id, bool voided = false)
    {
        const auto found = statements.one({id}, voided, {});
        return found.ok() ? nlohmann::json::parse(*found) : nlohmann::json();
    }

    lrs::Micros storedOf(const std::string &id)
    {
        return *lrs::parseMicros(one(id).at("stored").get<std::string>());
    }

    /// The ids of everything that \p filter finds, page by page.
    std::vector<std::string> walk(lrs::StatementFilter filter = {})
    {
        std::vector<std::string> ids;
        for (;;) {
            const auto page = statements.find(filter);
            if (!page.ok()) {
                ADD_FAILURE() << page.error().detail;
                return ids;
            }
            for (const auto &statement : page->statements)
                ids.push_back(nlohmann::json::parse(statement).at("id").get<std::string>());
            if (!page->next)
                return ids;
            filter.after = page->next;
        }
    }

    /// walk(), oldest first, with the filter as \p change makes it.
    template <class Change> std::vector<std::string> find(Change change)
    {
        lrs::StatementFilter filter;
        filter.query.ascending = true;
        change(filter);
        return walk(filter);
    }
};

using Ids = std::vector<std::string>;

} // namespace kapok::test
