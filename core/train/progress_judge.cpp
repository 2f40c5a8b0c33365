// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/progress_judge.h"

namespace nabla {

ProgressJudge::ProgressJudge(const HyperParameters &config)
    : m_isPlateau(config.schedule == "plateau")
    , m_patience(config.earlyStopping)
    , m_plateauEpochs(config.scheduleEpochs)
    , m_cut(config.scheduleFactor)
    , m_smallestFactor(config.scheduleStop > 0 ? 1.0 / config.scheduleStop : 0.0)
{
}

void ProgressJudge::judge(double validationAccuracy)
{
    if (validationAccuracy > m_memory.bestAccuracy) {
        m_memory.bestAccuracy = validationAccuracy;
        m_memory.epochsSinceBest = 0;
        m_memory.epochsSinceCut = 0;
        return;
    }
    ++m_memory.epochsSinceBest;
    ++m_memory.epochsSinceCut;
    if (m_isPlateau && m_memory.epochsSinceCut >= m_plateauEpochs) {
        m_memory.rateFactor *= m_cut;
        m_memory.epochsSinceCut = 0;
        constexpr double rounding = 1.0 + 1e-9; // of powers of the cut
        m_memory.stopped
            = m_smallestFactor > 0.0 && m_memory.rateFactor <= m_smallestFactor * rounding;
    }
    if (m_patience > 0 && m_memory.epochsSinceBest >= m_patience)
        m_memory.stopped = true;
}

} // namespace nabla
