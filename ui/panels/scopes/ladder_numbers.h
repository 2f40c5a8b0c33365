// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/error_decay.h"

#include <QString>

#include <vector>

namespace nabla::ui {

/// What the ladder tells in columns.
enum class LadderColumn
{
    Value, ///< the learning speed
    Ratio, ///< how many times slower than the last hidden layer
    Factor, ///< this and the next ones: of the error on its way back
    Slope,
    Norm,
};

/// The numbers of the ladder and their words.
class LadderNumbers
{
public:
    /// As LearningSpeedLadder's. True: something changed.
    bool setSpeeds(const std::vector<double> &speeds, int layerCount);
    bool setDecays(const std::vector<ErrorDecay> &decays);

    [[nodiscard]] int layerCount() const { return m_layerCount; }
    /// Hidden layers.
    [[nodiscard]] int rows() const { return m_layerCount > 0 ? m_layerCount - 1 : 0; }
    [[nodiscard]] bool hasSpeeds() const { return !m_speeds.empty(); }
    [[nodiscard]] bool hasDecays() const;
    [[nodiscard]] const std::vector<double> &speeds() const { return m_speeds; }
    /// 0 where it was not measured.
    [[nodiscard]] double speed(int layer) const;

    /// Empty where it was not measured.
    [[nodiscard]] QString text(LadderColumn column, int layer) const;
    [[nodiscard]] static QString caption(LadderColumn column);
    /// Everything about one layer in a line.
    [[nodiscard]] QString line(int layer) const;
    /// Formulas and numbers of a layer, as rich text.
    [[nodiscard]] QString explanation(int layer) const;

private:
    [[nodiscard]] ErrorDecay decay(int layer) const;

    std::vector<double> m_speeds;
    std::vector<ErrorDecay> m_decays;
    int m_layerCount = 0;
};

} // namespace nabla::ui
