#pragma once
// What the sample movement is made of: invented places, unions and employers, and ordinary names of people.
// None of the bodies exists; each line of work says where its members work and what they do.

#include <span>
#include <string_view>

namespace wallchart::sample {

using Words = std::span<const std::string_view>;

/// An invented state: a rectangle of ground in which its cities lie.
struct State {
    std::string_view code;  ///< two letters that are no real state's
    std::string_view name;
    double south, north, west, east;  ///< degrees
    int postal_prefix;                ///< first three digits, none of them given out
    Words cities;                     ///< largest first
};

/// A line of work.
struct Industry {
    std::string_view key;
    std::string_view label;
    Words employers;    ///< "%" stands for a name or a place
    Words worksites;    ///< "%" stands for a place
    Words departments;  ///< largest first
    Words shifts;
    Words titles;
    Words issues;  ///< what its workers talk about
};

/// An invented international union.
struct Union {
    std::string_view code;
    std::string_view name;
    std::string_view short_name;  ///< "Warehouse Workers", before "Local 88"
    std::string_view body;        ///< what its locals are called: "Local", "Branch", "Chapter"
    std::string_view industry;    ///< key
};

std::span<const State> states();
std::span<const Industry> industries();
const Industry& industry(std::string_view key);
/// Sixty of them.
std::span<const Union> unions();

/// Commonest first, in each of these lists.
Words given_names_women();
Words given_names_men();
Words spanish_given_names_women();
Words spanish_given_names_men();
Words family_names();
Words spanish_family_names();
Words street_names();
/// Words that stand for a place or a founder in the name of an employer or worksite.
Words place_words();

}  // namespace wallchart::sample
