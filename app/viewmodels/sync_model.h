// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"
#include "app/viewmodels/sync_item_list_model.h"
#include "core/learner/outbox.h"
#include "core/library/course_entry.h"
#include "core/sync/sync_engine.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <vector>

namespace kapok::viewmodels {

class Device;

/// Sending and receiving in words: the indicator on every screen and its sheet.
class SyncModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// "problem", "sending", "paused", "offline", "waiting", "upToDate"
    Q_PROPERTY(QString stateName READ stateName NOTIFY changed FINAL)
    /// "Offline"
    Q_PROPERTY(QString label READ label NOTIFY changed FINAL)
    /// "3 waiting"; may be empty
    Q_PROPERTY(QString detail READ detail NOTIFY changed FINAL)
    Q_PROPERTY(int waitingCount READ waitingCount NOTIFY changed FINAL)
    /// The server answered last time.
    Q_PROPERTY(bool connected READ connected NOTIFY changed FINAL)
    /// "Connected"
    Q_PROPERTY(QString connectionText READ connectionText NOTIFY changed FINAL)
    /// "Last sent today at 07:58, 12 items"
    Q_PROPERTY(QString lastSentText READ lastSentText NOTIFY changed FINAL)
    Q_PROPERTY(bool needsSignIn READ needsSignIn NOTIFY changed FINAL)
    /// The account to sign in again with.
    Q_PROPERTY(QString account READ account NOTIFY changed FINAL)
    Q_PROPERTY(bool signingIn READ signingIn NOTIFY changed FINAL)
    Q_PROPERTY(QString signInProblem READ signInProblem NOTIFY changed FINAL)
    /// "3 items"
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed FINAL)
    /// "2 items, 20 MB"
    Q_PROPERTY(QString receivingText READ receivingText NOTIFY changed FINAL)
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(kapok::viewmodels::SyncItemListModel *problems READ problems CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::SyncItemListModel *waiting READ waiting CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::SyncItemListModel *receiving READ receiving CONSTANT FINAL)

public:
    /// The six states of the indicator, as core tells them.
    enum State { Problem, Sending, Paused, Offline, Waiting, UpToDate };
    Q_ENUM(State)

    explicit SyncModel(QObject *parent = nullptr);
    void start(Device *device);

    /// Tries now, whatever was planned.
    Q_INVOKABLE void sendNow();
    /// A new credential for the person who is in; what was not sent goes then.
    Q_INVOKABLE void signInAgain(const QString &account, const QString &password);
    /// Sends a result that was not taken once more.
    Q_INVOKABLE void sendAgain(const QString &itemId);
    /// Fetches a course of `receiving`.
    Q_INVOKABLE void receive(const QString &courseId);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] SyncItemListModel *problems() const { return m_problems; }
    [[nodiscard]] SyncItemListModel *waiting() const { return m_waiting; }
    [[nodiscard]] SyncItemListModel *receiving() const { return m_receiving; }

    [[nodiscard]] QString stateName() const { return m_view.stateName; }
    [[nodiscard]] QString label() const { return m_view.label; }
    [[nodiscard]] QString detail() const { return m_view.detail; }
    [[nodiscard]] int waitingCount() const { return m_view.waitingCount; }
    [[nodiscard]] bool connected() const { return m_view.connected; }
    [[nodiscard]] QString connectionText() const { return m_view.connectionText; }
    [[nodiscard]] QString lastSentText() const { return m_view.lastSentText; }
    [[nodiscard]] bool needsSignIn() const { return m_view.needsSignIn; }
    [[nodiscard]] QString account() const { return m_view.account; }
    [[nodiscard]] bool signingIn() const { return m_view.signingIn; }
    [[nodiscard]] QString signInProblem() const { return m_view.signInProblem; }
    [[nodiscard]] QString waitingText() const { return m_view.waitingText; }
    [[nodiscard]] QString receivingText() const { return m_view.receivingText; }

signals:
    void changed();

private:
    struct View {
        QString stateName = QStringLiteral("upToDate");
        QString label;
        QString detail;
        int waitingCount = 0;
        bool connected = false;
        QString connectionText;
        QString lastSentText;
        bool needsSignIn = false;
        QString account;
        bool signingIn = false;
        QString signInProblem;
        QString waitingText;
        QString receivingText;
        bool operator==(const View &) const = default;
    };

    void read();
    void show();
    void showLabel(View &view) const;
    void showConnection(View &view) const;
    void showWaiting(View &view);
    void showReceiving(View &view);
    void showProblems(View &view);
    struct ProblemWords {
        QString title;
        QString detail;
        QString why;
    };
    [[nodiscard]] ProblemWords wordsOf(const sync::SyncProblem &problem) const;
    [[nodiscard]] ListRow problemRow(const sync::SyncProblem &problem, int number) const;
    [[nodiscard]] QString itemTitle(const learner::WaitingItem &item) const;
    void signedInAgain(const Result<sync::SignedIn> &answer);

    Device *m_device = nullptr;
    SyncItemListModel *m_problems;
    SyncItemListModel *m_waiting;
    SyncItemListModel *m_receiving;
    QTimer m_soon;
    State m_state = UpToDate;
    std::vector<learner::WaitingItem> m_items;
    std::vector<library::CourseEntry> m_courses;
    std::map<std::string, LocalizedText> m_titles; ///< of courses, by IRI
    bool m_signingIn = false;
    QString m_signInProblem;
    View m_view;
};

} // namespace kapok::viewmodels
