// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/choice_list_model.h"
#include "app/viewmodels/person_list_model.h"
#include "app/viewmodels/review_data.h"
#include "app/viewmodels/review_rules.h"
#include "app/viewmodels/text.h"
#include "app/viewmodels/unit_tree_model.h"
#include "app/viewmodels/wording.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace kapok::viewmodels {

class Device;

/// What a reviewer sees of the units she answers for: a tree, figures, the list of teachers, and their
/// export. It opens with the last figures and says how old they are; newer ones come when there is a
/// connection. Figures come for every unit, of a country for the upper ones and below those that are opened;
/// people for the unit that is opened, part by part, so that a province of 50,000 teachers opens as fast as a
/// school. A figure that is not known is "–", never zero.
///
/// Lives on the GUI thread; the disk is touched on the worker's, the server asked on the engine's.
class ReviewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// The figures kept on this device were read.
    Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed FINAL)
    /// There are figures for the chosen course and period.
    Q_PROPERTY(bool hasFigures READ hasFigures NOTIFY changed FINAL)
    /// The units are known.
    Q_PROPERTY(bool hasUnits READ hasUnits NOTIFY changed FINAL)
    /// Newer figures are being fetched.
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    /// Why there are no newer ones; empty when all is well.
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed FINAL)
    /// "As of 22 November 2025 · 07:30"; "" when there are no figures
    Q_PROPERTY(QString asOfText READ asOfText NOTIFY changed FINAL)
    /// "198 of 214 devices were heard from"; "" when not known
    Q_PROPERTY(QString freshText READ freshText NOTIFY changed FINAL)
    /// The figures are from another day.
    Q_PROPERTY(bool isOld READ isOld NOTIFY changed FINAL)
    Q_PROPERTY(QString unitId READ unitId NOTIFY changed FINAL)
    Q_PROPERTY(QString unitTitle READ unitTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString unitLanguage READ unitLanguage NOTIFY changed FINAL)
    /// Its name in another language; "" for none
    Q_PROPERTY(QString unitTitleSecond READ unitTitleSecond NOTIFY changed FINAL)
    Q_PROPERTY(QString unitSecondLanguage READ unitSecondLanguage NOTIFY changed FINAL)
    /// "56 communes · 214 schools · 1,046 teachers"
    Q_PROPERTY(QString unitText READ unitText NOTIFY changed FINAL)
    /// The unit above the chosen one; "" at the top
    Q_PROPERTY(QString parentId READ parentId NOTIFY changed FINAL)
    Q_PROPERTY(QString parentTitle READ parentTitle NOTIFY changed FINAL)
    /// "68%"
    Q_PROPERTY(QString completedText READ completedText NOTIFY changed FINAL)
    /// "712 of 1,046 assigned courses"
    Q_PROPERTY(QString completedNote READ completedNote NOTIFY changed FINAL)
    /// 0..1
    Q_PROPERTY(double completedShare READ completedShare NOTIFY changed FINAL)
    /// People who finished a course: "412", "of 1,046 teachers", 0..1
    Q_PROPERTY(QString finishedText READ finishedText NOTIFY changed FINAL)
    Q_PROPERTY(QString finishedNote READ finishedNote NOTIFY changed FINAL)
    Q_PROPERTY(double finishedShare READ finishedShare NOTIFY changed FINAL)
    /// People who are late: "36", "The longest: 19 days"
    Q_PROPERTY(QString lateText READ lateText NOTIFY changed FINAL)
    Q_PROPERTY(QString lateNote READ lateNote NOTIFY changed FINAL)
    Q_PROPERTY(bool hasLate READ hasLate NOTIFY changed FINAL)
    /// Devices not heard from for 14 days: "16", "of 214 devices in all your units"
    Q_PROPERTY(QString silentText READ silentText NOTIFY changed FINAL)
    Q_PROPERTY(QString silentNote READ silentNote NOTIFY changed FINAL)
    Q_PROPERTY(bool hasSilent READ hasSilent NOTIFY changed FINAL)
    /// "24 teachers", of the list as it is shown; where a list is cut off, that too
    Q_PROPERTY(QString peopleText READ peopleText NOTIFY changed FINAL)
    /// In place of the list when it is empty: why
    Q_PROPERTY(QString nobodyText READ nobodyText NOTIFY changed FINAL)
    /// The tree as it is opened
    Q_PROPERTY(kapok::viewmodels::UnitTreeModel *units READ units CONSTANT FINAL)
    /// The children of the chosen unit
    Q_PROPERTY(kapok::viewmodels::UnitTreeModel *branches READ branches CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::PersonListModel *people READ people CONSTANT FINAL)
    /// Courses to filter by; "" is all.
    Q_PROPERTY(kapok::viewmodels::ChoiceListModel *courses READ courses CONSTANT FINAL)
    /// "year", "semester", "month", "all"
    Q_PROPERTY(kapok::viewmodels::ChoiceListModel *periods READ periods CONSTANT FINAL)
    /// "all", "late", "not_started", "started", "completed"
    Q_PROPERTY(kapok::viewmodels::ChoiceListModel *states READ states CONSTANT FINAL)
    /// "name", "state", "date"
    Q_PROPERTY(kapok::viewmodels::ChoiceListModel *sorts READ sorts CONSTANT FINAL)
    Q_PROPERTY(QString course READ course WRITE setCourse NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString period READ period WRITE setPeriod NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString stateFilter READ stateFilter WRITE setStateFilter NOTIFY filterChanged FINAL)
    /// Finds teachers; also without accents.
    Q_PROPERTY(QString searchText READ searchText WRITE setSearchText NOTIFY filterChanged FINAL)
    /// Finds units; also without accents.
    Q_PROPERTY(QString unitSearchText READ unitSearchText WRITE setUnitSearchText NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString sortedBy READ sortedBy NOTIFY filterChanged FINAL)
    Q_PROPERTY(bool sortedDown READ sortedDown NOTIFY filterChanged FINAL)

