#include "features/formations/formations.h"
#include "features/imports/importer.h"
#include "features/imports/person_bundle.h"
#include "features/imports/person_row.h"
#include "features/imports/workplaces.h"

#include <algorithm>
#include <deque>

namespace wallchart {
namespace {

class PeopleImporter final : public Importer {
public:
    PeopleImporter(const Import& import, Database& database)
        : m_workspace(import.workspace_id),
          m_batch(import.batch_id),
          m_mapping(import.mapping),
          m_directory(database.read([&](Reader& reader) { return union_directory(reader, m_workspace); })),
          m_reader(m_mapping, *m_directory),
          m_index(m_workspace, m_mapping.source),
          m_workplaces(m_workspace) {}

    void load(Reader& reader, std::size_t rows) override {
        m_index.load(reader, rows);
        m_counted.resize(m_index.size());
        if (m_batch)  // it goes on after it was cut off
            reader.each(
                "SELECT subject_id FROM journal WHERE batch_id = $1",
                [&](const Row& row) {
                    if (auto known = m_index.ordinal_of(row.integer(0)))
                        m_counted[*known] = Counted::as_changed;
                },
                *m_batch);
        m_workplaces.load(reader);
        m_context.workspace = m_workspace;
        m_context.source = m_mapping.source;
        for (const auto& name : m_reader.custom_names())
            m_context.custom_fields.push_back(custom_field(reader, name));
    }

    std::unique_ptr<ImportChunk> read(std::vector<FileRow> rows) override {
        return read_chunk<PersonRow>(m_mapping, std::move(rows), [&](const auto& cells, PersonRow& row) {
            return m_reader.read(cells, row);
        });
    }

    Result<void> take(Reader& reader, Transaction* tx, ImportChunk& base, Tally& tally) override {
        auto& chunk = dynamic_cast<ChunkOf<PersonRow>&>(base);
        m_context.now = tx != nullptr ? tx->now() : Instant{};
        if (tx != nullptr) {
            m_index.catch_up(reader, tx->batch());
            make_custom_fields(*tx);
        }
        auto targets = match(chunk, tally);
        load_known(reader, targets);
        for (std::size_t at = 0; at < chunk.rows.size(); ++at)
            if (targets[at].ordinal) apply(targets[at], chunk.read[at], tally);
        auto& summary = tally.summary;
        summary.employers_created += static_cast<std::int64_t>(m_workplaces.new_employers());
        summary.worksites_created += static_cast<std::int64_t>(m_workplaces.new_worksites());
        m_workplaces.write_new(tx);
        if (tx != nullptr) TRY(write_bundles(*tx, m_chunk_bundles));
        m_chunk_bundles.clear();
        m_bundle_of.clear();
        return {};
    }

    void finish(Transaction& tx) override { refresh_all_formations(tx, m_workspace); }

private:
    /// Whom a row is about; nobody if it was rejected.
    struct Target {
        std::optional<std::uint32_t> ordinal;
        bool creates = false;
    };

    /// A person is counted once; further rows of the file about them are repetitions.
    enum class Counted : std::uint8_t { not_yet, as_unchanged, as_changed };

    static Id<CustomField> find_custom_field(Reader& reader, Id<Workspace> workspace, std::string_view name) {
        return reader.value<Id<CustomField>>(
            "SELECT id FROM custom_field WHERE workspace_id = $1 AND name = $2", workspace, name);
    }
    Id<CustomField> custom_field(Reader& reader, std::string_view name) {
        return find_custom_field(reader, m_workspace, name);
    }

    void make_custom_fields(Transaction& tx) {
        for (std::size_t at = 0; at < m_context.custom_fields.size(); ++at) {
            auto& id = m_context.custom_fields[at];
            const auto& name = m_reader.custom_names()[at];
            if (!id) id = custom_field(tx, name);  // by another import in the meantime
            if (id) continue;
            CustomField field;
            field.workspace_id = m_workspace;
            field.name = name;
            tx.insert(field);
            id = field.id;
        }
    }

