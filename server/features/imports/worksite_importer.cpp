#include "core/text.h"
#include "features/imports/importer.h"
#include "features/imports/known_records.h"
#include "features/imports/replace.h"
#include "features/imports/workplaces.h"
#include "features/imports/worksite_row.h"
#include "features/placements/placements.h"

#include <unordered_map>

namespace wallchart {
namespace {

class WorksiteImporter final : public Importer {
public:
    WorksiteImporter(const Import& import, Database& database)
        : m_workspace(import.workspace_id),
          m_batch(import.batch_id),
          m_mapping(import.mapping),
          m_directory(database.read([&](Reader& reader) { return union_directory(reader, m_workspace); })),
          m_workplaces(m_workspace) {}

    void load(Reader& reader, std::size_t) override {
        m_workplaces.load(reader);
        m_known.load(reader, m_workspace, m_batch);
        for (std::size_t at = 0; at < m_known.size(); ++at)
            index(m_known[at], at);
    }

    std::unique_ptr<ImportChunk> read(std::vector<FileRow> rows) override {
        return read_chunk<WorksiteRow>(m_mapping, std::move(rows), [&](const auto& cells, WorksiteRow& row) {
            return read_worksite(m_mapping, *m_directory, cells, row);
        });
    }

    Result<void> take(Reader&, Transaction* tx, ImportChunk& chunk, Tally& tally) override {
        take_rows<WorksiteRow>(
            chunk, tally, [&](const FileRow& file_row, WorksiteRow& row) { take_row(file_row, row, tally); });
        tally.summary.employers_created += static_cast<std::int64_t>(m_workplaces.new_employers());
        m_workplaces.write_new(tx);
        return m_known.write(tx);
    }

private:
    static std::string place_key(const Worksite& site) {
        auto employer = site.employer_id ? site.employer_id->value : 0;
        return site.name_folded + "\n" + std::to_string(employer) + "\n" + fold(site.city) + "\n" +
               site.state;
    }

    void index(const Worksite& site, std::size_t at) {
        if (!site.external_id.empty()) m_by_external[site.external_source + "\n" + site.external_id] = at;
        m_by_place[place_key(site)].push_back(at);
    }

    void take_row(const FileRow& file_row, WorksiteRow& row, Tally& tally) {
        auto& site = row.worksite;
        auto& summary = tally.summary;
        // Asked before a new employer is made: a rejected row makes nothing.
        if (!row.employer.empty()) site.employer_id = m_workplaces.employer(row.employer);
        std::optional<std::size_t> found;
        if (!site.external_id.empty()) {
            auto known = m_by_external.find(site.external_source + "\n" + site.external_id);
            if (known != m_by_external.end()) found = known->second;
        }
        if (!found) {
            std::vector<std::size_t> candidates;
            if (auto known = m_by_place.find(place_key(site)); known != m_by_place.end())
                for (auto at : known->second)
                    if (site.external_id.empty() || m_known[at].external_source != site.external_source)
                        candidates.push_back(at);
            if (candidates.size() > 1) return tally.reject(file_row, {{"", RejectReason::matches_several}});
            if (candidates.size() == 1) found = candidates.front();
        }
        if (!row.employer.empty() && !site.employer_id)
            site.employer_id = m_workplaces.employer_or_new(row.employer, row.industry);
        ++(site.organization_id ? summary.placed : summary.unplaced);
        if (site.organization_text.empty()) --summary.unplaced;
        if (!found) {
            site.id = new_id<Worksite>();
            site.workspace_id = m_workspace;
            index(site, m_known.make(site));
            ++summary.created;
            return;
        }
        m_known.change(*found, [&](Worksite& known) { return update(known, site); }, summary);
    }

    static bool update(Worksite& known, const Worksite& said) {
        bool changed = replace(known.name, said.name);
        changed |= replace(known.street, said.street);
        changed |= replace(known.city, said.city);
        changed |= replace(known.state, said.state);
        changed |= replace(known.postal_code, said.postal_code);
        changed |= replace(known.organization_text, said.organization_text);
        changed |= replace(known.eligible, said.eligible);
        changed |= replace(known.latitude, said.latitude);
        changed |= replace(known.longitude, said.longitude);
        changed |= replace(known.employer_id, said.employer_id);
        // What an organizer placed by hand stands.
        if (!known.organization_id) changed |= replace(known.organization_id, said.organization_id);
        if (changed) known.name_folded = fold(known.name);
        return changed;
    }

    Id<Workspace> m_workspace;
    std::optional<Id<Batch>> m_batch;  // what was written before it was cut off
    ImportMapping m_mapping;
    std::shared_ptr<const union_name::Directory> m_directory;
    Workplaces m_workplaces;
    KnownRecords<Worksite> m_known;
    std::unordered_map<std::string, std::size_t> m_by_external;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_place;
};

}  // namespace

std::unique_ptr<Importer> make_worksite_importer(const Import& import, Database& database) {
    return std::make_unique<WorksiteImporter>(import, database);
}

}  // namespace wallchart
