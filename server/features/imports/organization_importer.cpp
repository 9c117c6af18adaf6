#include "core/text.h"
#include "features/imports/importer.h"
#include "features/imports/known_records.h"
#include "features/imports/organization_row.h"
#include "features/imports/replace.h"
#include "features/imports/row_source.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace wallchart {
namespace {

std::string short_key(const std::string& affiliation, const std::string& number) {
    return affiliation + "|" + number;
}

class OrganizationImporter final : public Importer {
public:
    explicit OrganizationImporter(const Import& import)
        : m_workspace(import.workspace_id),
          m_batch(import.batch_id),
          m_mapping(import.mapping),
          m_path(import.file_path),
          m_reader(m_mapping) {}

    void load(Reader& reader, std::size_t) override {
        m_known.load(reader, m_workspace, m_batch);
        for (std::size_t at = 0; at < m_known.size(); ++at)
            index(m_known[at], at);
        find_shared_numbers();
    }

    std::unique_ptr<ImportChunk> read(std::vector<FileRow> rows) override {
        return read_chunk<OrganizationRow>(
            m_mapping, std::move(rows),
            [&](const auto& cells, OrganizationRow& row) { return m_reader.read(cells, row); });
    }

    Result<void> take(Reader&, Transaction* tx, ImportChunk& chunk, Tally& tally) override {
        take_rows<OrganizationRow>(chunk, tally, [&](const FileRow& file_row, OrganizationRow& row) {
            take_row(file_row, row, tally);
        });
        return m_known.write(tx);
    }

private:
    std::size_t make(Organization organization) {
        organization.id = new_id<Organization>();
        organization.workspace_id = m_workspace;
        organization.name_folded = fold(organization.name);
        auto at = m_known.make(std::move(organization));
        index(m_known[at], at);
        return at;
    }
    void index(const Organization& body, std::size_t at) {
        auto add = [at](std::vector<std::size_t>& list) {
            if (std::ranges::find(list, at) == list.end()) list.push_back(at);
        };
        if (!body.external_id.empty()) m_by_external[body.external_source + "\n" + body.external_id] = at;
        if (!body.number.empty()) add(m_by_number[short_key(body.affiliation, body.number)]);
        add(m_by_name[fold(body.name)]);
    }

    /// Numbers that several rows of the file have without saying where they are.
    void find_shared_numbers() {
        auto source = RowSource::open(m_path);
        if (!source) return;
        std::set<std::string> seen;
        CsvRow row;
        while (source->next(row)) {
            OrganizationRow read;
            if (!row.fault.empty() || !m_reader.read(row.cells, read).empty()) continue;
            const auto& body = read.organization;
            if (body.number.empty() || !body.state.empty() || !body.city.empty()) continue;
            auto key = short_key(body.affiliation, body.number);
            if (!seen.insert(key).second) m_shared.insert(key);
        }
    }

    struct Found {
        std::optional<std::size_t> at;
        std::optional<RejectReason> reason;
    };

    Found find(const Organization& body) const {
        if (!body.external_id.empty()) {
            auto found = m_by_external.find(body.external_source + "\n" + body.external_id);
            if (found != m_by_external.end()) return {found->second, {}};
        }
        auto fits = [&](std::size_t at) {
            const auto& known = m_known[at];
            if (!known.external_id.empty() && !body.external_id.empty() &&
                known.external_source == body.external_source)
                return false;  // the source knows it under another number
            if (!known.state.empty() && !body.state.empty() && known.state != body.state) return false;
            return true;
        };
        std::vector<std::size_t> candidates;
        if (!body.number.empty()) {
            auto key = short_key(body.affiliation, body.number);
            if (auto listed = m_by_number.find(key); listed != m_by_number.end())
                for (auto at : listed->second)
                    if (fits(at) && m_known[at].kind == body.kind) candidates.push_back(at);
            bool nowhere = body.state.empty() && body.city.empty();
            if (nowhere && !candidates.empty() && (candidates.size() > 1 || m_shared.contains(key)))
                return {{}, RejectReason::place_unclear};
            if (candidates.size() > 1) {
                auto elsewhere = [&](std::size_t at) { return fold(m_known[at].city) != fold(body.city); };
                auto here = candidates;
                std::erase_if(here, elsewhere);
                if (here.size() == 1) candidates = here;
            }
        }
        if (candidates.empty()) {
            if (auto listed = m_by_name.find(fold(body.name)); listed != m_by_name.end())
                for (auto at : listed->second) {
                    const auto& known = m_known[at];
                    bool same_number =
                        known.number.empty() || body.number.empty() || known.number == body.number;
                    if (fits(at) && same_number &&
                        (known.kind != OrganizationKind::union_ || body.kind == OrganizationKind::union_))
                        candidates.push_back(at);
                }
        }
        if (candidates.empty()) return {};
        if (candidates.size() > 1) return {{}, RejectReason::matches_several};
        return {candidates.front(), {}};
    }

