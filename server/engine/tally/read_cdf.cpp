// The Common Data Format for cast vote records (NIST SP 1500-103), as JSON or XML.
#include "core/text.h"
#include "engine/tally/records.h"
#include "engine/tally/xml.h"

#include <charconv>

namespace wallchart::tally {
namespace {

class CdfReader {
public:
    CdfReader(const RecordSource& source, const RecordFile& file, RecordBook& book)
        : m_source(source), m_file(file), m_book(book) {}

    Result<void> read(const json::value& report) {
        if (members(report, "CVR").empty()) return fault("there are no records (CVR) in it");
        TRY(read_election(report));
        std::size_t number = 0, counted = 0;
        for (const auto* record : members(report, "CVR")) {
            ++number;
            const auto* contest = contest_of(*record);
            if (contest == nullptr) continue;
            ++counted;
            TRY(read_record(*contest, number));
        }
        if (counted == 0) return fault("no record has the contest \"" + m_source.contest + "\"");
        return {};
    }

private:
    std::unexpected<Error> fault(std::string_view what, std::size_t record = 0) const {
        auto where = m_file.name + (record > 0 ? ", record " + std::to_string(record) : "");
        return failure(ErrorKind::invalid, where + ": " + std::string(what) + ".");
    }

    Result<void> read_election(const json::value& report) {
        const json::value* contest = nullptr;
        std::size_t contests = 0;
        for (const auto* election : members(report, "Election")) {
            for (const auto* candidate : members(*election, "Candidate"))
                if (!m_candidates.emplace(text_of(*candidate, "@id"), text_of(*candidate, "Name")).second)
                    return fault("the candidate \"" + text_of(*candidate, "@id") + "\" stands twice");
            for (const auto* each : members(*election, "Contest")) {
                ++contests;
                if (m_source.contest.empty() || text_of(*each, "Name") == trim(m_source.contest) ||
                    text_of(*each, "@id") == m_source.contest)
                    contest = each;
            }
        }
        if (contest == nullptr) return fault("there is no contest \"" + m_source.contest + "\"");
        if (m_source.contest.empty() && contests > 1)
            return fault("it has " + std::to_string(contests) + " contests: say which (contest=NAME)");
        m_contest = text_of(*contest, "@id");
        for (const auto* each : members(*contest, "ContestSelection")) {
            m_selections[text_of(*each, "@id")] = each;
            for (const auto* id : members(*each, "CandidateIds")) {
                auto known =
                    id->is_string() ? m_candidates.find(std::string(id->get_string())) : m_candidates.end();
                if (known != m_candidates.end() && known->second != m_source.overvote_label)
                    m_book.mention(known->second);
            }
        }
        return {};
    }

    /// The contest's part of a record's current snapshot; null where it is not on the ballot.
    const json::value* contest_of(const json::value& record) const {
        auto current = text_of(record, "CurrentSnapshotId");
        for (const auto* snapshot : members(record, "CVRSnapshot")) {
            if (text_of(*snapshot, "@id") != current) continue;
            for (const auto* contest : members(*snapshot, "CVRContest"))
                if (text_of(*contest, "ContestId") == m_contest) return contest;
        }
        return nullptr;
    }

    Result<std::string> candidate_of(const json::value& selection, std::size_t record) const {
        auto id = text_of(selection, "ContestSelectionId");
        auto found = m_selections.find(id);
        if (found == m_selections.end())
            return fault("the selection \"" + id + "\" is not in the contest", record);
        if (text_of(*found->second, "IsWriteIn") == "true") return std::string(write_ins_name);
        auto ids = members(*found->second, "CandidateIds");
        if (ids.empty() || !ids.front()->is_string())
            return fault("the selection \"" + id + "\" names no candidate", record);
        // In XML several ids are one text, parted by blanks; the first counts.
        auto first = std::string(split(std::string_view(ids.front()->get_string()), ' ').front());
        auto name = m_candidates.find(first);
        if (name == m_candidates.end())
            return fault("the candidate \"" + first + "\" does not exist", record);
        if (!m_source.overvote_label.empty() && name->second == m_source.overvote_label)
            return std::string(RecordBook::overvote);
        return name->second;
    }

    Result<int> rank_of(const json::value& value, std::size_t record) const {
        auto text = text_of(value, "Rank");
        int rank = 0;
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rank);
        if (text.empty() || error != std::errc{} || end != text.data() + text.size())
            return fault("a selection has no rank", record);
        return rank;
    }

    Result<void> read_record(const json::value& contest, std::size_t record) {
        std::vector<RecordedRank> ranks;
        for (const auto* selection : members(contest, "CVRContestSelection")) {
            if (text_of(*selection, "Status") == "needs-adjudication") continue;
            auto name = TRY(candidate_of(*selection, record));
            if (!text_of(*selection, "Rank").empty()) {
                ranks.push_back({
                    TRY(rank_of(*selection, record))
                    , name
                });
                continue;
            }
            for (const auto* position : members(*selection, "SelectionPosition")) {
                if (text_of(*position, "HasIndication") == "no" || text_of(*position, "IsAllocable") == "no")
                    continue;
                bool written = !members(*position, "CVRWriteIn").empty();
                ranks.push_back({
                    TRY(rank_of(*position, record))
                    , written ? std::string(write_ins_name) : name
                });
            }
        }
        return m_book.add(std::move(ranks), m_file.name + ", record " + std::to_string(record));
    }

    const RecordSource& m_source;
    const RecordFile& m_file;
    RecordBook& m_book;
    std::map<std::string, std::string> m_candidates;         // names by id
    std::map<std::string, const json::value*> m_selections;  // by id
    std::string m_contest;                                   // its id
};

}  // namespace

Result<void> read_cdf(const RecordSource& source, const RecordFile& file, RecordBook& book) {
    auto text = trim(std::string_view(file.text).substr(0, 100));
    bool is_xml = text.starts_with("<") || text.starts_with("\xef\xbb\xbf<");
    auto report = is_xml ? read_xml(file.text) : read_json(file.text);
    if (!report) return failure(report.error().kind, file.name + ": " + report.error().message);
    return CdfReader(source, file, book).read(*report);
}

}  // namespace wallchart::tally
