// SPDX-License-Identifier: Apache-2.0
#include "core/base/result.h"

#include <gtest/gtest.h>
#include <memory>
#include <set>

namespace kapok {
namespace {

Result<std::unique_ptr<int>> make(bool well)
{
    if (!well)
        return Error{ErrorCode::NotFound, "nothing here"};
    return std::make_unique<int>(7);
}

Result<int> use(bool well)
{
    KAPOK_TRY_ASSIGN(const auto value, make(well)); // moves: a unique_ptr cannot be copied
    return *value;
}

Status check(bool well)
{
    KAPOK_TRY(use(well));
    return success();
}

TEST(Result, CarriesAValueOrTheErrorThroughCalls)
{
    EXPECT_EQ(*use(true), 7);
    EXPECT_EQ(use(false).error().detail, "nothing here");
    EXPECT_TRUE(check(true).ok());
    EXPECT_EQ(check(false).error().code, ErrorCode::NotFound);
}

TEST(Result, SaysOfASuccessThatNothingFailed)
{
    EXPECT_EQ(use(true).error().detail, "nothing failed");
    EXPECT_EQ(check(true).error().code, ErrorCode::Internal);
}

TEST(Result, NamesEveryCodeDifferently)
{
    std::set<std::string> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
        names.insert(toString(static_cast<ErrorCode>(code)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(ErrorCode::Internal) + 1);
}

} // namespace
} // namespace kapok
