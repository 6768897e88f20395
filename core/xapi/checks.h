// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/xapi/json_document.h"
#include "core/xapi/validate.h"

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>

/// The pieces validate*.cpp is made of. Private to this folder.
namespace kapok::xapi::check {

/// Where in the statement a check is; becomes text only when something is wrong.
struct Path {
    const Path *parent = nullptr;
    std::string_view key;  ///< of an object's member, or the root's name
    std::size_t index = 0; ///< of an array's element
    bool isIndex = false;

    [[nodiscard]] std::string text() const;
    [[nodiscard]] Path at(std::string_view member) const { return {this, member, 0, false}; }
    [[nodiscard]] Path at(std::size_t element) const { return {this, {}, element, true}; }
};

/// "PATH: RULE"
[[nodiscard]] Error wrong(const Path &path, std::string_view rule);
/// "PATH: RULE, not KIND" for what was found where a \p wanted should be: "not a number", or "not this
/// string" when it is of the right kind. Never what it says. "PATH: is missing: RULE" when nothing was found.
[[nodiscard]] Error wrong(const Path &path, std::string_view rule, JsonValue found, JsonKind wanted);
/// "PATH: is KIND RULE" for the member \p found of the object at \p path, whose key is wrong.
[[nodiscard]] Error wrongKey(const Path &path, const JsonMember &found, std::string_view rule);
/// InvalidInput when \p text, which is looked up by, has more than kMaxIndexedBytes.
[[nodiscard]] Status fitsIndex(std::string_view text, const Path &path);

/// What holds for the whole statement.
struct Rules {
    Version version = Version::V1_0_3;
    bool inSubStatement = false;
};

using Check = Status (*)(JsonValue value, const Path &path, const Rules &rules);

struct Field {
    std::string_view name;
    Check check;
    bool required = false;
};

/// \p value is an object with these fields and no others, each passing its check.
[[nodiscard]] Status object(JsonValue value, const Path &path, const Rules &rules,
                            std::span<const Field> fields);
/// An array whose elements all pass \p element.
[[nodiscard]] Status array(JsonValue value, const Path &path, const Rules &rules, Check element);
/// The string \p expected.
[[nodiscard]] Status constant(JsonValue value, const Path &path, std::string_view expected);
/// The string member \p key of what is changed or compared, or "" when it is absent or no string.
[[nodiscard]] std::string_view textMember(const nlohmann::json &value, std::string_view key);

// Values.
[[nodiscard]] Status string(JsonValue value, const Path &path, const Rules &rules);
/// A string that is kept by itself, not as JSON text, and so has no NUL character.
[[nodiscard]] Status plainText(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status boolean(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status number(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status iri(JsonValue value, const Path &path, const Rules &rules);
/// An IRI that is looked up by: at most kMaxIndexedBytes.
[[nodiscard]] Status indexedIri(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status uuid(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status timestamp(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status languageMap(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status extensions(JsonValue value, const Path &path, const Rules &rules);

// Actors.
[[nodiscard]] Status actor(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status agent(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status group(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status authority(JsonValue value, const Path &path, const Rules &rules);

// Parts of a statement.
[[nodiscard]] Status activity(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status statementReference(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status objectOfStatement(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status subStatement(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status result(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status context(JsonValue value, const Path &path, const Rules &rules);
[[nodiscard]] Status attachments(JsonValue value, const Path &path, const Rules &rules);

} // namespace kapok::xapi::check
