// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/scope_export.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QTextStream>

namespace nabla::ui {

namespace {

/// Sharp enough for a printed page.
constexpr double imageScale = 2.0;

/// Names for machines: they do not follow the language.
QString columnName(MetricId id)
{
    const auto ofLayer = [&](const char *name) {
        return QStringLiteral("%1_layer_%2").arg(name).arg(id.layer);
    };
    switch (id.metric) {
    case Metric::MiniBatchCost:
        return QStringLiteral("mini_batch_cost");
    case Metric::MiniBatchAccuracy:
        return QStringLiteral("mini_batch_accuracy");
    case Metric::LearningSpeed:
        return ofLayer("learning_speed");
    case Metric::Seconds:
        return QStringLiteral("seconds");
    case Metric::TrainingCost:
        return QStringLiteral("training_cost");
    case Metric::TrainingAccuracy:
        return QStringLiteral("training_accuracy");
    case Metric::Penalty:
        return QStringLiteral("penalty");
    case Metric::ValidationCost:
        return QStringLiteral("validation_cost");
    case Metric::ValidationAccuracy:
        return QStringLiteral("validation_accuracy");
    case Metric::TestCost:
        return QStringLiteral("test_cost");
    case Metric::TestAccuracy:
        return QStringLiteral("test_accuracy");
    case Metric::GradientSize:
        return ofLayer("gradient_size");
    case Metric::UpdateRatio:
        return ofLayer("update_ratio");
    case Metric::ActivationSpread:
        return ofLayer("activation_spread");
    case Metric::SaturatedShare:
        return ofLayer("saturated_share");
    case Metric::DeadShare:
        return ofLayer("dead_share");
    case Metric::ProbeSpeed:
        return ofLayer("probe_speed");
    case Metric::ProbeGradientSize:
        return ofLayer("probe_gradient_size");
    case Metric::ProbeActivationSpread:
        return ofLayer("probe_activation_spread");
    case Metric::ProbeSaturatedShare:
        return ofLayer("probe_saturated_share");
    case Metric::ProbeDeadShare:
        return ofLayer("probe_dead_share");
    case Metric::ErrorSize:
        return ofLayer("error_size");
    case Metric::MeanSlope:
        return ofLayer("mean_slope");
    case Metric::WeightNorm:
        return ofLayer("weight_norm");
    case Metric::DigitScore:
        return QStringLiteral("digit_score_%1").arg(id.layer);
    }
    return {};
}

/// A name that a person gave, as a field of a table.
QString quoted(const QString &name)
{
    QString text = name;
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

bool drawVectors(QPaintDevice &device, QCustomPlot &plot)
{
    QCPPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&painter, plot.width(), plot.height());
    return painter.end();
}

} // namespace

QString writeFile(const QString &path, const std::function<bool(QIODevice &)> &write)
{
    const auto failed = [&path](const QString &reason) {
        return QCoreApplication::translate(
                   "ScopePlot",
                   "Could not save %1: %2. Nothing was changed; choose another folder.")
            .arg(path, reason);
    };
    const QFileInfo target(path);
    if (target.exists() && !target.isFile() && !target.isDir()) {
        QFile device(path); // which a file must not take the place of
        const bool isDone = device.open(QIODevice::WriteOnly) && write(device) && device.flush();
        return isDone ? QString() : failed(device.errorString());
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && write(file) && file.commit())
        return {};
    return failed(file.errorString());
}

bool writePng(QIODevice &device, QCustomPlot &plot)
{
    return plot.toPixmap(plot.width(), plot.height(), imageScale).save(&device, "PNG");
}

bool writePdf(QIODevice &device, QCustomPlot &plot)
{
    constexpr int dotsPerInch = 96;
    constexpr double pointsPerDot = 72.0 / dotsPerInch;
    QPdfWriter writer(&device);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(plot.size()) * pointsPerDot, QPageSize::Point));
    writer.setPageMargins({});
    return drawVectors(writer, plot);
}

bool writeSvg(QIODevice &device, QCustomPlot &plot)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setResolution(plot.logicalDpiX()); // or the letters shrink
    generator.setSize(plot.size());
    generator.setViewBox(plot.rect());
    return drawVectors(generator, plot);
}

QString saveImage(const QString &path, QCustomPlot &plot)
{
    const auto endsWith = [&](const char *suffix) {
        return path.endsWith(QLatin1String(suffix), Qt::CaseInsensitive);
    };
    return writeFile(path, [&](QIODevice &device) {
        if (endsWith(".svg"))
            return writeSvg(device, plot);
        return endsWith(".pdf") ? writePdf(device, plot) : writePng(device, plot);
    });
}

bool writeCsv(QIODevice &device, const std::vector<ExportedRun> &runs)
{
    QTextStream out(&device);
    out.setRealNumberPrecision(9);
    out << "run,curve,first_step,last_step,epoch,seconds,count,min,mean,max\n";
    for (const ExportedRun &run : runs) {
        for (const ExportedCurve &curve : run.curves) {
            const QString names = quoted(run.name) + u',' + columnName(curve.metric);
            for (const MetricBucket &bucket : curve.buckets) {
                const auto step = static_cast<double>(bucket.lastStep);
                out << names << ',' << bucket.firstStep << ',' << bucket.lastStep << ','
                    << run.epochs.xAt(step) << ',' << run.seconds.xAt(step) << ',' << bucket.count
                    << ',' << bucket.min << ',' << bucket.mean() << ',' << bucket.max << '\n';
            }
        }
    }
    out.flush();
    return out.status() == QTextStream::Ok;
}

} // namespace nabla::ui
