// SPDX-License-Identifier: Apache-2.0
#include "core/sync/server_json.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/library/catalogue_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::sync {
namespace {

using nlohmann::json;

/// An error's sentence is shown to people; more than this is no sentence.
constexpr std::size_t kMaxMessageBytes = 500;

/// Runs \p read on the parsed body; whatever is missing or of another type gives Corrupt.
template <class Read>
auto readBody(std::string_view body, const char *what, Read read) -> Result<decltype(read(json()))>
{
    try {
        return read(json::parse(body));
    } catch (const json::exception &exception) {
        return Error{ErrorCode::Corrupt, std::string("The server's ") + what +
                                             " is not what the protocol says: " + exception.what()};
    }
}

std::string text(const json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

LocalizedText names(const json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return {};
    return {found->get<std::map<std::string, std::string>>()};
}

std::optional<Time> timeIf(const json &object, const char *key)
{
    const auto written = text(object, key);
    if (written.empty())
        return {};
    const auto time = parseIso8601(written);
    return time.ok() ? std::optional(*time) : std::nullopt;
}

/// A count that an older server does not tell.
std::optional<int> countIf(const json &object, const char *key)
{
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? std::nullopt : std::optional(found->get<int>());
}

Time timeOf(const json &object, const char *key)
{
    return timeIf(object, key).value_or(Time{});
}

Unit unitOf(const json &value)
{
    return {{value.at("id").get<std::string>()},
            text(value, "kind"),
            {text(value, "parent")},
            names(value, "names"),
            text(value, "valid_from"),
            text(value, "valid_to")};
}

std::vector<course::PublicKey> keysOf(const json &list)
{
    std::vector<course::PublicKey> keys;
    for (const auto &item : list) {
        const auto bytes = fromBase64(item.at("public_key").get<std::string>());
        course::PublicKey key;
        if (!bytes.ok() || bytes->size() != key.bytes.size())
            continue; // a kind of key this version does not know
        std::copy(bytes->begin(), bytes->end(), key.bytes.begin());
        key.name = text(item, "name");
        keys.push_back(std::move(key));
    }
    return keys;
}

NodeInfo nodeOf(const json &value)
{
    NodeInfo node;
    node.name = text(value, "name");
    node.names = names(value, "names");
    node.country = text(value, "country");
    node.version = text(value, "version");
    node.time = timeOf(value, "time");
    node.homePage = value.at("home_page").get<std::string>();
    if (const auto keys = value.find("trusted_keys"); keys != value.end())
        node.trustedKeys = keysOf(*keys);
    return node;
}

Person personOf(const json &value)
{
    Person person;
    person.id.value = value.at("id").get<std::string>();
    person.account = value.at("account").get<std::string>();
    person.name = value.at("name").get<std::string>();
    person.nameLanguage = text(value, "name_language");
    person.formOfAddress = text(value, "form_of_address");
    for (const auto &role : value.at("roles"))
        person.roles.push_back({role.at("role").get<std::string>(), {text(role, "unit")}});
    if (const auto unit = value.find("unit"); unit != value.end() && unit->is_object())
        person.unit = unitOf(*unit);
    person.homePage = value.at("home_page").get<std::string>();
    return person;
}

PersonProgress progressOf(const json &value)
{
    PersonProgress row;
    row.person.value = value.at("person").get<std::string>();
    row.name = text(value, "name");
    row.nameLanguage = text(value, "name_language");
    row.account = text(value, "account");
    row.unit.value = text(value, "unit");
    row.course.value = text(value, "course");
    row.state = value.at("state").get<std::string>();
    if (const auto found = value.find("progress"); found != value.end() && found->is_number())
        row.progress = found->get<double>();
    if (const auto found = value.find("mark"); found != value.end() && found->is_number())
        row.mark = found->get<double>();
    row.date = timeIf(value, "date");
    row.due = timeIf(value, "due");
    row.lastSeen = timeIf(value, "last_seen");
    return row;
}

} // namespace

Result<NodeInfo> readNodeInfo(std::string_view body)
{
    return readBody(body, "description of itself", nodeOf);
}

Result<SignedIn> readSignedIn(std::string_view body)
{
    return readBody(body, "answer to a sign-in", [](const json &value) {
        const auto &credential = value.at("credential");
        return SignedIn{personOf(value.at("person")),
                        {credential.at("key").get<std::string>(), credential.at("secret").get<std::string>()},
                        nodeOf(value.at("node"))};
    });
}

Result<Person> readPerson(std::string_view body)
{
    return readBody(body, "description of a person", personOf);
}

Result<library::Assignments> readAssignmentList(std::string_view body)
{
    const auto value = json::parse(body, nullptr, false);
    return library::readAssignments(value);
}

Result<library::Catalogue> readCatalogue(std::string_view body)
{
    const auto value = json::parse(body, nullptr, false);
    const auto courses = value.is_object() ? value.find("courses") : value.end();
    if (!value.is_object() || courses == value.end() || !courses->is_array())
        return Error{ErrorCode::Corrupt, "The server's catalogue is not what the protocol says."};
    library::Catalogue catalogue;
    catalogue.asOf = timeOf(value, "as_of");
    for (const auto &item : *courses) {
        KAPOK_TRY_ASSIGN(auto entry, library::readCatalogueEntry(item));
        catalogue.courses.push_back(std::move(entry));
    }
    return catalogue;
}

Result<Units> readUnits(std::string_view body)
{
    return readBody(body, "list of units", [](const json &value) {
        Units out;
        for (const auto &item : value.at("units"))
            out.units.push_back(unitOf(item));
        out.asOf = timeOf(value, "as_of");
        return out;
    });
}

Result<Figures> readFigures(std::string_view body)
{
    return readBody(body, "list of figures", [](const json &value) {
        Figures out;
        out.asOf = timeOf(value, "as_of");
        out.from = text(value, "from");
        out.to = text(value, "to");
        out.course = text(value, "course");
        for (const auto &item : value.at("units"))
            out.units.push_back({{item.at("unit").get<std::string>()},
                                 item.at("people").get<int>(),
                                 item.at("assigned").get<int>(),
                                 item.at("started").get<int>(),
                                 item.at("completed").get<int>(),
                                 item.at("late").get<int>(),
                                 countIf(item, "finished"),
                                 countIf(item, "late_people"),
                                 timeIf(item, "late_since")});
        out.isCounting = value.value("counting", false);
        if (const auto devices = value.find("devices"); devices != value.end()) {
            out.devicesKnown = devices->at("known").get<int>();
            out.devicesSilent = devices->at("silent").get<int>();
        }
        return out;
    });
}

Result<ProgressList> readProgress(std::string_view body)
{
    return readBody(body, "list of people", [](const json &value) {
        ProgressList out;
        out.asOf = timeOf(value, "as_of");
        for (const auto &item : value.at("people"))
            out.people.push_back(progressOf(item));
        if (const auto next = value.find("next"); next != value.end() && next->is_string())
            out.next = next->get<std::string>();
        return out;
    });
}

std::string readMessage(std::string_view body)
{
    const auto value = json::parse(body, nullptr, false);
    if (!value.is_object())
        return {};
    std::string message = text(value, "message");
    if (const auto path = text(value, "path"); !message.empty() && !path.empty())
        message += " (" + path + ")";
    return message.size() <= kMaxMessageBytes && isUtf8(message) ? message : std::string();
}

} // namespace kapok::sync
