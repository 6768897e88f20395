// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/expected.h"

#include "core/lrs/interning.h"
#include "core/lrs/knowledge.h"
#include "core/lrs/memory.h"

#include <algorithm>

namespace kapok::lrs {
namespace {

using Kind = Memory::Kind;

bool areKnown(const Memory &memory, const Mentions &mentions)
{
    const auto knowsAgent = [&](const auto &agent) { return memory.has(Kind::Agent, agent.ifi); };
    const auto knowsActivity = [&](const auto &activity) { return memory.has(Kind::Activity, activity.iri); };
    return std::ranges::all_of(mentions.agents, knowsAgent) &&
           std::ranges::all_of(mentions.activities, knowsActivity) && hasLearnt(mentions);
}

bool saysOnlyThatSheWasThere(const FigureEvent &event)
{
    return event.lesson.empty() && !event.courseSatisfied;
}

bool isExpected(const Memory &memory, const Prepared &statement)
{
    return statement.hasTimestamp && statement.target.empty() && memory.has(Kind::Verb, statement.verb) &&
           (statement.registration.empty() ||
            memory.has(Kind::Registration, uuidBytes(statement.registration))) &&
           areKnown(memory, statement.mentions) &&
           (!statement.figure || saysOnlyThatSheWasThere(*statement.figure));
}

} // namespace

bool isExpected(const Insertion &insertion, Micros stored)
{
    const Memory *const memory = Memory::current();
    return memory && insertion.request.attachments.empty() &&
           memory->has(Kind::Authority, insertion.request.authority) &&
           memory->has(Kind::Month, monthOf(stored)) &&
           std::ranges::all_of(insertion.prepared.statements,
                               [&](const Prepared &statement) { return isExpected(*memory, statement); });
}

} // namespace kapok::lrs
