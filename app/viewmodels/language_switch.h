// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTranslator>

class QQmlEngine;

namespace kapok::viewmodels {

/// Translated sentences that speak to the person who is signed in: {you} and {You} in a translation become
/// her form of address, so that a sentence of QML or C++ says "cô" or "thầy" wherever it stands. Only
/// Vietnamese translations hold them.
class AddressingTranslator : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    /// \p you is a form of address, in small letters.
    void setAddress(const QString &you);
    [[nodiscard]] QString address() const { return m_you; }
    [[nodiscard]] QString translate(const char *context, const char *sourceText, const char *disambiguation,
                                    int n) const override;

private:
    QString m_you;
    QString m_sentenceYou; ///< at the start of a sentence
};

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

    /// How the person who is signed in is addressed: "cô", "thầy" (see Wording::formOfAddress). switched()
    /// follows when Vietnamese sentences are different now.
    void setAddress(const QString &you);

signals:
    /// Sentences have to be made anew: view-models first, then the QML engine.
    void switched();

private:
    AddressingTranslator m_translator;
    QString m_language;
};

} // namespace kapok::viewmodels
