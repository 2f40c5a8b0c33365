// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/pictures/histogram_picture.h"
#include "ui/plots/pictures/picture_plot.h"
#include "ui/plots/pictures/response_curve.h"

namespace nabla::ui {

/// What of a layer a histogram plot shows, and how it is called.
struct HistogramSubject
{
    LayerDistribution distribution = LayerDistribution::WeightedInput;
    int layer = 1;
    QString symbol; ///< "z"
    QColor color; ///< the layer's
    bool operator==(const HistogramSubject &) const = default;
};

/// A distribution of one layer through time, as a heat map over the scopes' x axis: up goes the
/// number, on the histogram's own bins; the colour is the share of the numbers in a bin, exact
/// zeros on a rail of their own below. Beside it the distribution at one moment as bars: at the
/// crosshair, where the time machine stands, or now.
class HistogramPlot final : public PicturePlot
{
    Q_OBJECT

public:
    HistogramPlot(ScopeAxis &axis, QWidget *parent = nullptr);

    void setSubject(const HistogramSubject &subject);
    /// Drawn over the bars where its bins are theirs.
    void setResponse(std::optional<ResponseCurve> response);
    /// Every frame; another runId forgets what was kept. `moment`: where the time machine stands.
    void showRuns(const ScopeRuns &shown) override;

    [[nodiscard]] const HistogramPicture &picture() const { return m_picture; }
    [[nodiscard]] const HistogramPicture::View &view() const { return m_view; }
    /// Whose bars are drawn; nothing where nothing was measured.
    [[nodiscard]] std::optional<std::size_t> shownMoment() const;
    [[nodiscard]] QRect heatRect() const; ///< in the plot's coordinates
    [[nodiscard]] QRect zeroRect() const;
    [[nodiscard]] bool writeValues(QIODevice &device) const override;
    [[nodiscard]] QSize sizeHint() const override { return {560, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 150}; }

protected:
    void makePicture(AxisRange view, int columns) override;
    void drawPicture(QPainter &painter, const QRect &rect) const override;
    void drawOverlay(QPainter &painter, const QRect &rect) const override;
    [[nodiscard]] std::vector<SceneCurve> readingsAt(double x) const override;
    [[nodiscard]] QString noteAt(double x) const override;
    [[nodiscard]] QMargins pictureMargins() const override;

private:
    [[nodiscard]] std::optional<std::size_t> momentOf(double x) const;
    [[nodiscard]] QString titleOf(std::size_t moment) const;
    [[nodiscard]] static QString binText(const BinScale &scale, int bin);
    void drawTicks(QPainter &painter, const QRect &heat) const;

    HistogramSubject m_subject;
    std::optional<ResponseCurve> m_response;
    HistogramPicture m_picture;
    HistogramPicture::View m_view;
    AxisRange m_shares; ///< of the bars
};

} // namespace nabla::ui
