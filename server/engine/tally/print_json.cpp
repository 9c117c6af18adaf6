#include "core/json.h"
#include "engine/tally/election.h"
#include "engine/tally/print.h"

namespace wallchart::tally {
namespace {

/// JSON with an element of the outer lists on each line, so that two records can be compared line by line.
class JsonPrinter {
public:
    explicit JsonPrinter(const Count& count) : m_count(count) {}

    std::string print() {
        m_out = "{\"format\":\"wallchart-tally-1\",\n\"rule\":";
        text(m_count.rule);
        field("title");
        text(m_count.title);
        field("seats");
        m_out += std::to_string(m_count.seats);
        field("candidates");
        list(m_count.candidates, [&](const auto& each) { text(each); });
        field("withdrawn");
        names(m_count.withdrawn);
        field("options");
        pairs(m_count.options, [&](const auto& value) { text(value); });
        field("ballots");
        ballots(m_count.valid, m_count.invalid, m_count.exhausted_at_start);
        m_out += ",\"fingerprint\":";
        text(m_count.fingerprint);
        m_out += "}";
        field("quota");
        m_count.quota ? amount(*m_count.quota) : void(m_out += "null");
        field("rounds");
        rounds(m_count.rounds);
        if (!m_count.parts.empty()) parts();
        field("elected");
        names(m_count.elected);
        field("outcome");
        list(m_count.outcome, [&](const auto& each) { text(each); });
        m_out += "}\n";
        return std::move(m_out);
    }

private:
    void field(std::string_view name) {
        m_out += ",\n";
        text(name);
        m_out += ":";
    }
    void text(std::string_view value) { encode_text(m_out, value); }
    void amount(Amount value) { m_out += '"' + print_amount(value, m_count.digits, m_count.zeros) + '"'; }
    void name(Candidate candidate) { text(holder_name(m_count, candidate)); }

    template <class List, class Print>
    void list(const List& values, Print print) {
        m_out += "[";
        bool first = true;
        for (const auto& value : values) {
            if (!first) m_out += ",";
            first = false;
            print(value);
        }
        m_out += "]";
    }
    template <class List, class Print>
    void pairs(const List& values, Print print) {
        m_out += "{";
        bool first = true;
        for (const auto& [key, value] : values) {
            if (!first) m_out += ",";
            first = false;
            text(key);
            m_out += ":";
            print(value);
        }
        m_out += "}";
    }
    void names(const std::vector<Candidate>& candidates) {
        list(candidates, [&](Candidate each) { name(each); });
    }

    void ballots(std::int64_t valid, std::int64_t invalid, std::int64_t exhausted_at_start) {
        m_out += "{\"valid\":" + std::to_string(valid) + ",\"invalid\":" + std::to_string(invalid) +
                 ",\"exhausted_at_start\":" + std::to_string(exhausted_at_start);
    }

    void parts() {
        field("parts");
        list(m_count.parts, [&](const PartRounds& each) {
            m_out += "\n{\"kind\":";
            text(each.kind);
            m_out += ",\"name\":";
            text(each.name);
            m_out += ",\"ballots\":";
            ballots(each.valid, each.invalid, each.exhausted_at_start);
            m_out += "},\"rounds\":";
            rounds(each.rounds);
            m_out += "}";
        });
    }

    void rounds(const std::vector<Round>& rounds) {
        m_out += "[";
        for (std::size_t at = 0; at < rounds.size(); ++at) {
            m_out += at > 0 ? ",\n" : "\n";
            round(rounds[at], at + 1);
        }
        m_out += "]";
    }

    void round(const Round& round, std::size_t number) {
        m_out += "{\"round\":" + std::to_string(number);
        if (round.seat > 0) m_out += ",\"seat\":" + std::to_string(round.seat);
        std::vector<std::pair<std::string_view, Amount>> tallies;
        for (std::size_t each = 0; each < round.tallies.size(); ++each)
            if (round.tallies[each]) tallies.emplace_back(m_count.candidates[each], *round.tallies[each]);
        m_out += ",\"tallies\":";
        pairs(tallies, [&](Amount value) { amount(value); });
        m_out += ",\"exhausted\":";
        amount(round.exhausted);
        m_out += ",\"residual\":";
        amount(round.residual);
        if (round.quota) {
            m_out += ",\"quota\":";
            amount(*round.quota);
        }
        m_out += ",\"transfers\":";
        list(round.transfers, [&](const Transfer& each) {
            m_out += "{\"from\":";
            name(each.from);
            m_out += ",\"to\":";
            name(each.to);
            m_out += ",\"votes\":";
            amount(each.votes);
            m_out += "}";
        });
        m_out += ",\"elected\":";
        names(round.elected);
        m_out += ",\"eliminated\":";
        names(round.eliminated);
        m_out += ",\"ties\":";
        list(round.ties, [&](const Tie& each) { tie(each); });
        m_out += ",\"decisions\":";
        list(round.decisions, [&](const Decision& each) {
            m_out += "{\"candidates\":";
            names(each.candidates);
            m_out += ",\"text\":";
            text(each.text);
            m_out += ",\"clause\":";
            text(each.clause);
            m_out += "}";
        });
        m_out += ",\"notes\":";
        pairs(round.notes, [&](Amount value) { amount(value); });
        m_out += "}";
    }

    void tie(const Tie& tie) {
        m_out += "{\"for\":";
        text(tie.purpose == TieFor::winner ? "winner" : tie.purpose == TieFor::loser ? "loser" : "surplus");
        m_out += ",\"candidates\":";
        names(tie.candidates);
        m_out += ",\"chosen\":";
        name(tie.chosen);
        m_out += ",\"how\":";
        text(tie.how);
        m_out += "}";
    }

    const Count& m_count;
    std::string m_out;
};

}  // namespace

std::string_view holder_name(const Count& count, Candidate candidate) {
    if (candidate == nobody_exhausted) return exhausted_name;
    if (candidate == nobody_residual) return residual_name;
    return count.candidates[static_cast<std::size_t>(candidate)];
}

std::string print_json(const Count& count) {
    return JsonPrinter(count).print();
}

Result<Recipe> read_recipe(std::string_view text) {
    auto value = TRY(parse_json(text));
    auto fault = [] { return failure(ErrorKind::invalid, "This is not the record of a count."); };
    const auto* record = value.if_object();
    if (record == nullptr) return fault();
    const auto *rule = record->if_contains("rule"), *seats = record->if_contains("seats"),
               *options = record->if_contains("options"), *withdrawn = record->if_contains("withdrawn"),
               *ballots = record->if_contains("ballots");
    if (!rule || !rule->is_string() || !seats || !seats->is_int64() || !options || !options->is_object() ||
        !withdrawn || !withdrawn->is_array() || !ballots || !ballots->is_object())
        return fault();
    Recipe recipe{std::string(rule->get_string()), static_cast<int>(seats->get_int64()), {}, {}, {}};
    for (const auto& each : withdrawn->get_array()) {
        if (!each.is_string()) return fault();
        recipe.withdrawn.emplace_back(each.get_string());
    }
    for (const auto& each : options->get_object()) {
        if (!each.value().is_string()) return fault();
        recipe.options.emplace_back(each.key(), each.value().get_string());
    }
    const auto* fingerprint = ballots->get_object().if_contains("fingerprint");
    if (!fingerprint || !fingerprint->is_string()) return fault();
    recipe.fingerprint = fingerprint->get_string();
    return recipe;
}

}  // namespace wallchart::tally
