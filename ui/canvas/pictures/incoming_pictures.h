// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/pictures/picture_problem.h"
#include "ui/canvas/pictures/picture_source.h"

#include <QObject>

#include <memory>

class QWidget;

namespace nabla::ui {

class PictureLoader;
struct CanvasPicture;
struct PictureReading;

/// How a picture comes to a canvas: it is pasted, dropped or opened, and read beside the window.
/// The newest one wins. Of what cannot be read it says why, until the next one comes or it is given
/// up. It knows no canvas. GUI thread only.
class IncomingPictures final : public QObject
{
    Q_OBJECT

public:
    explicit IncomingPictures(QObject *parent = nullptr);

    void load(const PictureSource &source);
    /// What is on the clipboard.
    void paste();
    /// What a person chooses in a dialog above `parent`.
    void open(QWidget *parent);
    /// Of the last one nothing comes any more, and nothing is said.
    void giveUp();

    [[nodiscard]] bool isLoading() const;
    /// That one is read, or why it could not be, in the language of now; mostly empty.
    [[nodiscard]] QString notice() const;

signals:
    void coming();
    /// Once at most for every coming(); never null.
    void arrived(const std::shared_ptr<const nabla::ui::CanvasPicture> &picture);
    void noticeChanged();

private:
    void take(const PictureReading &reading);

    PictureLoader *m_loader;
    PictureProblem m_problem; ///< of the last one
};

} // namespace nabla::ui
