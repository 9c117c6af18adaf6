#pragma once
// A person as another list has them: what the engine that finds duplicates is measured on.

#include "core/random.h"

#include <string>

namespace wallchart::sample {

/// A row of a list of people.
struct ListedPerson {
    std::string given, middle, family, suffix, birth_date, sex, email, phone, street, unit, city, state,
        postal_code, employer, van_id;
};

/// The same person once more, as somebody else wrote them down, with no more in common than is likely. At
/// least one of birth date, e-mail, phone and address still agrees: of two rows that share nothing but a
/// common name nobody could know that they are one person.
ListedPerson on_another_list(const ListedPerson& person, Random& random);

}  // namespace wallchart::sample
