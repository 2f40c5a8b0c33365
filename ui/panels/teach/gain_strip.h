// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/teach/teaching_result.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace nabla::ui {

/// The change of two sets, taken together, under one title.
struct GainRow
{
    QString title;
    ReadingChange first;
    ReadingChange second;
    [[nodiscard]] int gain(int label) const; ///< digits that are now read right, net
    bool operator==(const GainRow &) const = default;
};

/// A column a label: how many more of it are read right than before, or how many fewer, by sign and
/// by colour.
class GainStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit GainStrip(QWidget *parent = nullptr);

    void setRows(std::vector<GainRow> rows);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int titleWidth() const;
    [[nodiscard]] QRect cell(int line, int label) const;
    [[nodiscard]] QString tip(const QPoint &position) const;

    std::vector<GainRow> m_rows;
};

} // namespace nabla::ui
