// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/language_switch.h"

#include "app/viewmodels/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace kapok::viewmodels {
namespace {

struct Language {
    QLatin1String code;
    QLatin1String file; ///< of :/i18n
    QLocale::Language language;
    QLocale::Country country;
};

const Language *find(const QString &code)
{
    static const Language kLanguages[] = {
        {QLatin1String("vi"), QLatin1String(":/i18n/kapok_vi.qm"), QLocale::Vietnamese, QLocale::Vietnam},
        {QLatin1String("zh"), QLatin1String(":/i18n/kapok_zh_CN.qm"), QLocale::Chinese, QLocale::China},
        {QLatin1String("en"), QLatin1String(":/i18n/kapok_en.qm"), QLocale::English, QLocale::UnitedKingdom},
    };
    for (const Language &language : kLanguages) {
        if (language.code == code)
            return &language;
    }
    return nullptr;
}

} // namespace

void AddressingTranslator::setAddress(const QString &you)
{
    m_you = you;
    m_sentenceYou = you.left(1).toUpper() + you.mid(1);
}

QString AddressingTranslator::translate(const char *context, const char *sourceText,
                                        const char *disambiguation, int n) const
{
    QString text = QTranslator::translate(context, sourceText, disambiguation, n);
    if (text.contains(QLatin1Char('{'))) {
        text.replace(QLatin1String("{you}"), m_you);
        text.replace(QLatin1String("{You}"), m_sentenceYou);
    }
    return text;
}

LanguageSwitch::LanguageSwitch(QObject *parent) : QObject(parent)
{
    m_translator.setAddress(Wording::formOfAddress(std::nullopt));
}

LanguageSwitch::~LanguageSwitch()
{
    QCoreApplication::removeTranslator(&m_translator);
}

void LanguageSwitch::setLanguage(const QString &language)
{
    const Language *chosen = find(language);
    if (!chosen || language == m_language)
        return;
    QLocale::setDefault(QLocale(chosen->language, chosen->country));
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(chosen->file))
        QCoreApplication::installTranslator(&m_translator);
    m_language = language;
    emit switched();
}

void LanguageSwitch::setAddress(const QString &you)
{
    if (you == m_translator.address())
        return;
    m_translator.setAddress(you);
    if (m_language == QLatin1String("vi")) // no other language holds forms of address
        emit switched();
}

} // namespace kapok::viewmodels
