// What a drive knows about the fields of a text.
#include "core/text.h"
#include "features/resolutions/resolutions.h"
#include "features/resolutions/sheet.h"

namespace wallchart {
namespace {

using resolution_text::FieldValues;

/// A candidate with their race.
struct Running {
    std::string given_name;
    std::string family_name;
    std::vector<std::string> line;
    std::string office;
    std::string district;
    Date election_on{};

    std::string name() const { return std::string(trim(given_name + " " + family_name)); }
};
BOOST_DESCRIBE_STRUCT(Running, (), (given_name, family_name, line, office, district, election_on))

constexpr std::string_view running_columns =
    "SELECT c.given_name, c.family_name, c.line, r.office, r.district, r.election_on FROM candidate c "
    "JOIN race r ON r.id = c.race_id ";

std::string line_words(const std::vector<std::string>& lines, std::string_view language) {
    bool spanish = language == "es", independent = false;
    std::vector<std::string> parties;
    for (const auto& line : lines) {
        if (to_lower_ascii(line) == "independent")
            independent = true;
        else
            parties.push_back(line);
    }
    if (parties.empty()) return !independent ? "" : spanish ? "candidatura independiente" : "an independent";
    if (independent) parties.insert(parties.begin(), spanish ? "independiente" : "independent");
    if (spanish)
        return (parties.size() == 1 ? "candidatura de " : "candidatura en las líneas ") +
               listed(parties, language);
    return "a candidate on the " + listed(parties, language) + (parties.size() == 1 ? " line" : " lines");
}

void add_candidate(FieldValues& values, const Running& running, std::string_view language) {
    values["candidate"] = running.name();
    values["office"] = running.office;
    values["district"] = running.district;
    values["line"] = line_words(running.line, language);
    if (running.election_on.ok()) values["election_date"] = long_date(running.election_on, language);
}

void add_slate(FieldValues& values, Reader& reader, Id<Slate> slate, std::string_view language) {
    values["slate"] = reader.value<std::string>("SELECT name FROM slate WHERE id = $1", slate);
    auto all =
        reader.rows<Running>(std::string(running_columns) +
                                 "JOIN slate_candidate s ON s.candidate_id = c.id WHERE s.slate_id = $1 "
                                 "ORDER BY s.position, s.id",
                             slate);
    std::vector<std::string> names;
    std::optional<Date> election;
    bool one_day = true;
    for (const auto& running : all) {
        std::vector<std::string> office;
        for (const auto& part : {running.office, running.district})
            if (!part.empty()) office.push_back(part);
        names.push_back(running.name() + (office.empty() ? "" : " (" + join(office, ", ") + ")"));
        if (election && *election != running.election_on) one_day = false;
        election = running.election_on;
    }
    values["candidates"] = listed(names, language);
    // Several election days are no one date: the field stays to be filled by hand.
    if (election && election->ok() && one_day) values["election_date"] = long_date(*election, language);
}

}  // namespace

Result<Drive> find_reachable_drive(Reader& reader, const Access& access, Id<Drive> id) {
    auto drive =
        reader.row<Drive>("SELECT " + columns<Drive>() + " FROM drive WHERE id = $1 AND workspace_id = $2",
                          id, access.workspace);
    if (!drive || !reaches(reader, access, drive->organization_id)) return not_found("The drive");
    return *drive;
}

FieldValues drive_fields(Reader& reader, const Drive& drive, std::string_view language) {
    FieldValues values;
    auto organization = [&](Id<Organization> id) {
        return reader.row<Organization>(
            "SELECT " + columns<Organization>() + " FROM organization WHERE id = $1", id);
    };
    if (auto local = organization(drive.organization_id)) {
        values["local"] = local->name;
        values["city"] = local->city;
        if (local->parent_organization_id)
            if (auto council = organization(*local->parent_organization_id))
                values["council"] = council->name;
    }
    if (drive.slate_id) add_slate(values, reader, *drive.slate_id, language);
    if (drive.candidate_id)
        if (auto running =
                reader.row<Running>(std::string(running_columns) + "WHERE c.id = $1", *drive.candidate_id))
            add_candidate(values, *running, language);
    if (drive.needed_by) values["deadline"] = long_date(*drive.needed_by, language);
    return values;
}

FieldValues resolution_fields(const Resolution& resolution) {
    FieldValues values{{"mover", resolution.mover}, {"seconder", resolution.seconder}};
    if (auto date = resolution.decided_on ? resolution.decided_on : resolution.moved_on)
        values["date"] = long_date(*date, resolution.language);
    return values;
}

}  // namespace wallchart
