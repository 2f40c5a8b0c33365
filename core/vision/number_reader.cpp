// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/number_reader.h"

#include <algorithm>
#include <cmath>

namespace nabla {

namespace {

/// Strokes of one digit, and what a fragmented one may fall into.
constexpr std::size_t mostFragments = 8;

// In units of the logarithm, tuned on generated numbers (other seeds than the tests').
constexpr double leastConfidence = 1e-4;
constexpr double cutThroughInk = 3.0; ///< against parting what hangs together
constexpr double wideDigit = 0.9; ///< width against line height from which it is no digit
constexpr double widePrice = 6.0; ///< for each line height beyond
constexpr double lowDigit = 0.65; ///< height against line height below which it is no digit
constexpr double lowPrice = 10.0;
/// Line heights by which the strokes of one digit reach over each other along x, and those of two
/// do not: more speaks against a cut, less (or paper between them) against one digit.
constexpr double usualOverlap = 0.12;
constexpr double overlapPrice = 15.0; ///< for each line height more, in a cut
constexpr double gapPrice = 10.0; ///< for each line height less, within a digit
constexpr double meetingShare = 0.6; ///< of that, where the strokes meet
constexpr double meetingPrice = 0.5; ///< against a cut between strokes that meet

struct Span
{
    double left = 0.0;
    double top = 0.0;
    double right = 0.0;
    double bottom = 0.0;
    double missingOverlap = 0.0; ///< of its fragments, along x, from what is usual in a digit
};

/// How high the digits are, and which fragments meet, asked once for each pair that may lie in one.
class InkGeometry
{
public:
    explicit InkGeometry(const NumberInk &ink)
        : m_lineHeight(lineHeightOf(ink.fragments()))
        , m_meet(ink.fragments().size() * mostFragments)
    {
        const std::size_t count = ink.fragments().size();
        for (std::size_t a = 0; a < count; ++a) {
            for (std::size_t b = a + 1; b < std::min(count, a + 1 + mostFragments); ++b)
                m_meet[a * mostFragments + b - a - 1] = ink.meet(a, b);
        }
    }
    [[nodiscard]] double lineHeight() const { return m_lineHeight; }
    /// Whether fragment `other` meets one of first ... last - 1, which are before it.
    [[nodiscard]] bool anyMeets(std::size_t first, std::size_t last, std::size_t other) const
    {
        for (std::size_t i = first; i < last; ++i) {
            if (other - i <= mostFragments && m_meet[i * mostFragments + other - i - 1])
                return true;
        }
        return false;
    }

private:
    double m_lineHeight;
    std::vector<bool> m_meet;
};

/// Fragments first ... last - 1.
Span spanOf(const NumberInk &ink, const InkGeometry &geometry, std::size_t first, std::size_t last)
{
    const InkFragment &begin = ink.fragments()[first];
    Span span{begin.left, begin.top, begin.right, begin.bottom, 0.0};
    for (std::size_t i = first + 1; i < last; ++i) {
        const InkFragment &fragment = ink.fragments()[i];
        if (!fragment.cutFromPrevious) {
            const double overlap = (span.right - fragment.left) / geometry.lineHeight();
            span.missingOverlap += std::max(0.0, usualOverlap - overlap)
                                   * (geometry.anyMeets(first, i, i) ? meetingShare : 1.0);
        }
        span.left = std::min(span.left, fragment.left);
        span.top = std::min(span.top, fragment.top);
        span.right = std::max(span.right, fragment.right);
        span.bottom = std::max(span.bottom, fragment.bottom);
    }
    return span;
}

/// What speaks against these fragments as one digit, whatever it reads.
double shapeCost(const Span &span, double lineHeight)
{
    const double width = (span.right - span.left) / lineHeight;
    const double height = (span.bottom - span.top) / lineHeight;
    return widePrice * std::max(0.0, width - wideDigit)
           + lowPrice * std::max(0.0, lowDigit - height) + gapPrice * span.missingOverlap;
}

/// The best output, less where others speak too.
double confidenceOf(const std::array<float, 10> &outputs)
{
    double best = 0.0;
    double sum = 0.0;
    for (const float output : outputs) {
        const double value = std::isfinite(output) ? std::max(0.0F, output) : 0.0F;
        best = std::max(best, value);
        sum += value;
    }
    return sum > 0.0 ? std::min(1.0, best) * (best / sum) : 0.0;
}

/// A run of fragments that may be a digit.
struct Candidate
{
    std::size_t first = 0;
    std::size_t last = 0; ///< beyond
    Span span;
    double cost = 0.0; ///< by itself
    NumberPiece piece;
};

NumberPiece pieceOf(const Span &span, const Raster &raster, const std::array<float, 10> &outputs)
{
    NumberPiece piece;
    piece.digit = static_cast<int>(std::ranges::max_element(outputs) - outputs.begin());
    piece.confidence = confidenceOf(outputs);
    piece.left = span.left;
    piece.right = span.right;
    piece.outputs = outputs;
    piece.raster = raster;
    return piece;
}

std::vector<Candidate> candidatesOf(const NumberInk &ink, const InkGeometry &geometry,
                                    const DigitScorer &score)
{
    constexpr double hopeless = 12.0;
    const auto fragments = ink.fragments();
    std::vector<Candidate> candidates;
    std::vector<Raster> rasters;
    for (std::size_t first = 0; first < fragments.size(); ++first) {
        const std::size_t most = std::min(fragments.size(), first + mostFragments);
        for (std::size_t last = first + 1; last <= most; ++last) {
            Candidate candidate;
            candidate.first = first;
            candidate.last = last;
            candidate.span = spanOf(ink, geometry, first, last);
            candidate.cost = shapeCost(candidate.span, geometry.lineHeight());
            // A single fragment stays, or there might be no reading at all.
            if (candidate.cost > hopeless && last > first + 1)
                continue;
            rasters.push_back(ink.raster(first, last));
            candidates.push_back(std::move(candidate));
        }
    }
    const auto outputs = score(rasters);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        candidates[i].piece = pieceOf(candidates[i].span, rasters[i], outputs[i]);
        candidates[i].cost -= std::log(std::max(leastConfidence, candidates[i].piece.confidence));
    }
    return candidates;
}

void addCuts(NumberReading &reading)
{
    for (std::size_t i = 1; i < reading.pieces.size(); ++i)
        reading.cuts.push_back(0.5 * (reading.pieces[i - 1].right + reading.pieces[i].left));
}

/// The end of a reading of the first fragments.
struct CutPath
{
    double cost = 0.0;
    std::size_t candidate = 0; ///< its last piece
    std::string digits;
    bool begins = true; ///< or it prolongs:
    std::size_t origin = 0; ///< the candidate that the path before it ends with,
    std::size_t rank = 0; ///< and which of its paths that is
};

/// For every candidate the best paths that end with it, with different digits.
class CutPaths
{
public:
    CutPaths(std::span<const Candidate> candidates, const NumberInk &ink,
             const InkGeometry &geometry, std::size_t count)
        : m_candidates(candidates)
        , m_ink(ink)
        , m_geometry(geometry)
        , m_count(count)
        , m_paths(candidates.size())
        , m_endingAt(ink.fragments().size() + 1)
    {
        // Candidates are ordered by their first fragment: what one prolongs is complete before.
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            prolong(i);
            m_endingAt[candidates[i].last].push_back(i);
        }
    }

