// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/signer_list_model.h"
#include "app/viewmodels/stored_course_list_model.h"
#include "app/viewmodels/support_report.h"
#include "core/base/result.h"

#include <QMap>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace kapok::viewmodels {

class Device;

/// What a person, or the device before anybody is in, has set. Kept by core; applies at once.
class SettingsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// "3.1 GB free"
    Q_PROPERTY(QString freeText READ freeText NOTIFY storageChanged FINAL)
    /// "594 MB": what courses take
    Q_PROPERTY(QString usedText READ usedText NOTIFY storageChanged FINAL)
    /// 0..1 of what courses take and what is free together
    Q_PROPERTY(double usedShare READ usedShare NOTIFY storageChanged FINAL)
    /// The courses on this device, the largest first.
    Q_PROPERTY(kapok::viewmodels::StoredCourseListModel *storedCourses READ storedCourses CONSTANT FINAL)
    /// A course could not be removed: what happened, what is safe, what to do.
    Q_PROPERTY(QString storageProblem READ storageProblem NOTIFY storageChanged FINAL)
    /// Whose courses this device accepts.
    Q_PROPERTY(kapok::viewmodels::SignerListModel *signers READ signers CONSTANT FINAL)
    /// Where the support file lies, or why it was not made; "" before it was asked for.
    Q_PROPERTY(QString supportText READ supportText NOTIFY supportChanged FINAL)
    Q_PROPERTY(bool supportFailed READ supportFailed NOTIFY supportChanged FINAL)
    /// "Tablet 04"
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY deviceChanged FINAL)
    /// "0.1.0"
    Q_PROPERTY(QString version READ version NOTIFY deviceChanged FINAL)
    /// Her own xAPI endpoint; "" when she sends to her school's server.
    Q_PROPERTY(QString lrsEndpoint READ lrsEndpoint NOTIFY deviceChanged FINAL)
    Q_PROPERTY(QString lrsKey READ lrsKey NOTIFY deviceChanged FINAL)
    /// A setting was not saved: what happened, what is safe, what to do.
    Q_PROPERTY(QString problem READ problem NOTIFY deviceChanged FINAL)
    /// Interface language: "vi", "zh", "en".
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
    /// Language lessons are read in first; follows the interface until it is set.
    Q_PROPERTY(
        QString contentLanguage READ contentLanguage WRITE setContentLanguage NOTIFY readingChanged FINAL)
    /// Language beside it; "" for one language.
    Q_PROPERTY(QString secondLanguage READ secondLanguage WRITE setSecondLanguage NOTIFY readingChanged FINAL)
    /// "light", "dark", "highContrast", "system".
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY lookChanged FINAL)
    /// 1.0 to 2.0.
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY lookChanged FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY lookChanged FINAL)
    /// Large files wait for Wi-Fi; results never do. Of the device.
    Q_PROPERTY(bool largeFilesOnWifiOnly READ largeFilesOnWifiOnly WRITE setLargeFilesOnWifiOnly NOTIFY
                   largeFilesOnWifiOnlyChanged FINAL)

public:
    explicit SettingsModel(QObject *parent = nullptr);
    void start(Device *device);

    /// Sends results to an xAPI endpoint of one's own; empty \p address goes back to the school's server.
    Q_INVOKABLE void setRecordStore(const QString &address, const QString &key, const QString &secret);
    /// Names this device, for the first page and the server.
    Q_INVOKABLE void setDeviceName(const QString &name);
    /// Removes the files of a course from this device; results stay.
    Q_INVOKABLE void removeCourse(const QString &courseId);
    /// Writes the support file to the person's downloads; supportText says where. \p screen describes the
    /// window ("1280x800, scale 1.5").
    Q_INVOKABLE void saveSupportFile(const QString &screen);

    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] QString contentLanguage() const;
    [[nodiscard]] QString secondLanguage() const;
    [[nodiscard]] QString theme() const { return m_theme; }
    [[nodiscard]] double textScale() const { return m_textScale; }
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    [[nodiscard]] bool largeFilesOnWifiOnly() const { return m_wifiOnly; }
    void setLanguage(const QString &language);
    void setContentLanguage(const QString &language);
    void setSecondLanguage(const QString &language);
    void setTheme(const QString &theme);
    void setTextScale(double scale);
    void setReducedMotion(bool reduced);
    void setLargeFilesOnWifiOnly(bool only);

    [[nodiscard]] QString freeText() const { return m_view.freeText; }
    [[nodiscard]] QString usedText() const { return m_view.usedText; }
    [[nodiscard]] double usedShare() const { return m_view.usedShare; }
    [[nodiscard]] StoredCourseListModel *storedCourses() const { return m_storedCourses; }
    [[nodiscard]] QString storageProblem() const { return m_view.problem; }
    [[nodiscard]] SignerListModel *signers() const { return m_signers; }
    [[nodiscard]] QString supportText() const { return m_supportText; }
    [[nodiscard]] bool supportFailed() const { return m_supportFailed; }
    [[nodiscard]] QString deviceName() const { return m_fixed.deviceName; }
    [[nodiscard]] QString version() const { return m_fixed.version; }
    [[nodiscard]] QString lrsEndpoint() const { return m_fixed.lrsEndpoint; }
    [[nodiscard]] QString lrsKey() const { return m_fixed.lrsKey; }
    [[nodiscard]] QString problem() const { return m_fixed.problem; }

signals:
    void languageChanged();
    void readingChanged();
    void lookChanged();
    void largeFilesOnWifiOnlyChanged();
    void storageChanged();
    void deviceChanged();
    void supportChanged();

private:
    struct View {
        QString freeText;
        QString usedText;
        double usedShare = 0;
        QString problem;
        bool operator==(const View &) const = default;
    };
    struct Fixed {
        QString deviceName;
        QString version;
        QString lrsEndpoint;
        QString lrsKey;
        QString problem;
        bool operator==(const Fixed &) const = default;
    };

    using Values = QMap<QString, QString>;
    void load();
    void apply(const Values &personal, const Values &ofDevice);
    void keep(const char *key, const QString &value);
    void keepOfDevice(const char *key, const QString &value);
    void failed(const Status &status);
    struct Stored;
    static Stored readStored(Desk &desk);
    void readStorage();
    void showStored(const Stored &stored);
    [[nodiscard]] ListRow storedRow(const library::CourseEntry &course) const;
    [[nodiscard]] ListRow signerRow(const library::TrustedKey &signer) const;
    [[nodiscard]] SupportFacts supportFacts(const QString &screen) const;
    void tellReading();

    Device *m_device = nullptr;
    QString m_language = QStringLiteral("vi");
    QString m_content; ///< "" follows the interface
    QString m_second;
    QString m_theme = QStringLiteral("system");
    double m_textScale = 1;
    bool m_reducedMotion = false;
    bool m_wifiOnly = true;
    StoredCourseListModel *m_storedCourses;
    SignerListModel *m_signers;
    QString m_storageProblem;
    QString m_supportText;
    bool m_supportFailed = false;
    View m_view;
    Fixed m_fixed;
};

} // namespace kapok::viewmodels
