// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/learning_speed_summary.h"
#include "core/telemetry/metric.h"

#include <QString>

#include <optional>
#include <vector>

namespace nabla::ui {

/// A quantity of the hidden layers at one moment, as far as it is known.
struct QuantityNow
{
    LayerQuantity quantity = LayerQuantity::LearningSpeed;
    std::vector<std::optional<double>> values; ///< a hidden layer each, layer 1 first
    bool exists = true; ///< for the activations of this network
    QString activation; ///< their name, for a person
    bool operator==(const QuantityNow &) const = default;
};

/// The sentence under the learning-speed scope, as rich text.
class LearningSpeedWords
{
public:
    /// `layerCount` includes the output layer; `isDark` chooses the colours of the layers.
    /// `moment`, such as "epoch 0.40", stands for now where the time machine is not at the end.
    LearningSpeedWords(int layerCount, bool isDark, const QString &moment);

    /// How far the first hidden layer lags behind the last one.
    [[nodiscard]] QString ofSpeeds(const LearningSpeedSummary &summary) const;
    /// What the numbers of another quantity mean.
    [[nodiscard]] QString ofQuantity(const QuantityNow &now) const;

private:
    [[nodiscard]] QString bold(int layer, const QString &text) const;
    [[nodiscard]] QString singleLayer(const LearningSpeedSummary &summary) const;
    [[nodiscard]] QString comparison(const LearningSpeedSummary &summary) const;
    [[nodiscard]] QString atMoment(const LearningSpeedSummary &summary, double start,
                                   double now) const;

    int m_layerCount;
    bool m_isDark;
    QString m_moment;
};

} // namespace nabla::ui
