// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/answers.h"
#include "core/base/log.h"

#include <gtest/gtest.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <spdlog/sinks/ostream_sink.h>
#include <sstream>
#include <stdexcept>
#include <string>

namespace kapok::kapokd {
namespace {

/// What goes to the log while a test runs.
class AnswersTest : public testing::Test {
protected:
    AnswersTest()
    {
        spdlog::set_default_logger(std::make_shared<spdlog::logger>(
            "test", std::make_shared<spdlog::sinks::ostream_sink_st>(m_log)));
        spdlog::set_pattern("%l %v");
    }
    ~AnswersTest() override { log::start("xapi_http_tests", "off"); }

    [[nodiscard]] std::string logged() const { return m_log.str(); }

private:
    std::ostringstream m_log;
};

TEST_F(AnswersTest, AnExceptionIsToldToTheLogOnceAndToNobodyElse)
{
    const Response response = guardedAnswer("round-1", "/xapi/statements", []() -> Response {
        throw std::runtime_error("no such column: secret");
    });
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(nlohmann::json::parse(response.body).at("error"), "internal");
    EXPECT_EQ(response.body.find("secret"), std::string::npos) << response.body;
    EXPECT_EQ(logged(), "error request id=round-1 route=/xapi/statements failed: no such column: secret\n");
}

TEST_F(AnswersTest, AnAnswerWithoutAnExceptionGoesThroughAsItIs)
{
    const Response response = guardedAnswer("round-1", "/healthz", [] { return jsonResponse(204, "x"); });
    EXPECT_EQ(response.status, 204);
    EXPECT_EQ(response.body, "\"x\"");
    EXPECT_EQ(logged(), "");
}

TEST_F(AnswersTest, ARefusalIsToldToTheLogWhereTheServerIsAtFaultAndOnce)
{
    EXPECT_EQ(errorResponse({ErrorCode::StorageFull, "no room"}).status, 503);
    EXPECT_EQ(logged(), "error cannot answer: no room\n");
    EXPECT_EQ(errorResponse({ErrorCode::NotFound, "none"}).status, 404);
    EXPECT_EQ(errorResponse({ErrorCode::Throttled, "too much to do"}).status, 503);
    EXPECT_EQ(logged(), "error cannot answer: no room\n");
}

} // namespace
} // namespace kapok::kapokd
