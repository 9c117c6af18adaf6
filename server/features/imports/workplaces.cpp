#include "features/imports/workplaces.h"

#include "core/text.h"

namespace wallchart {

void Workplaces::load(Reader& reader) {
    std::unordered_map<std::int64_t, std::string> names;
    reader.each(
        "SELECT id, name_folded FROM employer WHERE workspace_id = $1",
        [&](const Row& row) {
            auto id = row.integer(0);
            std::string name(row.text(1));
            auto [known, is_new] = m_employers.emplace(name, id);
            if (!is_new) known->second = 0;
            names.emplace(id, std::move(name));
        },
        m_workspace);
    reader.each(
        "SELECT id, name_folded, employer_id FROM worksite WHERE workspace_id = $1",
        [&](const Row& row) {
            auto id = row.integer(0);
            std::string name(row.text(1));
            auto add = [&](const std::string& key) {
                auto [known, is_new] = m_worksites.emplace(key, id);
                if (!is_new) known->second = 0;
            };
            add(name + "\n");
            if (row.is_null(2)) return;
            m_employer_of.emplace(id, row.integer(2));
            if (auto found = names.find(row.integer(2)); found != names.end())
                add(name + "\n" + found->second);
        },
        m_workspace);
}

std::optional<Id<Employer>> Workplaces::employer(std::string_view name) const {
    auto found = m_employers.find(fold(name));
    if (found == m_employers.end() || found->second == 0) return std::nullopt;
    return Id<Employer>{found->second};
}

Id<Employer> Workplaces::employer_or_new(const std::string& name, const std::string& industry) {
    auto folded = fold(name);
    auto [known, is_new] = m_employers.try_emplace(folded, 0);
    if (known->second != 0) return Id<Employer>{known->second};
    Employer made;
    made.id = new_id<Employer>();
    made.workspace_id = m_workspace;
    made.name = name;
    made.name_folded = std::move(folded);
    made.industry = industry;
    known->second = made.id.value;
    m_new_employers.push_back(std::move(made));
    return Id<Employer>{known->second};
}

Id<Worksite> Workplaces::worksite_or_new(const std::string& name, const std::string& employer,
                                         const std::string& city, const std::string& state) {
    auto folded = fold(name);
    auto [known, is_new] = m_worksites.try_emplace(folded + "\n" + fold(employer), 0);
    if (known->second != 0) return Id<Worksite>{known->second};
    Worksite made;
    made.id = new_id<Worksite>();
    made.workspace_id = m_workspace;
    if (!employer.empty()) made.employer_id = employer_or_new(employer);
    made.name = name;
    made.name_folded = std::move(folded);
    made.city = city;
    made.state = state;
    known->second = made.id.value;
    if (made.employer_id) m_employer_of.emplace(made.id.value, made.employer_id->value);
    m_new_worksites.push_back(std::move(made));
    return Id<Worksite>{known->second};
}

std::optional<Id<Employer>> Workplaces::employer_of(Id<Worksite> worksite) const {
    auto found = m_employer_of.find(worksite.value);
    if (found == m_employer_of.end()) return std::nullopt;
    return Id<Employer>{found->second};
}

void Workplaces::write_new(Transaction* tx) {
    if (tx != nullptr) {
        tx->insert_all(m_new_employers);
        tx->insert_all(m_new_worksites);
    }
    m_new_employers.clear();
    m_new_worksites.clear();
}

}  // namespace wallchart
