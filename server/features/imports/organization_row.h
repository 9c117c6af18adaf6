#pragma once
// A row of a list of organizations, read: what kind of body, of which union, with which number.

#include "features/directory/directory.h"
#include "features/imports/read_cells.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

/// A row as an organization; its id and parent are decided when it is matched.
struct OrganizationRow {
    Organization organization;
    bool kind_said = false;
    bool name_said = false;
};

/// Reads rows of one file.
class OrganizationReader {
public:
    /// `mapping` must outlive the reader.
    explicit OrganizationReader(const ImportMapping& mapping);

    /// Fills `into`; answers the faults, none if the row can be used.
    std::vector<CellFault> read(const std::vector<std::string_view>& cells, OrganizationRow& into) const;

    /// "International Brotherhood of Teamsters" for "IBT"; the code itself for one that is not known.
    static std::string union_name_of(const std::string& code);

private:
    void finish(OrganizationRow& into, std::vector<CellFault>& faults) const;

    const ImportMapping& m_mapping;
    std::string m_affiliation;  // of all bodies of the file, if its preset says so
};

}  // namespace wallchart
