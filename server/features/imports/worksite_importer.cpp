#include "core/text.h"
#include "features/directory/directory.h"
#include "features/imports/cell_values.h"
#include "features/imports/importer.h"
#include "features/imports/local_names.h"
#include "features/imports/workplaces.h"

#include <algorithm>
#include <unordered_map>

namespace wallchart {
namespace {

struct WorksiteRow {
    Worksite worksite;
    std::string employer;
    std::string industry;
};

class WorksiteImporter final : public Importer {
public:
    WorksiteImporter(const Import& import, Database& database)
        : m_workspace(import.workspace_id),
          m_mapping(import.mapping),
          m_locals(database.read([&](Reader& reader) { return local_names(reader, m_workspace); })),
          m_workplaces(m_workspace) {}

    void load(Reader& reader, std::size_t) override {
        m_workplaces.load(reader);
        for (auto& stored : reader.rows<Worksite>(
                 "SELECT " + columns<Worksite>() + " FROM worksite WHERE workspace_id = $1 ORDER BY id",
                 m_workspace))
            remember(std::move(stored), false);
    }

    std::unique_ptr<ImportChunk> read(std::vector<FileRow> rows) override {
        auto chunk = std::make_unique<ChunkOf<WorksiteRow>>();
        chunk->rows = std::move(rows);
        chunk->read.resize(chunk->rows.size());
        for (std::size_t at = 0; at < chunk->rows.size(); ++at) {
            auto& row = chunk->rows[at];
            if (row.faults.empty()) row.faults = read_row(row.cells(), chunk->read[at]);
        }
        return chunk;
    }

    Result<void> take(Reader&, Transaction* tx, ImportChunk& base, Tally& tally) override {
        auto& chunk = dynamic_cast<ChunkOf<WorksiteRow>&>(base);
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
        tally.summary.employers_created += static_cast<std::int64_t>(m_workplaces.new_employers());
        m_workplaces.write_new(tx);
        if (tx == nullptr) return {};
        std::vector<Worksite> made;
        for (auto at : m_new)
            made.push_back(m_known[at].worksite);
        tx->insert_all(made);
        for (std::size_t at = 0; at < made.size(); ++at)
            m_known[m_new[at]].worksite.revision = made[at].revision;
        for (auto at : m_changed)
            TRY(tx->update(m_known[at].worksite));
        return {};
    }

private:
    struct Known {
        Worksite worksite;
        bool made = false;
    };

    static std::string place_key(const Worksite& site) {
        auto employer = site.employer_id ? site.employer_id->value : 0;
        return site.name_folded + "\n" + std::to_string(employer) + "\n" + fold(site.city) + "\n" +
               site.state;
    }

    std::size_t remember(Worksite site, bool made) {
        auto at = m_known.size();
        if (!site.external_id.empty()) m_by_external[site.external_source + "\n" + site.external_id] = at;
        m_by_place[place_key(site)].push_back(at);
        m_known.push_back({std::move(site), made});
        return at;
    }

    std::vector<CellFault> read_row(const std::vector<std::string_view>& cells, WorksiteRow& into) const {
        std::vector<CellFault> faults;
        const auto& columns = m_mapping.columns;
        for (std::size_t at = columns.size(); at < cells.size(); ++at)
            if (!trim(cells[at]).empty()) return {{"", RejectReason::too_many_cells}};
        std::string number;
        for (std::size_t at = 0; at < std::min(columns.size(), cells.size()); ++at) {
            auto field = columns[at].field;
            auto text = cell_text(cells[at]);
            if (text.empty() || field == ImportField::ignore) continue;
            if (length(text) > (field == ImportField::union_ ? 500 : 250)) {
                faults.push_back({columns[at].column, RejectReason::too_long});
            } else if (field == ImportField::local) {
                number = squeeze(text);
            } else if (auto reason = take(field, text, into)) {
                faults.push_back({columns[at].column, *reason});
            }
        }
        auto& site = into.worksite;
        if (!number.empty())
            site.organization_text += (site.organization_text.empty() ? "Local " : " Local ") + number;
        if (site.name.empty()) site.name = into.employer;
        if (site.name.empty()) faults.push_back({"", RejectReason::name_missing});
        site.name_folded = fold(site.name);
        if (!site.external_id.empty()) site.external_source = m_mapping.source;
        if (faults.empty() && !site.organization_text.empty()) {
            auto placed =
                m_locals.resolve(site.organization_text, {site.city, site.state, "", into.employer});
            if (placed.answer == union_name::Answer::resolved)
                site.organization_id = Id<Organization>{placed.id};
        }
        return faults;
    }

