// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/alternate.h"
#include "core/xapi/formats.h"
#include "core/xapi/validate.h"

#include <cstdint>
#include <cstdlib>
#include <fmt/format.h>
#include <initializer_list>

namespace {

using namespace kapok::xapi;

void check(bool holds)
{
    if (!holds)
        std::abort();
}

std::string encoded(const Parameters &form)
{
    const auto encode = [](const std::string &text) {
        std::string out;
        for (const char c : text)
            out += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        return out;
    };
    std::string out;
    for (const auto &[name, value] : form)
        out += encode(name) + "=" + encode(value) + "&";
    return out;
}

bool isAgent(const std::string &text)
{
    const auto agent = JsonDocument::parse(text);
    return agent.ok() && validateActor(agent->root()).ok();
}

bool isIndexedIri(const std::string &text)
{
    return isIri(text) && text.size() <= kMaxIndexedBytes;
}

void readStatements(const Parameters &form, const Parameters &reversed)
{
    const auto query = parseStatementQuery(form);
    check(query.ok() == parseStatementQuery(reversed).ok());
    if (query.ok()) {
        check(!query->statementId || isStatementId(query->statementId->value));
        check(!query->voidedStatementId || isStatementId(query->voidedStatementId->value));
        check(!(query->statementId && query->voidedStatementId));
        check(!query->registration || isStatementId(query->registration->value));
        check(query->agent.empty() || isAgent(query->agent));
        check(query->verb.empty() || isIndexedIri(query->verb));
        check(query->activity.empty() || isIndexedIri(query->activity));
        check(query->limit >= 0);
    }
    const auto id = parsePutStatement(form);
    check(!id.ok() || isStatementId(id->value));
}

void readDocuments(const Parameters &form, const Parameters &reversed)
{
    using Kind = DocumentQuery::Kind;
    for (const Kind kind : {Kind::State, Kind::ActivityProfile, Kind::AgentProfile}) {
        const auto read = parseDocumentQuery(form, kind, DocumentUse::Read);
        const bool writes = parseDocumentQuery(form, kind, DocumentUse::Write).ok();
        const bool deletes = parseDocumentQuery(form, kind, DocumentUse::Delete).ok();
        check(read.ok() == parseDocumentQuery(reversed, kind, DocumentUse::Read).ok());
        check(read.ok() || (!writes && !deletes)); // what may be written or deleted may be read
        check(deletes || !writes);
        if (!read.ok())
            continue;
        check(kind == Kind::AgentProfile || isIndexedIri(read->activityId));
        check(kind == Kind::ActivityProfile || isAgent(read->agent));
        check(read->documentId.size() <= kMaxIndexedBytes);
        check(!writes || !read->documentId.empty());
    }
}

void readOthers(const Parameters &form)
{
    const auto activity = parseActivityQuery(form);
    check(!activity.ok() || isIndexedIri(*activity));
    const auto agent = parseAgentQuery(form);
    check(!agent.ok() || isAgent(*agent));
}

/// The request inside a POST holds no more than the form did.
void readAlternate(std::string_view text)
{
    for (const char *method : {"GET", "HEAD", "PUT", "POST", "DELETE", "x"}) {
        const auto request = parseAlternate({{"method", method}}, text);
        if (!request.ok())
            continue;
        std::size_t bytes = request->content.size();
        for (const auto &fields : {request->headers, request->query})
            for (const auto &[name, value] : fields)
                bytes += name.size() + value.size();
        check(request->method == method && bytes <= text.size());
    }
}

} // namespace

/// Reads any bytes as a query string, as the parameters of every resource, and as the form of an alternate
/// request. What a form holds is never longer than its text and comes back when it is written again; what a
/// resource accepts has the form it asks for, in whatever order the parameters come.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    static_cast<void>(percentDecode(text, false));
    readAlternate(text);
    const auto form = parseForm(text);
    if (!form)
        return 0;
    std::size_t bytes = 0;
    for (const auto &[name, value] : *form)
        bytes += name.size() + value.size();
    check(bytes <= size);
    check(parseForm(encoded(*form)) == form);
    const Parameters reversed(form->rbegin(), form->rend());
    readStatements(*form, reversed);
    readDocuments(*form, reversed);
    readOthers(*form);
    return 0;
}
