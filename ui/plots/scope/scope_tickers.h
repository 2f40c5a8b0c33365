// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curves/scope_scene.h"
#include "ui/plots/curves/step_scale.h"

#include <qcustomplot.h>

namespace nabla::ui {

// Where the scopes put their tick marks and what they write there. Only ui/plots sources include
// this: qcustomplot.h takes ten seconds to compile.

/// The last number carries the unit: "0   1   2   3 epochs".
class UnitTicker final : public QCPAxisTicker
{
public:
    explicit UnitTicker(XUnit unit);

protected:
    QVector<QString> createLabelVector(const QVector<double> &ticks, const QLocale &locale,
                                       QChar format, int precision) override;

private:
    XUnit m_unit;
};

/// Fractions written as percentages, the sign at the lowest one.
class PercentTicker final : public QCPAxisTicker
{
public:
    /// For a plot of this many pixels in height.
    explicit PercentTicker(int height);

protected:
    QVector<QString> createLabelVector(const QVector<double> &ticks, const QLocale &locale,
                                       QChar format, int precision) override;
};

/// Decades as powers of ten; 1, 2 and 5 of each where fewer than two are in view.
class DecadeTicker final : public QCPAxisTicker
{
public:
    /// For a plot of this many pixels in height.
    DecadeTicker(ScopeScale scale, int height)
        : m_scale(scale)
        , m_height(height)
    {
    }

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &locale, QChar format, int precision) override;

private:
    ScopeScale m_scale;
    int m_height;
};

[[nodiscard]] QSharedPointer<QCPAxisTicker> makeValueTicker(ScopeScale scale, int height);

} // namespace nabla::ui