    [[nodiscard]] std::vector<NumberReading> readings() const
    {
        std::vector<CutPath> ends;
        for (const std::size_t i : m_endingAt.back())
            ends.insert(ends.end(), m_paths[i].begin(), m_paths[i].end());
        keepBest(ends);
        std::vector<NumberReading> result;
        for (const CutPath &end : ends)
            result.push_back(follow(end));
        return result;
    }

private:
    void prolong(std::size_t index)
    {
        const Candidate &candidate = m_candidates[index];
        const std::string digit(1, static_cast<char>('0' + candidate.piece.digit));
        std::vector<CutPath> &paths = m_paths[index];
        if (candidate.first == 0)
            paths.push_back({candidate.cost, index, digit});
        for (const std::size_t before : m_endingAt[candidate.first]) {
            const double cost = candidate.cost + cutCost(m_candidates[before], candidate);
            for (std::size_t rank = 0; rank < m_paths[before].size(); ++rank) {
                const CutPath &path = m_paths[before][rank];
                paths.push_back(
                    {path.cost + cost, index, path.digits + digit, false, before, rank});
            }
        }
        keepBest(paths);
    }

    /// What speaks against a cut between two pieces.
    [[nodiscard]] double cutCost(const Candidate &before, const Candidate &after) const
    {
        const double overlap = (before.span.right - after.span.left) / m_geometry.lineHeight();
        double cost = overlapPrice * std::max(0.0, overlap - usualOverlap);
        if (m_ink.fragments()[after.first].cutFromPrevious)
            return cost + cutThroughInk;
        for (std::size_t i = after.first; i < after.last; ++i) {
            if (m_geometry.anyMeets(before.first, before.last, i))
                return cost + meetingPrice;
        }
        return cost;
    }

