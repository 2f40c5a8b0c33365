// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/strokes_file.h"

#include "core/vision/gray_image.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace nabla {

namespace {

using nlohmann::json;

constexpr std::size_t maxText = 64 << 20;
constexpr std::size_t maxPoints = 1'000'000;

enum class Pictures
{
    Refuse,
    Read
};

class StrokesReader
{
public:
    StrokesReader(const std::string &name, Pictures pictures)
        : m_name(name)
        , m_pictures(pictures)
    {
    }

    void addDocument(const json &document)
    {
        if (!document.is_array()) {
            addDrawing(document);
            return;
        }
        for (const json &drawing : document)
            addDrawing(drawing);
    }

    std::vector<StrokesEntry> drawings;

private:
    [[noreturn]] void refuse(const std::string &place, const std::string &problem) const
    {
        throw PictureError(m_name, "drawing " + std::to_string(drawings.size() + 1) + place + " "
                                       + problem);
    }

    void addDrawing(const json &object)
    {
        const bool isPicture
            = m_pictures == Pictures::Read && object.is_object() && object.contains("pixels");
        const char *content = isPicture ? "pixels" : "strokes";
        if (!object.is_object() || !object.contains(content) || !object[content].is_array())
            refuse("", "must be an object such as {\"strokes\": [[[0, 0], [3, 9]]]}");
        for (const auto &[key, value] : object.items()) {
            if (key != content && key != "label")
                refuse("", "has the unknown key \"" + key + "\"");
        }
        StrokesEntry labelled;
        if (isPicture)
            labelled.pixels = readPixels(object[content]);
        else
            labelled.drawing = readDrawing(object[content]);
        if (object.contains("label"))
            labelled.label = readLabel(object["label"]);
        drawings.push_back(std::move(labelled));
    }

    [[nodiscard]] int readLabel(const json &label) const
    {
        if (!label.is_number_integer() || label < 0 || label > 9)
            refuse("", "has a label that is no digit 0 ... 9");
        return label.get<int>();
    }

    [[nodiscard]] Raster readPixels(const json &pixels) const
    {
        Raster raster;
        if (pixels.size() != raster.size())
            refuse("", "must have " + std::to_string(raster.size()) + " pixels, not "
                           + std::to_string(pixels.size()));
        for (std::size_t i = 0; i < raster.size(); ++i) {
            if (!pixels[i].is_number_integer() || pixels[i] < 0 || pixels[i] > 255)
                refuse(", pixel " + std::to_string(i + 1), "must be a number 0 ... 255");
            raster[i] = pixels[i].get<std::uint8_t>();
        }
        return raster;
    }

    Drawing readDrawing(const json &strokes)
    {
        Drawing drawing;
        for (const json &stroke : strokes)
            drawing.push_back(readStroke(stroke, drawing.size()));
        return drawing;
    }

    Stroke readStroke(const json &points, std::size_t index)
    {
        const std::string place = ", stroke " + std::to_string(index + 1);
        if (!points.is_array())
            refuse(place, "must be a list of points [x, y]");
        Stroke stroke;
        for (const json &point : points) {
            if (!isPoint(point))
                refuse(place + ", point " + std::to_string(stroke.size() + 1),
                       "must be two numbers [x, y], or three with a pressure 0 ... 1");
            if (++m_points > maxPoints)
                refuse(place, "has more than a million points with those before it");
            stroke.push_back({point[0].get<double>(), point[1].get<double>(),
                              point.size() == 3 ? point[2].get<double>() : 1.0});
        }
        return stroke;
    }

    static bool isPoint(const json &point)
    {
        if (!point.is_array() || point.size() < 2 || point.size() > 3
            || !std::all_of(point.begin(), point.end(),
                            [](const json &n) { return n.is_number(); }))
            return false;
        return point.size() == 2 || (point[2] >= 0.0 && point[2] <= 1.0);
    }

