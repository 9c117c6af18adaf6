#pragma once
// How a row changes what is stored: it replaces what it says otherwise, and takes nothing away by silence.

#include <optional>
#include <string>

namespace wallchart {

/// Whether the row says anything else; taken over then.
inline bool replace(std::string& stored, const std::string& said) {
    if (said.empty() || stored == said) return false;
    stored = said;
    return true;
}
template <class T>
bool replace(std::optional<T>& stored, const std::optional<T>& said) {
    if (!said || stored == said) return false;
    stored = said;
    return true;
}

}  // namespace wallchart
