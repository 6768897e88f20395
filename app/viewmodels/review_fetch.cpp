// SPDX-License-Identifier: Apache-2.0
// What a ReviewModel asks the server: figures of every unit, and the people of the unit on the screen.
#include "app/viewmodels/device.h"
#include "app/viewmodels/review_model.h"
#include "core/base/log.h"

#include <QPointer>

#include <algorithm>
#include <iterator>

namespace kapok::viewmodels {
namespace {

/// Figures younger than this are not asked for again just because the page is opened.
constexpr std::chrono::minutes kFresh{1};
/// Rows of people asked for at once.
constexpr int kPart = 500;
/// More rows of one unit are not fetched; a list so long is read by opening a smaller unit.
constexpr std::size_t kMostRows = 2000;
/// Units whose figures below are asked for along with the whole; others when they are opened again.
constexpr std::size_t kMostBelow = 20;

} // namespace

struct ReviewModel::Answer {
    PersonId person;
    std::string choice;
    sync::ReportQuery query;
    std::set<UnitId> opened; ///< whose figures below are wanted
    std::vector<sync::Unit> units;
    sync::Figures figures;
    std::optional<Error> error; ///< what came before it is good

    /// Asks \p server, stopping at the first refusal.
    Status fetch(sync::ServerApi &server)
    {
        KAPOK_TRY_ASSIGN(auto all, server.units());
        units = std::move(all.units);
        KAPOK_TRY_ASSIGN(figures, server.figures(query));
        return fetchBelow(server);
    }
    Status fetchBelow(sync::ServerApi &server)
    {
        auto lacking = openedWithoutFigures(units, opened, figures);
        lacking.resize(std::min(lacking.size(), kMostBelow));
        for (const UnitId &unit : lacking) {
            query.unit = unit;
            KAPOK_TRY_ASSIGN(const auto below, server.figures(query));
            addFigures(figures, below);
        }
        return success();
    }
};

/// The people of one unit on their way, part by part.
struct ReviewModel::Gathering {
    PersonId person;
    std::string choice;
    sync::ReportQuery query; ///< of the next part
    PeopleList list;
    std::optional<Error> error;

