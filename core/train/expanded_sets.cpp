// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/expanded_sets.h"

#include <algorithm>
#include <utility>

namespace nabla {

std::optional<LabelledImages> expandedImages(const LabelledImages &set, int count,
                                             const Distortion &distortion, std::uint64_t seed,
                                             int epoch, std::stop_token stop)
{
    constexpr int imagesBetweenLooks = 256;
    const Distorter distorter(distortion, seed, epoch);
    const auto images = static_cast<std::size_t>(std::min(count, set.size()));
    std::vector<std::uint8_t> pixels(images * imagePixels);
    std::vector<std::uint8_t> labels(images);
    for (std::size_t i = 0; i < images; ++i) {
        if (i % imagesBetweenLooks == 0 && stop.stop_requested())
            return std::nullopt;
        const int index = static_cast<int>(i);
        distorter.distort(set.image(index), index,
                          std::span(pixels).subspan(i * imagePixels, imagePixels));
        labels[i] = set.label(index);
    }
    return LabelledImages(std::move(pixels), std::move(labels));
}

ExpandedSets::ExpandedSets(std::shared_ptr<const Dataset> data, int count,
                           const Distortion &distortion, std::uint64_t seed)
    : m_data(std::move(data))
    , m_count(count)
    , m_distortion(distortion)
    , m_seed(seed)
{
    make(0);
}

void ExpandedSets::make(int epoch)
{
    m_making = epoch;
    m_pool.submit([this, epoch](std::stop_token stop) {
        auto images = expandedImages(m_data->training, m_count, m_distortion, m_seed, epoch, stop);
        if (!images)
            return;
        const std::lock_guard lock(m_mutex);
        m_ready = std::make_shared<const LabelledImages>(std::move(*images));
        m_readyEpoch = epoch;
        m_changed.notify_one();
    });
}

std::shared_ptr<const LabelledImages> ExpandedSets::tryTake(int epoch,
                                                            std::chrono::milliseconds patience)
{
    if (m_making != epoch)
        make(epoch); // a run that was resumed
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait_for(lock, patience, [&] { return m_readyEpoch == epoch; }))
        return nullptr;
    auto taken = std::exchange(m_ready, nullptr);
    m_readyEpoch = -1;
    lock.unlock();
    make(epoch + 1);
    return taken;
}

} // namespace nabla
