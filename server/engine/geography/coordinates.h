#pragma once
// Places on the earth, and how far they are apart.

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wallchart::geography {

/// Degrees north and east.
struct Coordinates {
    double latitude = 0;
    double longitude = 0;
    friend bool operator==(const Coordinates&, const Coordinates&) = default;
    /// Whether there can be such a place.
    bool valid() const {
        return std::isfinite(latitude) && std::isfinite(longitude) && std::abs(latitude) <= 90 &&
               std::abs(longitude) <= 180;
    }
};

/// The earth's mean radius (IUGG 1980).
inline constexpr double earth_radius_meters = 6'371'008.8;

/// The way over the sphere, by the haversine formula (Sinnott 1984): within 0.6 % of the ellipsoid's.
inline double great_circle_meters(Coordinates a, Coordinates b) {
    constexpr double radians = std::numbers::pi / 180;
    double north = std::sin((b.latitude - a.latitude) * radians / 2);
    double east = std::sin((b.longitude - a.longitude) * radians / 2);
    double half =
        north * north + std::cos(a.latitude * radians) * std::cos(b.latitude * radians) * east * east;
    return 2 * earth_radius_meters * std::asin(std::sqrt(std::min(half, 1.0)));
}

/// A place in the plane, in meters.
struct Meters {
    double east = 0;
    double north = 0;
    friend bool operator==(const Meters&, const Meters&) = default;
};

/// A plane that touches the earth at `center`: distances within a town are those on the earth within 0.1 %
/// (equirectangular projection, true at the center's latitude).
class LocalPlane {
public:
    explicit LocalPlane(Coordinates center)
        : m_center(center), m_east(meters_of_a_degree * std::cos(center.latitude * std::numbers::pi / 180)) {}
    Meters project(Coordinates place) const {
        return {(place.longitude - m_center.longitude) * m_east,
                (place.latitude - m_center.latitude) * meters_of_a_degree};
    }
    Coordinates place(Meters at) const {
        return {m_center.latitude + at.north / meters_of_a_degree, m_center.longitude + at.east / m_east};
    }

private:
    static constexpr double meters_of_a_degree = earth_radius_meters * std::numbers::pi / 180;
    Coordinates m_center;
    double m_east;
};

}  // namespace wallchart::geography
