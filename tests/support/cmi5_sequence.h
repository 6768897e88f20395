// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace kapok::test {

/// What the statements of one learner break of cmi5 (Quartz, sections 9 and 10), as sentences; empty when
/// nothing. Strict: form of each statement, scores and progress, order within each session, what is allowed
/// once in a registration and after what, `satisfied`, and deterministic ids. Nobody is waived. The course in
/// `satisfied` is the one in `grouping`, by its author's id, where cmi5 9.3.9 wants another one (decision
/// 160).
///
/// \p devices: the stored texts each device made, in the order it recorded them. A statement that comes twice
/// counts once, the first time. Two devices that know nothing of each other may contradict cmi5 in one way
/// that no offline program can prevent, a `failed` on one after a `passed` on the other; each device alone
/// may not. \p lessons: activity ids of every lesson of the course, all needed for `satisfied`. A session may
/// be open only when \p mayBeOpen.
[[nodiscard]] std::vector<std::string> cmi5Problems(const std::vector<std::vector<std::string>> &devices,
                                                    const std::vector<std::string> &lessons, bool mayBeOpen);

} // namespace kapok::test
