#include "engine/geography/geojson.h"

#include <boost/json.hpp>

#include <string>

namespace wallchart::geography {
namespace {

namespace json = boost::json;

constexpr int depth_limit = 8;  // of collections within collections

class GeoJsonReader {
public:
    Result<void> read(const json::value& value, const std::string& pointer, int depth) {
        const auto* object = value.if_object();
        const auto* type = object == nullptr ? nullptr : object->if_contains("type");
        if (type == nullptr || !type->is_string())
            return invalid(pointer, "This is no GeoJSON: a \"type\" is missing.");
        if (depth > depth_limit) return invalid(pointer, "Collections are nested too deeply.");
        const auto& name = type->as_string();
        if (name == "FeatureCollection") return each(*object, "features", pointer, depth);
        if (name == "GeometryCollection") return each(*object, "geometries", pointer, depth);
        if (name == "Feature") {
            const auto* geometry = object->if_contains("geometry");
            if (geometry == nullptr || geometry->is_null()) return {};
            return read(*geometry, pointer + "/geometry", depth + 1);
        }
        const auto* coordinates = object->if_contains("coordinates");
        if (coordinates == nullptr) return invalid(pointer, "The geometry has no \"coordinates\".");
        return read_geometry(name, *coordinates, pointer + "/coordinates");
    }
    Shapes take() { return std::move(m_shapes); }

private:
    Result<void> each(const json::object& object, const char* key, const std::string& pointer, int depth) {
        const auto* list = object.if_contains(key);
        if (list == nullptr || !list->is_array())
            return invalid(pointer, std::string("The collection has no \"") + key + "\".");
        for (std::size_t at = 0; at < list->get_array().size(); ++at)
            TRY(read(list->get_array()[at], pointer + "/" + key + "/" + std::to_string(at), depth + 1));
        return {};
    }

    Result<void> read_geometry(std::string_view type, const json::value& value, const std::string& pointer) {
        if (type == "Point") {
            m_shapes.points.push_back(TRY(read_place(value, pointer)));
        } else if (type == "MultiPoint") {
            for (auto place : TRY(read_line(value, pointer, 0)))
                m_shapes.points.push_back(place);
        } else if (type == "LineString") {
            m_shapes.lines.push_back(TRY(read_line(value, pointer, 2)));
        } else if (type == "MultiLineString") {
            for (auto& line : TRY(read_lines(value, pointer, 2)))
                m_shapes.lines.push_back(std::move(line));
        } else if (type == "Polygon") {
            m_shapes.areas.push_back({ TRY(read_lines(value, pointer, 4)) });
        } else if (type == "MultiPolygon") {
            const auto& list = *TRY(list_of(value, pointer));
            for (std::size_t at = 0; at < list.size(); ++at)
                m_shapes.areas.push_back(
                    { TRY(read_lines(list[at], pointer + "/" + std::to_string(at), 4)) });
        } else {
            return invalid(pointer, "\"" + std::string(type) + "\" is no kind of GeoJSON geometry.");
        }
        return {};
    }

    static Result<const json::array*> list_of(const json::value& value, const std::string& pointer) {
        const auto* list = value.if_array();
        if (list == nullptr) return invalid(pointer, "A list is expected here.");
        return list;
    }

    Result<std::vector<Line>> read_lines(const json::value& value, const std::string& pointer,
                                         std::size_t least) {
        std::vector<Line> lines;
        const auto& list = *TRY(list_of(value, pointer));
        for (std::size_t at = 0; at < list.size(); ++at)
            lines.push_back(TRY(read_line(list[at], pointer + "/" + std::to_string(at), least)));
        return lines;
    }

    Result<Line> read_line(const json::value& value, const std::string& pointer, std::size_t least) {
        Line line;
        const auto& list = *TRY(list_of(value, pointer));
        for (std::size_t at = 0; at < list.size(); ++at)
            line.push_back(TRY(read_place(list[at], pointer + "/" + std::to_string(at))));
        if (line.size() < least)
            return invalid(pointer, "At least " + std::to_string(least) + " places are expected here.");
        return line;
    }

    static Result<Coordinates> read_place(const json::value& value, const std::string& pointer) {
        const auto& list = *TRY(list_of(value, pointer));
        if (list.size() < 2 || !list[0].is_number() || !list[1].is_number())
            return invalid(pointer, "A longitude and a latitude are expected here.");
        Coordinates place{list[1].to_number<double>(), list[0].to_number<double>()};
        if (!place.valid())
            return invalid(pointer, "There is no such place: first the longitude, then the latitude.");
        return place;
    }

    Shapes m_shapes;
};

}  // namespace

Result<Shapes> read_geojson(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    json::error_code error;
    auto value = json::parse(text, error);
    if (error) return invalid("", "This is no JSON: " + error.message() + ".");
    GeoJsonReader reader;
    TRY(reader.read(value, "", 0));
    return reader.take();
}

}  // namespace wallchart::geography
