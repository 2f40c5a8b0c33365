// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/hyper_parameters.h"

namespace nabla {

/// Decides after every epoch, from the accuracy on the validation digits, whether a run still gets
/// better (chapter 3): cuts the learning rate on a plateau, ends the training at a small part of
/// it, and stops early.
class ProgressJudge
{
public:
    explicit ProgressJudge(const HyperParameters &config);

    /// False: nothing in this run rests on the validation digits.
    [[nodiscard]] bool isNeeded() const { return m_isPlateau || m_patience > 0; }
    /// Takes the accuracy after one more epoch, a fraction.
    void judge(double validationAccuracy);

    /// Everything that it remembers: part of a checkpoint.
    struct Memory
    {
        double bestAccuracy = -1.0;
        int epochsSinceBest = 0;
        int epochsSinceCut = 0; ///< or since the best, whichever is nearer
        double rateFactor = 1.0; ///< what the learning rate was cut to
        bool stopped = false;
        bool operator==(const Memory &) const = default;
    };
    [[nodiscard]] const Memory &memory() const { return m_memory; }
    void setMemory(const Memory &memory) { m_memory = memory; }

private:
    bool m_isPlateau;
    int m_patience; ///< epochs; 0: unlimited
    int m_plateauEpochs;
    double m_cut;
    double m_smallestFactor; ///< 0: none
    Memory m_memory;
};

} // namespace nabla
