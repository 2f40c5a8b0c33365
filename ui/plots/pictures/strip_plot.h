// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/pictures/picture_plot.h"
#include "ui/plots/pictures/strip_picture.h"

namespace nabla::ui {

/// One quantity of every layer over the run: a row a layer, the first at the bottom, as the ladder
/// and the curves of a vanishing gradient have them; the colour is the number.
class StripPlot final : public PicturePlot
{
    Q_OBJECT

public:
    StripPlot(ScopeAxis &axis, QWidget *parent = nullptr);

    /// A row each, layer 1 first: its metric, name and colour.
    void setRows(std::vector<ScopeCurve> rows);
    void setTitle(const QString &title); ///< of the colour bar
    /// What the colours stand for; grows with what is shown.
    void setColorScale(const MagnitudeScale &scale);
    [[nodiscard]] const MagnitudeScale &colorScale() const { return m_scale; }
    void setSelectedRow(int row); ///< -1: none
    /// Every frame; another runId forgets what was kept.

    /// What is drawn, for tests.
    [[nodiscard]] const StripPicture &picture() const { return m_picture; }
    [[nodiscard]] const QImage &image() const { return m_image; }
    [[nodiscard]] bool writeValues(QIODevice &device) const override;

signals:
    void rowClicked(int row);

protected:
    void makePicture(AxisRange view, int columns) override;
    void drawPicture(QPainter &painter, const QRect &rect) const override;
    [[nodiscard]] std::vector<SceneCurve> readingsAt(double x) const override;
    [[nodiscard]] QString noteAt(double x) const override;
    [[nodiscard]] QMargins pictureMargins() const override;
    void restyle() override;

private:
    [[nodiscard]] int rows() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QRect rowRect(const QRect &rect, int row) const;
    void drawNames(QPainter &painter, const QRect &rect) const;
    void drawSelection(QPainter &painter, const QRect &rect) const;
    /// NaN where there is none.
    [[nodiscard]] double valueAt(int row, double x) const;
    [[nodiscard]] std::optional<int> hoveredRow() const;

    MagnitudeScale m_scale;
    QString m_title;
    int m_selectedRow = -1;
    std::vector<ScopeCurve> m_rows;
    StripPicture m_picture;
    QImage m_image;
};

} // namespace nabla::ui