    std::vector<Target> match(ChunkOf<PersonRow>& chunk, Tally& tally) {
        std::vector<Target> targets(chunk.rows.size());
        for (std::size_t at = 0; at < chunk.rows.size(); ++at) {
            const auto& file_row = chunk.rows[at];
            ++tally.summary.rows;
            if (!file_row.faults.empty()) {
                tally.reject(file_row, file_row.faults);
                continue;
            }
            const auto& keys = chunk.read[at].keys;
            auto found = m_index.find(keys);
            if (found.reason) {
                tally.reject(file_row, {{"", *found.reason}});
                continue;
            }
            targets[at].creates = !found.ordinal;
            if (found.ordinal) {
                targets[at].ordinal = found.ordinal;
                m_index.extend(*found.ordinal, keys);
            } else {
                targets[at].ordinal = m_index.add(new_id<Person>(), keys);
            }
        }
        m_counted.resize(m_index.size());
        return targets;
    }

    /// Loads those of the chunk's people who are in the database.
    void load_known(Reader& reader, const std::vector<Target>& targets) {
        std::vector<Id<Person>> ids;
        std::unordered_map<std::int64_t, std::uint32_t> ordinals;
        for (const auto& target : targets) {
            if (!target.ordinal || target.creates) continue;
            auto id = m_index.id(*target.ordinal);
            if (ordinals.emplace(id.value, *target.ordinal).second) ids.push_back(id);
        }
        for (auto& bundle : load_bundles(reader, std::move(ids))) {
            m_bundle_of.emplace(ordinals.at(bundle.person.id.value), m_chunk_bundles.size());
            m_chunk_bundles.push_back(std::move(bundle));
        }
    }

    void apply(const Target& target, PersonRow& row, Tally& tally) {
        auto& summary = tally.summary;
        summary.placed += row.organization ? 1 : 0;
        summary.unplaced += row.organization || row.union_text.empty() ? 0 : 1;
        auto ordinal = *target.ordinal;
        // Absent are those made here, those made by an earlier chunk of a preflight, which are nowhere yet,
        // and those erased by somebody since the index was made: they are made anew.
        auto [known, is_absent] = m_bundle_of.try_emplace(ordinal, m_chunk_bundles.size());
        if (is_absent) {
            m_chunk_bundles.emplace_back();
            auto& bundle = m_chunk_bundles.back();
            bundle.is_new = true;
            bundle.person.id = m_index.id(ordinal);
            bundle.person.workspace_id = m_workspace;
        }
        auto& bundle = m_chunk_bundles[known->second];
        bool changed = apply_row(bundle, row, place(row), m_context);
        auto& counted = m_counted[ordinal];
        if (counted == Counted::not_yet) {
            ++(is_absent ? summary.created : changed ? summary.updated : summary.unchanged);
        } else {
            ++summary.repeated;
            if (!changed || counted == Counted::as_changed) return;
            --summary.unchanged;
            ++summary.updated;
        }
        counted = is_absent || changed ? Counted::as_changed : Counted::as_unchanged;
    }

    PlacedEmployment place(const PersonRow& row) {
        PlacedEmployment placed;
        if (!row.employment) return placed;
        if (!row.worksite.empty()) {
            // Where people live does not say where they work.
            placed.worksite =
                m_workplaces.worksite_or_new(row.worksite, row.employment->employer_text, {}, {});
            placed.employer = m_workplaces.employer_of(*placed.worksite);
        }
        if (!placed.employer && !row.employment->employer_text.empty())
            placed.employer = m_workplaces.employer(row.employment->employer_text);
        return placed;
    }

    Id<Workspace> m_workspace;
    std::optional<Id<Batch>> m_batch;  // what was written before it was cut off
    ImportMapping m_mapping;
    std::shared_ptr<const union_name::Directory> m_directory;
    PersonReader m_reader;
    PersonIndex m_index;
    Workplaces m_workplaces;
    RowContext m_context;
    std::vector<Counted> m_counted;  // by ordinal
    std::deque<PersonBundle> m_chunk_bundles;
    std::unordered_map<std::uint32_t, std::size_t> m_bundle_of;
};

}  // namespace

std::unique_ptr<Importer> make_people_importer(const Import& import, Database& database) {
    return std::make_unique<PeopleImporter>(import, database);
}

}  // namespace wallchart
