#pragma once
// A union's name as people and agencies write it, read: which union, what kind of body, which number.

#include "core/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::union_name {

/// What kind of body of a union is named.
enum class BodyKind : std::uint8_t {
    unknown,
    local,
    lodge,
    branch,
    chapter,
    division,
    unit,
    district,
    council,
    joint_board,
    region,
    international,
};
BOOST_DESCRIBE_ENUM(BodyKind, unknown, local, lodge, branch, chapter, division, unit, district, council,
                    joint_board, region, international)

/// Whether members belong to this kind directly: a local, lodge, branch, chapter, division or unit.
constexpr bool is_local(BodyKind kind) {
    return kind >= BodyKind::local && kind <= BodyKind::unit;
}

/// "local 32BJ": numbers in capitals, without leading zeros or dashes before letters; empty if not said.
struct Body {
    BodyKind kind = BodyKind::unknown;
    std::string number;
    friend bool operator==(const Body&, const Body&) = default;
};
BOOST_DESCRIBE_STRUCT(Body, (), (kind, number))

/// A union that may be meant, with how surely (0 to 1).
struct AffiliationCandidate {
    std::string code;  ///< of the table ("IBT"), or of a union learnt from a directory
    std::string name;
    double probability = 0;
    std::int32_t index = -1;  ///< in the lexicon that read it
};

/// What a text is about.
enum class NameSort : std::uint8_t {
    nothing,         ///< empty, or nothing in it is a word
    not_a_union,     ///< "none", a company
    independent,     ///< a union that says it belongs to no other
    some_union,      ///< a union, whichever
    several_unions,  ///< two or more unions, or several locals of one
};
BOOST_DESCRIBE_ENUM(NameSort, nothing, not_a_union, independent, some_union, several_unions)

/// A name read.
struct UnionName {
    NameSort sort = NameSort::nothing;
    bool says_none = false;  ///< "none", "n/a", "retired": it is no union's name, and says so
    std::vector<AffiliationCandidate> affiliations;  ///< most likely first; a part before its parent
    Body body;                                       ///< the body meant: the most local one named
    std::optional<Body> above;                       ///< the district or council it is said to belong to
    std::vector<Body> bodies;                        ///< all that are named, in the order of the text
    std::string city;                                ///< folded; only if the text sets it off ("Austin, TX")
    std::string state;                               ///< "TX"
    std::string postal_code;
    std::vector<std::string> other_words;  ///< folded; those that nothing above explains

    /// The code of the most likely union, or empty.
    std::string_view affiliation() const {
        return affiliations.empty() ? std::string_view{} : std::string_view(affiliations.front().code);
    }
};

/// Reads a union's name in any of the forms in use. Never fails: what it cannot read is in `other_words`.
UnionName parse_union_name(std::string_view text);

/// "IBT local 810", "AFSCME council 37 local 372", "not a union": for people and tests.
std::string describe(const UnionName& name);

/// A body as a register or a list describes it. Any field may be empty.
struct NamedBody {
    std::string name;         ///< free text
    std::string affiliation;  ///< code or name
    std::string number;
    std::string city;
    std::string state;
};

/// The probability that two descriptions are of one body. Union and number decide; where a number is
/// missing, the place does.
double same_body(const NamedBody& a, const NamedBody& b);
/// From this probability on, two descriptions are taken to be of one body.
inline constexpr double same_body_threshold = 0.5;

}  // namespace wallchart::union_name
