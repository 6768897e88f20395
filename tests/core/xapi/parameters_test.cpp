// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/parameters.h"

#include <gtest/gtest.h>
#include <limits>

namespace kapok::xapi {
namespace {

constexpr const char *kId = "0190A000-0000-7000-8000-000000000001";
constexpr const char *kAgent = R"({"account":{"homePage":"https://n.example","name":"mai"}})";

TEST(Parameters, ReadsAStatementQuery) // Communication 2.1.3
{
    const auto query = parseStatementQuery({{"agent", kAgent},
                                            {"since", "2026-11-22T08:05:00Z"},
                                            {"limit", "25"},
                                            {"ascending", "true"},
                                            {"format", "ids"},
                                            {"registration", kId}});
    ASSERT_TRUE(query.ok()) << query.error().detail;
    EXPECT_EQ(query->limit, 25);
    EXPECT_TRUE(query->ascending);
    EXPECT_EQ(query->format, Format::Ids);
    EXPECT_EQ(query->registration->value, "0190a000-0000-7000-8000-000000000001");
}

TEST(Parameters, TakeALimitBeyondEveryNumberForNoLimit) // Communication 2.1.3
{
    const auto query = parseStatementQuery({{"limit", "99999999999999"}});
    ASSERT_TRUE(query.ok()) << query.error().detail;
    EXPECT_EQ(query->limit, std::numeric_limits<int>::max());
}

TEST(Parameters, RefusesUnknownRepeatedAndMalformedOnes) // Communication 3.2, XAPI-00324, XAPI-00325
{
    for (const Parameters &parameters : std::initializer_list<Parameters>{
             {{"StatementId", kId}},
             {{"unknown", "1"}},
             {{"limit", "1"}, {"limit", "2"}},
             {{"limit", "-1"}},
             {{"limit", "1x"}},
             {{"limit", "-99999999999999"}},
             {{"statementId", "x"}},
             {{"agent", "{"}},
             {{"agent", "{}"}},
             {{"since", "yesterday"}},
             {{"verb", "answered"}},
             {{"ascending", "yes"}},
             {{"format", "Exact"}},
             {{"statementId", kId}, {"voidedStatementId", kId}},
             {{"statementId", kId}, {"verb", "urn:v"}},
         }) {
        const auto query = parseStatementQuery(parameters);
        EXPECT_TRUE(!query.ok() && query.error().code == ErrorCode::InvalidInput)
            << parameters.front().first << "=" << parameters.front().second;
    }
    EXPECT_TRUE(
        parseStatementQuery({{"statementId", kId}, {"format", "exact"}, {"attachments", "false"}}).ok());
    EXPECT_FALSE(parsePutStatement({}).ok());
    EXPECT_TRUE(parsePutStatement({{"statementId", kId}}).ok());
}

TEST(Parameters, NamesWhatIsWrongWithThem)
{
    const auto detail = [](const std::string &name, const std::string &value) {
        const auto query = parseStatementQuery({{name, value}});
        return query.ok() ? std::string() : query.error().detail;
    };
    EXPECT_EQ(detail("Verb", "urn:v"), "parameter Verb: is not known here (names are case-sensitive)");
    EXPECT_EQ(detail("a: \xff\n", "1"), "parameter a:???: is not known here (names are case-sensitive)");
    EXPECT_EQ(detail(std::string(65, 'a'), "1"),
              "parameter " + std::string(64, 'a') + ": is not known here (names are case-sensitive)");
    EXPECT_EQ(detail("verb", "urn:\xff"), "parameter verb: must be UTF-8 text");
    EXPECT_EQ(detail("verb", std::string("urn:\0", 5)), "parameter verb: must not have a NUL character");
    EXPECT_EQ(detail("verb", "urn:" + std::string(1997, 'v')),
              "parameter verb: must have at most 2000 bytes, not 2001");
    EXPECT_EQ(detail("verb", "urn:" + std::string(1996, 'v')), "");
    EXPECT_EQ(detail("agent", R"({"account":{"homePage":"urn:h","name":"\u0000"}})"),
              "parameter agent.account.name: must not have a NUL character");
}

TEST(Parameters, NamesTheRuleAndTheParameterThatBreaksIt) // Communication 3.2
{
    const std::pair<Parameters, const char *> refused[] = {
        {{{"limit", "x"}}, "limit: must be a whole number, 0 or more, not this text"},
        {{{"limit", ""}}, "limit: must be a whole number, 0 or more, not an empty text"},
        {{{"limit", "1"}, {"limit", "1"}}, "limit: must be given once"},
        {{{"statementId", "x"}}, "statementId: must be a UUID, not this text"},
        {{{"verb", "answered"}}, "verb: must be an IRI with a scheme, not this text"},
        {{{"since", "now"}}, "since: must be an ISO 8601 timestamp, not this text"},
        {{{"ascending", "yes"}}, "ascending: must be true or false, not this text"},
        {{{"format", "Exact"}}, "format: must be ids, exact or canonical, not this text"},
        {{{"statementId", kId}, {"limit", "1"}}, "limit: must be absent beside statementId"},
        {{{"format", "ids"}, {"verb", "urn:v"}, {"voidedStatementId", kId}},
         "verb: must be absent beside voidedStatementId"},
        {{{"statementId", kId}, {"voidedStatementId", kId}},
         "voidedStatementId: must be absent beside statementId"},
        {{{"agent", ""}}, "agent: is not JSON in UTF-8: it ends too early"},
        {{{"agent", "x"}}, "agent: is not JSON in UTF-8, from byte 1 on"},
        {{{"agent", "7"}}, "agent: must be an object, not a number"},
        {{{"agent", R"({"mbox":null})"}}, R"(agent.mbox: must be "mailto:" and one address, not null)"},
        {{{"agent", R"({"mbox":1,"mbox":2})"}}, "agent.mbox: is a key that its object has twice"},
        {{{"agent", R"({"a":[1e999]})"}},
         "agent.a[0]: must be a number that a double can hold, not this number"},
    };
    for (const auto &[parameters, detail] : refused) {
        const auto query = parseStatementQuery(parameters);
        ASSERT_FALSE(query.ok()) << detail;
        EXPECT_EQ(query.error().detail, "parameter " + std::string(detail));
    }
    const std::string deep = R"({"a":)" + std::string(64, '[') + std::string(64, ']') + "}";
    EXPECT_TRUE(parseStatementQuery({{"agent", deep}})
                    .error()
                    .detail.ends_with("[0]: is an array nested deeper than 64 levels"));
    const std::string nobody = R"({"objectType":"Group","member":[{"mbox":"mailto:a@example.org"}]})";
    EXPECT_EQ(parseAgentQuery({{"agent", nobody}}).error().detail,
              "parameter agent: must be an identified Agent, not an anonymous Group");
}

TEST(Parameters, ReadsTheQueryOfEachKindOfDocuments) // Communication 2.3, 2.6, 2.7
{
    using Kind = DocumentQuery::Kind;
    using Use = DocumentUse;
    const Parameters state{{"activityId", "urn:a"}, {"agent", kAgent}};
    const auto with = [](Parameters parameters, const std::string &name, const std::string &value) {
        parameters.emplace_back(name, value);
        return parameters;
    };
    const auto named = with(state, "stateId", "bookmark");
    EXPECT_EQ(parseDocumentQuery(named, Kind::State, Use::Write)->documentId, "bookmark");
    EXPECT_TRUE(parseDocumentQuery(state, Kind::State, Use::Read).ok());
    EXPECT_TRUE(parseDocumentQuery(state, Kind::State, Use::Delete).ok());
    EXPECT_FALSE(parseDocumentQuery(state, Kind::State, Use::Write).ok());
    EXPECT_FALSE(parseDocumentQuery({{"activityId", "urn:a"}}, Kind::State, Use::Read).ok());
    const std::string time = "2026-11-22T08:05:00Z";
    EXPECT_TRUE(parseDocumentQuery(with(state, "since", time), Kind::State, Use::Read).ok());
    EXPECT_FALSE(parseDocumentQuery(with(state, "since", time), Kind::State, Use::Delete).ok());
    EXPECT_FALSE(parseDocumentQuery(with(named, "since", time), Kind::State, Use::Read).ok());

    const Parameters activity{{"activityId", "urn:a"}};
    EXPECT_TRUE(parseDocumentQuery(activity, Kind::ActivityProfile, Use::Read).ok());
    EXPECT_TRUE(parseDocumentQuery(with(activity, "profileId", "p"), Kind::ActivityProfile, Use::Write).ok());
    EXPECT_FALSE(parseDocumentQuery(activity, Kind::ActivityProfile, Use::Delete).ok());
    EXPECT_FALSE(parseDocumentQuery(named, Kind::ActivityProfile, Use::Read).ok());

    const Parameters agent{{"agent", kAgent}};
    EXPECT_TRUE(parseDocumentQuery(agent, Kind::AgentProfile, Use::Read).ok());
    EXPECT_TRUE(parseDocumentQuery(with(agent, "profileId", "p"), Kind::AgentProfile, Use::Delete).ok());
    EXPECT_FALSE(parseDocumentQuery({{"profileId", "p"}}, Kind::AgentProfile, Use::Read).ok());
    const std::string nobody = R"({"objectType":"Group","member":[{"mbox":"mailto:a@example.org"}]})";
    EXPECT_FALSE(parseDocumentQuery({{"agent", nobody}}, Kind::AgentProfile, Use::Read).ok());
}

TEST(Parameters, ReadsWhichActivityAndWhichAgent) // Communication 2.4, 2.5
{
    EXPECT_EQ(*parseActivityQuery({{"activityId", "urn:a"}}), "urn:a");
    EXPECT_FALSE(parseActivityQuery({}).ok());
    EXPECT_FALSE(parseActivityQuery({{"activityId", "a"}}).ok());
    EXPECT_EQ(*parseAgentQuery({{"agent", kAgent}}), kAgent);
    EXPECT_FALSE(parseAgentQuery({}).ok());
    EXPECT_FALSE(parseAgentQuery({{"agent", "{}"}}).ok());
}

} // namespace
} // namespace kapok::xapi
