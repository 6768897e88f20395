// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace kapok::viewmodels {

class Device;

/// Who is using the app, in the words the first lines of every screen need.
/// Lives on the GUI thread; holds no rules.
class AppModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// Empty on the first page.
    Q_PROPERTY(QString personId READ personId NOTIFY changed FINAL)
    Q_PROPERTY(QString personName READ personName NOTIFY changed FINAL)
    /// Language the name is written in; choose the font by it.
    Q_PROPERTY(QString nameLanguage READ nameLanguage NOTIFY changed FINAL)
    Q_PROPERTY(QString initials READ initials NOTIFY changed FINAL)
    /// 0..4, the colour of the avatar.
    Q_PROPERTY(int tint READ tint NOTIFY changed FINAL)
    /// "Hello, Mai", as a whole sentence.
    Q_PROPERTY(QString greeting READ greeting NOTIFY changed FINAL)
    /// "Saturday 22 November"
    Q_PROPERTY(QString today READ today NOTIFY changed FINAL)
    /// "Saturday 22 November · Quảng Uyên Primary School"
    Q_PROPERTY(QString todayAndUnit READ todayAndUnit NOTIFY changed FINAL)
    Q_PROPERTY(QString unitName READ unitName NOTIFY changed FINAL)
    /// She answers for a unit.
    Q_PROPERTY(bool hasReview READ hasReview NOTIFY changed FINAL)
    /// The data folder is open.
    Q_PROPERTY(bool isReady READ isReady NOTIFY changed FINAL)
    /// Why the data folder cannot be opened; empty when all is well.
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed FINAL)
    /// A course file is being added.
    Q_PROPERTY(bool installing READ installing NOTIFY changed FINAL)

public:
    explicit AppModel(QObject *parent = nullptr);
    /// Begins to show \p device, which must outlive this.
    void start(Device *device);

    /// Tries once more to open the data folder, after problemTitle said that it could not be opened.
    Q_INVOKABLE void openAgain();
    /// Ends her use of the app; the first page shows.
    Q_INVOKABLE void signOut();
    /// Adds the course in a .kapok file; courseAdded() or problem() follows.
    Q_INVOKABLE void openFile(const QUrl &file);

    [[nodiscard]] QString personId() const { return m_view.personId; }
    [[nodiscard]] QString personName() const { return m_view.personName; }
    [[nodiscard]] QString nameLanguage() const { return m_view.nameLanguage; }
    [[nodiscard]] QString initials() const { return m_view.initials; }
    [[nodiscard]] int tint() const { return m_view.tint; }
    [[nodiscard]] QString greeting() const { return m_view.greeting; }
    [[nodiscard]] QString today() const { return m_view.today; }
    [[nodiscard]] QString todayAndUnit() const { return m_view.todayAndUnit; }
    [[nodiscard]] QString unitName() const { return m_view.unitName; }
    [[nodiscard]] bool hasReview() const { return m_view.hasReview; }
    [[nodiscard]] bool isReady() const { return m_view.isReady; }
    [[nodiscard]] QString problemTitle() const { return m_view.problemTitle; }
    [[nodiscard]] QString problemText() const { return m_view.problemText; }
    [[nodiscard]] bool installing() const { return m_view.installing; }

signals:
    void changed();
    /// A file was opened: the course is on this device.
    void courseAdded(const QString &courseId, const QString &title);
    /// Something did not work: what happened; what is safe and what to do.
    void problem(const QString &title, const QString &text);

private:
    struct View {
        QString personId;
        QString personName;
        QString nameLanguage = QStringLiteral("vi");
        QString initials;
        int tint = 0;
        QString greeting;
        QString today;
        QString todayAndUnit;
        QString unitName;
        bool hasReview = false;
        bool isReady = false;
        QString problemTitle;
        QString problemText;
        bool installing = false;
        bool operator==(const View &) const = default;
    };

    void refresh();

    Device *m_device = nullptr;
    QString m_openProblem;
    QString m_openProblemText;
    bool m_installing = false;
    View m_view;
};

} // namespace kapok::viewmodels
