#pragma once
// A row of a list of people as what it says of one person, checked cell by cell.

#include "core/csv.h"
#include "features/imports/imports.h"
#include "features/imports/person_index.h"
#include "features/imports/read_cells.h"
#include "features/people/people.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace wallchart {

namespace union_name {
class Directory;
}

/// What a row says. Nothing in it is stored yet.
struct PersonRow {
    Person person;
    std::string external_id;
    std::vector<ContactPoint> contact_points;
    std::optional<Address> address;
    std::optional<Employment> employment;  ///< employer and worksite as text only
    std::string worksite;
    std::string union_text;                        ///< as written; empty also where it says "none"
    std::optional<Id<Organization>> organization;  ///< where it was placed surely
    std::optional<MembershipStatus> status;
    std::optional<MembershipRole> role;
    std::array<std::optional<bool>, 3> consents;              ///< by ConsentKind
    std::vector<std::pair<std::size_t, std::string>> custom;  ///< by position among the custom names
    PersonKeys keys;
};

/// Reads rows of one file. Not for two threads at a time.
class PersonReader {
public:
    /// `directory` places unions; it must outlive the reader.
    PersonReader(const ImportMapping& mapping, const union_name::Directory& directory);

    /// The names of the custom fields, in the order that PersonRow::custom counts in.
    const std::vector<std::string>& custom_names() const { return m_custom_names; }

    /// Fills `into`; answers the faults, none if the row can be used.
    std::vector<CellFault> read(const std::vector<std::string_view>& cells, PersonRow& into);

private:
    struct Placed {
        std::optional<Id<Organization>> organization;
        bool says_none = false;
    };
    std::optional<RejectReason> take(std::size_t column, ImportField field, std::string_view text,
                                     PersonRow& into);
    static std::optional<RejectReason> take_contact(ImportField field, std::string_view text,
                                                    PersonRow& into);
    void finish(PersonRow& into, std::vector<CellFault>& faults);
    void place(PersonRow& into);
    const Placed& placed(const std::string& text, const std::string& city, const std::string& state);
    Address& address(PersonRow& into);
    Employment& employment(PersonRow& into);

    const ImportMapping& m_mapping;
    const union_name::Directory& m_directory;
    std::vector<std::string> m_custom_names;
    std::vector<std::size_t> m_custom;  // by column: position among the custom names
    std::unordered_map<std::string, Placed> m_places;
    // Of the row at hand: what several columns say together.
    std::array<std::string_view, 3> m_birth;
    std::size_t m_birth_column = 0;  // of the year
    std::string m_union, m_local, m_full_name;
};

}  // namespace wallchart
