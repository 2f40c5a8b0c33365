// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/snapshot.h"
#include "ui/panels/network/network_layout.h"
#include "ui/panels/network/network_words.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace nabla::ui {

/// The picture of a network: a column a layer in the layer's colour, neurons that glow with their
/// activation for an image, the strongest weights between them. A click on a column selects its
/// layer.
class NetworkView final : public QWidget
{
    Q_OBJECT

public:
    explicit NetworkView(QWidget *parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    /// What the activations answer to.
    void setImage(const std::optional<Raster> &image);
    /// How many times slower a hidden layer learns than the last one; layer 1 first.
    void setRatios(const std::vector<std::optional<double>> &ratios);
    void setSelectedLayer(int layer);

    [[nodiscard]] const NetworkLayout &networkLayout() const { return m_layout; }
    [[nodiscard]] const std::optional<ShownActivations> &activations() const
    {
        return m_activations;
    }
    [[nodiscard]] NetworkWords words() const { return {m_layout, m_ratios, m_activations}; }

    [[nodiscard]] QSize sizeHint() const override { return {300, 230}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 100}; }

signals:
    /// 0: none.
    void layerClicked(int layer);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class LabelRow
    {
        Sizes,
        Ratios
    };

    [[nodiscard]] int layerCount() const;
    [[nodiscard]] QFont labelFont() const;
    [[nodiscard]] QColor color(int layer) const;
    [[nodiscard]] bool outputsAreDigits() const;
    void arrange();
    void activate();
    void refreshWeights();
    void describe();

    void renderWeights();
    void drawColumn(QPainter &painter, int column) const;
    void drawNeuron(QPainter &painter, int column, int position) const;
    void drawDigits(QPainter &painter) const;
    void drawLabels(QPainter &painter, LabelRow row) const;

    std::shared_ptr<const Snapshot> m_snapshot;
    std::optional<Raster> m_image;
    std::vector<std::optional<double>> m_ratios;
    int m_selectedLayer = 0;

    NetworkLayout m_layout;
    Workspace m_workspace;
    std::optional<ShownActivations> m_activations;

    // Weights move slowly and cost most: they are painted a few times a second into a picture.
    QPixmap m_weights;
    bool m_areWeightsStale = true;
    bool m_hasNewerWeights = false;
    QTimer m_weightTimer;
};

} // namespace nabla::ui
