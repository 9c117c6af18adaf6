#include "engine/tally/records.h"

#include <algorithm>
#include <numeric>

namespace wallchart::tally {

Result<void> RecordBook::declare(const std::string& name, const std::vector<std::string>& aliases) {
    auto number = static_cast<Candidate>(m_names.size());
    m_names.push_back(name);
    auto add = [&](const std::string& each) -> Result<void> {
        auto [other, is_new] = m_numbers.emplace(each, number);
        if (is_new || other->second == number) return {};
        return failure(ErrorKind::invalid, "Two candidates have the name \"" + each + "\".");
    };
    TRY(add(name));
    for (const auto& alias : aliases)
        TRY(add(alias));
    return {};
}

void RecordBook::declare_write_ins() {
    if (m_numbers.contains(write_ins_name)) return;
    m_numbers.emplace(write_ins_name, static_cast<Candidate>(m_names.size()));
    m_names.emplace_back(write_ins_name);
}

void RecordBook::mention(const std::string& name) {
    if (m_any == YesNo::no || m_names.size() == candidate_limit) return;
    if (m_numbers.emplace(name, static_cast<Candidate>(m_names.size())).second) m_names.push_back(name);
}

Result<Mark> RecordBook::mark_of(const std::string& name, std::string_view where) {
    if (name == overvote) return overvoted_rank;
    if (auto found = m_numbers.find(name); found != m_numbers.end()) return static_cast<Mark>(found->second);
    if (m_any == YesNo::no)
        return failure(ErrorKind::invalid, std::string(where) + ": \"" + name +
                                               "\" is not one of the candidates, nor another name of one.");
    if (m_names.size() == candidate_limit)
        return failure(ErrorKind::invalid,
                       std::string(where) +
                           ": there are more than 2,000 different names; is this a column of candidates?");
    m_numbers.emplace(name, static_cast<Candidate>(m_names.size()));
    m_names.push_back(name);
    return static_cast<Mark>(m_names.size() - 1);
}

Result<void> RecordBook::add(std::vector<RecordedRank> ranks, std::string_view where,
                             const std::vector<PartName>& parts) {
    std::ranges::stable_sort(ranks, {}, &RecordedRank::rank);
    std::vector<Mark> marks;
    int last = 0;
    for (const auto& each : ranks) {
        if (each.rank < 1)
            return failure(ErrorKind::invalid, std::string(where) + ": ranks begin at 1, and this is " +
                                                   std::to_string(each.rank) + ".");
        if (each.rank > m_refused_above)
            return failure(ErrorKind::invalid, std::string(where) + ": rank " + std::to_string(each.rank) +
                                                   " is above the " + std::to_string(m_refused_above) +
                                                   " rankings that are allowed.");
        auto mark = TRY(mark_of(each.name, where));
        if (each.rank == last) {
            // The same candidate twice at one rank is one mark.
            bool again = false;
            for (auto at = marks.size(); at-- > 0 && !again;) {
                again = named_by(marks[at]) == mark;
                if ((marks[at] & same_rank) == 0) break;
            }
            if (!again) marks.push_back(static_cast<Mark>(mark | same_rank));
            continue;
        }
        marks.insert(marks.end(), static_cast<std::size_t>(each.rank - last - 1), skipped_rank);
        marks.push_back(mark);
        last = each.rank;
    }
    for (const auto& part : parts)
        if (m_kept.contains(part.first)) TRY(m_parts[part].add(marks));
    return m_ballots.add(marks);
}

Result<Election> RecordBook::take() {
    Election election;
    election.candidates = m_names;
    if (m_any == YesNo::no) {
        election.ballots = std::move(m_ballots);
        for (auto& [name, ballots] : m_parts)
            election.parts.push_back({name.first, name.second, std::move(ballots)});
        return election;
    }
    std::vector<std::size_t> order(m_names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t each) { return m_names[each]; });
    std::vector<Mark> number(m_names.size());
    for (std::size_t at = 0; at < order.size(); ++at) {
        election.candidates[at] = m_names[order[at]];
        number[order[at]] = static_cast<Mark>(at);
    }
    std::vector<Mark> marks;
    for (std::size_t ballot = 0; ballot < m_ballots.size(); ++ballot) {
        marks.clear();
        for (auto mark : m_ballots.marks(ballot)) {
            auto flag = static_cast<Mark>(mark & same_rank);
            marks.push_back(names_candidate(mark)
                                ? static_cast<Mark>(number[static_cast<std::size_t>(named_by(mark))] | flag)
                                : mark);
        }
        TRY(election.ballots.add(marks, m_ballots.weight(ballot)));
    }
    return election;
}

Result<void> read_records(const RecordSource& source, const std::vector<RecordFile>& files,
                          RecordBook& book) {
    if (source.form == RecordForm::dominion) return read_dominion(source, files, book);
    for (const auto& file : files) {
        switch (source.form) {
            case RecordForm::ess:
                TRY(read_ess(source, file, book));
                break;
            case RecordForm::genericCsv:
                TRY(read_generic_csv(source, file, book));
                break;
            case RecordForm::clearBallot:
                TRY(read_clear_ballot(source, file, book));
                break;
            case RecordForm::cdf:
                TRY(read_cdf(source, file, book));
                break;
            case RecordForm::hart:
                TRY(read_hart(source, file, book));
                break;
            case RecordForm::dominion:
                break;
        }
    }
    return {};
}

}  // namespace wallchart::tally
