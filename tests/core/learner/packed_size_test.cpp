// SPDX-License-Identifier: Apache-2.0
// How many bytes a statement takes on a thin line.
#include "core/base/clock.h"
#include "core/xapi/packing.h"
#include "core/xapi/reader.h"
#include "tests/support/teachers.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <span>

namespace kapok {
namespace {

constexpr int kTeachers = 10;
constexpr std::size_t kBatch = 50;

struct Sum {
    double bytes = 0;
    double statements = 0;
    [[nodiscard]] double mean() const { return statements > 0 ? bytes / statements : 0; }
};

/// As XapiClient sends them.
std::string bodyOf(std::span<const xapi::Statement> statements)
{
    std::string body = "[";
    for (const auto &statement : statements)
        body += (body.size() > 1 ? "," : "") + statement.json;
    return body + "]";
}

/// Whole bodies, with the 40 bytes that RFC 9842 puts first.
struct Sizes {
    Sum alone;
    Sum batch;
    std::map<std::string, Sum> aloneByVerb;

    void add(const std::vector<xapi::Statement> &statements, const xapi::StatementDictionary &dictionary)
    {
        for (const auto &statement : statements) {
            const auto size = static_cast<double>(dictionary.pack(bodyOf({&statement, 1})).size());
            const std::string verb = xapi::readText(statement.json)->verb;
            for (Sum *sum : {&alone, &aloneByVerb[verb.substr(verb.rfind('/') + 1)]}) {
                sum->bytes += size;
                ++sum->statements;
            }
        }
        for (std::size_t at = 0; at + kBatch <= statements.size(); at += kBatch) {
            const std::span all(statements);
            batch.bytes += static_cast<double>(dictionary.pack(bodyOf(all.subspan(at, kBatch))).size());
            batch.statements += kBatch;
        }
    }

    [[nodiscard]] std::string report() const
    {
        std::string out = fmt::format("{} statements: {:.1f} bytes alone, {:.1f} each in batches of {}\n",
                                      alone.statements, alone.mean(), batch.mean(), kBatch);
        for (const auto &[verb, sum] : aloneByVerb)
            out += fmt::format("  {:<12} {:>4} x {:.1f}\n", verb, sum.statements, sum.mean());
        return out;
    }
};

// What a teacher works through is in the dictionary; her node, her name, the times, ids and answers are not.
TEST(PackedSize, IsAtMost182BytesOfAStatementAloneAnd87InABatchOf50)
{
    const auto courses = test::shippedCourses();
    ASSERT_GE(courses.size(), 2U);
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE(fmt::format("seed {}", seed));
    Sizes sizes;
    for (std::uint32_t i = 0; i < kTeachers; ++i) {
        // As kapokd makes it, or as docs/operations.md has it.
        const std::string homePage = i % 2 == 0 ? "https://kapok.example/nodes/" +
                                                      uuidV7(SystemClock().now().time_since_epoch().count())
                                                : "https://kapok.example/cao-bang";
        const xapi::StatementDictionary dictionary(homePage);
        sizes.add(test::statementsOfTeacher(courses, homePage, seed + i), dictionary);
    }
    fmt::print("seed {}, {}", seed, sizes.report());
    EXPECT_GE(sizes.aloneByVerb.size(), 8U) << "not all kinds of statements\n" << sizes.report();
    EXPECT_LE(sizes.alone.mean(), 182) << sizes.report();
    EXPECT_LE(sizes.batch.mean(), 87) << sizes.report();
}

} // namespace
} // namespace kapok
