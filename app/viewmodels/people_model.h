// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"
#include "core/learner/people.h"
#include "core/sync/server_types.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace kapok::viewmodels {

class Device;

/// The people of this device, with PIN and sign-in.
class PeopleModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    /// A PIN is being compared, or somebody signs in.
    Q_PROPERTY(bool busy READ busy NOTIFY stateChanged FINAL)
    /// What happened and what to do, as one text; empty when all is well.
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL)
    /// Shown while PINs are not taken: "Too many wrong PINs. Wait 42 seconds."
    Q_PROPERTY(QString lockedText READ lockedText NOTIFY stateChanged FINAL)
    /// The address somebody of this device signed in at; "" when nobody did.
    Q_PROPERTY(QString lastServer READ lastServer NOTIFY stateChanged FINAL)

public:
    enum Role {
        PersonIdRole = Qt::UserRole + 1,
        NameRole,
        NoteRole, ///< "Class 2–3"; may be empty
        InitialsRole,
        TintRole,        ///< 0..4
        WaitingRole,     ///< how much of hers waits to be sent
        WaitingTextRole, ///< "2 waiting to be sent"; "" when nothing waits
        NameLanguageRole,
        GreetingRole, ///< "Hello, Mai"
        HasPinRole,
        AccountRole,
    };
    Q_ENUM(Role)

    explicit PeopleModel(QObject *parent = nullptr);
    ~PeopleModel() override;
    void start(Device *device);

    /// Compares the PIN and lets her in: unlocked(), wrongPin() or locked() follows.
    Q_INVOKABLE void unlock(const QString &personId, const QString &pin);
    /// Signs somebody in at a server and keeps her on this device; personAdded() or `problem` follows.
    Q_INVOKABLE void addPerson(const QString &server, const QString &account, const QString &password,
                               const QString &pin);
    /// A new PIN of somebody who is in; pinChanged() or `problem` follows.
    Q_INVOKABLE void setPin(const QString &personId, const QString &pin);
    /// Another person's card was chosen, or the form was closed: what was wrong before is of no interest.
    Q_INVOKABLE void clearProblem();

    [[nodiscard]] bool busy() const { return m_view.busy; }
    [[nodiscard]] QString problem() const { return m_view.problem; }
    [[nodiscard]] QString lockedText() const { return m_view.lockedText; }
    [[nodiscard]] QString lastServer() const { return m_view.lastServer; }

signals:
    void stateChanged();
    void unlocked(const QString &personId);
    void wrongPin(int triesLeft);
    void locked(int seconds);
    void personAdded(const QString &personId);
    void pinChanged();

private:
    struct View {
        bool busy = false;
        QString problem;
        QString lockedText;
        QString lastServer;
        bool operator==(const View &) const = default;
    };

    void refresh();
    void showState();
    void checked(const PersonId &id, const Result<learner::PinCheck> &check);
    void lockFor(int seconds);
    void signedIn(const QString &server, const QString &pin, const Result<sync::SignedIn> &answer);

    Device *m_device = nullptr;
    QTimer m_second; ///< counts the pause down
    int m_lockedSeconds = 0;
    bool m_busy = false;
    QString m_problem;
    View m_view;
};

} // namespace kapok::viewmodels
