// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/claim.h"

#include "core/book/claim_families.h"

#include <algorithm>
#include <cmath>

namespace nabla {

Verdict judgeClaim(const ClaimedValue &claimed, std::vector<double> measured)
{
    Verdict verdict{NAN, NAN, NAN, false};
    const bool isSound = !measured.empty() && std::ranges::all_of(measured, [](double v) {
        return std::isfinite(v);
    });
    if (!isSound)
        return verdict;
    std::sort(measured.begin(), measured.end());
    const std::size_t middle = measured.size() / 2;
    verdict.median = measured.size() % 2 == 1 ? measured[middle]
                                              : 0.5 * (measured[middle - 1] + measured[middle]);
    verdict.smallest = measured.front();
    verdict.largest = measured.back();
    verdict.passed = claimed.isSpread
                         ? claimed.recorded >= claimed.min * verdict.smallest
                               && claimed.recorded <= claimed.max * verdict.largest
                         : verdict.median >= claimed.min && verdict.median <= claimed.max;
    return verdict;
}

std::span<const Claim> claims()
{
    static const std::vector<Claim> all = [] {
        std::vector<Claim> collected;
        for (const auto &family : {chapterOneClaims(), chapterThreeClaims(), hyperParameterClaims(),
                                   chapterFiveClaims(), cureClaims()})
            collected.insert(collected.end(), family.begin(), family.end());
        return collected;
    }();
    return all;
}

const Claim *findClaim(const std::string &id)
{
    const auto all = claims();
    const auto found = std::ranges::find_if(all, [&](const Claim &c) { return c.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::string whyNotTheBooksData(const Dataset &data)
{
    constexpr int trainingDigits = 50000;
    constexpr int otherDigits = 10000;
    // The picture that opens the chapter: the first six digits are 5 0 4 1 9 2.
    constexpr int firstLabels[] = {5, 0, 4, 1, 9, 2};
    if (data.training.size() != trainingDigits || data.validation.size() != otherDigits
        || data.test.size() != otherDigits)
        return "the book's claims are about MNIST: 50000 training, 10000 validation and 10000 test "
               "digits, not "
               + std::to_string(data.training.size()) + ", "
               + std::to_string(data.validation.size()) + " and "
               + std::to_string(data.test.size());
    for (int i = 0; i < 6; ++i) {
        if (data.training.label(i) != firstLabels[i])
            return "the book's claims are about MNIST, whose first digits are 5 0 4 1 9 2";
    }
    return {};
}

} // namespace nabla
