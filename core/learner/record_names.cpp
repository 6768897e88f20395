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

Result<std::optional<double>> Record::periodsInRecord(std::string_view courseIri)
{
    const auto id = xapi::onceOnlyId(registration(courseIri), courseIri, xapi::verb::kSatisfied);
    KAPOK_TRY_ASSIGN(const auto text, statement(id));
    if (!text)
        return std::optional<double>();
    const auto json = xapi::parseJson(*text);
    // The extension's name holds slashes, so no JSON pointer.
    const auto *at = json.ok() ? &*json : nullptr;
    for (const std::string_view key :
         {std::string_view("context"), std::string_view("extensions"), xapi::extension::kPeriods}) {
        if (!at || !at->is_object() || !at->contains(key))
            return std::optional<double>();
        at = &at->at(key);
    }
    return at->is_number() ? std::optional(at->get<double>()) : std::nullopt;
}

} // namespace kapok::learner
