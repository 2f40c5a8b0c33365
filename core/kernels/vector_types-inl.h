// SPDX-License-Identifier: GPL-3.0-or-later
// Read once for every instruction set, by vector_kernels.cpp: no #pragma once.
#if defined(NABLA_VECTOR_TYPES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NABLA_VECTOR_TYPES_INL_H
#undef NABLA_VECTOR_TYPES_INL_H
#else
#define NABLA_VECTOR_TYPES_INL_H
#endif

#include "core/kernels/kernels.h"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace nabla::inline NABLA_PRECISION {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Tag = hn::ScalableTag<Scalar>;
using Vec = hn::Vec<Tag>;

constexpr int lanes = static_cast<int>(HWY_LANES(Scalar));
static_assert(vectorWidth % lanes == 0);

/// Vector registers that tiles may fill: 32 or 16, less two or three for what they are multiplied
/// with.
constexpr int tileRegisters = HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_NEON ? 24 : 12;

HWY_INLINE Vec load(const Scalar *from)
{
    return hn::Load(Tag(), from);
}

HWY_INLINE void store(Vec v, Scalar *to)
{
    hn::Store(v, Tag(), to);
}

HWY_INLINE Vec broadcast(Scalar value)
{
    return hn::Set(Tag(), value);
}

/// A sum of vectors, kept in double.
class DoubleSum
{
    using Doubles = hn::ScalableTag<double>;

public:
    // Written out: the compiler would define its own outside of this instruction set.
    HWY_INLINE DoubleSum()
        : m_low(hn::Zero(Doubles()))
        , m_high(hn::Zero(Doubles()))
    {
    }
    HWY_INLINE void add(Vec v)
    {
        m_low = hn::Add(m_low, low(v));
        m_high = hn::Add(m_high, high(v));
    }
    HWY_INLINE void addSquare(Vec v)
    {
        m_low = hn::MulAdd(low(v), low(v), m_low);
        m_high = hn::MulAdd(high(v), high(v), m_high);
    }
    [[nodiscard]] HWY_INLINE double value() const
    {
        return hn::GetLane(hn::SumOfLanes(Doubles(), hn::Add(m_low, m_high)));
    }

private:
    /// The halves of v in double; in double precision v and nothing.
#if NABLA_DOUBLE
    static HWY_INLINE Vec low(Vec v)
    {
        return v;
    }
    static HWY_INLINE Vec high(Vec)
    {
        return hn::Zero(Doubles());
    }
#else
    static HWY_INLINE hn::Vec<Doubles> low(Vec v)
    {
        return hn::PromoteTo(Doubles(), hn::LowerHalf(hn::Half<Tag>(), v));
    }
    static HWY_INLINE hn::Vec<Doubles> high(Vec v)
    {
        return hn::PromoteTo(Doubles(), hn::UpperHalf(hn::Half<Tag>(), v));
    }
#endif

    hn::Vec<Doubles> m_low;
    hn::Vec<Doubles> m_high;
};

} // namespace HWY_NAMESPACE
} // namespace nabla::inline NABLA_PRECISION
HWY_AFTER_NAMESPACE();

#endif // the toggle