    static std::optional<RejectReason> take(ImportField field, std::string_view text, WorksiteRow& into) {
        auto& site = into.worksite;
        switch (field) {
            case ImportField::external_id:
                site.external_id += (site.external_id.empty() ? "" : "/") + squeeze(text);
                break;
            case ImportField::name:
                site.name = squeeze(text);
                break;
            case ImportField::employer:
                into.employer = squeeze(text);
                break;
            case ImportField::industry:
                into.industry = squeeze(text);
                break;
            case ImportField::union_:
                site.organization_text = squeeze(text);  // the last column that says it: who was certified
                break;
            case ImportField::street:
                site.street = squeeze(text);
                break;
            case ImportField::city:
                site.city = read_place(text);
                break;
            case ImportField::state:
                site.state = read_state(text);
                break;
            case ImportField::postal_code:
                site.postal_code = read_postal_code(text);
                break;
            case ImportField::eligible: {
                auto count = read_count(text);
                if (!count) return RejectReason::number_invalid;
                site.eligible = *count;
                break;
            }
            case ImportField::latitude:
            case ImportField::longitude: {
                bool is_latitude = field == ImportField::latitude;
                auto degrees = read_coordinate(text, is_latitude ? 90 : 180);
                if (!degrees) return RejectReason::number_invalid;
                (is_latitude ? site.latitude : site.longitude) = *degrees;
                break;
            }
            default:
                break;
        }
        return std::nullopt;
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
                    if (site.external_id.empty() ||
                        m_known[at].worksite.external_source != site.external_source)
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
            m_new.push_back(remember(std::move(site), true));
            ++summary.created;
            return;
        }
        bool changed = update(m_known[*found].worksite, site);
        bool is_new = std::ranges::find(m_new, *found) != m_new.end();
        if (changed && !is_new && std::ranges::find(m_changed, *found) == m_changed.end())
            m_changed.push_back(*found);
        ++(m_known[*found].made ? summary.repeated : changed ? summary.updated : summary.unchanged);
    }

    static bool update(Worksite& known, const Worksite& said) {
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
        text(known.name, said.name);
        text(known.street, said.street);
        text(known.city, said.city);
        text(known.state, said.state);
        text(known.postal_code, said.postal_code);
        text(known.organization_text, said.organization_text);
        value(known.eligible, said.eligible);
        value(known.latitude, said.latitude);
        value(known.longitude, said.longitude);
        value(known.employer_id, said.employer_id);
        // What an organizer placed by hand stands.
        if (!known.organization_id) value(known.organization_id, said.organization_id);
        if (changed) known.name_folded = fold(known.name);
        return changed;
    }

    Id<Workspace> m_workspace;
    ImportMapping m_mapping;
    union_name::Directory m_locals;
    Workplaces m_workplaces;
    std::vector<Known> m_known;
    std::unordered_map<std::string, std::size_t> m_by_external;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_place;
    std::vector<std::size_t> m_new, m_changed;  // of the chunk at hand
};

}  // namespace

std::unique_ptr<Importer> make_worksite_importer(const Import& import, Database& database) {
    return std::make_unique<WorksiteImporter>(import, database);
}

}  // namespace wallchart
