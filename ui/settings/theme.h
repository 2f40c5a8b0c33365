// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>
#include <QString>

#include <optional>

namespace nabla::ui {

enum class ThemeChoice
{
    System,
    Light,
    Dark
};

/// "system", "light", "dark".
[[nodiscard]] std::optional<ThemeChoice> themeFromText(const QString &text);
[[nodiscard]] QString toText(ThemeChoice choice);

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
/// Of a run that goes well: the one meaning besides the accent and the layers that has a colour.
[[nodiscard]] QColor goodColor(const QPalette &palette);

/// How the program looks: style, palette and font of the application. Roles of the palette: Window
/// is the page, Base a card, AlternateBase and Button a field, Mid a border, Midlight a note,
/// PlaceholderText secondary text, Highlight the accent, BrightText what is wrong. GUI thread only.
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    /// Takes effect at once, in every window.
    void choose(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }

private:
    void apply();
    [[nodiscard]] bool desktopIsDark() const;

    ThemeChoice m_choice = ThemeChoice::System;
    QPalette m_desktopPalette; ///< as it was before we set ours
};

} // namespace nabla::ui
