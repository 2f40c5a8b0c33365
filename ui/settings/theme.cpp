// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/theme.h"

#include "ui/settings/app_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QToolTip>

namespace nabla::ui {

namespace {

struct ThemeColors
{
    QColor page;
    QColor card;
    QColor field;
    QColor border;
    QColor note;
    QColor text;
    QColor secondaryText;
    QColor disabledText;
    QColor accent;
    QColor problem;
};

QPalette makePalette(const ThemeColors &colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.page);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.card);
    palette.setColor(QPalette::AlternateBase, colors.field);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::Button, colors.field);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::Light, colors.field);
    palette.setColor(QPalette::Midlight, colors.note);
    palette.setColor(QPalette::Mid, colors.border);
    palette.setColor(QPalette::Dark, colors.border);
    palette.setColor(QPalette::Shadow, colors.border);
    palette.setColor(QPalette::PlaceholderText, colors.secondaryText);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::BrightText, colors.problem);
    palette.setColor(QPalette::ToolTipBase, colors.note);
    palette.setColor(QPalette::ToolTipText, colors.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colors.disabledText);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colors.disabledText);
    return palette;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

/// Without a desktop to say otherwise Qt takes the first sans-serif font, often one made for small
/// old screens; a quieter one is taken where it is installed. A Chinese one is not among them: in
/// those the signs of the formulas are as wide as a character.
QFont quietFont(QFont font)
{
    const bool isDesktopChoice = !font.family().startsWith(QLatin1String("Sans"))
                                 && !font.family().startsWith(QLatin1String("DejaVu"));
    if (isDesktopChoice)
        return font;
    const QStringList installed = QFontDatabase::families();
    for (const char *family : {"Inter", "Noto Sans", "Cantarell", "Source Sans 3"}) {
        if (installed.contains(QLatin1String(family))) {
            font.setFamilies({QLatin1String(family), font.family()});
            return font;
        }
    }
    return font;
}

} // namespace

std::optional<ThemeChoice> themeFromText(const QString &text)
{
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        if (text == toText(choice))
            return choice;
    }
    return std::nullopt;
}

QString toText(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

QPalette lightPalette()
{
    return makePalette({.page = "#f3f4f6",
                        .card = "#ffffff",
                        .field = "#f7f8fa",
                        .border = "#d9dde4",
                        .note = "#f1f2f5",
                        .text = "#1d2430",
                        .secondaryText = "#6b7487",
                        .disabledText = "#a3abb8",
                        .accent = "#1f6feb",
                        .problem = "#b42318"});
}

QPalette darkPalette()
{
    return makePalette({.page = "#14171c",
                        .card = "#1b1f26",
                        .field = "#20252e",
                        .border = "#2b323d",
                        .note = "#242933",
                        .text = "#e6e9ef",
                        .secondaryText = "#8b93a3",
                        .disabledText = "#596273",
                        .accent = "#5b9dff",
                        .problem = "#ff7b72"});
}

QColor goodColor(const QPalette &palette)
{
    return isDark(palette) ? QColor("#49bc85") : QColor("#16834e");
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_desktopPalette(QApplication::palette())
{
    QApplication::setStyle(new AppStyle);
    QApplication::setFont(quietFont(QApplication::font()));
    apply();
}

void Theme::choose(ThemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    const bool dark
        = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && desktopIsDark());
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

/// Qt 6.4 does not tell; the palette that the desktop gave us does.
bool Theme::desktopIsDark() const
{
    return isDark(m_desktopPalette);
}

} // namespace nabla::ui