public:
    explicit ReviewModel(QObject *parent = nullptr);
    /// Begins to show \p device, which must outlive this.
    void start(Device *device);

    /// Asks for newer figures.
    Q_INVOKABLE void refresh();
    /// The page came to the front: asks for newer figures unless they are fresh.
    Q_INVOKABLE void shown();
    Q_INVOKABLE void selectUnit(const QString &unitId);
    /// Opens or closes a branch of the tree.
    Q_INVOKABLE void setUnitOpen(const QString &unitId, bool open);
    /// Sorts the list of teachers; the same column again turns it round.
    Q_INVOKABLE void sortBy(const QString &column);
    /// Writes the list as it is shown to the person's downloads; exported() or notExported() follows.
    Q_INVOKABLE void exportCsv();

    [[nodiscard]] UnitTreeModel *units() const { return m_units; }
    [[nodiscard]] UnitTreeModel *branches() const { return m_branches; }
    [[nodiscard]] PersonListModel *people() const { return m_people; }
    [[nodiscard]] ChoiceListModel *courses() const { return m_courses; }
    [[nodiscard]] ChoiceListModel *periods() const { return m_periods; }
    [[nodiscard]] ChoiceListModel *states() const { return m_states; }
    [[nodiscard]] ChoiceListModel *sorts() const { return m_sorts; }
    [[nodiscard]] QString course() const { return m_course; }
    [[nodiscard]] QString period() const { return m_period; }
    [[nodiscard]] QString stateFilter() const { return m_state; }
    [[nodiscard]] QString searchText() const { return m_search; }
    [[nodiscard]] QString unitSearchText() const { return m_unitSearch; }
    [[nodiscard]] QString sortedBy() const { return m_sort; }
    [[nodiscard]] bool sortedDown() const { return m_down; }
    void setCourse(const QString &course);
    void setPeriod(const QString &period);
    void setStateFilter(const QString &state);
    void setSearchText(const QString &text);
    void setUnitSearchText(const QString &text);

    [[nodiscard]] bool isLoaded() const { return m_view.isLoaded; }
    [[nodiscard]] bool hasFigures() const { return m_view.hasFigures; }
    [[nodiscard]] bool hasUnits() const { return m_view.hasUnits; }
    [[nodiscard]] bool busy() const { return m_view.busy; }
    [[nodiscard]] QString problemTitle() const { return m_view.problemTitle; }
    [[nodiscard]] QString problemText() const { return m_view.problemText; }
    [[nodiscard]] QString asOfText() const { return m_view.asOfText; }
    [[nodiscard]] QString freshText() const { return m_view.freshText; }
    [[nodiscard]] bool isOld() const { return m_view.isOld; }
    [[nodiscard]] QString unitId() const { return m_view.unitId; }
    [[nodiscard]] QString unitTitle() const { return m_view.unitTitle; }
    [[nodiscard]] QString unitLanguage() const { return m_view.unitLanguage; }
    [[nodiscard]] QString unitTitleSecond() const { return m_view.unitTitleSecond; }
    [[nodiscard]] QString unitSecondLanguage() const { return m_view.unitSecondLanguage; }
    [[nodiscard]] QString unitText() const { return m_view.unitText; }
    [[nodiscard]] QString parentId() const { return m_view.parentId; }
    [[nodiscard]] QString parentTitle() const { return m_view.parentTitle; }
    [[nodiscard]] QString completedText() const { return m_view.completedText; }
    [[nodiscard]] QString completedNote() const { return m_view.completedNote; }
    [[nodiscard]] double completedShare() const { return m_view.completedShare; }
    [[nodiscard]] QString finishedText() const { return m_view.finishedText; }
    [[nodiscard]] QString finishedNote() const { return m_view.finishedNote; }
    [[nodiscard]] double finishedShare() const { return m_view.finishedShare; }
    [[nodiscard]] QString lateText() const { return m_view.lateText; }
    [[nodiscard]] QString lateNote() const { return m_view.lateNote; }
    [[nodiscard]] bool hasLate() const { return m_view.hasLate; }
    [[nodiscard]] QString silentText() const { return m_view.silentText; }
    [[nodiscard]] QString silentNote() const { return m_view.silentNote; }
    [[nodiscard]] bool hasSilent() const { return m_view.hasSilent; }
    [[nodiscard]] QString peopleText() const { return m_view.peopleText; }
    [[nodiscard]] QString nobodyText() const { return m_view.nobodyText; }

