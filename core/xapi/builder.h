// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/xapi/reader.h"
#include "core/xapi/statement.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Every statement of docs/protocol.md, made here and nowhere else. Pure; from any thread.
namespace kapok::xapi {

/// One enrolment of a learner in a course: UUIDv5 of course iri, home page and account name, each on its own
/// line, so that all her devices and the server agree without asking.
[[nodiscard]] RegistrationId registrationId(std::string_view courseIri, const Account &account);

/// The id of a statement that exists once per registration: UUIDv5 of registration, activity id and verb,
/// each on its own line.
[[nodiscard]] StatementId onceOnlyId(const RegistrationId &registration, std::string_view activityId,
                                     std::string_view verb);

/// Whether \p id was minted by onceOnlyId() (a UUID of version 5).
[[nodiscard]] bool isOnceOnly(const StatementId &id);

/// An activity as statements describe it. `name` in every language there is.
struct Activity {
    std::string id; ///< IRI
    LocalizedText name;
};

/// What all statements of one learner's session in one lesson share.
struct SessionContext {
    Account actor;
    Activity course;
    Activity lesson;
    SessionId session;
    std::string language; ///< BCP 47, the language she reads in; "" leaves it out
    std::optional<std::chrono::milliseconds> clockOffset; ///< server minus device, when measured
    std::optional<double> masteryScore; ///< 0..1, only of a lesson with questions: what passes it
};

/// cmi5 moveOn of a lesson.
enum class MoveOn { Completed, CompletedAndPassed };

/// cmi5 launchMode: a session for Review holds nothing but that it was opened and left.
enum class LaunchMode { Normal, Review };

/// A question as `cmi.interaction` (xAPI 1.0.3 Data, 2.4.4.1).
struct Interaction {
    enum class Type { Choice, Sequencing };
    struct Component {
        std::string id;
        LocalizedText description;
    };

    Type type = Type::Choice;
    LocalizedText question;
    std::vector<Component> choices;
    std::vector<std::string> correct; ///< ids; any order for Choice, the right order for Sequencing
};

/// What she answered and how it was graded.
struct AnswerResult {
    std::vector<std::string> response; ///< ids, in her order
    double scaled = 0;                 ///< 0..1
    bool success = false;
    std::chrono::milliseconds duration{0};
    int attempt = 1; ///< which try at the lesson
};

/// A statement made here, with what reading it back would give.
struct Made : Statement {
    Parsed parsed;
};

/// She opens a lesson: the app as launcher.
[[nodiscard]] Made launched(const SessionContext &context, MoveOn moveOn, LaunchMode mode, Time now);
[[nodiscard]] Made initialized(const SessionContext &context, Time now);
/// A page was shown for the first time in this registration.
[[nodiscard]] Made experienced(const SessionContext &context, const Activity &page, Time now);
[[nodiscard]] Made answered(const SessionContext &context, const Activity &page,
                            const Interaction &interaction, const AnswerResult &result, Time now);
/// The completion rule holds for the first time. \p duration is the time since the session began.
[[nodiscard]] Made completed(const SessionContext &context, std::chrono::milliseconds duration, Time now);
/// \p scaled reaches the mastery score of \p context.
[[nodiscard]] Made passed(const SessionContext &context, double scaled, int attempt,
                          std::chrono::milliseconds duration, Time now);
/// \p scaled does not; what rounding would lift to the mastery score stays below it.
[[nodiscard]] Made failed(const SessionContext &context, double scaled, int attempt,
                          std::chrono::milliseconds duration, Time now);
[[nodiscard]] Made terminated(const SessionContext &context, std::chrono::milliseconds duration, Time now);
/// Closes a session that never terminated, at the next start of the app.
[[nodiscard]] Made abandoned(const SessionContext &context, std::chrono::milliseconds duration, Time now);
/// Every lesson of the course moved on. \p periods are the training periods this earns, so that her record
/// tells them also when the course is gone.
[[nodiscard]] Made satisfied(const SessionContext &context, Time now, std::optional<double> periods = {});

} // namespace kapok::xapi
