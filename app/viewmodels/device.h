// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/text.h"
#include "app/viewmodels/worker.h"
#include "core/sync/sync_engine.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace kapok::viewmodels {

/// What a Device is started with.
struct DeviceOptions {
    std::filesystem::path dataDir;
    std::string server;                   ///< the new address of the server of a node; "" for no change
    std::string serverBefore;             ///< its address until now; "": the only one there is
    std::string language = "vi";          ///< of the interface, until somebody chose one
    sync::TransportFactory makeTransport; ///< default: libcurl
    const Clock *clock = nullptr;         ///< default: the device's own; must outlive the Device
    std::vector<course::PublicKey> builtInKeys;
};

/// Keys of settings, as stored. Of a person unless said otherwise.
namespace keys {
inline constexpr char kLanguage[] = "language"; ///< of the device while nobody is in
inline constexpr char kContentLanguage[] = "content_language";
inline constexpr char kSecondLanguage[] = "second_language";
inline constexpr char kTheme[] = "theme";
inline constexpr char kTextScale[] = "text_scale";
inline constexpr char kReducedMotion[] = "reduced_motion";
inline constexpr char kCaptionMode[] = "caption_mode";
inline constexpr char kMediaRate[] = "media_rate";
inline constexpr char kLrsEndpoint[] = "lrs_endpoint";
inline constexpr char kLrsKey[] = "lrs_key";
inline constexpr char kLrsSecret[] = "lrs_secret";
inline constexpr char kDeviceName[] = "device_name";                        ///< of the device
inline constexpr char kLargeFilesOnWifiOnly[] = "large_files_on_wifi_only"; ///< of the device: "1" or "0"
} // namespace keys

/// The device behind all view-models: its people, who is using it, its worker thread and its exchange with
/// the server. It makes no sentences; it tells what changed.
/// Lives on the GUI thread; nothing here waits for the disk or the network.
class Device : public QObject {
    Q_OBJECT

public:
    explicit Device(DeviceOptions options, QObject *parent = nullptr);
    ~Device() override;

    /// Opens the data folder; opened() or openFailed() follows. Call with everything connected; again only
    /// after openFailed().
    void open();
    [[nodiscard]] bool isOpen() const { return m_engine != nullptr; }

    [[nodiscard]] Worker &worker() { return *m_worker; }
    /// Null until opened().
    [[nodiscard]] sync::SyncEngine *engine() { return m_engine.get(); }
    [[nodiscard]] const Clock &clock() const { return *m_options.clock; }
    [[nodiscard]] const DeviceOptions &options() const { return m_options; }

    /// Everybody of this device, in the order they were added.
    [[nodiscard]] const std::vector<learner::Person> &people() const { return m_people; }
    /// Who is signed in; nothing on the first page.
    [[nodiscard]] const std::optional<learner::Person> &person() const { return m_person; }
    [[nodiscard]] const sync::SyncStatus &status() const { return m_status; }
    /// The languages she reads; SettingsModel sets them.
    [[nodiscard]] const Reading &reading() const { return m_reading; }
    void setReading(const Reading &reading);
    /// A screen asks for other languages; SettingsModel keeps them and sets them.
    void askReading(const QString &first, const QString &second) { emit readingAsked(first, second); }

    /// Makes \p id the person of the screen once her record is open; personChanged() or signInFailed()
    /// follows.
    void signIn(const PersonId &id);
    /// Back to the first page.
    void signOut();
    /// Reads the people anew, and tells the exchange about them.
    void reloadPeople();
    /// Something was recorded: it is sent, and screens read it anew.
    void recorded();
    /// Courses on this device changed by something done here.
    void libraryTouched() { emit libraryChanged(); }
    /// The interface language changed: every sentence is made anew.
    void retranslate() { emit languageChanged(); }

signals:
    void opened();
    void openFailed(const kapok::Error &error);
    void peopleChanged();
    void personChanged();
    void signInFailed(const kapok::Error &error);
    void readingChanged();
    void readingAsked(const QString &first, const QString &second);
    void languageChanged();
    void statusChanged();
    /// Courses, covers, catalogue or assignments are different.
    void libraryChanged();
    /// What the person did is different: here, or on another device of hers.
    void recordChanged();

private:
    struct Everybody {
        std::vector<learner::Person> people;
        std::vector<sync::SyncAccount> accounts;
        DeviceId device;
        std::string name; ///< of the device
    };
    static Result<Everybody> readPeople(Desk &desk);
    static Status openRecord(Desk &desk, const learner::Person &person,
                             std::optional<std::chrono::milliseconds> clockOffset);
    void startEngine(Everybody everybody);
    void watchNetwork();
    void arrived(const sync::SyncChange &change);
    void peopleRead(Everybody everybody);

    DeviceOptions m_options;
    SystemClock m_systemClock;
    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<sync::SyncEngine> m_engine;
    std::vector<learner::Person> m_people;
    std::optional<learner::Person> m_person;
    sync::SyncStatus m_status;
    Reading m_reading;
};

} // namespace kapok::viewmodels
