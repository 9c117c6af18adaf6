#include "engine/linkage/model_json.h"

#include "core/json.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace wallchart::linkage {
namespace {

constexpr std::string_view format = "wallchart linkage model 1";

/// A kind by number, as it stands in the file.
constexpr std::array<std::string_view, kind_count> kind_names{
    "",           "given",        "middle",       "family",    "birth", "email",       "phone",
    "address",    "street",       "unit",         "city",      "state", "postal_code", "employer",
    "identifier", "identifier_2", "identifier_3", "whole_name"};

/// Ten digits: what is read again is written again the same.
std::string number(double value) {
    std::array<char, 32> text{};
    auto size = std::snprintf(text.data(), text.size(), "%.10g", value);
    return {text.data(), static_cast<std::size_t>(size)};
}

Result<double> share(const json::value* value, std::string_view of, double limit) {
    if (!value || !value->is_number())
        return failure(ErrorKind::invalid, "The model says no number for " + std::string(of) + ".");
    auto found = value->to_number<double>();
    if (!std::isfinite(found) || found < 0 || found > limit)
        return failure(ErrorKind::invalid, "The model's number for " + std::string(of) + " is out of range.");
    return found;
}

const json::value* member(const json::value* value, std::string_view name) {
    return value && value->is_object() ? value->as_object().if_contains(name) : nullptr;
}

}  // namespace

std::string to_json(const Model& model) {
    std::string text = "{\n  \"format\": \"" + std::string(format) + "\",\n";
    text += "  \"learnt_from\": " + std::to_string(model.learnt_from) + ",\n";
    text += "  \"matches_per_record\": " + number(model.matches_per_record) + ",\n";
    text += "  \"relatives_per_record\": " + number(model.relatives_per_record) + ",\n";
    text += "  \"namesakes\": " + number(model.namesakes) + ",\n";
    text += "  \"emails_of_names\": " + number(model.emails_of_names) + ",\n  \"comparisons\": {";
    for (std::size_t at = 0; at < comparison_count; ++at) {
        const auto& compared = info(static_cast<Comparison>(at));
        text += std::string(at == 0 ? "" : ",") + "\n    \"" + std::string(compared.name) + "\": {";
        for (std::size_t level = 1; level <= compared.levels.size(); ++level)
            text += std::string(level == 1 ? "" : ",") + "\n      \"" +
                    std::string(compared.levels[level - 1].label) +
                    "\": {\"same\": " + number(model.same[at][level]) +
                    ", \"household\": " + number(model.household[at][level]) +
                    ", \"unrelated\": " + number(model.unrelated[at][level]) + "}";
        text += "}";
    }
    text += "\n  },\n  \"place_of_colleagues\": {";
    const auto& place = info(Comparison::place).levels;
    for (std::size_t level = 1; level <= place.size(); ++level)
        text += std::string(level == 1 ? "" : ", ") + "\"" + std::string(place[level - 1].label) +
                "\": " + number(model.place_of_colleagues[level]);
    text += "},\n  \"unexplained\": {";
    for (std::size_t kind = 1; kind < kind_count; ++kind) {
        text += std::string(kind == 1 ? "" : ",") + "\n    \"" + std::string(kind_names[kind]) + "\": [";
        for (std::size_t each = 0; each < frequency_classes; ++each)
            text += (each == 0 ? "" : ", ") + number(model.unexplained[kind][each]);
        text += "]";
    }
    return text + "\n  }\n}\n";
}

Result<Model> model_from_json(std::string_view text) {
    auto whole = TRY(parse_json(text));
    const auto* said = member(&whole, "format");
    if (!said || !said->is_string() || std::string_view(said->as_string()) != format)
        return failure(ErrorKind::invalid, "This is no model that --model has written.");
    auto model = Model::beginning();
    model.matches_per_record = TRY(share(member(&whole, "matches_per_record"), "matches_per_record", 1e9));
    model.relatives_per_record =
        TRY(share(member(&whole, "relatives_per_record"), "relatives_per_record", 1e9));
    model.namesakes = TRY(share(member(&whole, "namesakes"), "namesakes", 0.5));
    // Models written before this was learnt do not say it.
    if (const auto* learnt = member(&whole, "emails_of_names"))
        model.emails_of_names = TRY(share(learnt, "emails_of_names", 1));
    model.learnt_from =
        static_cast<std::uint64_t>(TRY(share(member(&whole, "learnt_from"), "learnt_from", 1e15)));
    const auto* comparisons = member(&whole, "comparisons");
    for (std::size_t at = 0; at < comparison_count; ++at) {
        const auto& compared = info(static_cast<Comparison>(at));
        for (std::size_t level = 1; level <= compared.levels.size(); ++level) {
            auto label = compared.levels[level - 1].label;
            const auto* shares = member(member(comparisons, compared.name), label);
            model.same[at][level] = TRY(share(member(shares, "same"), label, 1));
            model.household[at][level] = TRY(share(member(shares, "household"), label, 1));
            model.unrelated[at][level] = TRY(share(member(shares, "unrelated"), label, 1));
        }
    }
    const auto& place = info(Comparison::place).levels;
    for (std::size_t level = 1; level <= place.size(); ++level)
        model.place_of_colleagues[level] =
            TRY(share(member(member(&whole, "place_of_colleagues"), place[level - 1].label),
                      place[level - 1].label, 1));
    for (std::size_t kind = 1; kind < kind_count; ++kind) {
        const auto* list = member(member(&whole, "unexplained"), kind_names[kind]);
        if (!list || !list->is_array() || list->as_array().size() != frequency_classes)
            return failure(ErrorKind::invalid,
                           "The model lacks numbers for " + std::string(kind_names[kind]) + ".");
        for (std::size_t each = 0; each < frequency_classes; ++each)
            model.unexplained[kind][each] = TRY(share(&list->as_array()[each], kind_names[kind], 1));
    }
    return model;
}

}  // namespace wallchart::linkage
