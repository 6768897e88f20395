// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

/// The invented province that `kapokd demo` makes. Nobody in it exists.
namespace kapok::kapokd::demo {

struct UnitData {
    const char *key; ///< how people below name it
    const char *parent;
    const char *kind;
    const char *vi;
    const char *zh;
    const char *en;
};

/// How far a teacher has come.
enum class Way { None, Begun, Half, Most, Whole };

struct PersonData {
    const char *account;
    const char *name;
    const char *language;
    const char *formOfAddress;
    const char *unit;
    const char *roles; ///< blank between
    const char *note;  ///< on the shared tablet; "": not on it
    Way way = Way::None;
};

[[nodiscard]] std::span<const UnitData> units();
[[nodiscard]] std::span<const PersonData> people();

/// Everybody's. For showing only.
inline constexpr const char *kPassword = "hoc-cung-kapok";
inline constexpr const char *kPin = "1234";
inline constexpr const char *kTablet = "Máy tính bảng số 04";

} // namespace kapok::kapokd::demo
