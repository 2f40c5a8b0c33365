// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/network/network_panel.h"

#include "core/telemetry/learning_speed_summary.h"
#include "ui/panels/network/network_view.h"
#include "ui/session/selection.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace nabla::ui {

namespace {

std::vector<std::optional<double>> ratiosOf(const Frame &frame)
{
    const LearningSpeedSummary summary = summarizeLearningSpeed(frame.history, frame.moment);
    std::vector<std::optional<double>> ratios;
    for (int layer = 1; layer <= summary.hiddenLayers(); ++layer)
        ratios.push_back(timesSlowerThanLast(summary.now, layer));
    return ratios;
}

} // namespace

NetworkPanel::NetworkPanel(Selection &selection, QWidget *parent)
    : Panel(parent)
    , m_selection(selection)
    , m_view(new NetworkView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    connect(m_view, &NetworkView::layerClicked, &m_selection, &Selection::setLayer);
    connect(&m_selection, &Selection::layerChanged, m_view, &NetworkView::setSelectedLayer);
    connect(&m_selection, &Selection::imageChanged, this, &NetworkPanel::chooseImage);
    m_view->setSelectedLayer(m_selection.layer());
    chooseImage();
}

void NetworkPanel::showFrame(const Frame &frame)
{
    if (frame.data != m_data) {
        m_data = frame.data;
        chooseImage();
    }
    m_view->setSnapshot(frame.snapshot);
    m_view->setRatios(ratiosOf(frame));
}

QString NetworkPanel::subtitle() const
{
    return m_selection.hasImage() ? tr("your drawing, layer by layer")
                                  : tr("colour = layer, glow = activation");
}

void NetworkPanel::chooseImage()
{
    if (m_selection.hasImage()) {
        m_view->setImage(m_selection.image());
    } else if (m_data && m_data->validation.size() > 0) {
        Raster first{};
        const auto pixels = m_data->validation.image(0);
        std::copy_n(pixels.begin(), std::min(pixels.size(), first.size()), first.begin());
        m_view->setImage(first);
    } else {
        m_view->setImage(std::nullopt);
    }
    if (std::exchange(m_showsDrawing, m_selection.hasImage()) != m_showsDrawing)
        emit subtitleChanged();
}

void NetworkPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        emit subtitleChanged();
    Panel::changeEvent(event);
}

Panel *createNetworkPanel(TrainingSession &, Selection &selection, QWidget *parent)
{
    return new NetworkPanel(selection, parent);
}

} // namespace nabla::ui
