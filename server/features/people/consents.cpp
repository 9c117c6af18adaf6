#include "features/people/people.h"

namespace wallchart {

std::string consent_in_force(std::string_view person, ConsentKind kind) {
    return "COALESCE((SELECT c.granted FROM consent c WHERE c.person_id = " + std::string(person) +
           " AND c.kind = '" + std::string(name_of(kind)) +
           "' ORDER BY c.at DESC, c.id DESC LIMIT 1), 0) = 1";
}

bool has_consent(Reader& reader, Id<Person> person, ConsentKind kind) {
    return reader.value<std::int64_t>(
               "SELECT CASE WHEN " + consent_in_force("$1", kind) + " THEN 1 ELSE 0 END", person) != 0;
}

void add_consent(Transaction& tx, Consent& consent) {
    auto newest =
        tx.row<Instant>("SELECT at FROM consent WHERE person_id = $1 AND kind = $2 ORDER BY at DESC LIMIT 1",
                        consent.person_id, consent.kind);
    consent.at = std::max(tx.now(), newest.value_or(Instant{}));
    tx.insert(consent);
}

}  // namespace wallchart
