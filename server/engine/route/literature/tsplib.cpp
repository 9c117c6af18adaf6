#include "engine/route/literature/tsplib.h"

#include "engine/route/literature/numbers.h"

#include <algorithm>
#include <map>

namespace wallchart::route {
namespace {

constexpr double stops_limit = 2'000'000;
constexpr double matrix_stops_limit = 10'000;

/// How an EXPLICIT matrix is written.
enum class MatrixForm : std::uint8_t { full, upper, lower, upper_with_diagonal, lower_with_diagonal };

class TsplibReader {
public:
    explicit TsplibReader(std::string_view text) : m_lines(text) {}

    Result<void> read() {
        std::string_view line;
        while (m_lines.next(line)) {
            if (line.empty()) continue;
            if (line == "EOF") break;
            auto colon = line.find(':');
            auto key = std::string(trim(line.substr(0, colon)));
            if (colon != std::string_view::npos) {
                TRY(read_header(key, trim(line.substr(colon + 1))));
                continue;
            }
            auto words = words_of(line);
            key = words[0];
            if (key == "NODE_COORD_SECTION") {
                TRY(read_section(3,
                                 [&](const auto& values) { m_points[values[0]] = {values[1], values[2]}; }));
            } else if (key == "DEMAND_SECTION") {
                TRY(read_section(2, [&](const auto& values) { m_amounts[values[0]] = values[1]; }));
            } else if (key == "DEPOT_SECTION") {
                TRY(read_depots());
            } else if (key == "EDGE_WEIGHT_SECTION") {
                TRY(read_matrix());
            } else if (key == "DISPLAY_DATA_SECTION") {
                TRY(read_section(3, [](const auto&) {}));
            } else if (words.size() >= 2) {
                TRY(read_header(key, trim(line.substr(key.size()))));  // "DIMENSION 52": without a colon
            } else {
                return fault("\"" + std::string(first_characters(key, 40)) + "\" is not known here");
            }
        }
        return {};
    }

    Result<Distances> distances() {
        if (!m_dimension) return failure(ErrorKind::invalid, "The file names no DIMENSION.");
        auto count = *m_dimension;
        if (m_metric == Metric::matrix) {
            if (m_matrix.empty()) return failure(ErrorKind::invalid, "The file has no EDGE_WEIGHT_SECTION.");
            return Distances(m_matrix, static_cast<int>(count));
        }
        std::vector<Point> points;
        points.reserve(m_points.size());
        for (const auto& [number, point] : m_points)
            points.push_back(point);
        if (static_cast<std::int64_t>(points.size()) != count)
            return failure(ErrorKind::invalid, "DIMENSION says " + std::to_string(count) + ", but " +
                                                   std::to_string(points.size()) +
                                                   " different places are listed.");
        return Distances(std::move(points), m_metric);
    }

    Result<RoutingProblem> routing() {
        auto all = TRY(distances());
        if (m_capacity <= 0) return failure(ErrorKind::invalid, "The file names no CAPACITY.");
        if (all.count() < 1) return failure(ErrorKind::invalid, "The file has no depot.");
        std::vector<double> numbers;  // of the stops in the order of the file
        if (m_points.empty())
            for (int number = 1; number <= all.count(); ++number)
                numbers.push_back(number);
        for (const auto& [number, point] : m_points)
            numbers.push_back(number);
        auto depot = std::find(numbers.begin(), numbers.end(), m_depot.value_or(numbers[0]));
        if (depot == numbers.end()) return failure(ErrorKind::invalid, "The depot is none of the places.");
        std::vector<int> order{static_cast<int>(depot - numbers.begin())};
        for (int stop = 0; stop < all.count(); ++stop)
            if (stop != order[0]) order.push_back(stop);
        std::vector<Demand> demands(numbers.size());
        for (std::size_t at = 0; at < order.size(); ++at) {
            auto found = m_amounts.find(numbers[order[at]]);
            if (found == m_amounts.end())
                return failure(ErrorKind::invalid, "Stop " +
                                                       std::to_string(static_cast<long>(numbers[order[at]])) +
                                                       " has no demand in the DEMAND_SECTION.");
            if (at == 0) continue;
            if (found->second < 0 || found->second != std::floor(found->second))
                return failure(ErrorKind::invalid, "The demand of stop " +
                                                       std::to_string(static_cast<long>(numbers[order[at]])) +
                                                       " is not a whole number.");
            demands[at].amount = static_cast<std::int64_t>(found->second);
            demands[at].service = static_cast<Length>(m_service);
        }
        if (m_longest > 0) demands[0].close = static_cast<Length>(m_longest);
        return RoutingProblem{all.renumbered(order), std::move(demands), m_capacity};
    }

