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

class StrokesReader
{
public:
    explicit StrokesReader(const std::string &name)
        : m_name(name)
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
        if (!object.is_object() || !object.contains("strokes") || !object["strokes"].is_array())
            refuse("", "must be an object such as {\"strokes\": [[[0, 0], [3, 9]]]}");
        for (const auto &[key, value] : object.items()) {
            if (key != "strokes" && key != "label")
                refuse("", "has the unknown key \"" + key + "\"");
        }
        StrokesEntry labelled;
        for (const json &stroke : object["strokes"])
            labelled.drawing.push_back(readStroke(stroke, labelled.drawing.size()));
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

    Stroke readStroke(const json &points, std::size_t index)
    {
        const std::string place = ", stroke " + std::to_string(index + 1);
        if (!points.is_array())
            refuse(place, "must be a list of points [x, y]");
        Stroke stroke;
        for (const json &point : points) {
            if (!point.is_array() || point.size() != 2 || !point[0].is_number()
                || !point[1].is_number())
                refuse(place + ", point " + std::to_string(stroke.size() + 1),
                       "must be two numbers [x, y]");
            if (++m_points > maxPoints)
                refuse(place, "has more than a million points with those before it");
            stroke.push_back({point[0].get<double>(), point[1].get<double>()});
        }
        return stroke;
    }

    std::string m_name;
    std::size_t m_points = 0;
};

/// Deep nesting would exhaust the stack; a drawing has five levels in a list.
json parse(std::string::const_iterator begin, std::string::const_iterator end)
{
    constexpr int maxDepth = 8;
    bool isShallow = true;
    const json document = json::parse(
        begin, end,
        [&](int depth, json::parse_event_t, json &) {
            isShallow = isShallow && depth <= maxDepth;
            return isShallow;
        },
        false);
    return isShallow ? document : json(json::value_t::discarded);
}

} // namespace

std::vector<StrokesEntry> readLabelledStrokes(std::istream &input, const std::string &name)
{
    std::string text;
    char buffer[1 << 16];
    while (input.read(buffer, sizeof buffer) || input.gcount() > 0) {
        text.append(buffer, static_cast<std::size_t>(input.gcount()));
        if (text.size() > maxText)
            throw PictureError(name, "is too large for drawings");
    }
    StrokesReader reader(name);
    const json whole = parse(text.begin(), text.end());
    if (!whole.is_discarded()) {
        reader.addDocument(whole);
        return reader.drawings;
    }
    // One document a line.
    std::size_t line = 1;
    for (auto begin = text.cbegin(); begin != text.cend(); ++line) {
        const auto end = std::find(begin, text.cend(), '\n');
        if (std::any_of(begin, end, [](char c) { return c != ' ' && c != '\r' && c != '\t'; })) {
            const json document = parse(begin, end);
            if (document.is_discarded())
                throw PictureError(name, "line " + std::to_string(line) + " is no JSON");
            reader.addDocument(document);
        }
        begin = end == text.cend() ? end : end + 1;
    }
    return reader.drawings;
}

std::vector<Drawing> readStrokes(std::istream &input, const std::string &name)
{
    std::vector<Drawing> drawings;
    for (StrokesEntry &labelled : readLabelledStrokes(input, name))
        drawings.push_back(std::move(labelled.drawing));
    return drawings;
}

std::string strokesLine(const StrokesEntry &labelled)
{
    json strokes = json::array();
    for (const Stroke &stroke : labelled.drawing) {
        json points = json::array();
        for (const StrokePoint &point : stroke)
            points.push_back({point.x, point.y});
        strokes.push_back(std::move(points));
    }
    json object{{"strokes", std::move(strokes)}};
    if (labelled.label)
        object["label"] = *labelled.label;
    return object.dump();
}

} // namespace nabla
