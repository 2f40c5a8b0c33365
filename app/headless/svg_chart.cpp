// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/svg_chart.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

namespace nabla {

namespace {

constexpr double width = 840.0;
constexpr double height = 560.0;
constexpr double left = 78.0;
constexpr double right = 742.0;
constexpr double top = 84.0;
constexpr double bottom = 496.0;
constexpr double lineHeight = 17.0;
constexpr double legendSample = 28.0;
constexpr const char *ink = "#1b1f26";
constexpr const char *quiet = "#5c6370";
constexpr const char *grid = "#e6e8ec";

bool hasPlace(double value)
{
    return std::isfinite(value) && value > 0.0;
}

std::string decimal(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

std::string escaped(const std::string &text)
{
    std::string result;
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else
            result += c;
    }
    return result;
}

struct Placed
{
    double x;
    double y;
    const char *anchor = "start";
    std::string color = ink;
    int size = 13;
    bool isBold = false;
};

std::string textAt(const Placed &place, const std::string &words)
{
    return "<text x=\"" + decimal(place.x) + "\" y=\"" + decimal(place.y) + "\" text-anchor=\""
           + place.anchor + "\" fill=\"" + place.color + "\" font-size=\""
           + std::to_string(place.size) + "\"" + (place.isBold ? " font-weight=\"600\"" : "") + ">"
           + escaped(words) + "</text>\n";
}

std::string lineFrom(double x1, double y1, double x2, double y2, const std::string &stroke)
{
    return "<line x1=\"" + decimal(x1) + "\" y1=\"" + decimal(y1) + "\" x2=\"" + decimal(x2)
           + "\" y2=\"" + decimal(y2) + "\" " + stroke + "/>\n";
}

std::string circleAt(double x, double y, const std::string &color)
{
    return "<circle cx=\"" + decimal(x) + "\" cy=\"" + decimal(y) + "\" r=\"4\" fill=\"#ffffff\" "
           + "stroke=\"" + color + "\" stroke-width=\"1.8\"/>\n";
}

/// "10⁻³"
std::string powerOfTen(int exponent)
{
    static constexpr const char *digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    if (exponent == 0)
        return "1";
    std::string text = "10";
    for (const char c : std::to_string(exponent))
        text += c == '-' ? "⁻" : digits[c - '0'];
    return text;
}

/// 1, 2 or 5 times a power of ten, so that five to ten of them fill the range.
double niceStep(double range)
{
    const double rough = range / 6.0;
    const double decade = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * decade >= rough)
            return factor * decade;
    }
    return 10.0 * decade;
}

/// Draws one chart.
class SvgDrawing
{
public:
    explicit SvgDrawing(const Chart &chart)
        : m_chart(chart)
    {
        for (const ChartCurve &curve : chart.curves) {
            for (const auto *values : {&curve.value, &curve.least, &curve.most, &curve.recorded})
                takeValues(*values);
            for (const auto *xs : {&curve.x, &curve.recordedX}) {
                for (const double x : *xs)
                    m_maxX = std::max(m_maxX, x);
            }
        }
        m_tick = niceStep(m_maxX);
        const double minor = m_tick / 10.0; // an axis that ends at 500, not at 499
        m_maxX = minor * std::ceil(m_maxX / minor - 1e-9);
        if (m_high < m_low) {
            m_low = -1;
            m_high = 0;
        }
    }

    [[nodiscard]] std::string drawn() const
    {
        std::string svg
            = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + decimal(width) + " "
              + decimal(height) + "\" width=\"" + decimal(width) + "\" height=\"" + decimal(height)
              + "\" role=\"img\" font-family=\"sans-serif\">\n" + "<title>" + escaped(m_chart.title)
              + "</title>\n<rect width=\"100%\" " + "height=\"100%\" fill=\"#ffffff\"/>\n";
        svg += textAt({left, 30.0, "start", ink, 18, true}, m_chart.title);
        svg += textAt({left, 52.0, "start", quiet, 12}, m_chart.subtitle);
        svg += axes();
        for (const ChartCurve &curve : m_chart.curves)
            svg += band(curve);
        for (const ChartCurve &curve : m_chart.curves)
            svg += line(curve);
        for (const ChartCurve &curve : m_chart.curves)
            svg += circles(curve);
        return svg + names() + legend() + "</svg>\n";
    }

private:
    void takeValues(const std::vector<double> &values)
    {
        for (const double value : values) {
            if (!hasPlace(value))
                continue;
            m_low = std::min(m_low, static_cast<int>(std::floor(std::log10(value))));
            m_high = std::max(m_high, static_cast<int>(std::ceil(std::log10(value))));
        }
        m_high = m_high == m_low ? m_low + 1 : m_high;
    }

    [[nodiscard]] double pixelX(double x) const { return left + x / m_maxX * (right - left); }
    [[nodiscard]] double pixelY(double value) const
    {
        return bottom - (std::log10(value) - m_low) / (m_high - m_low) * (bottom - top);
    }

