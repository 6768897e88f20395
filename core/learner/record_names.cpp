// SPDX-License-Identifier: Apache-2.0
#include "core/learner/record.h"
#include "core/xapi/builder.h"
#include "core/xapi/reader.h"
#include "core/xapi/vocabulary.h"

#include <nlohmann/json.hpp>

namespace kapok::learner {
namespace {

/// object.definition.name of a statement; empty when it has none.
LocalizedText nameOf(const std::string &text)
{
    LocalizedText name;
    const auto statement = xapi::parseJson(text);
    if (!statement.ok() || !statement->is_object())
        return name;
    static const nlohmann::json::json_pointer kName("/object/definition/name");
    if (!statement->contains(kName) || !statement->at(kName).is_object())
        return name;
    for (const auto &[language, words] : statement->at(kName).items()) {
        if (words.is_string())
            name.byLanguage[language] = words.get<std::string>();
    }
    return name;
}

} // namespace

Result<LocalizedText> Record::nameInRecord(std::string_view courseIri, std::string_view activity)
{
    const RegistrationId registered = registration(courseIri);
    for (const auto verb : {xapi::verb::kSatisfied, xapi::verb::kCompleted, xapi::verb::kExperienced}) {
        KAPOK_TRY_ASSIGN(const auto json, statement(xapi::onceOnlyId(registered, activity, verb)));
        if (!json)
            continue;
        if (LocalizedText name = nameOf(*json); !name.empty())
            return name;
    }
    return LocalizedText();
}

} // namespace kapok::learner
