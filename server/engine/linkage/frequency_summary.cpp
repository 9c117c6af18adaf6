#include "engine/linkage/frequency_summary.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <tuple>
#include <unordered_map>

namespace wallchart::linkage {
namespace {

/// The text of a value that is not made of others.
std::string_view text_of(const Values& values, Kind kind, ValueId value) {
    switch (kind) {
        case Kind::given:
        case Kind::middle:
        case Kind::family:
            return values.names.text(value);
        case Kind::birth:
            return values.births.text(value);
        case Kind::email:
            return values.emails.text(value);
        case Kind::phone:
            return values.phones.text(value);
        case Kind::address:
            return values.addresses.text(value);
        case Kind::street:
            return values.streets.text(value);
        case Kind::unit:
            return values.units.text(value);
        case Kind::city:
            return values.cities.text(value);
        case Kind::state:
            return values.states.text(value);
        case Kind::postal_code:
            return values.postal_codes.text(value);
        case Kind::employer:
            return values.employers.text(value);
        case Kind::identifier:
        case Kind::identifier2:
        case Kind::identifier3:
            return values.identifiers.text(value);
        default:
            return {};
    }
}

/// A hash that is the same whatever else the pools hold: a whole name stands there by its names' numbers.
std::int64_t lasting_hash(const Values& values, Kind kind, ValueId value) {
    if (kind != Kind::whole_name) return static_cast<std::int64_t>(hash_of(text_of(values, kind, value)));
    std::array<ValueId, 2> names{};
    std::memcpy(names.data(), values.whole_names.text(value).data(), sizeof names);
    return static_cast<std::int64_t>(
        hash_of(hash_of(values.names.text(names[0])), hash_of(values.names.text(names[1]))));
}

struct Counted {
    std::uint32_t count = 0;
    std::size_t kind = 0;
    ValueId value = 0;
};

}  // namespace

FrequencySummary summarize(const Frequencies& frequencies, const Values& values, std::size_t limit) {
    std::vector<Counted> all;
    for (std::size_t kind = 1; kind < kind_count; ++kind)
        for (ValueId value = 1; value < frequencies.values_of(static_cast<Kind>(kind)); ++value)
            if (auto count = frequencies.of(static_cast<Kind>(kind), value); count > 0)
                all.push_back({count, kind, value});
    std::ranges::sort(all, [](const Counted& a, const Counted& b) {
        return std::tuple(b.count, a.kind, a.value) < std::tuple(a.count, b.kind, b.value);
    });
    auto rare = std::ranges::find_if(all, [](const Counted& one) { return one.count < least_common_count; });
    auto commonest = std::min(rare, all.begin() + static_cast<std::ptrdiff_t>(std::min(limit, all.size())));
    FrequencySummary summary{static_cast<std::int64_t>(frequencies.scope().records), {}};
    summary.kinds.resize(kind_count);
    for (auto one = all.begin(); one != commonest; ++one) {
        auto& common = summary.kinds[one->kind].common;
        common.push_back(lasting_hash(values, static_cast<Kind>(one->kind), one->value));
        common.push_back(one->count);
    }
    std::array<double, kind_count> holders{}, squares{};
    for (auto one = commonest; one != all.end(); ++one) {
        holders[one->kind] += one->count;
        squares[one->kind] += static_cast<double>(one->count) * one->count;
    }
    for (std::size_t kind = 1; kind < kind_count; ++kind) {
        summary.kinds[kind].known = frequencies.known(static_cast<Kind>(kind));
        if (holders[kind] > 0) summary.kinds[kind].usual = squares[kind] / holders[kind];
    }
    return summary;
}

Frequencies frequencies_of(const FrequencySummary& summary, const Values& values,
                           std::span<const Record> records, std::span<const Kind> complete) {
    Frequencies frequencies(records, {.records = records.size()});
    std::array<double, kind_count> known{};
    for (std::size_t at = 1; at < kind_count; ++at) {
        auto kind = static_cast<Kind>(at);
        KindSummary nothing;
        const auto& remembered = at < summary.kinds.size() ? summary.kinds[at] : nothing;
        known[at] = std::max(remembered.known, frequencies.known(kind));
        std::unordered_map<std::int64_t, std::int64_t> common;
        for (std::size_t one = 0; one + 1 < remembered.common.size(); one += 2)
            common.emplace(remembered.common[one], remembered.common[one + 1]);
        bool is_complete = std::ranges::find(complete, kind) != complete.end();
        for (ValueId value = 1; value < frequencies.values_of(kind); ++value) {
            auto seen = frequencies.of(kind, value);
            if (seen == 0) continue;
            auto found = common.find(lasting_hash(values, kind, value));
            auto expected = found != common.end() ? static_cast<double>(found->second)
                            : is_complete         ? 0.0
                                                  : std::round(remembered.usual);
            frequencies.set(kind, value, std::max(seen, static_cast<std::uint32_t>(expected)));
        }
    }
    frequencies.set_list(std::max(static_cast<std::size_t>(summary.records), records.size()), known);
    return frequencies;
}

}  // namespace wallchart::linkage
