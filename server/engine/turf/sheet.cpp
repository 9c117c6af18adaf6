#include "engine/turf/sheet.h"

#include "core/text.h"
#include "engine/doors/units.h"

#include <cmath>
#include <cstdio>

namespace wallchart::turf {
namespace {

constexpr std::string_view style =
    "body{font:11pt sans-serif;margin:12mm;color:#000}h1{font-size:20pt;margin:0}header{display:flex;"
    "justify-content:space-between;gap:8mm}figure{margin:0;text-align:center;font-size:8pt;max-width:32mm;"
    "overflow-wrap:anywhere}figure svg{width:30mm}.map svg{width:100%;margin:4mm "
    "0}table{border-collapse:collapse;"
    "width:100%}th,td{border-bottom:1px solid #999;padding:1.5mm;text-align:left;vertical-align:top}"
    "tr{break-inside:avoid}thead{display:table-header-group}.street "
    "th{background:#eee}.box{width:6mm;height:4mm;"
    "border:1px solid #000;display:inline-block}td.notes{width:38%}@page{margin:8mm}";

std::string hours(double minutes) {
    auto whole = std::lround(minutes);
    char text[32];
    std::snprintf(text, sizeof text, "%ld:%02ld h", whole / 60, whole % 60);
    return text;
}

/// What stands over the doors of one street side.
std::string side_of(const Door& door) {
    if (door.street.empty()) return {};
    auto number = doors::number_of_house(door.house_number);
    if (number == 0) return door.street;
    return door.street + (number % 2 == 0 ? ", even side" : ", odd side");
}

}  // namespace

std::string start_address(const Turf& turf, std::span<const Door> doors) {
    const auto& at = *doors[turf.doors.front()].place;
    char text[64];
    std::snprintf(text, sizeof text, "geo:%.6f,%.6f", at.latitude, at.longitude);
    return text;
}

std::string sheet(const Turf& turf, std::span<const Door> doors, std::string_view label,
                  std::string_view code, std::string_view code_text) {
    auto buildings = buildings_of(turf, doors);
    auto title = "Turf " + escape_html(label);
    char kilometers[32];
    std::snprintf(kilometers, sizeof kilometers, "%.1f km", turf.meters / 1000);
    std::string html = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title +
                       "</title><style>" + std::string(style) + "</style></head><body><header><div><h1>" +
                       title + "</h1><p>" + std::to_string(turf.doors.size()) + " doors, " +
                       std::to_string(buildings.size()) + " buildings · " + kilometers + " on foot · about " +
                       hours(turf.minutes) + "</p><p>Begin at <b>" +
                       escape_html(address_of(doors[turf.doors.front()])) +
                       "</b></p><p>Name: ______________________ &nbsp; Date: ____________</p></div>";
    if (!code.empty())
        html += "<figure>" + std::string(code) + "<figcaption>" + escape_html(code_text) +
                "</figcaption></figure>";
    html += "</header><div class=\"map\">" + map_picture(turf, doors) +
            "</div><table><thead><tr><th>#</th><th>Address</th><th>Unit</th><th>Home</th><th>Notes</th></"
            "tr></thead>"
            "<tbody>\n";
    std::string side;
    std::size_t number = 0;
    for (auto [first, count] : buildings) {
        ++number;
        const auto& building = doors[turf.doors[first]];
        if (auto here = side_of(building); here != side) {
            side = here;
            if (!side.empty())
                html += "<tr class=\"street\"><th colspan=\"5\">" + escape_html(side) + "</th></tr>\n";
        }
        for (auto at = first; at < first + count; ++at) {
            const auto& door = doors[turf.doors[at]];
            html += "<tr><td>" + (at == first ? std::to_string(number) : std::string()) + "</td><td>" +
                    (at == first ? escape_html(address_of(door)) : std::string()) + "</td><td>" +
                    escape_html(door.unit) +
                    "</td><td><span class=\"box\"></span></td><td class=\"notes\"></td></tr>\n";
        }
    }
    return html + "</tbody></table></body></html>\n";
}

}  // namespace wallchart::turf
