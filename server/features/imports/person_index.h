#pragma once
// Who is known already: everybody of a workspace by external id, e-mail and phone, in little memory, so that
// a million rows can be matched without a question to the database for each.

#include "db/transaction.h"
#include "features/imports/imports.h"
#include "features/people/people.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wallchart {

/// What tells two people of one address or number apart. Hashes of folded text; 0 where nothing is known.
struct PersonIdentity {
    std::uint32_t given = 0;  ///< of the first word
    std::uint32_t family = 0;
    std::uint16_t birth_year = 0;
    std::uint8_t birth_month = 0;
    std::uint8_t birth_day = 0;
    char given_initial = 0;
    char middle_initial = 0;
    bool given_is_initial = false;
    std::uint8_t suffix = 0;

    static PersonIdentity of(const Person& person);
    /// Whether the given name says less than the one known ("A." of "Ana").
    bool abbreviates(const PersonIdentity& known) const {
        return given_is_initial && known.given != 0 && !known.given_is_initial &&
               given_initial == known.given_initial;
    }
    /// Becomes what the person is once a row that says this is applied to them (see apply_row).
    void take_over(const PersonIdentity& said);
};

/// What a row can be found by.
struct PersonKeys {
    std::uint64_t external_id = 0;
    std::vector<std::uint64_t> emails;
    std::vector<std::uint64_t> phones;  ///< count together with the family name
    PersonIdentity identity;
};

std::uint64_t key_hash(std::string_view text);

/// Whether two descriptions are of one person, given that they share an address or number.
enum class Sameness : std::uint8_t {
    same,
    different,  ///< another member of the household
    unclear     ///< equal names with another birthday or middle initial
};
Sameness compare(const PersonIdentity& a, const PersonIdentity& b, bool share_phone);

/// 64-bit hashes to people's ordinals; one hash may lead to several. 12 bytes an entry.
class KeyTable {
public:
    void reserve(std::size_t entries);
    /// False where `most` are under the key already: nothing is added then.
    bool insert(std::uint64_t key, std::uint32_t ordinal, std::size_t most = SIZE_MAX);
    template <class Visit>
    void find(std::uint64_t key, Visit&& visit) const {
        if (m_keys.empty()) return;
        for (auto at = key & m_mask; m_keys[at] != 0; at = (at + 1) & m_mask)
            if (m_keys[at] == key) visit(m_ordinals[at]);
    }

private:
    void grow(std::size_t capacity);
    std::vector<std::uint64_t> m_keys;  // 0: free
    std::vector<std::uint32_t> m_ordinals;
    std::size_t m_mask = 0;
    std::size_t m_size = 0;
};

class PersonIndex {
public:
    /// External ids are those of one source.
    PersonIndex(Id<Workspace> workspace, std::string source);

    /// Reads everybody of the workspace; `more` people are expected to be added.
    void load(Reader& reader, std::size_t more);
    /// Adds people made by others since; call at the start of each transaction, with the import's own batch.
    void catch_up(Reader& reader, Id<Batch> own);

    struct Match {
        std::optional<std::uint32_t> ordinal;  ///< of who was found
        std::optional<RejectReason> reason;    ///< why it can't be said who it is
    };
    Match find(const PersonKeys& keys) const;

    /// Adds a person and what they can be found by; their ordinal.
    std::uint32_t add(Id<Person> id, const PersonKeys& keys);
    /// Adds what a row says of somebody known: from now on they are found by that, and by a name that it
    /// changes.
    void extend(std::uint32_t ordinal, const PersonKeys& keys);

    std::optional<std::uint32_t> ordinal_of(std::int64_t id) const;
    Id<Person> id(std::uint32_t ordinal) const { return Id<Person>{m_ids[ordinal]}; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_ids.size()); }

private:
    void load_people(Reader& reader, std::int64_t after);
    void load_keys(Reader& reader, std::int64_t after);
    void rename(std::uint32_t family, std::uint32_t former);
    void file_email(std::uint64_t key, std::uint32_t ordinal);

    Id<Workspace> m_workspace;
    std::string m_source;
    std::vector<std::int64_t> m_ids;
    std::size_t m_sorted = 0;  // so many of m_ids are in order
    std::unordered_map<std::int64_t, std::uint32_t> m_late;
    std::vector<PersonIdentity> m_identities;
    std::vector<bool> m_has_external_id;
    KeyTable m_table;
    // Family names (0: none) that people had before the one of the key: phones are in the table under these.
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_former;
    std::int64_t m_newest_batch = 0;   // of those known
    std::set<std::int64_t> m_batches;  // of others, that were caught up with
};

}  // namespace wallchart
