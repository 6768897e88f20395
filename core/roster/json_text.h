// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>

/// How maps of texts lie in a column. Private to this folder.
namespace kapok::roster {

[[nodiscard]] inline std::string toJsonText(const std::map<std::string, std::string> &texts)
{
    return nlohmann::json(texts).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

[[nodiscard]] inline std::map<std::string, std::string> fromJsonText(const std::string &text)
{
    std::map<std::string, std::string> texts;
    const auto value = nlohmann::json::parse(text, nullptr, false);
    for (const auto &[key, item] : value.items())
        if (item.is_string())
            texts.emplace(key, item.get<std::string>());
    return texts;
}

} // namespace kapok::roster
