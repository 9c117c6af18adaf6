#include "core/text.h"
#include "engine/linkage/nicknames.h"
#include "engine/linkage/people.h"
#include "engine/linkage/similarity.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace wallchart::linkage {
namespace {

/// Words of a name that are left out as often as not.
bool is_particle(std::string_view word) {
    static constexpr std::array<std::string_view, 26> particles{
        "al",  "bin", "da",  "das", "de",  "del", "den", "der", "di",  "do",  "dos", "du", "el",
        "ibn", "la",  "las", "le",  "les", "los", "mc",  "ten", "ter", "van", "von", "y",  "zu"};
    return std::ranges::binary_search(particles, word);
}

std::uint32_t short_hash(std::string_view text) {
    return static_cast<std::uint32_t>(hash_of(text) >> 32U);
}

}  // namespace

ValueId TextPool::add(std::string_view value) {
    auto id = intern(value);
    if (id == letters.size()) letters.push_back(letters_of(value));
    return id;
}

ValueId Values::add_name(std::string_view folded) {
    auto id = names.intern(folded);
    if (id < m_names.size()) return id;
    m_names.emplace_back();
    NameInfo info;
    info.letters = letters_of(folded);
    info.joined = short_hash(replace_all(std::string(folded), " ", ""));
    auto words = split(folded, ' ');
    std::vector<std::string_view> meant;
    std::ranges::copy_if(words, std::back_inserter(meant), [](auto word) { return !is_particle(word); });
    if (meant.empty()) meant = words;
    info.sound = short_hash(sound_of(meant.front()));
    info.last_sound = short_hash(sound_of(meant.back()));
    if (words.size() > 1) {
        for (std::size_t at = 0; at < std::min(meant.size(), info.parts.size()); ++at)
            info.parts[at] = add_name(meant[at]);
    }
    std::size_t count = 0;
    for (const auto& word : {std::string(folded), std::string(meant.front())}) {
        for (auto full : full_names_of(word)) {
            if (count == info.full.size() || full == folded) break;
            info.full[count++] = add_name(full);
        }
        if (count > 0 || words.size() == 1) break;
    }
    m_names[id] = info;
    return id;
}

ValueId Values::add_whole_name(ValueId given, ValueId family) {
    if (given == 0 || family == 0) return 0;
    std::array<char, 8> bytes{};
    std::memcpy(bytes.data(), &given, 4);
    std::memcpy(bytes.data() + 4, &family, 4);
    return whole_names.intern({bytes.data(), bytes.size()});
}

ValueId Values::add_birth(Birth birth) {
    if (birth == Birth{}) return 0;
    std::array<char, 4> bytes{static_cast<char>(birth.year & 0xFFU), static_cast<char>(birth.year >> 8U),
                              static_cast<char>(birth.month), static_cast<char>(birth.day)};
    auto id = births.intern({bytes.data(), bytes.size()});
    if (id == m_births.size()) m_births.push_back(birth);
    return id;
}

ValueId Values::add_email(std::string_view normal) {
    auto id = emails.add(normal);
    if (id == m_local_parts.size())
        m_local_parts.push_back(local_parts.intern(normal.substr(0, normal.find('@'))));
    return id;
}

}  // namespace wallchart::linkage
