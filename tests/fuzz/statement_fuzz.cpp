// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/equality.h"
#include "core/xapi/projections.h"
#include "core/xapi/reader.h"
#include "core/xapi/validate.h"

#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>

/// Reads any bytes as a statement in both versions. Whatever is accepted equals itself, and stays a valid
/// statement that equals itself when it is cut down to ids or made canonical.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kapok::xapi;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto document = JsonDocument::parse(text);
    const auto statement = parseJson(text);
    if (document.ok() != statement.ok() ||
        (document.ok() && document->root().isObject() != statement->is_object()))
        std::abort();
    if (!statement.ok())
        return 0;
    const auto isValid = [](const nlohmann::json &value, Version version) {
        return validateText(value.dump(), version).ok();
    };
    for (const auto version : {Version::V1_0_3, Version::V2_0_0}) {
        if (!validate(document->root(), version).ok())
            continue;
        auto ids = *statement;
        keepIds(ids);
        auto canonical = *statement;
        makeCanonical(canonical, {}, "vi, en;q=0.5");
        auto canonicalIds = canonical;
        keepIds(canonicalIds);
        const bool fine = matchesJson(*statement, *statement, version) && isValid(ids, version) &&
                          isValid(canonical, version) && canonicalIds == ids;
        if (!fine)
            std::abort();
    }
    return 0;
}
