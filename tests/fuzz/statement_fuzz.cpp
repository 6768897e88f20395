// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/attachments.h"
#include "core/xapi/equality.h"
#include "core/xapi/exact_json.h"
#include "core/xapi/projections.h"
#include "core/xapi/reader.h"
#include "core/xapi/validate.h"

#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace {

using namespace kapok::xapi;

void check(bool holds)
{
    if (!holds)
        std::abort();
}

bool isValid(const nlohmann::json &value, Version version)
{
    return validateText(exactText(value), version).ok();
}

void checkValid(const nlohmann::json &statement, std::string_view text, Version version)
{
    auto ids = statement;
    keepIds(ids);
    auto canonical = statement;
    makeCanonical(canonical, {}, "vi, en;q=0.5");
    auto canonicalIds = canonical;
    keepIds(canonicalIds);
    check(matchesJson(statement, statement, version) && matchesText(text, text, version));
    check(isValid(ids, version) && isValid(canonical, version) && canonicalIds == ids);
    static_cast<void>(checkAttachments(statement, {}, version));
}

} // namespace

/// Reads any bytes as a statement in both versions, as the app reads one, and with the numbers as they were
/// written. All readers agree on what is JSON. Whatever is accepted equals itself, and stays a valid
/// statement that equals itself when it is cut down to ids or made canonical.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto document = JsonDocument::parse(text);
    const auto statement = parseJson(text);
    const auto exact = parseExact(text);
    check(document.ok() == statement.ok() && document.ok() == exact.ok());
    if (!document.ok())
        return 0;
    check(document->root().isObject() == statement->is_object());
    const auto again = parseExact(exactText(*exact));
    check(again.ok() && *again == *exact);
    static_cast<void>(readText(text));
    for (const auto version : {Version::V1_0_3, Version::V2_0_0}) {
        if (!validate(document->root(), version).ok())
            continue;
        checkValid(*statement, text, version);
        checkValid(*exact, text, version);
    }
    return 0;
}
