// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/lrs/statement_store.h"

#include <nlohmann/json.hpp>
#include <string>

/// Statements to put into a store, and what finds them there.
namespace kapok::test {

inline const std::string kHome = "https://kapok.example/nodes/test";
inline const std::string kCourse = "https://kapok.example/courses/c99";
inline const std::string kAuthority =
    R"({"objectType":"Agent","account":{"homePage":"https://kapok.example","name":"test"}})";

inline std::string newId()
{
    return uuidV7(1);
}

/// JSON of an Agent known by an account.
inline std::string agentJson(const std::string &account)
{
    return R"({"account":{"homePage":")" + kHome + R"(","name":")" + account + R"("}})";
}

/// A small statement with this id and verb.
inline std::string plain(const std::string &id, const std::string &account = "a",
                         const std::string &verb = "http://example.org/did",
                         const std::string &activity = "http://example.org/thing")
{
    return R"({"id":")" + id + R"(","actor":)" + agentJson(account) + R"(,"verb":{"id":")" + verb +
           R"("},"object":{"id":")" + activity + R"("},"timestamp":"2026-11-22T07:00:00Z"})";
}

/// plain() with \p members, e.g. R"("result":{})", put in.
inline std::string plainWith(const std::string &id, const std::string &members)
{
    std::string text = plain(id);
    return text.insert(text.size() - 1, "," + members);
}

/// An answer in kCourse, or what else \p verb says, given at \p timestamp.
inline std::string answered(const std::string &id, const std::string &account, const std::string &timestamp,
                            const std::string &verb = "http://adlnet.gov/expapi/verbs/answered")
{
    auto statement = nlohmann::json::parse(plain(id, account, verb));
    statement["timestamp"] = timestamp;
    statement["context"]["contextActivities"]["grouping"] = {{{"id", kCourse}}};
    return statement.dump();
}

/// One that speaks about the statement \p target.
inline std::string about(const std::string &id, const std::string &target, const std::string &account = "z",
                         const std::string &verb = "http://example.org/commented")
{
    return R"({"id":")" + id + R"(","actor":)" + agentJson(account) + R"(,"verb":{"id":")" + verb +
           R"("},"object":{"objectType":"StatementRef","id":")" + target + R"("}})";
}

inline std::string voiding(const std::string &id, const std::string &target, const std::string &account = "a")
{
    return about(id, target, account, "http://adlnet.gov/expapi/verbs/voided");
}

/// What finds plain() statements of \p account, by a sum of parts: its verb (1), agent (2), activity (4).
inline lrs::StatementFilter filterOf(int parts, const std::string &account)
{
    lrs::StatementFilter filter;
    filter.query.verb = (parts & 1) != 0 ? "http://example.org/did" : "";
    filter.query.agent = (parts & 2) != 0 ? agentJson(account) : "";
    filter.query.activity = (parts & 4) != 0 ? "http://example.org/thing" : "";
    return filter;
}

} // namespace kapok::test
