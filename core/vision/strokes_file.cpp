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

    std::vector<Drawing> drawings;

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
            if (key != "strokes")
                refuse("", "has the unknown key \"" + key + "\"");
        }
        Drawing drawing;
        for (const json &stroke : object["strokes"])
            drawing.push_back(readStroke(stroke, drawing.size()));
        drawings.push_back(std::move(drawing));
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

std::vector<Drawing> readStrokes(std::istream &input, const std::string &name)
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

} // namespace nabla
