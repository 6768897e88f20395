// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// IRIs of cmi5 (Quartz, sections 9 and 10), ADL's verbs, and Kapok's own extensions.
namespace kapok::xapi {

namespace verb {
inline constexpr std::string_view kLaunched = "http://adlnet.gov/expapi/verbs/launched";
inline constexpr std::string_view kInitialized = "http://adlnet.gov/expapi/verbs/initialized";
inline constexpr std::string_view kExperienced = "http://adlnet.gov/expapi/verbs/experienced";
inline constexpr std::string_view kAnswered = "http://adlnet.gov/expapi/verbs/answered";
inline constexpr std::string_view kCompleted = "http://adlnet.gov/expapi/verbs/completed";
inline constexpr std::string_view kPassed = "http://adlnet.gov/expapi/verbs/passed";
inline constexpr std::string_view kFailed = "http://adlnet.gov/expapi/verbs/failed";
inline constexpr std::string_view kTerminated = "http://adlnet.gov/expapi/verbs/terminated";
inline constexpr std::string_view kAbandoned = "https://w3id.org/xapi/adl/verbs/abandoned";
inline constexpr std::string_view kWaived = "https://w3id.org/xapi/adl/verbs/waived";
inline constexpr std::string_view kSatisfied = "https://w3id.org/xapi/adl/verbs/satisfied";
inline constexpr std::string_view kVoided = "http://adlnet.gov/expapi/verbs/voided";
} // namespace verb

namespace activity_type {
inline constexpr std::string_view kCourse = "https://w3id.org/xapi/cmi5/activitytype/course";
inline constexpr std::string_view kLesson = "http://adlnet.gov/expapi/activities/lesson";
inline constexpr std::string_view kPage = "http://id.tincanapi.com/activitytype/page";
inline constexpr std::string_view kInteraction = "http://adlnet.gov/expapi/activities/cmi.interaction";
} // namespace activity_type

namespace category {
inline constexpr std::string_view kCmi5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
inline constexpr std::string_view kMoveOn = "https://w3id.org/xapi/cmi5/context/categories/moveon";
} // namespace category

namespace extension {
inline constexpr std::string_view kSessionId = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
inline constexpr std::string_view kLaunchMode = "https://w3id.org/xapi/cmi5/context/extensions/launchmode";
inline constexpr std::string_view kLaunchUrl = "https://w3id.org/xapi/cmi5/context/extensions/launchurl";
inline constexpr std::string_view kMoveOn = "https://w3id.org/xapi/cmi5/context/extensions/moveon";
inline constexpr std::string_view kMasteryScore =
    "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
/// The server's clock minus the device's, in milliseconds, as measured when the statement was made.
inline constexpr std::string_view kClockOffset = "https://kapok.example/xapi/extensions/clock-offset";
/// Which try at the lesson an answer, pass or fail belongs to: 1 is the first.
inline constexpr std::string_view kAttempt = "https://kapok.example/xapi/extensions/attempt";
/// Training periods (tiết, 学时) that finishing a course earns; in `satisfied`.
inline constexpr std::string_view kPeriods = "https://kapok.example/xapi/extensions/periods";
} // namespace extension

namespace attachment {
inline constexpr std::string_view kSignature = "http://adlnet.gov/expapi/attachments/signature";
} // namespace attachment

} // namespace kapok::xapi
