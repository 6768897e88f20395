// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"
#include "app/viewmodels/sync_item_list_model.h"
#include "app/viewmodels/sync_items.h"
#include "core/sync/sync_engine.h"

#include <QMap>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <deque>
#include <vector>

namespace kapok::viewmodels {

class Device;

/// Sending and receiving in words: the indicator on every screen and its sheet. What waits is counted and
/// listed by lesson, as a person would; a result is called sent only after the server's reply.
class SyncModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// "problem", "sending", "paused", "offline", "waiting", "upToDate"
    Q_PROPERTY(QString stateName READ stateName NOTIFY changed FINAL)
    /// "Offline"
    Q_PROPERTY(QString label READ label NOTIFY changed FINAL)
    /// "3 waiting"; may be empty
    Q_PROPERTY(QString detail READ detail NOTIFY changed FINAL)
    /// How many lessons have something that waits.
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
    /// Below what waits: where it is safe and when it goes. When nothing waits: what that means.
    Q_PROPERTY(QString waitingNote READ waitingNote NOTIFY changed FINAL)
    /// "2 items, 20 MB"
    Q_PROPERTY(QString receivingText READ receivingText NOTIFY changed FINAL)
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(kapok::viewmodels::SyncItemListModel *problems READ problems CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::SyncItemListModel *waiting READ waiting CONSTANT FINAL)
    /// Lessons the server has, since the app was started; the latest first, a few.
    Q_PROPERTY(kapok::viewmodels::SyncItemListModel *sent READ sent CONSTANT FINAL)
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
    /// Sends once more what was not taken: one result of the `parts` of a problem, or all of a problem.
    Q_INVOKABLE void sendAgain(const QString &itemId);
    /// Fetches a course of `receiving`.
    Q_INVOKABLE void receive(const QString &courseId);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] SyncItemListModel *problems() const { return m_problems; }
    [[nodiscard]] SyncItemListModel *waiting() const { return m_waiting; }
    [[nodiscard]] SyncItemListModel *sent() const { return m_sentRows; }
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
    [[nodiscard]] QString waitingNote() const { return m_view.waitingNote; }
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
        QString waitingNote;
        QString receivingText;
        bool operator==(const View &) const = default;
    };

    void read();
    void keep(SyncReading reading);
    void forgetPerson();
    void show();
    void countWaiting(View &view);
    [[nodiscard]] bool hasAccount() const;
    [[nodiscard]] State stateNow(const View &view) const;
    void showLabel(View &view, State state) const;
    [[nodiscard]] QString sendingLabel() const;
    void showConnection(View &view) const;
    void showWaiting(View &view);
    void showSent();
    void showReceiving(View &view);
    void showProblems(View &view);
    [[nodiscard]] ListRow refusedRow(const learner::WaitingLesson &lesson);
    [[nodiscard]] SyncItemListModel *partsOf(const QString &key, const learner::WaitingLesson &lesson);
    [[nodiscard]] SyncWords words() const;
    void signedInAgain(const Result<sync::SignedIn> &answer);

    Device *m_device = nullptr;
    SyncItemListModel *m_problems;
    SyncItemListModel *m_waiting;
    SyncItemListModel *m_sentRows;
    SyncItemListModel *m_receiving;
    QMap<QString, SyncItemListModel *> m_parts; ///< of the problems, by their key
    QTimer m_soon;
    State m_state = UpToDate;
    SyncReading m_reading;         ///< of the person who is in
    std::deque<SentLesson> m_sent; ///< the latest first
    int m_sentNumber = 0;
    int m_sendTotal = 0; ///< lessons that waited when this sending began
    bool m_signingIn = false;
    QString m_signInProblem;
    View m_view;
};

} // namespace kapok::viewmodels
