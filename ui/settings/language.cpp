// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr LanguageEntry entries[] = {
    {"en", "English"},
    {"zh_CN", "简体中文"},
};

} // namespace

std::span<const LanguageEntry> languages()
{
    return entries;
}

bool isLanguage(const QString &id)
{
    return std::ranges::any_of(
        entries, [&](const LanguageEntry &entry) { return id == QLatin1String(entry.id); });
}

QString systemLanguage()
{
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN")
                                                            : QStringLiteral("en");
}

Language::Language(QObject *parent)
    : QObject(parent)
{
    QLocale::setDefault(QLocale(m_current));
}

void Language::choose(const QString &id)
{
    const QString wanted = isLanguage(id) ? id : QStringLiteral("en");
    if (wanted == m_current)
        return;
    m_current = wanted;
    // First the numbers: the texts that follow are put together with them.
    QLocale::setDefault(QLocale(wanted));
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(QStringLiteral("qtbase_") + wanted,
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/i18n/nablascope_") + wanted))
        QCoreApplication::installTranslator(&m_ours);
    emit changed(wanted);
}

} // namespace nabla::ui
