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
    m_stopMaking.request_stop();
    m_stopMaking = std::stop_source();
    {
        const std::lock_guard lock(m_mutex);
        m_making = epoch;
        m_readyEpoch = -1;
        m_ready = nullptr; // of an epoch that nobody waits for
    }
    m_pool.submit([this, epoch, source = m_stopMaking](std::stop_token quit) mutable {
        const std::stop_callback stopToo(quit, [&source] { source.request_stop(); });
        auto images = expandedImages(m_data->training, m_count, m_distortion, m_seed, epoch,
                                     source.get_token());
        if (images)
            publish(epoch, std::move(*images));
    });
}

void ExpandedSets::publish(int epoch, LabelledImages images)
{
    auto made = std::make_shared<const LabelledImages>(std::move(images));
    const std::lock_guard lock(m_mutex);
    if (m_making != epoch)
        return; // the stop came after its last look
    m_ready = std::move(made);
    m_readyEpoch = epoch;
    m_changed.notify_one();
}

std::shared_ptr<const LabelledImages> ExpandedSets::tryTake(int epoch,
                                                            std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    if (m_making != epoch) {
        lock.unlock();
        make(epoch);
        lock.lock();
    }
    if (!m_changed.wait_for(lock, patience, [&] { return m_readyEpoch == epoch; }))
        return nullptr;
    auto taken = std::exchange(m_ready, nullptr);
    lock.unlock();
    make(epoch + 1);
    return taken;
}

} // namespace nabla