    std::string m_name;
    Pictures m_pictures;
    std::size_t m_points = 0;
};

using TextPlace = std::string::const_iterator;

struct Parsed
{
    json document = json(json::value_t::discarded);
    std::string problem; ///< where it ceases to be JSON; or empty
};

/// A few characters of the text, for a message.
std::string snippet(TextPlace begin, TextPlace end)
{
    constexpr std::ptrdiff_t longest = 20;
    std::string shown(begin, begin + std::min(longest, end - begin));
    const auto cannotBeShown = [](char c) {
        return c < ' ' || c > '~';
    };
    shown.erase(std::find_if(shown.begin(), shown.end(), cannotBeShown), shown.end());
    return shown;
}

/// Deep nesting would exhaust the stack; a drawing has five levels in a list.
Parsed parse(TextPlace begin, TextPlace end)
{
    constexpr int maxDepth = 8;
    bool isShallow = true;
    try {
        json document = json::parse(begin, end, [&](int depth, json::parse_event_t, json &) {
            isShallow = isShallow && depth <= maxDepth;
            return isShallow;
        });
        if (isShallow)
            return {std::move(document), {}};
        return {{}, "it is nested too deeply for drawings"};
    } catch (const json::parse_error &error) {
        const std::size_t size = static_cast<std::size_t>(end - begin);
        const std::size_t byte = std::clamp<std::size_t>(error.byte, 1, size + 1);
        const std::string rest = snippet(begin + static_cast<std::ptrdiff_t>(byte - 1), end);
        return {{},
                "from character " + std::to_string(byte) + " on"
                    + (rest.empty() ? "" : ": " + rest)};
    } catch (const json::out_of_range &) {
        return {{}, "a number in it is too large"};
    }
}

/// [x, y], or [x, y, pressure] where the pen did not press fully.
json pointOf(const StrokePoint &point)
{
    if (point.pressure == 1.0)
        return {point.x, point.y};
    return {point.x, point.y, point.pressure};
}

json strokesOf(const Drawing &drawing)
{
    json strokes = json::array();
    for (const Stroke &stroke : drawing) {
        json points = json::array();
        for (const StrokePoint &point : stroke)
            points.push_back(pointOf(point));
        strokes.push_back(std::move(points));
    }
    return strokes;
}

std::vector<StrokesEntry> readEntries(std::istream &input, const std::string &name,
                                      Pictures pictures)
{
    std::string text;
    char buffer[1 << 16];
    while (input.read(buffer, sizeof buffer) || input.gcount() > 0) {
        text.append(buffer, static_cast<std::size_t>(input.gcount()));
        if (text.size() > maxText)
            throw PictureError(name, "is too large for drawings");
    }
    StrokesReader reader(name, pictures);
    const Parsed whole = parse(text.begin(), text.end());
    if (whole.problem.empty()) {
        reader.addDocument(whole.document);
        return reader.drawings;
    }
    // One document a line.
    std::size_t line = 1;
    for (auto begin = text.cbegin(); begin != text.cend(); ++line) {
        const auto end = std::find(begin, text.cend(), '\n');
        if (std::any_of(begin, end, [](char c) { return c != ' ' && c != '\r' && c != '\t'; })) {
            const Parsed parsed = parse(begin, end);
            if (!parsed.problem.empty())
                throw PictureError(name, "line " + std::to_string(line) + " is no JSON ("
                                             + parsed.problem + ")");
            reader.addDocument(parsed.document);
        }
        begin = end == text.cend() ? end : end + 1;
    }
    return reader.drawings;
}

} // namespace

std::vector<StrokesEntry> readLabelledStrokes(std::istream &input, const std::string &name)
{
    return readEntries(input, name, Pictures::Read);
}

std::vector<Drawing> readStrokes(std::istream &input, const std::string &name)
{
    std::vector<Drawing> drawings;
    for (StrokesEntry &labelled : readEntries(input, name, Pictures::Refuse))
        drawings.push_back(std::move(labelled.drawing));
    return drawings;
}

std::string strokesLine(const StrokesEntry &labelled)
{
    json object;
    if (labelled.pixels)
        object["pixels"] = *labelled.pixels;
    else
        object["strokes"] = strokesOf(labelled.drawing);
    if (labelled.label)
        object["label"] = *labelled.label;
    return object.dump();
}

} // namespace nabla
