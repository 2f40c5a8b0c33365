// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pictures/histogram_export.h"

#include <QTextStream>

namespace nabla::ui {

namespace {

/// Names for machines: they do not follow the language.
const char *columnName(LayerDistribution distribution)
{
    switch (distribution) {
    case LayerDistribution::WeightedInput:
        return "weighted_input";
    case LayerDistribution::Activation:
        return "activation";
    case LayerDistribution::Error:
        return "error";
    case LayerDistribution::WeightGradient:
        return "weight_gradient";
    case LayerDistribution::Weights:
        break;
    }
    return "weights";
}

void writeBins(QTextStream &out, const QString &start, const Histogram &histogram)
{
    const BinScale &scale = histogram.scale();
    const auto total = static_cast<double>(histogram.total());
    const auto row = [&](double from, double to, std::uint32_t count) {
        out << start << from << ',' << to << ',' << count << ',' << count / total << '\n';
    };
    for (int bin = 0; bin < scale.bins(); ++bin) {
        if (bin == scale.side() && histogram.zeros() > 0)
            row(0.0, 0.0, histogram.zeros());
        const std::uint32_t count = histogram.counts()[static_cast<std::size_t>(bin)];
        if (count > 0)
            row(scale.edge(bin), scale.edge(bin + 1), count);
    }
    if (histogram.notNumbers() > 0)
        out << start << "nan,nan," << histogram.notNumbers() << ",\n";
}

} // namespace

bool writeHistogramCsv(QIODevice &device, const HistogramPicture &picture, HistogramColumns columns,
                       const StepScale &epochs, const StepScale &seconds)
{
    QTextStream out(&device);
    out.setRealNumberPrecision(9);
    out << "distribution,layer,step,epoch,seconds,from,to,count,share\n";
    for (std::size_t moment = 0; moment < picture.size(); ++moment) {
        const Histogram *histogram = picture.histogram(moment);
        if (!histogram)
            continue;
        const auto step = static_cast<double>(picture.stepOf(moment));
        QString start;
        QTextStream text(&start);
        text.setRealNumberPrecision(9);
        text << columnName(columns.distribution) << ',' << columns.layer << ','
             << picture.stepOf(moment) << ',' << epochs.xAt(step) << ',' << seconds.xAt(step)
             << ',';
        writeBins(out, start, *histogram);
    }
    out.flush();
    return out.status() == QTextStream::Ok;
}

} // namespace nabla::ui
