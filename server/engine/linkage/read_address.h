#pragma once
// Postal addresses as they are written, taken apart.

#include <string>
#include <string_view>

namespace wallchart::linkage {

/// The parts of an address, each folded and with the usual short words ("street" is "st").
struct AddressParts {
    std::string number;
    std::string street;
    std::string unit;
    // What stands after a comma, where a whole address is in one cell.
    std::string city;
    std::string state;
    std::string postal_code;
};

/// "401 N. Main Street, Apt 4" → 401, "n main st", "4".
AddressParts read_address(std::string_view text);
/// "Apt. #4" → "4"; names of buildings keep their words.
std::string read_unit(std::string_view text);
/// "St. Paul" and "Saint Paul" → "st paul".
std::string read_city(std::string_view text);
/// "68102-1234" → "68102"; without leading zeros, which spreadsheets lose.
std::string read_postal_code(std::string_view text);
/// Words in letters and digits only, single blanks between them.
std::string plain_words(std::string_view text);

}  // namespace wallchart::linkage
