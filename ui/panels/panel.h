// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/frame.h"

#include <QAction>
#include <QEvent>
#include <QList>
#include <QWidget>

class QMimeData;

namespace nabla::ui {

class Selection;
class TrainingSession;

/// What every panel may know: the session's frames and the shared selection, nothing else. A panel
/// must cope with an empty frame (no run, no data) and with a run that was reset (Frame::runId).
/// Texts, colours and fonts follow changeEvent().
class Panel : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(QWidget *parent = nullptr)
        : QWidget(parent)
    {
    }
    /// Called on the GUI thread at up to 30 Hz while the panel is visible, and once when it becomes
    /// visible. Must stay within a few milliseconds.
    virtual void showFrame(const Frame &frame) = 0;
    /// Shown in the card's header, right, in the secondary colour; may be empty. Changes are
    /// announced by subtitleChanged().
    [[nodiscard]] virtual QString subtitle() const { return {}; }
    /// Buttons in the card's header, right of the subtitle.
    [[nodiscard]] virtual QList<QAction *> headerActions() const { return {}; }
    /// What it opens: entries of the window's File menu.
    [[nodiscard]] virtual QList<QAction *> fileActions() const { return {}; }
    /// Something was dropped on the window, anywhere. False: it is nothing for this panel.
    virtual bool takeDrop(const QMimeData &) { return false; }

signals:
    void subtitleChanged();
    /// A person chose to see something of the run that the panel has not kept: a frame is wanted
    /// now, also of a run that rests.
    void frameWanted();
    /// A person asked here for what another panel of the catalogue shows.
    void panelWanted(const char *id);

protected:
    /// Another language, palette, style or font.
    [[nodiscard]] static bool changesLook(const QEvent &event)
    {
        const QEvent::Type type = event.type();
        return type == QEvent::LanguageChange || type == QEvent::PaletteChange
               || type == QEvent::StyleChange || type == QEvent::FontChange;
    }
    /// Where the subtitle is another one than when this was last called.
    void announceSubtitle()
    {
        if (const QString text = subtitle(); text != m_announcedSubtitle) {
            m_announcedSubtitle = text;
            emit subtitleChanged();
        }
    }

private:
    QString m_announcedSubtitle;
};

} // namespace nabla::ui
