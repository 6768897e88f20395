// SPDX-License-Identifier: Apache-2.0
#include "core/learning/grading.h"

#include <algorithm>
#include <set>

namespace kapok::learning {
namespace {

Error invalid(const course::Page &page, const std::string &what)
{
    return {ErrorCode::InvalidInput, "page " + page.id.value + ": " + what};
}

/// \p response as a set, when it names known ids only and none twice.
template <class Items>
Result<std::set<std::string>> checkedIds(const course::Page &page, const Items &items,
                                         const std::vector<std::string> &response)
{
    const std::set<std::string> given(response.begin(), response.end());
    if (given.empty())
        return invalid(page, "an answer must name at least one option");
    if (given.size() != response.size())
        return invalid(page, "the answer names an option twice");
    for (const auto &id : given)
        if (std::none_of(items.begin(), items.end(), [&](const auto &item) { return item.id == id; }))
            return invalid(page, "the answer names an option that is not on the page");
    return given;
}

Result<Grade> gradeChoice(const course::Page &page, const course::ChoiceBody &body,
                          const std::vector<std::string> &response)
{
    KAPOK_TRY_ASSIGN(const auto chosen, checkedIds(page, body.options, response));
    if (!body.multiple && chosen.size() > 1)
        return invalid(page, "this question takes one answer");
    Grade grade;
    int hits = 0;
    int misses = 0;
    for (const auto &option : body.options) {
        const bool isChosen = chosen.contains(option.id);
        grade.marks.push_back({option.id, isChosen, isChosen == option.right});
        if (option.right)
            grade.correct.push_back(option.id);
        hits += isChosen && option.right ? 1 : 0;
        misses += isChosen && !option.right ? 1 : 0;
    }
    const auto wanted = static_cast<int>(grade.correct.size());
    grade.right = hits == wanted && misses == 0;
    grade.scaled = wanted == 0 ? 0.0 : std::max(0.0, static_cast<double>(hits - misses) / wanted);
    return grade;
}

Result<Grade> gradeOrder(const course::Page &page, const course::OrderBody &body,
                         const std::vector<std::string> &response)
{
    KAPOK_TRY_ASSIGN(const auto given, checkedIds(page, body.items, response));
    if (given.size() != body.items.size())
        return invalid(page, "every item must have a place");
    Grade grade;
    for (const auto &item : body.items)
        grade.correct.push_back(item.id);
    int neighbours = 0;
    for (std::size_t i = 0; i < response.size(); ++i) {
        const auto place = std::find(grade.correct.begin(), grade.correct.end(), response[i]);
        const bool follows =
            place == grade.correct.begin() ? i == 0 : i > 0 && response[i - 1] == *(place - 1);
        grade.marks.push_back({response[i], true, follows});
        neighbours += follows && i > 0 ? 1 : 0;
    }
    grade.right = response == grade.correct;
    const auto pairs = static_cast<double>(response.size()) - 1;
    grade.scaled = pairs > 0 ? neighbours / pairs : 1.0;
    return grade;
}

} // namespace

Result<Grade> grade(const course::Page &page, const std::vector<std::string> &response)
{
    if (const auto *choice = std::get_if<course::ChoiceBody>(&page.body))
        return gradeChoice(page, *choice, response);
    if (const auto *order = std::get_if<course::OrderBody>(&page.body))
        return gradeOrder(page, *order, response);
    return invalid(page, "this page asks nothing");
}

xapi::Interaction interactionOf(const course::Page &page)
{
    xapi::Interaction interaction;
    if (const auto *choice = std::get_if<course::ChoiceBody>(&page.body)) {
        interaction.question = choice->question;
        for (const auto &option : choice->options) {
            interaction.choices.push_back({option.id, option.text});
            if (option.right)
                interaction.correct.push_back(option.id);
        }
    } else if (const auto *order = std::get_if<course::OrderBody>(&page.body)) {
        interaction.type = xapi::Interaction::Type::Sequencing;
        interaction.question = order->question;
        for (const auto &item : order->items) {
            interaction.choices.push_back({item.id, item.text});
            interaction.correct.push_back(item.id);
        }
    }
    return interaction;
}

} // namespace kapok::learning