    std::string take_name() { return std::move(m_name); }

private:
    std::unexpected<Error> fault(const std::string& what) const {
        return failure(ErrorKind::invalid, "Line " + std::to_string(m_lines.number()) + ": " + what + ".");
    }

    Result<void> read_header(const std::string& key, std::string_view value) {
        if (key == "NAME") {
            m_name = value;
        } else if (key == "TYPE") {
            if (value != "TSP" && value != "CVRP" && value != "DCVRP")
                return failure(
                    ErrorKind::unsupported,
                    "Problems of type \"" + std::string(first_characters(value, 40)) + "\" are not solved.");
        } else if (key == "DIMENSION") {
            m_dimension = count_of(value, 1e15);
            if (!m_dimension) return fault("DIMENSION is not a count");
            if (*m_dimension > stops_limit)
                return failure(ErrorKind::too_large, "At most 2,000,000 stops are read.");
        } else if (key == "CAPACITY") {
            auto capacity = count_of(value, 1e15);
            if (!capacity) return fault("CAPACITY is not a whole number");
            m_capacity = *capacity;
        } else if (key == "DISTANCE" || key == "SERVICE_TIME") {
            auto number = number_of(value);
            if (!number || *number < 0) return fault(key + " is not a number");
            (key == "DISTANCE" ? m_longest : m_service) = *number;
        } else if (key == "EDGE_WEIGHT_TYPE") {
            static const std::map<std::string_view, Metric> metrics{{"EUC_2D", Metric::euclidean},
                                                                    {"CEIL_2D", Metric::euclidean_up},
                                                                    {"ATT", Metric::pseudo_euclidean},
                                                                    {"GEO", Metric::geographical},
                                                                    {"EXPLICIT", Metric::matrix}};
            auto found = metrics.find(value);
            if (found == metrics.end())
                return failure(ErrorKind::unsupported,
                               "Distances of type \"" + std::string(first_characters(value, 40)) +
                                   "\" are not known: EUC_2D, CEIL_2D, ATT, GEO, EXPLICIT.");
            m_metric = found->second;
        } else if (key == "EDGE_WEIGHT_FORMAT") {
            static const std::map<std::string_view, MatrixForm> forms{
                {"FULL_MATRIX", MatrixForm::full},
                {"UPPER_ROW", MatrixForm::upper},
                {"LOWER_COL", MatrixForm::upper},
                {"LOWER_ROW", MatrixForm::lower},
                {"UPPER_COL", MatrixForm::lower},
                {"UPPER_DIAG_ROW", MatrixForm::upper_with_diagonal},
                {"LOWER_DIAG_COL", MatrixForm::upper_with_diagonal},
                {"LOWER_DIAG_ROW", MatrixForm::lower_with_diagonal},
                {"UPPER_DIAG_COL", MatrixForm::lower_with_diagonal}};
            auto found = forms.find(value);
            if (found != forms.end()) m_form = found->second;  // FUNCTION: of no matrix
        }
        return {};  // COMMENT and others say nothing that is needed
    }