    void fetch(sync::ServerApi &server)
    {
        auto part = server.progress(query);
        if (!part.ok()) {
            error = part.error();
            return;
        }
        list.asOf = part->asOf;
        std::ranges::move(part->people, std::back_inserter(list.rows));
        query.after = part->next;
        list.isWhole = part->next.empty();
    }
};

/// What is asked for now.
ReviewModel::Answer ReviewModel::question() const
{
    const Choice asked = choice();
    Answer answer;
    answer.person = m_device->person()->id;
    answer.choice = asked.name;
    answer.query = asked.query;
    answer.opened = m_open;
    answer.opened.insert(m_unit);
    return answer;
}

void ReviewModel::refresh()
{
    if (m_busy || !m_loaded || !m_device->person() || m_device->engine() == nullptr)
        return;
    m_busy = true;
    show();
    Answer answer = question();
    const PersonId person = answer.person;
    m_device->engine()->ask(person, [guard = QPointer(this), device = m_device,
                                     answer = std::move(answer)](sync::ServerApi *server) mutable {
        if (server == nullptr)
            answer.error = Error{ErrorCode::NotFound, "This person has no server."};
        else if (const Status fetched = answer.fetch(*server); !fetched.ok())
            answer.error = fetched.error();
        QMetaObject::invokeMethod(
            device,
            [guard, answer = std::move(answer)] {
                if (guard)
                    guard->received(answer);
            },
            Qt::QueuedConnection);
    });
}

/// Asks for the figures below units that were opened, where they are not here: those of a country come so.
void ReviewModel::fetchBelow()
{
    if (m_busy || m_fetchingBelow || !answer() || !m_device->person() || m_device->engine() == nullptr)
        return;
    Answer wanted = question();
    std::erase_if(wanted.opened, [this](const UnitId &id) { return m_askedBelow.contains(id); });
    wanted.figures = answer()->figures;
    wanted.units = m_data.units;
    const auto lacking = openedWithoutFigures(wanted.units, wanted.opened, wanted.figures);
    if (lacking.empty())
        return;
    wanted.opened = {lacking.begin(), lacking.end()};
    m_askedBelow.insert(lacking.begin(), lacking.end());
    m_fetchingBelow = true;
    const PersonId person = wanted.person;
    m_device->engine()->ask(person, [guard = QPointer(this), device = m_device,
                                     wanted = std::move(wanted)](sync::ServerApi *server) mutable {
        if (server == nullptr)
            wanted.error = Error{ErrorCode::NotFound, "This person has no server."};
        else if (const Status fetched = wanted.fetchBelow(*server); !fetched.ok())
            wanted.error = fetched.error();
        QMetaObject::invokeMethod(
            device,
            [guard, wanted = std::move(wanted)] {
                if (guard)
                    guard->receivedBelow(wanted);
            },
            Qt::QueuedConnection);
    });
}

void ReviewModel::receivedBelow(const Answer &answer)
{
    m_fetchingBelow = false;
    const bool isHers = m_device->person() && m_device->person()->id == answer.person;
    const auto kept = m_data.answers.find(answer.choice);
    // What came with a whole answer meanwhile is newer.
    if (isHers && kept != m_data.answers.end() && kept->second.figures.asOf == answer.figures.asOf) {
        kept->second.figures = answer.figures;
        store(answer.person);
    }
    if (answer.error)
        log::info("no figures below a unit: {}", answer.error->detail);
    show();
    fetchBelow(); // of what was opened meanwhile
}

/// Asks for the people of the unit on the screen, unless they are here and fresh.
void ReviewModel::gather()
{
    const Choice asked = choice();
    const PeopleList *known = m_data.peopleOf(asked.name, m_unit);
    const bool isAll = known && (known->isWhole || known->rows.size() >= kMostRows);
    // Both times are the server's.
    const bool isFresh = isAll && answer() && known->asOf + kFresh >= answer()->figures.asOf;
    if (m_gathering || isFresh || !answer() || !unit(m_unit) || !m_device->person() ||
        m_device->engine() == nullptr)
        return;
    Gathering gathering;
    gathering.person = m_device->person()->id;
    gathering.choice = asked.name;
    gathering.query = asked.query;
    gathering.query.unit = m_unit;
    gathering.query.limit = kPart;
    m_gathering = true;
    gatherPart(std::move(gathering));
}

void ReviewModel::gatherPart(Gathering gathering)
{
    const PersonId person = gathering.person;
    m_device->engine()->ask(person, [guard = QPointer(this), device = m_device,
                                     gathering = std::move(gathering)](sync::ServerApi *server) mutable {
        if (server == nullptr)
            gathering.error = Error{ErrorCode::NotFound, "This person has no server."};
        else
            gathering.fetch(*server);
        QMetaObject::invokeMethod(
            device,
            [guard, gathering = std::move(gathering)] {
                if (guard)
                    guard->gathered(gathering);
            },
            Qt::QueuedConnection);
    });
}

/// Keeps what arrived, and asks for the rest while it is still what the screen shows.
void ReviewModel::gathered(const Gathering &gathering)
{
    m_gathering = false;
    if (!m_device->person() || m_device->person()->id != gathering.person) {
        gather(); // for the one who is here now
        return;
    }
    if (gathering.error) {
        log::info("no newer list of people: {}", gathering.error->detail);
        m_problem = Wording::problem(Situation::ReadFigures, gathering.error->code);
        show();
        return;
    }
    const bool isWanted = gathering.query.unit == m_unit && gathering.choice == choice().name;
    const bool isEnd = gathering.list.isWhole || gathering.list.rows.size() >= kMostRows;
    const PeopleList *known = m_data.peopleOf(gathering.choice, gathering.query.unit);
    // A list that is growing does not take the place of a longer one of last time.
    if (isEnd || !known || known->rows.size() <= gathering.list.rows.size())
        m_data.keepPeople(gathering.choice, gathering.query.unit, gathering.list);
    if (isEnd)
        store(gathering.person);
    if (isWanted && !isEnd) {
        m_gathering = true;
        gatherPart(gathering);
    }
    show();
    if (!m_gathering)
        gather();
}

void ReviewModel::shown()
{
    if (!m_device)
        return;
    const ReviewAnswer *present = answer();
    if (!present || m_problem || m_device->clock().now() - present->figures.asOf > kFresh)
        refresh();
    else
        gather();
}

void ReviewModel::received(const Answer &answer)
{
    m_busy = false;
    if (!m_device->person() || m_device->person()->id != answer.person) {
        show();
        refresh(); // for the one who is here now
        return;
    }
    m_problem.reset();
    if (!answer.units.empty()) {
        m_data.units = answer.units;
        chooseTop();
    }
    if (answer.error) {
        log::info("no newer figures: {}", answer.error->detail);
        m_problem = Wording::problem(Situation::ReadFigures, answer.error->code);
    } else {
        m_data.units = answer.units;
        m_data.keepFigures(answer.choice, answer.figures);
        m_askedBelow.clear();
        store(answer.person);
    }
    show();
    if (answer.choice != choice().name)
        refresh(); // something else was chosen meanwhile
    else if (!answer.error) {
        fetchBelow();
        gather();
    }
}

} // namespace kapok::viewmodels
