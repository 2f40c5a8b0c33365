// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <span>

namespace nabla::ui {

struct LanguageEntry
{
    const char *id; ///< "en", "zh_CN": in settings and after --language
    const char *name; ///< in itself, never translated
};

[[nodiscard]] std::span<const LanguageEntry> languages();
[[nodiscard]] bool isLanguage(const QString &id);
/// The one of ours that the desktop speaks; English where there is none.
[[nodiscard]] QString systemLanguage();

/// The language of the program: texts, Qt's own dialogs, numbers. Switches live: every widget gets
/// a LanguageChange. GUI thread only.
class Language final : public QObject
{
    Q_OBJECT

public:
    explicit Language(QObject *parent = nullptr);

    /// An id of languages(); anything else is English.
    void choose(const QString &id);
    [[nodiscard]] QString current() const { return m_current; }

signals:
    void changed(const QString &id);

private:
    QString m_current = QStringLiteral("en");
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace nabla::ui
