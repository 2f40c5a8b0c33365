// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"

class QWidget;

namespace nabla::ui {

class PicturePlot;

/// What the pictures of a run have in common: a plot that shows each frame's runs, two choosers
/// over its corner, texts and colours that follow language, palette and network, and a selected
/// layer that is followed.
class PicturePanel : public Panel
{
    Q_OBJECT

public:
    void showFrame(const Frame &frame) final;

protected:
    PicturePanel(Selection &selection, QWidget *parent);

    /// Once, in the constructor; takes all three. Tab goes through the choosers to the plot, whose
    /// up and down keys select a layer.
    void arrange(PicturePlot &plot, QWidget &firstChooser, QWidget &secondChooser);
    /// The network has another number of layers.
    virtual void updateLayers() = 0;
    /// Takes from the frame what is told beside the plot, which shows its runs already.
    virtual void showNumbers(const Frame &frame) = 0;
    virtual void followSelection() = 0;
    /// Where the up and down keys go on from; 0: from below the first layer.
    [[nodiscard]] virtual int steppedLayer() const;
    /// Texts and colours, also of the choosers; followed by settle().
    virtual void retranslate() = 0;

    /// After a change of the choosers' texts or of the subtitle.
    void settle();
    [[nodiscard]] Selection &selection() const { return m_selection; }
    /// Of the run that is shown, the output layer included; 0 before the first.
    [[nodiscard]] int layerCount() const { return m_layerCount; }
    void changeEvent(QEvent *event) override;

private:
    Selection &m_selection;
    PicturePlot *m_picture = nullptr;
    QWidget *m_controls = nullptr; ///< the two choosers
    int m_layerCount = 0;
};

} // namespace nabla::ui