    /// As many lines of numbers as there are stops.
    template <class Take>
    Result<void> read_section(std::size_t width, Take take) {
        if (!m_dimension) return fault("DIMENSION must come before it");
        std::string_view line;
        for (std::int64_t at = 0; at < *m_dimension;) {
            if (!m_lines.next(line))
                return fault("the file ends after " + std::to_string(at) + " of " +
                             std::to_string(*m_dimension) + " stops");
            if (line.empty()) continue;
            auto words = words_of(line);
            if (words.size() < width) return fault(std::to_string(width) + " numbers are expected here");
            std::vector<double> values;
            for (std::size_t each = 0; each < width; ++each) {
                auto value = number_of(words[each]);
                if (!value)
                    return fault("\"" + std::string(first_characters(words[each], 40)) + "\" is no number");
                values.push_back(*value);
            }
            take(values);
            ++at;
        }
        return {};
    }

    Result<void> read_depots() {
        std::string_view line;
        while (m_lines.next(line))
            for (auto word : words_of(line)) {
                auto value = number_of(word);
                if (!value) return fault("the depots' section does not end with -1");
                if (*value < 0) return {};
                if (m_depot)
                    return failure(ErrorKind::unsupported, "Problems of several depots are not solved.");
                m_depot = *value;
            }
        return {};
    }

    Result<void> read_matrix() {
        if (!m_dimension) return fault("DIMENSION must come before it");
        if (*m_dimension > matrix_stops_limit)
            return failure(ErrorKind::too_large, "A matrix of at most 10,000 stops is read.");
        auto count = static_cast<std::size_t>(*m_dimension);
        bool diagonal =
            m_form == MatrixForm::upper_with_diagonal || m_form == MatrixForm::lower_with_diagonal;
        auto wanted = m_form == MatrixForm::full ? count * count
                      : diagonal                 ? count * (count + 1) / 2
                                                 : count * (count - 1) / 2;
        std::vector<std::int32_t> values;
        std::string_view line;
        while (values.size() < wanted) {
            if (!m_lines.next(line))
                return fault("the file ends after " + std::to_string(values.size()) + " of " +
                             std::to_string(wanted) + " distances");
            for (auto word : words_of(line)) {
                auto value = number_of(word);
                if (!value || *value < 0)
                    return fault("\"" + std::string(first_characters(word, 40)) + "\" is no distance");
                values.push_back(static_cast<std::int32_t>(std::lround(*value)));
            }
        }
        if (values.size() != wanted) return fault("there are more distances than " + std::to_string(wanted));
        if (m_form == MatrixForm::full) {
            m_matrix = std::move(values);
            return {};
        }
        m_matrix.assign(count * count, 0);
        bool upper = m_form == MatrixForm::upper || m_form == MatrixForm::upper_with_diagonal;
        std::size_t next = 0;
        for (std::size_t row = 0; row < count; ++row) {
            auto from = upper ? row + (diagonal ? 0 : 1) : 0;
            auto to = upper ? count : row + (diagonal ? 1 : 0);
            for (auto column = from; column < to; ++column)
                m_matrix[row * count + column] = m_matrix[column * count + row] = values[next++];
        }
        return {};
    }

    Lines m_lines;
    std::string m_name;
    std::optional<std::int64_t> m_dimension;
    std::int64_t m_capacity = 0;
    double m_longest = 0;  // the limit of a route
    double m_service = 0;
    Metric m_metric = Metric::euclidean;
    MatrixForm m_form = MatrixForm::full;
    std::map<double, Point> m_points;  // by their numbers
    std::map<double, double> m_amounts;
    std::optional<double> m_depot;
    std::vector<std::int32_t> m_matrix;
};

}  // namespace

Result<TsplibProblem> read_tsplib(std::string_view text) {
    TsplibReader reader(text);
    TRY(reader.read());
    auto distances = TRY(reader.distances());
    return TsplibProblem{reader.take_name(), std::move(distances)};
}

Result<RoutingProblem> read_cvrplib(std::string_view text) {
    TsplibReader reader(text);
    TRY(reader.read());
    return reader.routing();
}

}  // namespace wallchart::route
