#include "engine/turf/sheet.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace wallchart::turf {
namespace {

constexpr double width = 700, height = 420, margin = 30;  // units of the picture

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

/// A round length of which the scale is at most a quarter of the picture.
double scale_length(double meters_a_unit) {
    double length = 10;
    for (double next : {20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0, 10'000.0})
        if (next / meters_a_unit <= width / 4) length = next;
    return length;
}

}  // namespace

std::string map_picture(const Turf& turf, std::span<const Door> doors) {
    auto buildings = buildings_of(turf, doors);
    geography::LocalPlane plane(*doors[turf.doors.front()].place);
    std::vector<Meters> places;
    double west = INFINITY, east = -INFINITY, south = INFINITY, north = -INFINITY;
    for (auto building : buildings) {
        auto at = plane.project(*doors[turf.doors[building.first]].place);
        west = std::min(west, at.east), east = std::max(east, at.east);
        south = std::min(south, at.north), north = std::max(north, at.north);
        places.push_back(at);
    }
    double meters_a_unit =
        std::max({(east - west) / (width - 2 * margin), (north - south) / (height - 2 * margin), 0.1});
    auto x = [&](Meters at) { return width / 2 + (at.east - (west + east) / 2) / meters_a_unit; };
    auto y = [&](Meters at) { return height / 2 - (at.north - (south + north) / 2) / meters_a_unit; };

    std::string svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(width) + " " + number(height) +
        "\" role=\"img\" aria-label=\"Map of the walk\" "
        "font-family=\"sans-serif\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\" "
        "stroke=\"#999\"/><polyline fill=\"none\" stroke=\"#777\" stroke-width=\"1.5\" points=\"";
    for (auto at : places)
        svg += number(x(at)) + "," + number(y(at)) + " ";
    svg += "\"/>";
    // Smaller numbers where there are many; the first is filled: here one begins.
    double radius = places.size() > 150 ? 4 : places.size() > 60 ? 6.5 : 9;
    for (std::size_t at = places.size(); at-- > 0;) {
        auto order = std::to_string(at + 1);
        bool first = at == 0;
        svg += "<circle cx=\"" + number(x(places[at])) + "\" cy=\"" + number(y(places[at])) + "\" r=\"" +
               number(radius) + "\" fill=\"" + (first ? "#000" : "#fff") + "\" stroke=\"#000\"/>";
        svg += "<text x=\"" + number(x(places[at])) + "\" y=\"" + number(y(places[at]) + radius * 0.37) +
               "\" font-size=\"" + number(radius * 1.05) + "\" text-anchor=\"middle\" fill=\"" +
               (first ? "#fff" : "#000") + "\">" + order + "</text>";
    }
    double length = scale_length(meters_a_unit);
    auto end = number(12 + length / meters_a_unit);
    svg += "<path d=\"M12," + number(height - 14) + "v6H" + end +
           "v-6\" fill=\"none\" stroke=\"#000\"/><text x=\"16\" y=\"" + number(height - 12) +
           "\" font-size=\"10\">" + std::to_string(static_cast<int>(length)) + " m</text><path d=\"M" +
           number(width - 18) +
           ",30v-16l-4,7m4,-7l4,7\" fill=\"none\" "
           "stroke=\"#000\"/><text x=\"" +
           number(width - 18) + "\" y=\"42\" font-size=\"10\" text-anchor=\"middle\">N</text>";
    return svg + "</svg>";
}

}  // namespace wallchart::turf
