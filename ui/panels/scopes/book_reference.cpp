// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/book_reference.h"

#include "ui/plots/layer_colors.h"

#include <QCoreApplication>

namespace nabla::ui {

std::span<const RecordedSpeeds> bookSpeedsOf(const Frame &frame)
{
    return frame.history.marks().empty() ? bookLearningSpeedsFor(frame.experiment)
                                         : std::span<const RecordedSpeeds>();
}

ScopeReference bookReference(std::span<const RecordedSpeeds> rows, bool isDark)
{
    if (rows.empty())
        return {};
    ScopeReference reference{
        QCoreApplication::translate("BookReference", "the book’s run, on MNIST"), {}};
    for (const RecordedSpeeds &row : rows) {
        const int layers = static_cast<int>(row.speeds.size()) + 1; // the output layer too
        for (int layer = 1; layer < layers; ++layer)
            reference.points.push_back({row.step, row.speeds[static_cast<std::size_t>(layer - 1)],
                                        layerColor(layer, layers, isDark)});
    }
    return reference;
}

} // namespace nabla::ui
