#pragma once
// The unions that locals belong to: codes of the government's register, the names people use, former names.
// What stands here is public knowledge about the American labor movement; a directory adds its own names.

#include "engine/union_name/union_name.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace wallchart::union_name {

/// How a local's number changed when its union went into another.
enum class Numbers : std::uint8_t {
    kept,    ///< SMW 28 is SMART 28
    shared,  ///< kept, with letters, beside the same numbers of others: ABGW 93 is USW 93G, not USW 93
    sector   ///< renumbered with digits in front: TNG 3 is CWA 31003, IUE 717 is CWA 84717
};

/// One union. Lists are separated by "; ".
struct Affiliation {
    std::string_view code;      ///< as in the register ("IBT"); unique
    std::string_view name;      ///< full name
    std::string_view called{};  ///< other full names, abbreviations, popular and former names: each is enough
    std::string_view crafts{};  ///< words that suggest this union but are used by others too
    std::string_view part_of{};  ///< code of the union it belongs to while the register lists it by itself
    std::string_view now{};      ///< codes under which its locals are listed since it merged, or as a part
    Numbers numbers = Numbers::kept;  ///< of its locals in the union it is listed under now
    bool by_state = false;            ///< each state has a Local 1: another state's is another local
    std::string_view sector{};        ///< first digits of the numbers it was given there: "3" for 31003
};

/// A local known by a name of its own, without a number or without its union ("32BJ", "UFT").
struct KnownLocal {
    std::string_view called;       ///< names, separated by "; "
    std::string_view affiliation;  ///< code
    std::string_view number;
    BodyKind kind = BodyKind::local;
};

/// The tables, one file each.
std::span<const Affiliation> building_unions();
std::span<const Affiliation> industrial_unions();
std::span<const Affiliation> service_unions();
std::span<const Affiliation> public_unions();
std::span<const Affiliation> transport_unions();
std::span<const Affiliation> guard_and_independent_unions();
std::span<const KnownLocal> known_locals();

}  // namespace wallchart::union_name
