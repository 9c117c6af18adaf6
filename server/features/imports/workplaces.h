#pragma once
// The employers and worksites of a workspace by name, for lists that name them; made where they are missing.

#include "features/directory/directory.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wallchart {

class Workplaces {
public:
    explicit Workplaces(Id<Workspace> workspace) : m_workspace(workspace) {}
    void load(Reader& reader);

    /// The employer of that name, if there is exactly one.
    std::optional<Id<Employer>> employer(std::string_view name) const;
    /// The same, made if there is none: written by write_new().
    Id<Employer> employer_or_new(const std::string& name, const std::string& industry = {});

    /// The worksite of that name at the employer (empty: at any), made if there is none.
    Id<Worksite> worksite_or_new(const std::string& name, const std::string& employer,
                                 const std::string& city, const std::string& state);
    std::optional<Id<Employer>> employer_of(Id<Worksite> worksite) const;

    std::size_t new_employers() const { return m_new_employers.size(); }
    std::size_t new_worksites() const { return m_new_worksites.size(); }
    /// Writes what was made since; without a transaction it is only forgotten that it is new.
    void write_new(Transaction* tx);

private:
    Id<Workspace> m_workspace;
    std::unordered_map<std::string, std::int64_t> m_employers;  // by folded name; 0: several
    std::unordered_map<std::string, std::int64_t> m_worksites;  // by folded "name \n employer"; 0: several
    std::unordered_map<std::int64_t, std::int64_t> m_employer_of;
    std::vector<Employer> m_new_employers;
    std::vector<Worksite> m_new_worksites;
};

}  // namespace wallchart
