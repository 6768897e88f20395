// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xapi/json_document.h"
#include "core/xapi/statement.h"

#include <string>
#include <string_view>
#include <vector>

namespace kapok::lrs {

/// How an Agent or identified Group is known: "account HOMEPAGE NAME", "mbox mailto:…", "mbox_sha1sum …" or
/// "openid …"; "" for an anonymous Group and for what is no agent.
[[nodiscard]] std::string ifiOf(xapi::JsonValue agent);
[[nodiscard]] std::string ifiOf(const xapi::Account &account);
/// Of JSON; "" for what is none.
[[nodiscard]] std::string ifiOfText(std::string_view agent);

/// Everything a statement names, for the filters of `GET /xapi/statements`. What is a view is one into the
/// statement's document or its text.
struct Mentions {
    struct Agent {
        std::string ifi;
        bool isRelated = false; ///< not actor, object, or a member of these
    };
    struct Activity {
        std::string_view iri;
        bool isRelated = false; ///< not the object
    };
    struct Name {
        std::string ifi;
        std::string_view name; ///< what she is called
    };
    struct Definition {
        std::string_view iri;
        std::string_view json; ///< as it was written
    };
    std::vector<Agent> agents;        ///< each once
    std::vector<Activity> activities; ///< each once
    std::vector<Name> names;
    std::vector<Definition> definitions;
};
/// \p statement must be valid. \p authority: the Agent who vouches for it, one of the related agents.
[[nodiscard]] Mentions mentionsOf(xapi::JsonValue statement, xapi::JsonValue authority);

} // namespace kapok::lrs
