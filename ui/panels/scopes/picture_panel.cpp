// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/picture_panel.h"

#include "ui/panels/scope_runs.h"
#include "ui/plots/pictures/picture_plot.h"
#include "ui/session/selection.h"

#include <QVBoxLayout>

#include <algorithm>

namespace nabla::ui {

PicturePanel::PicturePanel(Selection &selection, QWidget *parent)
    : Panel(parent)
    , m_selection(selection)
{
    connect(&m_selection, &Selection::layerChanged, this, &PicturePanel::followSelection);
}

void PicturePanel::arrange(PicturePlot &plot, QWidget &firstChooser, QWidget &secondChooser)
{
    m_picture = &plot;
    m_controls = new QWidget(m_picture);
    auto *controls = new QHBoxLayout(m_controls);
    controls->setContentsMargins(0, 0, 0, 0);
    controls->addWidget(&firstChooser);
    controls->addWidget(&secondChooser);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_picture, 1);
    setTabOrder(&firstChooser, &secondChooser);
    setTabOrder(&secondChooser, m_picture);
    connect(m_picture, &PicturePlot::stepped, this, [this](int direction) {
        m_selection.setLayer(std::clamp(steppedLayer() + direction, 1, std::max(1, m_layerCount)));
    });
}

int PicturePanel::steppedLayer() const
{
    return m_selection.layer();
}

void PicturePanel::showFrame(const Frame &frame)
{
    if (frame.history.layerCount() != m_layerCount) {
        m_layerCount = frame.history.layerCount();
        updateLayers();
    }
    m_picture->showRuns(scopeRuns(frame));
    showNumbers(frame);
}

void PicturePanel::settle()
{
    m_picture->placeInCorner(*m_controls);
    announceSubtitle();
}

void PicturePanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (changesLook(*event))
        retranslate();
}

} // namespace nabla::ui
