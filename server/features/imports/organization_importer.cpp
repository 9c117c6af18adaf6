#include "features/imports/organization_row.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace wallchart {
namespace {

using namespace organization_list;

class OrganizationImporter final : public Importer {
public:
    explicit OrganizationImporter(const Import& import)
        : m_workspace(import.workspace_id),
          m_mapping(import.mapping),
          m_path(import.file_path),
          m_reader(m_mapping) {}

    void load(Reader& reader, std::size_t) override {
        for (auto& stored :
             reader.rows<Organization>("SELECT " + columns<Organization>() +
                                           " FROM organization WHERE workspace_id = $1 ORDER BY id",
                                       m_workspace))
            remember(std::move(stored), false);
        find_shared_numbers();
    }

    std::unique_ptr<ImportChunk> read(std::vector<FileRow> rows) override {
        auto chunk = std::make_unique<ChunkOf<OrganizationRow>>();
        chunk->rows = std::move(rows);
        chunk->read.resize(chunk->rows.size());
        for (std::size_t at = 0; at < chunk->rows.size(); ++at) {
            auto& row = chunk->rows[at];
            if (row.faults.empty()) row.faults = m_reader.read(row.cells(), chunk->read[at]);
        }
        return chunk;
    }

    Result<void> take(Reader&, Transaction* tx, ImportChunk& base, Tally& tally) override {
        auto& chunk = dynamic_cast<ChunkOf<OrganizationRow>&>(base);
        m_new.clear();
        m_changed.clear();
        for (std::size_t at = 0; at < chunk.rows.size(); ++at) {
            ++tally.summary.rows;
            if (chunk.rows[at].faults.empty()) {
                take_row(chunk.rows[at], chunk.read[at], tally);
            } else {
                tally.reject(chunk.rows[at], chunk.rows[at].faults);
            }
        }
        if (tx == nullptr) return {};
        std::vector<Organization> made;
        for (auto at : m_new)
            made.push_back(m_known[at].organization);
        tx->insert_all(made);
        for (std::size_t at = 0; at < made.size(); ++at)
            m_known[m_new[at]].organization.revision = made[at].revision;
        for (auto at : m_changed)
            TRY(tx->update(m_known[at].organization));
        return {};
    }

private:
    struct Known {
        Organization organization;
        bool made = false;
    };

    std::size_t remember(Organization organization, bool made) {
        auto at = m_known.size();
        index(organization, at);
        m_known.push_back({std::move(organization), made});
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
            const auto& known = m_known[at].organization;
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
                    if (fits(at) && m_known[at].organization.kind == body.kind) candidates.push_back(at);
            bool nowhere = body.state.empty() && body.city.empty();
            if (nowhere && !candidates.empty() && (candidates.size() > 1 || m_shared.contains(key)))
                return {{}, RejectReason::place_unclear};
            if (candidates.size() > 1) {
                auto elsewhere = [&](std::size_t at) {
                    return fold(m_known[at].organization.city) != fold(body.city);
                };
                auto here = candidates;
                std::erase_if(here, elsewhere);
                if (here.size() == 1) candidates = here;
            }
        }
        if (candidates.empty()) {
            if (auto listed = m_by_name.find(fold(body.name)); listed != m_by_name.end())
                for (auto at : listed->second) {
                    const auto& known = m_known[at].organization;
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
            auto& body = row.organization;
            body.id = new_id<Organization>();
            body.workspace_id = m_workspace;
            body.name_folded = fold(body.name);
            body.parent_organization_id = parent;
            m_new.push_back(remember(std::move(body), true));
            ++tally.summary.created;
            return;
        }
        bool changed = update(*found.at, row, parent);
        bool is_new = std::ranges::find(m_new, *found.at) != m_new.end();
        if (changed && !is_new && std::ranges::find(m_changed, *found.at) == m_changed.end())
            m_changed.push_back(*found.at);
        auto& summary = tally.summary;
        ++(m_known[*found.at].made ? summary.repeated : changed ? summary.updated : summary.unchanged);
    }

    bool update(std::size_t at, const OrganizationRow& row, std::optional<Id<Organization>> parent) {
        auto& known = m_known[at].organization;
        const auto& said = row.organization;
        bool changed = false;
        auto text = [&](std::string& stored, const std::string& value) {
            if (value.empty() || stored == value) return;
            stored = value;
            changed = true;
        };
        auto value = [&](auto& stored, const auto& given) {
            if (!given || stored == given) return;
            stored = given;
            changed = true;
        };
        if (row.name_said && !m_known[at].made) text(known.name, said.name);
        text(known.affiliation, said.affiliation);
        text(known.number, said.number);
        if (fold(known.city) != fold(said.city)) text(known.city, said.city);
        text(known.state, said.state);
        text(known.postal_code, said.postal_code);
        text(known.website, said.website);
        if (known.note.find(said.note) == std::string::npos) text(known.note, said.note);
        value(known.members, said.members);
        value(known.latitude, said.latitude);
        value(known.longitude, said.longitude);
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
        for (const auto& candidate : m_known) {
            const auto& other = candidate.organization;
            if (other.kind == OrganizationKind::union_ && other.number.empty() &&
                (other.affiliation == body.affiliation || other.name_folded == fold(name))) {
                known->second = other.id;
                return known->second;
            }
        }
        Organization made;
        made.id = new_id<Organization>();
        made.workspace_id = m_workspace;
        made.kind = OrganizationKind::union_;
        made.name = std::move(name);
        made.name_folded = fold(made.name);
        made.affiliation = body.affiliation;
        known->second = made.id;
        m_new.push_back(remember(std::move(made), true));
        ++tally.summary.organizations_created;
        return known->second;
    }

    Id<Workspace> m_workspace;
    ImportMapping m_mapping;
    std::string m_path;
    OrganizationReader m_reader;
    std::vector<Known> m_known;
    std::unordered_map<std::string, std::size_t> m_by_external;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_number;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_name;
    std::unordered_map<std::string, Id<Organization>> m_unions;
    std::set<std::string> m_shared;
    std::vector<std::size_t> m_new, m_changed;  // of the chunk at hand
};

}  // namespace

std::unique_ptr<Importer> make_organization_importer(const Import& import) {
    return std::make_unique<OrganizationImporter>(import);
}

}  // namespace wallchart
