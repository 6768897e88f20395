// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/learner/people.h"

#include <string>
#include <string_view>

/// The JSON columns of device.db. Reading is lenient: what is missing stays empty.
namespace kapok::learner {

[[nodiscard]] std::string namesToJson(const LocalizedText &names);
[[nodiscard]] LocalizedText namesFromJson(std::string_view json);
[[nodiscard]] std::string rolesToJson(const std::vector<PersonRole> &roles);
[[nodiscard]] std::vector<PersonRole> rolesFromJson(std::string_view json);
[[nodiscard]] std::string nodeToJson(const Node &node);
[[nodiscard]] Node nodeFromJson(std::string_view server, std::string_view json);

} // namespace kapok::learner