    [[nodiscard]] std::string axes() const
    {
        const std::string stroke = std::string("stroke=\"") + grid + "\"";
        std::string svg;
        const int step = 1 + (m_high - m_low) / 12; // no more rows than can be told apart
        for (int exponent = m_low; exponent <= m_high; exponent += step) {
            const double y = pixelY(std::pow(10.0, exponent));
            svg += lineFrom(left, y, right, y, stroke);
            svg += textAt({left - 10.0, y + 4.0, "end", quiet, 12}, powerOfTen(exponent));
        }
        for (double x = 0.0; x <= m_maxX * (1.0 + 1e-9); x += m_tick) {
            svg += lineFrom(pixelX(x), bottom, pixelX(x), bottom + 5.0,
                            std::string("stroke=\"") + quiet + "\"");
            char label[32];
            std::snprintf(label, sizeof label, "%g", x);
            svg += textAt({pixelX(x), bottom + 21.0, "middle", quiet, 12}, label);
        }
        svg += lineFrom(left, bottom, right, bottom, std::string("stroke=\"") + quiet + "\"");
        svg += textAt({(left + right) / 2.0, bottom + 46.0, "middle", ink, 13}, m_chart.xTitle);
        const std::string turned = textAt({0.0, 0.0, "middle", ink, 13}, m_chart.yTitle);
        return svg + "<g transform=\"translate(22 " + decimal((top + bottom) / 2.0)
               + ") rotate(-90)\">" + turned + "</g>\n";
    }

    [[nodiscard]] std::string points(const std::vector<double> &xs,
                                     const std::vector<double> &values) const
    {
        std::string list;
        for (std::size_t i = 0; i < xs.size() && i < values.size(); ++i) {
            if (hasPlace(values[i]))
                list += decimal(pixelX(xs[i])) + "," + decimal(pixelY(values[i])) + " ";
        }
        return list;
    }

    [[nodiscard]] std::string band(const ChartCurve &curve) const
    {
        if (curve.least.empty())
            return {};
        std::vector<double> back(curve.x.rbegin(), curve.x.rend());
        std::vector<double> most(curve.most.rbegin(), curve.most.rend());
        return "<polygon points=\"" + points(curve.x, curve.least) + points(back, most)
               + "\" fill=\"" + curve.color + "\" fill-opacity=\"0.14\"/>\n";
    }

    [[nodiscard]] std::string line(const ChartCurve &curve) const
    {
        return "<polyline points=\"" + points(curve.x, curve.value) + "\" fill=\"none\" stroke=\""
               + curve.color + "\" stroke-width=\"2\" stroke-linejoin=\"round\"/>\n";
    }

    [[nodiscard]] std::string circles(const ChartCurve &curve) const
    {
        std::string svg;
        for (std::size_t i = 0; i < curve.recordedX.size() && i < curve.recorded.size(); ++i) {
            if (hasPlace(curve.recorded[i]))
                svg += circleAt(pixelX(curve.recordedX[i]), pixelY(curve.recorded[i]), curve.color);
        }
        return svg;
    }

    /// The curves' names at their right ends, pushed apart where they would lie on each other.
    [[nodiscard]] std::string names() const
    {
        std::vector<std::pair<double, const ChartCurve *>> ends;
        for (const ChartCurve &curve : m_chart.curves) {
            if (!curve.value.empty() && hasPlace(curve.value.back()))
                ends.emplace_back(pixelY(curve.value.back()), &curve);
        }
        std::ranges::sort(ends, std::greater<>());
        std::string svg;
        double free = bottom + lineHeight; // from below upwards
        for (const auto &[y, curve] : ends) {
            free = std::min(y, free - lineHeight);
            svg += textAt({right + 10.0, free + 4.0, "start", curve->color, 13, true}, curve->name);
        }
        return svg;
    }

    [[nodiscard]] std::string legend() const
    {
        std::string svg;
        double y = top + 8.0;
        const double x = right - 300.0;
        const auto entry = [&](const std::string &meaning, const std::string &sample) {
            if (meaning.empty())
                return;
            svg += sample + textAt({x + legendSample + 8.0, y + 4.0, "start", quiet, 12}, meaning);
            y += lineHeight + 3.0;
        };
        entry(m_chart.lineMeaning,
              lineFrom(x, y, x + legendSample, y,
                       std::string("stroke=\"") + quiet + "\" stroke-width=\"2\""));
        entry(m_chart.bandMeaning, "<rect x=\"" + decimal(x) + "\" y=\"" + decimal(y - 6.0)
                                       + "\" width=\"" + decimal(legendSample)
                                       + "\" height=\"12\" fill=\"" + quiet
                                       + "\" fill-opacity=\"0.2\"/>\n");
        entry(m_chart.recordedMeaning, circleAt(x + legendSample / 2.0, y, quiet));
        return svg;
    }

    const Chart &m_chart;
    double m_maxX = 1.0;
    double m_tick = 1.0;
    int m_low = 400; ///< exponents of ten at the ends of the y axis
    int m_high = -400;
};

} // namespace

std::string toSvg(const Chart &chart)
{
    return SvgDrawing(chart).drawn();
}

} // namespace nabla
