#pragma once
// Why two records are taken for one person or not: what each comparison adds to the weight.

#include "engine/linkage/model.h"

#include <string_view>
#include <vector>

namespace wallchart::linkage {

/// A part of a match weight. The weights of all reasons of a pair add up to its match weight.
struct Reason {
    enum class Part : std::uint8_t {
        before,      ///< how rarely two records of such a list are one person
        comparison,  ///< a field, against the stronger of the other explanations
        otherwise,   ///< what the weaker other explanation takes away
    };
    Part part = Part::comparison;
    Comparison comparison = Comparison::given;
    std::string_view level;  ///< the comparison's outcome in words
    double weight = 0;       ///< base-2 logarithm
};

/// What else a pair that is not one person would be.
enum class Alternative : std::uint8_t { unrelated, relatives, namesakes };

struct Explanation {
    std::vector<Reason> reasons;  ///< the beginning, the fields that both records know, the rest
    Alternative alternative =
        Alternative::unrelated;  ///< the stronger one, which the fields are held against
    double weight = 0;
};

Explanation explain(const Scorer& scorer, const Outcome& outcome);

}  // namespace wallchart::linkage
