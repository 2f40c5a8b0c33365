// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/metric.h"
#include "core/telemetry/metric_bucket.h"
#include "ui/plots/curves/step_scale.h"

#include <QString>

#include <functional>
#include <span>
#include <vector>

class QCustomPlot;
class QIODevice;

namespace nabla::ui {

/// One curve's values for a file.
struct ExportedCurve
{
    MetricId metric;
    std::span<const MetricBucket> buckets;
};

/// One run's values for a file.
struct ExportedRun
{
    QString name;
    std::vector<ExportedCurve> curves;
    StepScale epochs;
    StepScale seconds;
};

/// Writes a file whole or not at all. Empty on success, otherwise what went wrong, for a person.
[[nodiscard]] QString writeFile(const QString &path, const std::function<bool(QIODevice &)> &write);

[[nodiscard]] bool writePng(QIODevice &device, QCustomPlot &plot);
[[nodiscard]] bool writePdf(QIODevice &device, QCustomPlot &plot);
[[nodiscard]] bool writeSvg(QIODevice &device, QCustomPlot &plot);
/// What the end of the name asks for: .svg, .pdf, otherwise PNG. As writeFile().
[[nodiscard]] QString saveImage(const QString &path, QCustomPlot &plot);
/// A row a bucket: run, curve, steps, epoch, seconds, count, min, mean, max; points as decimal
/// marks.
[[nodiscard]] bool writeCsv(QIODevice &device, const std::vector<ExportedRun> &runs);

} // namespace nabla::ui
