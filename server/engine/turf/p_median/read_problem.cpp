#include "engine/turf/p_median/problem.h"

#include <charconv>
#include <string>

namespace wallchart::turf::p_median {
namespace {

constexpr double most_places = 100'000;
constexpr std::size_t largest_table = 20'000'000;  // of distances from places to medians: 160 MB

class NumberReader {
public:
    explicit NumberReader(std::string_view text) : m_text(text) {}

    /// The next number within the limits.
    Result<double> next(std::string_view what, double least, double most) {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || (m_text[m_at] >= '\t' && m_text[m_at] <= '\r'))) {
            if (m_text[m_at] == '\n') ++m_line;
            ++m_at;
        }
        double value = 0;
        auto [end, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), value);
        if (error != std::errc())
            return failure(ErrorKind::invalid, "Line " + std::to_string(m_line) + ": " + std::string(what) +
                                                   " is missing or no number.");
        if (!(value >= least && value <= most))
            return failure(ErrorKind::invalid, "Line " + std::to_string(m_line) + ": " + std::string(what) +
                                                   " is out of its bounds.");
        m_at = static_cast<std::size_t>(end - m_text.data());
        return value;
    }
    int line() const { return m_line; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
};

}  // namespace

Result<Problem> read_problem(std::string_view text) {
    NumberReader numbers(text);
    Problem problem;
    TRY(numbers.next("the problem's number", -1e15, 1e15));
    problem.best_known = static_cast<std::int64_t>(TRY(numbers.next("the best known cost", 0, 1e15)));
    auto count = static_cast<std::size_t>(TRY(numbers.next("the number of places", 1, most_places)));
    problem.medians = static_cast<std::uint32_t>(TRY(numbers.next("the number of medians", 1, most_places)));
    problem.capacity = static_cast<std::int64_t>(TRY(numbers.next("the capacity", 0, 1e15)));
    if (problem.medians > count)
        return failure(ErrorKind::invalid,
                       "There are more medians than places: " + std::to_string(problem.medians) + " and " +
                           std::to_string(count) + ".");
    if (count * problem.medians > largest_table)
        return failure(ErrorKind::too_large,
                       "The problem is too large: places times medians are over 20 million.");
    double demand = 0;
    for (std::size_t at = 0; at < count; ++at) {
        TRY(numbers.next("a place's number", -1e15, 1e15));
        Place place;
        place.x = TRY(numbers.next("x", -1e9, 1e9));
        place.y = TRY(numbers.next("y", -1e9, 1e9));
        place.demand = static_cast<std::int64_t>(TRY(numbers.next("a demand", 0, 1e12)));
        if (place.demand > problem.capacity)
            return failure(ErrorKind::invalid,
                           "Line " + std::to_string(numbers.line()) +
                               ": this demand alone is more than a median's capacity, so that "
                               "there is no answer.");
        demand += static_cast<double>(place.demand);
        problem.places.push_back(place);
    }
    if (demand > static_cast<double>(problem.capacity) * problem.medians)
        return failure(ErrorKind::invalid,
                       "There is no answer: all demands together are more than the capacity of " +
                           std::to_string(problem.medians) + " medians.");
    return problem;
}

}  // namespace wallchart::turf::p_median
