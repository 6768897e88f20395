// SPDX-License-Identifier: Apache-2.0
#include "core/learning/grading.h"

#include "tests/support/sample_course.h"

#include <gmock/gmock.h>

namespace kapok::learning {
namespace {

using ::testing::ElementsAre;

const course::Page &page(const char *id)
{
    static const course::Course kCourse = test::sampleCourse();
    return *kCourse.lessons[0].find({id});
}

TEST(Grading, OneChoiceIsRightOrNotYet)
{
    EXPECT_TRUE(grade(page("one"), {"b"})->right);
    EXPECT_EQ(grade(page("one"), {"b"})->scaled, 1);
    const auto wrong = *grade(page("one"), {"c"});
    EXPECT_FALSE(wrong.right);
    EXPECT_EQ(wrong.scaled, 0);
    EXPECT_THAT(wrong.correct, ElementsAre("b"));
    EXPECT_THAT(wrong.marks,
                ElementsAre(Mark{"a", false, true}, Mark{"b", false, false}, Mark{"c", true, false}));
}

TEST(Grading, SeveralChoicesEarnPartAndNothingForChoosingAll)
{
    EXPECT_EQ(grade(page("several"), {"c", "a"})->scaled, 1);
    EXPECT_TRUE(grade(page("several"), {"c", "a"})->right);
    EXPECT_EQ(grade(page("several"), {"a"})->scaled, 0.5);
    EXPECT_EQ(grade(page("several"), {"a", "b"})->scaled, 0);
    EXPECT_EQ(grade(page("several"), {"a", "b", "c", "d"})->scaled, 0);
    EXPECT_EQ(grade(page("several"), {"b", "d"})->scaled, 0);
}

TEST(Grading, OrderEarnsForNeighboursThatStandRight)
{
    EXPECT_TRUE(grade(page("order"), {"first", "second", "third", "fourth"})->right);
    EXPECT_DOUBLE_EQ(grade(page("order"), {"fourth", "first", "second", "third"})->scaled, 2.0 / 3);
    EXPECT_EQ(grade(page("order"), {"fourth", "third", "second", "first"})->scaled, 0);
    EXPECT_FALSE(grade(page("order"), {"fourth", "first", "second", "third"})->right);
}

TEST(Grading, RefusesAnswersThatCannotBeMeant)
{
    const auto refused = [](const char *id, const std::vector<std::string> &response) {
        const auto graded = grade(page(id), response);
        return !graded.ok() && graded.error().code == ErrorCode::InvalidInput;
    };
    EXPECT_TRUE(refused("one", {}));
    EXPECT_TRUE(refused("one", {"a", "b"}));
    EXPECT_TRUE(refused("one", {"z"}));
    EXPECT_TRUE(refused("several", {"a", "a"}));
    EXPECT_TRUE(refused("order", {"first", "second", "third"}));
    EXPECT_TRUE(refused("intro", {"a"}));
}

TEST(Grading, DescribesTheQuestionWithAllItsLanguages)
{
    const auto choice = interactionOf(page("several"));
    EXPECT_EQ(choice.type, xapi::Interaction::Type::Choice);
    EXPECT_THAT(choice.correct, ElementsAre("a", "c"));
    EXPECT_EQ(choice.choices[1].description.byLanguage.size(), 3U);
    EXPECT_EQ(interactionOf(page("order")).type, xapi::Interaction::Type::Sequencing);
}

} // namespace
} // namespace kapok::learning
