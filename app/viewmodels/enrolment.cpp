// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/enrolment.h"

#include "app/viewmodels/device.h"
#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/sync/curl_transport.h"
#include "core/sync/download.h"
#include "core/sync/server_api.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <set>

namespace kapok::viewmodels {
namespace {

/// Copies what the server says of somebody; what is only known here (note, PIN) stays.
void update(learner::Person &person, const sync::Person &said)
{
    person.id = said.id;
    person.account = said.account;
    person.homePage = said.homePage;
    person.name = said.name;
    person.nameLanguage = said.nameLanguage;
    person.formOfAddress = said.formOfAddress;
    person.unit = said.unit.id;
    person.unitNames = said.unit.names;
    person.roles.clear();
    for (const auto &role : said.roles)
        person.roles.push_back({role.role, role.unit});
}

learner::Node toNode(const std::string &server, const sync::NodeInfo &info)
{
    learner::Node node{server, info.name, info.names, info.country, info.homePage, {}};
    for (const auto &key : info.trustedKeys) {
        const std::string_view bytes(reinterpret_cast<const char *>(key.bytes.data()), key.bytes.size());
        node.trustedKeys.push_back({key.id(), toBase64(bytes), key.name});
    }
    return node;
}

Result<std::vector<course::PublicKey>> keysOf(const learner::Node &node)
{
    std::vector<course::PublicKey> trusted;
    for (const auto &stored : node.trustedKeys) {
        KAPOK_TRY_ASSIGN(const std::string bytes, fromBase64(stored.publicKey));
        course::PublicKey key;
        if (bytes.size() != key.bytes.size())
            return Error{ErrorCode::Corrupt, "a stored public key has the wrong length"};
        std::copy(bytes.begin(), bytes.end(), key.bytes.begin());
        key.name = stored.name;
        trusted.push_back(key);
    }
    return trusted;
}

std::string field(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toStdString();
}

Status enrolPerson(Desk &desk, const Enrolment &enrolment, const EnrolmentPerson &wanted,
                   sync::Transport &transport)
{
    const sync::DeviceInfo device{desk.people->deviceId(), enrolment.deviceName,
                                  QSysInfo::prettyProductName().toStdString()};
    sync::ServerApi door(transport, enrolment.server, std::nullopt, {});
    auto signedIn = door.signIn(wanted.account, wanted.password, device);
    if (!signedIn.ok())
        return Error{signedIn.error().code, "account " + wanted.account + ": " + signedIn.error().detail};
    KAPOK_TRY(keepSignedIn(desk, enrolment.server, *signedIn, wanted.pin, wanted.note));
    sync::ServerApi server(transport, enrolment.server, signedIn->credential, {});
    KAPOK_TRY_ASSIGN(const auto assignments, server.assignments());
    KAPOK_TRY(desk.library->setAssignments(signedIn->person.id, assignments));
    KAPOK_TRY_ASSIGN(const auto catalogue, server.catalogue());
    if (catalogue)
        KAPOK_TRY(desk.library->setCatalogue(*catalogue));
    KAPOK_TRY_ASSIGN(const auto covers, desk.library->lackingCovers());
    for (const auto &cover : covers)
        KAPOK_TRY(sync::downloadCover(server, *desk.library, cover));
    for (const auto &course : enrolment.courses) {
        if (auto fetched = sync::downloadCourse(server, *desk.library, CourseId{course}); !fetched.ok())
            return fetched.error();
    }
    return success();
}

} // namespace

Status keepSignedIn(Desk &desk, const std::string &server, const sync::SignedIn &signedIn,
                    const std::string &pin, const std::string &note)
{
    learner::Person person;
    if (const auto known = desk.people->find(signedIn.person.id); known.ok())
        person = *known;
    update(person, signedIn.person);
    person.server = server;
    if (!note.empty())
        person.note = note;
    KAPOK_TRY(desk.people->add(person));
    if (!pin.empty())
        KAPOK_TRY(desk.people->setPin(person.id, pin));
    KAPOK_TRY(desk.people->setCredential(person.id, {signedIn.credential.key, signedIn.credential.secret}));
    KAPOK_TRY(desk.people->setNode(toNode(server, signedIn.node)));
    return desk.library->setNodeKeys(server, signedIn.node.trustedKeys);
}

namespace {

/// The address that moveToServer() replaces; "" when nobody moves.
std::string addressToMove(const std::vector<learner::Person> &everybody, const std::string &server)
{
    std::set<std::string> others;
    for (const auto &person : everybody) {
        if (person.server == server)
            return {};
        if (!person.server.empty())
            others.insert(person.server);
    }
    if (others.size() > 1)
        log::warn(
            "people of {} servers use this device: say with --server-before which one is now at the new "
            "address",
            others.size());
    return others.size() == 1 ? *others.begin() : std::string();
}

Status moveNode(Desk &desk, const std::string &before, const std::string &server)
{
    KAPOK_TRY_ASSIGN(auto node, desk.people->node(before));
    if (!node)
        return success();
    node->server = server;
    KAPOK_TRY(desk.people->setNode(*node));
    KAPOK_TRY_ASSIGN(const auto trusted, keysOf(*node));
    return desk.library->setNodeKeys(server, trusted);
}

/// Her own xAPI endpoint, when she chose one.
Status addOwnEndpoint(learner::People &people, sync::SyncAccount &account)
{
    KAPOK_TRY_ASSIGN(const auto endpoint, people.setting(account.person, keys::kLrsEndpoint));
    if (!endpoint || endpoint->empty())
        return success();
    KAPOK_TRY_ASSIGN(const auto key, people.setting(account.person, keys::kLrsKey));
    KAPOK_TRY_ASSIGN(const auto secret, people.setting(account.person, keys::kLrsSecret));
    account.xapiUrl = *endpoint;
    account.xapiCredential = {key.value_or(""), secret.value_or("")};
    return success();
}

} // namespace

Status moveToServer(Desk &desk, const std::string &server, const std::string &before)
{
    KAPOK_TRY_ASSIGN(auto everybody, desk.people->all());
    const std::string moved = before.empty() ? addressToMove(everybody, server) : before;
    if (moved.empty() || moved == server)
        return success();
    KAPOK_TRY(moveNode(desk, moved, server));
    for (auto &person : everybody) {
        if (person.server != moved)
            continue;
        person.server = server;
        KAPOK_TRY(desk.people->add(person));
    }
    return success();
}

Result<std::vector<sync::SyncAccount>> syncAccounts(learner::People &people)
{
    std::vector<sync::SyncAccount> accounts;
    KAPOK_TRY_ASSIGN(const auto everybody, people.all());
    for (const auto &person : everybody) {
        sync::SyncAccount account{person.id, person.account, person.homePage, {}, {}, {}, {}};
        KAPOK_TRY_ASSIGN(const auto stored, people.credential(person.id));
        if (stored) {
            account.serverUrl = person.server;
            account.credential = {stored->key, stored->secret};
        }
        KAPOK_TRY(addOwnEndpoint(people, account));
        if (!account.serverUrl.empty() || !account.xapiUrl.empty())
            accounts.push_back(std::move(account));
    }
    return accounts;
}

void storePerson(Device &device, const PersonId &id)
{
    const auto said = device.engine()->person(id);
    if (!said)
        return;
    device.worker().post([id, said](Desk &desk) {
        auto person = desk.people->find(id);
        if (!person.ok())
            return;
        update(*person, *said);
        if (auto stored = desk.people->add(*person); !stored.ok())
            log::warn("cannot store what the server said of a person: {}", stored.error().detail);
    });
}

Result<Enrolment> readEnrolment(const std::string &text)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &problem);
    if (!document.isObject())
        return Error{ErrorCode::InvalidInput,
                     "the enrolment file is not a JSON object: " + problem.errorString().toStdString() +
                         " at byte " + std::to_string(problem.offset)};
    const auto root = document.object();
    Enrolment enrolment{field(root, "server"), field(root.value("device").toObject(), "name"), {}, {}};
    for (const auto &entry : root.value("people").toArray()) {
        const auto person = entry.toObject();
        enrolment.people.push_back({field(person, "account"), field(person, "password"), field(person, "pin"),
                                    field(person, "note")});
        if (enrolment.people.back().account.empty())
            return Error{ErrorCode::InvalidInput, "\"people\" entry " +
                                                      std::to_string(enrolment.people.size()) +
                                                      " of the enrolment file has no \"account\""};
    }
    for (const auto &course : root.value("courses").toArray())
        enrolment.courses.push_back(course.toString().toStdString());
    if (enrolment.people.empty())
        return Error{ErrorCode::InvalidInput, "the enrolment file names no \"people\""};
    return enrolment;
}

Status enrol(const std::filesystem::path &dataDir, const Enrolment &enrolment)
{
    if (enrolment.server.empty())
        return Error{ErrorCode::InvalidInput,
                     "no server: put \"server\" into the enrolment file or give --server URL"};
    const SystemClock clock;
    Desk desk;
    desk.dataDir = dataDir;
    desk.clock = &clock;
    KAPOK_TRY_ASSIGN(auto people, learner::People::open(dataDir, clock));
    KAPOK_TRY_ASSIGN(auto library, library::Library::open(dataDir));
    desk.people = std::move(people);
    desk.library = std::move(library);
    if (!enrolment.deviceName.empty())
        KAPOK_TRY(desk.people->setDeviceSetting(keys::kDeviceName, enrolment.deviceName));
    sync::CurlTransport transport;
    for (const auto &person : enrolment.people)
        KAPOK_TRY(enrolPerson(desk, enrolment, person, transport));
    return success();
}

} // namespace kapok::viewmodels
