// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTranslator>

class QQmlEngine;

namespace kapok::viewmodels {

/// Puts the interface into one of its languages at once: installs :/i18n/kapok_<language>.qm, makes QLocale's
/// default fit, and has every sentence made anew. Lives on the GUI thread.
class LanguageSwitch : public QObject {
    Q_OBJECT

public:
    explicit LanguageSwitch(QObject *parent = nullptr);
    ~LanguageSwitch() override;

    /// "vi", "zh" or "en"; others are ignored. switched() follows when it is another one.
    void setLanguage(const QString &language);
    [[nodiscard]] QString language() const { return m_language; }

signals:
    /// Sentences have to be made anew: view-models first, then the QML engine.
    void switched();

private:
    QTranslator m_translator;
    QString m_language;
};

} // namespace kapok::viewmodels
