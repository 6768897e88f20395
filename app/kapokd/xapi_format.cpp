// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/xapi_format.h"

#include <nlohmann/json.hpp>
#include <sstream>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

void keepIds(json &value)
{
    if (value.is_array()) {
        for (auto &item : value)
            keepIds(item);
        return;
    }
    if (!value.is_object())
        return;
    const bool isAgent = value.contains("account") || value.contains("mbox") || value.contains("openid") ||
                         value.contains("mbox_sha1sum");
    if (isAgent)
        value.erase("name");
    for (const char *key : {"display", "definition"})
        value.erase(key);
    for (const char *key : {"actor", "verb", "object", "authority", "member", "contextActivities", "context",
                            "grouping", "parent", "category", "other", "instructor", "team"}) {
        if (value.contains(key))
            keepIds(value[key]);
    }
}

/// The languages of an Accept-Language header, best first as they are written.
std::vector<std::string> languagesOf(const std::string &header)
{
    std::vector<std::string> languages;
    std::istringstream parts(header);
    for (std::string part; std::getline(parts, part, ',');) {
        part = part.substr(0, part.find(';'));
        part.erase(0, part.find_first_not_of(' '));
        if (!part.empty())
            languages.push_back(part);
    }
    return languages;
}

void chooseLanguage(json &map, const std::vector<std::string> &languages)
{
    if (!map.is_object() || map.size() < 2)
        return;
    for (const auto &language : languages) {
        for (const auto &[tag, text] : map.items()) {
            if (tag == language || tag.starts_with(language + "-") || language.starts_with(tag + "-")) {
                map = json{{tag, json(text)}};
                return;
            }
        }
    }
    map = json{{map.begin().key(), json(map.begin().value())}};
}

void makeCanonical(json &value, const std::vector<std::string> &languages)
{
    if (value.is_array()) {
        for (auto &item : value)
            makeCanonical(item, languages);
    }
    if (!value.is_object())
        return;
    for (auto &[key, member] : value.items()) {
        const bool isMap = key == "display" || key == "description" || (key == "name" && member.is_object());
        if (isMap)
            chooseLanguage(member, languages);
        else if (key != "extensions")
            makeCanonical(member, languages);
    }
}

} // namespace

std::string formatted(const std::string &statement, xapi::Format format, const std::string &acceptLanguage)
{
    if (format == xapi::Format::Exact)
        return statement;
    json value = json::parse(statement, nullptr, false);
    if (format == xapi::Format::Ids)
        keepIds(value);
    else
        makeCanonical(value, languagesOf(acceptLanguage));
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace kapok::kapokd
