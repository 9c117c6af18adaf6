#pragma once
// One tabulation, round by round.

#include "engine/tally/java_random.h"
#include "engine/tally/rctab_ballots.h"

#include <map>

namespace wallchart::tally {

class RctabTabulator {
public:
    /// `excluded` cannot win and are passed over; all must outlive this. `seats` may differ from the
    /// election's.
    RctabTabulator(const Election& election, const Ballots& ballots, const RctabRules& rules,
                   const std::vector<Candidate>& excluded, int seats);

    Result<Count> run();
    /// The votes of a part of the electorate in the rounds of the whole, whose decisions and thresholds hold.
    Count follow(const Count& whole);

private:
    enum class Status : std::uint8_t { continuing, winner, eliminated, excluded };
    using Group = std::vector<Candidate>;

    bool goes_on() const;
    bool continues(Candidate candidate) const;
    bool won_in(std::size_t round) const;
    void deal();
    void begin_round(const std::vector<bool>& continuing);
    void record_transfer(Candidate from, Candidate to, Amount votes);
    void set_threshold();
    void fill_round();
    void fill_winners();

    Result<Group> find_winners();
    bool needs_one_winner(const Group& winners, bool seats_left) const;
    void win(const Group& winners);
    void lose(const Group& losers);
    void move_surpluses(const Group& winners, const Round& decided);

    Result<Group> find_losers();
    Group below(Amount bar) const;
    Group batch() const;
    Result<Candidate> break_tie(TieFor purpose, Group tied);
    Result<Candidate> ask(TieFor purpose, const Group& tied);
    std::string name(Candidate candidate) const {
        return m_election.candidates[static_cast<std::size_t>(candidate)];
    }
    void sort_by_name(Group& group) const;

    Amount whole(std::int64_t votes) const { return votes * m_one; }
    Amount tally(Candidate candidate) const { return m_tallies.at(candidate); }
    std::int64_t standing() const;  // candidates who are not excluded

    const Election& m_election;
    const RctabRules& m_rules;
    const Ballots& m_ballots;
    RctabChoice m_choice;
    TieBreaker m_ties;
    JavaRandom m_random;
    Group m_permutation;
    Amount m_one;
    int m_seats;
    Count m_count;
    std::vector<Status> m_status;
    std::vector<std::size_t> m_round_of;  // by candidate: the round in which they won or were eliminated
    // By ballot.
    std::vector<std::int16_t> m_recipient;
    std::vector<Activity> m_activity;
    std::vector<Amount> m_value;
    // Of the round under way.
    std::map<Candidate, Amount> m_tallies;  // of who continues
    std::map<Amount, Group> m_by_tally;
    std::array<Amount, activities> m_inactive{};               // by Activity
    std::map<Candidate, std::map<Candidate, Amount>> m_moves;  // from, to
    std::map<Candidate, Amount> m_winner_tallies;              // what winners keep
    Amount m_threshold = 0;
    Amount m_residual = 0;
    Amount m_inactive_at_start = 0;
    std::size_t m_answered = 0;
    YesNo m_follows = YesNo::no;
};

}  // namespace wallchart::tally
