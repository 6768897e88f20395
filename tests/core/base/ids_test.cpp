// SPDX-License-Identifier: Apache-2.0
#include "core/base/ids.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>
#include <thread>
#include <vector>

namespace kapok {
namespace {

constexpr std::string_view kDnsNamespace = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

TEST(Ids, Version5IsTheExampleOfRfc9562)
{
    EXPECT_EQ(uuidV5(kDnsNamespace, "www.example.com"), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    EXPECT_EQ(uuidV5(kDnsNamespace, "python.org"), "886313e1-3b8a-5372-9b90-0c9aee199e5d");
}

TEST(Ids, Version7CarriesTheTimeAndItsVersion)
{
    // The time of RFC 9562, appendix A.6, but in the future of this process, which only goes forward.
    const auto id = uuidV7(0x7f7f22e279b0);
    EXPECT_TRUE(isUuid(id));
    EXPECT_EQ(id.substr(0, 15), "7f7f22e2-79b0-7");
    EXPECT_NE(std::string("89ab").find(id[19]), std::string::npos);
}

TEST(Ids, Version7OnlyGrowsAlsoWhenTheClockGoesBack)
{
    std::string last;
    for (int i = 0; i < 20'000; ++i) {
        const auto id = uuidV7(i % 3 == 0 ? 5 : 1'700'000'000'000 - i);
        EXPECT_LT(last, id);
        last = id;
    }
}

TEST(Ids, SessionsAreSixteenHexDigitsAndNeverTheSame)
{
    std::set<std::string> all;
    for (int i = 0; i < 1000; ++i) {
        const std::string id = newSessionId().value;
        EXPECT_EQ(id.size(), 16U);
        EXPECT_EQ(id.find_first_not_of("0123456789abcdef"), std::string::npos) << id;
        all.insert(id);
    }
    EXPECT_EQ(all.size(), 1000U);
}

TEST(Ids, Version7IsUniqueAcrossThreads)
{
    std::vector<std::vector<std::string>> made(4);
    std::vector<std::thread> threads;
    for (auto &mine : made)
        threads.emplace_back([&mine] {
            for (int i = 0; i < 5'000; ++i)
                mine.push_back(uuidV7(1'700'000'000'000));
        });
    for (auto &thread : threads)
        thread.join();
    std::set<std::string> all;
    for (const auto &mine : made) {
        EXPECT_TRUE(std::is_sorted(mine.begin(), mine.end()));
        all.insert(mine.begin(), mine.end());
    }
    EXPECT_EQ(all.size(), 20'000U);
}

TEST(Ids, KnowsTheFormOfAUuid)
{
    EXPECT_TRUE(isUuid("2ED6657D-e927-568b-95e1-2665a8aea6a2"));
    for (const char *text :
         {"", "2ed6657d", "2ed6657de927568b95e12665a8aea6a2", "2ed6657d-e927-568b-95e1-2665a8aea6ag",
          "2ed6657d-e927-568b-95e1-2665a8aea6a21", "{2ed6657d-e927-568b-95e1-2665a8aea6a2"})
        EXPECT_FALSE(isUuid(text)) << text;
}

} // namespace
} // namespace kapok