    void take_row(const FileRow& file_row, OrganizationRow& row, Tally& tally) {
        auto found = find(row.organization);
        if (found.reason) return tally.reject(file_row, {{"", *found.reason}});
        auto parent = parent_of(row.organization, tally);
        if (!found.at) {
            row.organization.parent_organization_id = parent;
            make(std::move(row.organization));
            ++tally.summary.created;
            return;
        }
        m_known.change(
            *found.at, [&](Organization& known) { return update(known, *found.at, row, parent); },
            tally.summary);
    }

    bool update(Organization& known, std::size_t at, const OrganizationRow& row,
                std::optional<Id<Organization>> parent) {
        const auto& said = row.organization;
        bool changed = false;
        // Of several lines about one body ("Council 8: Dayton Office") the first names it.
        if (row.name_said && !m_known.met(at)) changed |= replace(known.name, said.name);
        changed |= replace(known.affiliation, said.affiliation);
        changed |= replace(known.number, said.number);
        if (fold(known.city) != fold(said.city)) changed |= replace(known.city, said.city);
        changed |= replace(known.state, said.state);
        changed |= replace(known.postal_code, said.postal_code);
        changed |= replace(known.website, said.website);
        if (known.note.find(said.note) == std::string::npos) changed |= replace(known.note, said.note);
        changed |= replace(known.members, said.members);
        changed |= replace(known.latitude, said.latitude);
        changed |= replace(known.longitude, said.longitude);
        if (row.kind_said && known.kind != said.kind) {
            known.kind = said.kind;
            changed = true;
        }
        if (known.external_id.empty() && !said.external_id.empty()) {
            known.external_source = said.external_source;
            known.external_id = said.external_id;
            changed = true;
        }
        if (!known.parent_organization_id && parent && *parent != known.id) {
            known.parent_organization_id = parent;
            changed = true;
        }
        if (changed) {
            known.name_folded = fold(known.name);
            index(known, at);
        }
        return changed;
    }

    /// The union above a body; made if the workspace has none yet.
    std::optional<Id<Organization>> parent_of(const Organization& body, Tally& tally) {
        if (body.affiliation.empty() || body.kind == OrganizationKind::union_) return std::nullopt;
        auto name = OrganizationReader::union_name_of(body.affiliation);
        auto [known, is_new] = m_unions.try_emplace(body.affiliation);
        if (!is_new) return known->second;
        for (std::size_t at = 0; at < m_known.size(); ++at) {
            const auto& other = m_known[at];
            if (other.kind == OrganizationKind::union_ && other.number.empty() &&
                (other.affiliation == body.affiliation || other.name_folded == fold(name))) {
                known->second = other.id;
                return known->second;
            }
        }
        Organization made;
        made.kind = OrganizationKind::union_;
        made.name = std::move(name);
        made.affiliation = body.affiliation;
        known->second = m_known[make(std::move(made))].id;
        ++tally.summary.organizations_created;
        return known->second;
    }

    Id<Workspace> m_workspace;
    std::optional<Id<Batch>> m_batch;  // what was written before it was cut off
    ImportMapping m_mapping;
    std::string m_path;
    OrganizationReader m_reader;
    KnownRecords<Organization> m_known;
    std::unordered_map<std::string, std::size_t> m_by_external;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_number;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_name;
    std::unordered_map<std::string, Id<Organization>> m_unions;
    std::set<std::string> m_shared;
};

}  // namespace

std::unique_ptr<Importer> make_organization_importer(const Import& import) {
    return std::make_unique<OrganizationImporter>(import);
}

}  // namespace wallchart
