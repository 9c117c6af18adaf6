#include "engine/union_name/directory.h"
#include "targets.h"

namespace wallchart::fuzz {
namespace {

using namespace union_name;

const Directory& some_directory() {
    static const Directory directory(
        {{1, "IBT", BodyKind::local, "810", "Teamsters Local 810", "New York", "NY", 4000},
         {2, "SEIU", BodyKind::local, "509", "SEIU Local 509", "Marlborough", "MA", 20000},
         {3, "SEIU", BodyKind::local, "32BJ", "SEIU Local 32BJ", "New York", "NY", 160000},
         {4, "AFSCME", BodyKind::council, "37", "District Council 37", "New York", "NY", 90000},
         {5, "", BodyKind::local, "", "Harbor Workers United", "Oakland", "CA", 300}});
    return directory;
}

}  // namespace

void try_union_name(std::string_view input) {
    parse_union_name(input);
    for (const auto& hints : {Hints{}, Hints{"New York", "NY", "10001", "Harbor Foods"}}) {
        auto found = some_directory().resolve(input, hints);
        require(found.probability >= 0 && found.probability <= 1, "a probability is one");
        require((found.answer == Answer::resolved) == (found.id != 0), "what is resolved names an entry");
        require(found.candidates.size() <= 10, "at most ten may be meant");
        for (const auto& reason : found.reasons)
            require(!in_words(reason).empty(), "every reason has words");
    }
    require(some_directory().suggest(input, 3).size() <= 3, "no more are suggested than were asked for");
}

}  // namespace wallchart::fuzz
