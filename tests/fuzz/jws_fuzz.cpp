// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/exact_json.h"
#include "core/xapi/signature.h"
#include "core/xapi/vocabulary.h"

#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace {

using namespace kapok::xapi;

/// A statement without attachments that signs itself passes as soon as its signature does: nothing it may
/// hold makes it another than it is.
void checkItself(std::string_view text, const Jws &jws, bool holds)
{
    auto statement = parseExact(jws.payload);
    const bool signs = statement.ok() && statement->is_object() && !statement->contains("attachments");
    if (signs)
        (*statement)["attachments"].push_back({{"usageType", attachment::kSignature}});
    for (const auto version : {Version::V1_0_3, Version::V2_0_0}) {
        const auto status =
            checkSignedStatement(text, signs ? *statement : nlohmann::json::object(), 0, version);
        if (status.ok() && !holds)
            std::abort();
        if (signs && holds && !status.ok())
            std::abort();
    }
}

} // namespace

/// Reads any bytes as a JSON web signature, checks it, and checks it as the signature of the statement in it.
/// What is accepted names an allowed algorithm.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto jws = readJws(text);
    if (!jws.ok())
        return 0;
    if (jws->algorithm != "RS256" && jws->algorithm != "RS384" && jws->algorithm != "RS512")
        std::abort();
    checkItself(text, *jws, checkSignature(*jws).ok());
    return 0;
}