signals:
    void changed();
    void filterChanged();
    /// The list was written to \p path.
    void exported(const QString &path);
    /// It was not: what happened; what is safe and what to do.
    void notExported(const QString &title, const QString &text);

private:
    struct View {
        bool isLoaded = false;
        bool hasFigures = false;
        bool hasUnits = false;
        bool busy = false;
        QString problemTitle;
        QString problemText;
        QString asOfText;
        QString freshText;
        bool isOld = false;
        QString unitId;
        QString unitTitle;
        QString unitLanguage;
        QString unitTitleSecond;
        QString unitSecondLanguage;
        QString unitText;
        QString parentId;
        QString parentTitle;
        QString completedText = QStringLiteral("–");
        QString completedNote;
        double completedShare = 0;
        QString finishedText = QStringLiteral("–");
        QString finishedNote;
        double finishedShare = 0;
        QString lateText = QStringLiteral("–");
        QString lateNote;
        bool hasLate = false;
        QString silentText = QStringLiteral("–");
        QString silentNote;
        bool hasSilent = false;
        QString peopleText;
        QString nobodyText;
        bool operator==(const View &) const = default;
    };

    /// Text in the reader's language, and what it is written in.
    struct Name {
        QString text;
        QString language;
    };

    /// What the server is asked, and under which name the answer is kept.
    struct Choice {
        std::string name;
        sync::ReportQuery query;
    };

    struct Answer; ///< what asking the server brought
    [[nodiscard]] Answer question() const;
    struct Gathering;

    void load();
    void readTitles();
    void received(const Answer &answer);
    void fetchBelow();
    void receivedBelow(const Answer &answer);
    void gather();
    void gatherPart(Gathering gathering);
    void gathered(const Gathering &gathering);
    void store(const PersonId &person);
    void chooseTop();
    void show();
    void showUnit(View &view) const;
    void showFreshness(View &view) const;
    void showFigures(View &view) const;
    void showCounts(View &view) const;
    void showUnits();
    void showChoices();
    void showPeople(View &view);
    void applyFilter();
    [[nodiscard]] ListRow unitRow(const UnitRow &row) const;
    [[nodiscard]] ListRow personRow(const sync::PersonProgress &row, bool isMain) const;
    [[nodiscard]] QString stateText(const sync::PersonProgress &row) const;
    [[nodiscard]] std::vector<const sync::PersonProgress *> listed() const;
    [[nodiscard]] std::vector<QStringList> table() const;
    [[nodiscard]] QString unitSummary(const UnitId &unit) const;
    [[nodiscard]] std::pair<Name, Name> names(const sync::Unit &unit) const;
    [[nodiscard]] QString unitName(const UnitId &id) const;
    [[nodiscard]] QString courseTitle(const CourseId &id) const;
    [[nodiscard]] const sync::Unit *unit(const UnitId &id) const;
    [[nodiscard]] const ReviewAnswer *answer() const;
    [[nodiscard]] const PeopleList *people(const UnitId &unit) const;
    [[nodiscard]] PeopleCounts counts(const sync::UnitFigures &figures) const;
    [[nodiscard]] const sync::UnitFigures *figuresOf(const UnitId &id) const;
    [[nodiscard]] Choice choice() const;

    Device *m_device = nullptr;
    UnitTreeModel *m_units;
    UnitTreeModel *m_branches;
    PersonListModel *m_people;
    ChoiceListModel *m_courses;
    ChoiceListModel *m_periods;
    ChoiceListModel *m_states;
    ChoiceListModel *m_sorts;
    ReviewData m_data;
    std::map<std::string, LocalizedText> m_titles; ///< of courses, by id
    std::set<UnitId> m_open;
    UnitId m_unit;
    QString m_course;
    QString m_period = QStringLiteral("year");
    QString m_state = QStringLiteral("all");
    QString m_search;
    QString m_unitSearch;
    QString m_sort = QStringLiteral("name");
    bool m_down = false;
    bool m_busy = false;
    bool m_gathering = false;      ///< people of a unit are on their way
    bool m_fetchingBelow = false;  ///< figures below a unit that was opened are on their way
    std::set<UnitId> m_askedBelow; ///< units whose figures below were asked for since the last whole answer
    bool m_loaded = false;
    std::optional<Problem> m_problem;
    View m_view;
};

} // namespace kapok::viewmodels
