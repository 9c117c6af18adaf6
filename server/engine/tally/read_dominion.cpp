// Dominion records: a folder with manifests and one file or several of records ("CvrExport*.json").
#include "engine/tally/records.h"
#include "engine/tally/xml.h"

#include <charconv>

namespace wallchart::tally {
namespace {

class DominionReader {
public:
    DominionReader(const RecordSource& source, RecordBook& book) : m_source(source), m_book(book) {}

    Result<void> read_manifest(const RecordFile& file) {
        auto manifest = read_json(file.text);
        if (!manifest) return failure(manifest.error().kind, file.name + ": " + manifest.error().message);
        for (const auto* candidate : members(*manifest, "List"))
            if (text_of(*candidate, "ContestId") == m_source.contest) {
                auto code = text_of(*candidate, "Id"), name = text_of(*candidate, "Description");
                m_candidates[code] = m_book.knows(code) ? code : name;
                if (code != m_source.write_in_label) m_book.mention(name);
            }
        return {};
    }

    /// The number by which a contest is marked in which the voter had no vote.
    Result<void> read_conditions(const RecordFile& file) {
        auto manifest = read_json(file.text);
        if (!manifest) return failure(manifest.error().kind, file.name + ": " + manifest.error().message);
        for (const auto* condition : members(*manifest, "List"))
            if (text_of(*condition, "Description") == "InvalidContest") m_invalid = text_of(*condition, "Id");
        return {};
    }

    Result<void> read_export(const RecordFile& file) {
        auto records = read_json(file.text);
        if (!records) return failure(records.error().kind, file.name + ": " + records.error().message);
        std::size_t number = 0;
        for (const auto* session : members(*records, "Sessions")) {
            auto where = file.name + ", session " + std::to_string(++number);
            for (const auto* original : members(*session, "Original")) {
                auto modified = members(*session, "Modified");
                // What was adjudicated replaces the first reading; a reading that was not, and is not
                // current, does not count.
                if (text_of(*original, "IsCurrent") == "true") {
                    TRY(read_ballot(*original, where));
                } else if (!modified.empty()) {
                    TRY(read_ballot(*modified.front(), where));
                }
            }
        }
        return {};
    }

    bool found() const { return m_found; }

private:
    Result<void> read_ballot(const json::value& ballot, const std::string& where) {
        for (const auto* contest : members(ballot, "Contests"))
            TRY(read_contest(*contest, where));
        for (const auto* card : members(ballot, "Cards"))
            for (const auto* contest : members(*card, "Contests"))
                TRY(read_contest(*contest, where));
        return {};
    }

    Result<void> read_contest(const json::value& contest, const std::string& where) {
        if (text_of(contest, "Id") != m_source.contest) return {};
        m_found = true;
        for (const auto* condition : members(contest, "OutstackConditionIds"))
            if (condition->is_int64() && std::to_string(condition->get_int64()) == m_invalid) return {};
        std::vector<RecordedRank> ranks;
        for (const auto* mark : members(contest, "Marks")) {
            if (text_of(*mark, "IsAmbiguous") == "true") continue;
            auto code = text_of(*mark, "CandidateId");
            if (!m_candidates.contains(code))
                return failure(ErrorKind::invalid, where + ": the candidate " + code +
                                                       " is not in the manifest for this contest.");
            auto rank_text = text_of(*mark, "Rank");
            int rank = 0;
            auto [end, error] = std::from_chars(rank_text.data(), rank_text.data() + rank_text.size(), rank);
            if (error != std::errc{} || end != rank_text.data() + rank_text.size())
                return failure(ErrorKind::invalid, where + ": a mark has no rank.");
            ranks.push_back(
                {rank, code == m_source.write_in_label ? std::string(write_ins_name) : m_candidates[code]});
        }
        return m_book.add(std::move(ranks), where);
    }

    const RecordSource& m_source;
    RecordBook& m_book;
    std::map<std::string, std::string> m_candidates;  // of the contest: names by code
    std::string m_invalid;
    bool m_found = false;
};

}  // namespace

Result<void> read_dominion(const RecordSource& source, const std::vector<RecordFile>& files,
                           RecordBook& book) {
    DominionReader reader(source, book);
    bool manifest = false;
    for (const auto& file : files) {
        if (file.name == "OutstackConditionManifest.json") TRY(reader.read_conditions(file));
        if (!file.name.ends_with("CandidateManifest.json")) continue;
        TRY(reader.read_manifest(file));
        manifest = true;
    }
    if (!manifest) return failure(ErrorKind::invalid, source.path + " has no CandidateManifest.json.");
    for (const auto& file : files)
        if (file.name.find("CvrExport") != std::string::npos) TRY(reader.read_export(file));
    if (!reader.found())
        return failure(ErrorKind::invalid,
                       source.path + " has no record of the contest \"" + source.contest + "\".");
    return {};
}

}  // namespace wallchart::tally
