// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/mnist_raster.h"

#include <QString>
#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;

namespace nabla::ui {

class RasterView;

/// One stage of the preparation: the small picture after it, the box that switches it off, and what
/// the network's accuracy is with it and without it, once that was measured.
class PreparationStep final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind
    {
        Start, ///< the ink on the paper: nothing to switch off
        Step
    };
    struct Price
    {
        double with = 0.0; ///< accuracy, a fraction
        double without = 0.0;
    };

    explicit PreparationStep(Kind kind, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &explanation);
    void setRaster(const Raster &raster);
    void setTaken(bool isTaken); ///< says nothing
    [[nodiscard]] bool isTaken() const;
    void setPrice(const std::optional<Price> &price);
    [[nodiscard]] QString priceText() const;
    [[nodiscard]] QCheckBox *box() const { return m_box; } ///< null for the start

signals:
    void toggled(bool isTaken); ///< by a person

protected:
    void changeEvent(QEvent *event) override;

private:
    void tellPrice();

    RasterView *m_picture;
    QCheckBox *m_box = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_with;
    QLabel *m_without;
    std::optional<Price> m_price;
};

} // namespace nabla::ui
