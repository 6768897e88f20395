// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/importer.h"

#include "core/base/ids.h"
#include "core/xapi/attachments.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

constexpr std::size_t kBatch = 50;

/// What all statements of one request to the store share.
using Origin = std::pair<xapi::Version, std::string>; ///< version, authority

Origin originOf(const json &statement, const std::string &fallback)
{
    const auto authority = statement.find("authority");
    const auto version = statement.find("version");
    const bool isTwo = version != statement.end() && version->is_string() &&
                       version->get_ref<const std::string &>().starts_with("2.");
    const bool isNamed = authority != statement.end() && authority->is_object();
    return {isTwo ? xapi::Version::V2_0_0 : xapi::Version::V1_0_3, isNamed ? authority->dump() : fallback};
}

/// Its id as it is kept, or "".
std::string lowerId(const json &statement)
{
    const auto found = statement.find("id");
    std::string id = found != statement.end() && found->is_string() ? found->get<std::string>() : "";
    std::transform(id.begin(), id.end(), id.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    return id;
}

/// An id for a statement that has none: a second import of the same text knows it.
std::string idMadeOf(const std::string &text)
{
    return uuidV5(kUuidNamespace, text);
}

std::string withId(const std::string &statement, const std::string &newId)
{
    if (newId.empty())
        return statement;
    const auto behindBrace = statement.find('{') + 1;
    const bool isEmpty = statement.find('"') == std::string::npos;
    return statement.substr(0, behindBrace) + "\"id\":\"" + newId + (isEmpty ? "\"" : "\",") +
           statement.substr(behindBrace);
}

/// Whether the database said no to what was given, rather than being unable to write.
bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::Conflict ||
           error.code == ErrorCode::Forbidden;
}

} // namespace

struct Importer::Line {
    std::string text;
    std::string newId; ///< "" when it has one
};

struct Importer::Batch {
    Origin origin;
    std::vector<Line> statements;
    std::vector<lrs::Attachment> attachments; ///< of one statement, which is alone then
};

Importer::Importer(Service &service, Refused refused) : m_service(service), m_refused(std::move(refused))
{
    const auto node = service.roster.node();
    m_authority = json{{"objectType", "Agent"},
                       {"account",
                        {{"homePage", node.ok() ? node->homePage : "https://kapok.example"},
                         {"name", "client:import"}}}}
                      .dump();
}

Status Importer::add(const std::vector<std::string> &statements, const Brought &brought)
{
    Batch batch;
    for (const std::string &text : statements) {
        ++m_counts.read;
        const auto statement = json::parse(text, nullptr, false);
        if (!statement.is_object()) {
            refuse(text, {ErrorCode::InvalidInput, "It is no JSON object"});
            continue;
        }
        Result<std::vector<lrs::Attachment>> attachments{std::vector<lrs::Attachment>()};
        if (xapi::mayHaveAttachments(text))
            attachments = brought(lowerId(statement), text);
        if (!attachments.ok()) {
            refuse(text, attachments.error());
            continue;
        }
        Origin origin = originOf(statement, m_authority);
        const bool isAlone = !attachments->empty() || !batch.attachments.empty();
        if (!batch.statements.empty() &&
            (isAlone || origin != batch.origin || batch.statements.size() == kBatch)) {
            KAPOK_TRY(store(batch));
            batch.statements.clear();
        }
        batch.origin = std::move(origin);
        batch.attachments = *std::move(attachments);
        batch.statements.push_back({text, statement.contains("id") ? "" : idMadeOf(text)});
    }
    return batch.statements.empty() ? success() : store(batch);
}

Status Importer::store(const Batch &batch)
{
    lrs::AddRequest request;
    std::tie(request.version, request.authority) = batch.origin;
    request.body.assign(1, '[');
    for (const Line &line : batch.statements)
        request.body += (request.body.size() > 1 ? "," : "") + withId(line.text, line.newId);
    request.body += "]";
    request.attachments = batch.attachments;
    const auto before = m_service.writer.counts().statements;
    const auto stored = m_service.statements.add(request);
    if (stored.ok()) {
        const auto added = m_service.writer.counts().statements - before;
        m_counts.added += added;
        m_counts.known += batch.statements.size() - std::min<std::size_t>(added, batch.statements.size());
        return success();
    }
    if (!isRefusal(stored.error()))
        return stored.error();
    if (batch.statements.size() == 1) {
        refuse(batch.statements.front().text, stored.error());
        return success();
    }
    const auto middle = batch.statements.begin() + static_cast<std::ptrdiff_t>(batch.statements.size() / 2);
    KAPOK_TRY(store({batch.origin, {batch.statements.begin(), middle}, {}}));
    return store({batch.origin, {middle, batch.statements.end()}, {}});
}

void Importer::refuse(const std::string &statement, const Error &reason)
{
    ++m_counts.refused;
    const auto value = json::parse(statement, nullptr, false);
    const bool hasId = value.is_object() && value.contains("id") && value.at("id").is_string();
    m_refused(hasId ? value.at("id").get<std::string>() : std::string(), reason);
}

} // namespace kapok::kapokd