    void keepBest(std::vector<CutPath> &paths) const
    {
        std::ranges::stable_sort(paths, {}, &CutPath::cost);
        std::vector<CutPath> best;
        for (CutPath &path : paths) {
            if (best.size() == m_count)
                break;
            if (std::ranges::find(best, path.digits, &CutPath::digits) == best.end())
                best.push_back(std::move(path));
        }
        paths = std::move(best);
    }

    [[nodiscard]] NumberReading follow(const CutPath &end) const
    {
        NumberReading reading;
        reading.digits = end.digits;
        reading.cost = end.cost;
        for (const CutPath *path = &end;;) {
            reading.pieces.push_back(m_candidates[path->candidate].piece);
            if (path->begins)
                break;
            path = &m_paths[path->origin][path->rank];
        }
        std::ranges::reverse(reading.pieces);
        addCuts(reading);
        return reading;
    }

    std::span<const Candidate> m_candidates;
    const NumberInk &m_ink;
    const InkGeometry &m_geometry;
    std::size_t m_count;
    std::vector<std::vector<CutPath>> m_paths; ///< for each candidate
    std::vector<std::vector<std::size_t>> m_endingAt; ///< candidates, by the fragment beyond them
};

} // namespace

std::vector<NumberReading> readNumber(const NumberInk &ink, const DigitScorer &score,
                                      std::size_t count)
{
    if (ink.fragments().empty() || ink.fragments().size() > maxInkFragments)
        return {};
    const InkGeometry geometry(ink);
    const auto candidates = candidatesOf(ink, geometry, score);
    return CutPaths(candidates, ink, geometry, count).readings();
}

NumberReading readPieces(const NumberInk &ink, std::span<const double> cuts,
                         const DigitScorer &score)
{
    const auto fragments = ink.fragments();
    const auto pieceAt = [&cuts](const InkFragment &fragment) {
        return std::ranges::count_if(cuts, [&](double cut) { return cut <= fragment.middle(); });
    };
    const InkGeometry geometry(ink);
    std::vector<Raster> rasters;
    std::vector<Span> spans;
    for (std::size_t first = 0, last = 0; first < fragments.size(); first = last) {
        while (last < fragments.size() && pieceAt(fragments[last]) == pieceAt(fragments[first]))
            ++last;
        rasters.push_back(ink.raster(first, last));
        spans.push_back(spanOf(ink, geometry, first, last));
    }
    NumberReading reading;
    const auto outputs = score(rasters);
    for (std::size_t i = 0; i < rasters.size(); ++i) {
        reading.pieces.push_back(pieceOf(spans[i], rasters[i], outputs[i]));
        reading.digits += static_cast<char>('0' + reading.pieces.back().digit);
        reading.cost -= std::log(std::max(leastConfidence, reading.pieces.back().confidence));
    }
    addCuts(reading);
    return reading;
}

} // namespace nabla
