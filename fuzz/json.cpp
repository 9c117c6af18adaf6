#include "core/json.h"

#include "engine/decision/rule.h"
#include "engine/decision/situation.h"
#include "targets.h"

#include <boost/json/serialize.hpp>

namespace wallchart::fuzz {
namespace {

/// What was decoded is encoded so that it decodes to the same.
template <class T>
void try_record(const json::value& value) {
    auto record = decode<T>(value);
    if (!record) {
        require(record.error().kind == ErrorKind::invalid, "what can't be decoded is invalid");
        require(!record.error().fields.empty(), "and its faults are named");
        return;
    }
    auto text = encode(*record);
    auto again = decode_text<T>(text);
    require(again.has_value(), "what is encoded can be decoded");
    require(encode(*again) == text, "and is the same");
}

}  // namespace

void try_json(std::string_view input) {
    auto value = parse_json(input);
    if (!value) return;
    auto text = json::serialize(*value);
    auto again = parse_json(text);
    require(again.has_value() && *again == *value, "JSON reads back as it was written");
    try_record<decision::DecisionRule>(*value);
    try_record<decision::VoteCount>(*value);
    try_record<std::vector<std::string>>(*value);
}

}  // namespace wallchart::fuzz
