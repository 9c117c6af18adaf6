#include "core/random.h"
#include "core/text.h"
#include "features/formations/formations.h"
#include "features/sample/arrive.h"
#include "features/sample/words.h"
#include "features/sign_ups/sign_ups.h"

namespace wallchart::sample {
namespace {

/// A local as people may write of it.
struct KnownLocal {
    std::string name;
    std::string affiliation;
    std::string number;
    std::string city;
};

std::vector<KnownLocal> locals_of(Reader& reader, Id<Workspace> workspace, int limit) {
    std::vector<KnownLocal> locals;
    reader.each(
        "SELECT name, affiliation, number, city FROM organization WHERE workspace_id = $1 AND kind = 'local' "
        "ORDER BY id "
        "LIMIT $2",
        [&](const Row& row) {
            locals.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                              std::string(row.text(3))});
        },
        workspace, limit);
    return locals;
}

/// What somebody types into the field for their union: most say it plainly, some do not.
std::string written(const KnownLocal& local, bool spanish, Random& random) {
    auto trade = local.name.substr(0, local.name.find(" Local"));
    switch (random.below(10)) {
        case 0:
        case 1:
            return local.name;
        case 2:
        case 3:
            return local.affiliation + " " + local.number;
        case 4:
            return to_lower_ascii(local.affiliation) + " local " + local.number;
        case 5:
            return to_lower_ascii(trade) + " " + local.number;
        case 6:
            return spanish ? "sindicato local " + local.number : "Local " + local.number + ", " + local.city;
        case 7:
            return trade;
        case 8:
            return spanish ? "el sindicato de " + local.city : "the union in " + local.city;
        default:
            return spanish ? "no sé el número" : "not sure of the number, " + to_lower_ascii(trade);
    }
}

JoinForm fill_in(const std::vector<KnownLocal>& locals, int number, bool spanish, Random& random) {
    bool woman = random.chance(0.55);
    auto given = spanish ? (woman ? spanish_given_names_women() : spanish_given_names_men())
                         : (woman ? given_names_women() : given_names_men());
    std::string first(random.pick_early(given));
    std::string family(random.pick_early(spanish ? spanish_family_names() : family_names()));
    JoinForm form;
    form.name = first + " " + family;
    // Numbers beyond those of the lists, so that nobody is taken for another.
    form.email = replace_all(fold(first), " ", "") + ".s" + std::to_string(number) + "@example.net";
    if (random.chance(0.7)) {
        auto line = std::to_string(9000 + number % 1000);
        form.phone = "(" + std::to_string(220 + number / 1000) + ") 555-" + line;
    }
    form.postal_code = "001" + std::to_string(10 + random.below(80));
    // Most come from where the largest drives are.
    const auto& local = random.chance(0.6) ? locals[random.below(std::min<std::size_t>(7, locals.size()))]
                                           : random.pick_early(std::span<const KnownLocal>(locals));
    if (random.chance(0.9)) form.organization = written(local, spanish, random);
    if (random.chance(0.5))
        form.employer = std::string(random.pick(place_words())) + " " + (spanish ? "S. A." : "Co.");
    constexpr std::array<std::string_view, 6> offers{"talk", "host", "doors", "phones", "speak", "give"};
    for (auto offer : offers)
        if (random.chance(0.25)) form.offers.emplace_back(offer);
    form.email_consent = random.chance(0.9);
    form.text_consent = !form.phone.empty() && random.chance(0.6);
    form.introduction_consent = random.chance(0.7);
    return form;
}

}  // namespace

std::int64_t sign_ups_among(std::int64_t people) {
    return std::min<std::int64_t>(120, people / 50);
}

Result<void> add_sign_ups(Database& database, const Workspace& workspace, const SampleOptions& options,
                          std::int64_t count) {
    auto locals = database.read([&](Reader& reader) { return locals_of(reader, workspace.id, 60); });
    if (locals.empty()) return {};
    Random random(options.seed, 4);
    Change change{workspace.id, {}, "sign_up", "Signed up"};
    for (int number = 0; number < count; ++number) {
        bool spanish = random.chance(0.25);
        auto language = spanish ? "es" : "en";
        auto form = fill_in(locals, number, spanish, random);
        auto checked = TRY(check_join(form, language));
        TRY(database.write(change,
                           [&](Transaction& tx) { return sign_up(tx, workspace, form, checked, language); }));
    }
    return {};
}

Result<void> add_formations(Database& database, const Workspace& workspace, const SampleUsers& users,
                            const SampleOptions& options) {
    // The unions above are counted again for each local: some locals are enough to show.
    int limit = options.people <= 50'000 ? 60 : 10;
    auto locals = database.read([&](Reader& reader) {
        return reader.rows<Id<Organization>>(
            "SELECT id FROM organization WHERE workspace_id = $1 AND kind = 'local' ORDER BY id LIMIT $2",
            workspace.id, limit);
    });
    Change change{workspace.id, users.owner, "sample", "Sample movement: formations"};
    return database.write(change, [&](Transaction& tx) -> Result<void> {
        for (auto local : locals)
            refresh_formations(tx, workspace.id, local);
        return {};
    });
}

}  // namespace wallchart::sample
