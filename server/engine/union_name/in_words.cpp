// Reasons as English sentences.
#include "engine/union_name/directory.h"

namespace wallchart::union_name {

std::string in_words(const Reason& reason) {
    const auto& detail = reason.detail;
    switch (reason.kind) {
        case ReasonKind::union_named:
            return "The union named is " + detail + ".";
        case ReasonKind::union_guessed:
            return "The union is probably " + detail + ".";
        case ReasonKind::union_unknown:
            return "It is not said which union.";
        case ReasonKind::number_listed_once:
            return "One body listed has the number " + detail + ".";
        case ReasonKind::number_listed_often:
            return "Several bodies listed have the number " + detail + ".";
        case ReasonKind::number_not_listed:
            return "No body of that union listed has the number " + detail + ".";
        case ReasonKind::number_missing:
            return "No number is said.";
        case ReasonKind::listed_under:
            return "It is listed under " + detail + ", to which this union belongs or went.";
        case ReasonKind::letters_differ:
            return "The number is listed as " + detail + ".";
        case ReasonKind::same_city:
            return "It is in " + detail + " too.";
        case ReasonKind::same_state:
            return "It is in " + detail + " too.";
        case ReasonKind::other_state:
            return "It is in another state, " + detail + ".";
        case ReasonKind::name_alike:
            return "The name is like that of " + detail + ".";
        case ReasonKind::several_named:
            return "More than one body is named.";
        case ReasonKind::says_no_union:
            return "No union is named.";
    }
    return {};
}

}  // namespace wallchart::union_name
