#pragma once
// Organizations or worksites of a workspace, all of them, as a list of them is taken: what rows make and
// change is kept here, and written chunk by chunk.

#include "core/json.h"
#include "features/imports/importer.h"

#include <set>
#include <string>
#include <vector>

namespace wallchart {

template <class T>
class KnownRecords {
public:
    /// Reads all of them; those that `batch` inserted were made by this import before it was cut off.
    void load(Reader& reader, Id<Workspace> workspace, std::optional<Id<Batch>> batch) {
        auto made = inserted_by(reader, batch, T::table);
        for (auto& stored : reader.rows<T>("SELECT " + columns<T>() + " FROM " + std::string(T::table) +
                                               " WHERE workspace_id = $1 ORDER BY id",
                                           workspace))
            m_known.push_back({std::move(stored), made.contains(stored.id.value)});
        m_written = m_known.size();
    }

    std::size_t size() const { return m_known.size(); }
    T& operator[](std::size_t at) { return m_known[at].record; }
    const T& operator[](std::size_t at) const { return m_known[at].record; }
    /// Whether an earlier row of this import made it, or was about it.
    bool met(std::size_t at) const { return m_known[at].made || m_known[at].met; }

    /// Keeps a new record, to be written; its position.
    std::size_t make(T record) {
        m_known.push_back({std::move(record), true});
        return m_known.size() - 1;
    }
    /// Lets a row change a known record, and counts it: by whether the record differs, after all rows about
    /// it, from what it was before the first. `change` answers whether it changed anything.
    template <class Change>
    void change(std::size_t at, Change change, ImportSummary& summary) {
        auto& known = m_known[at];
        auto before = known.record;
        bool repeated = met(at);
        bool changed = change(known.record);
        if (changed && at < m_written) m_changed.insert(at);
        if (repeated) ++summary.repeated;
        known.met = true;
        if (known.made || (repeated && !changed)) return;
        if (!repeated) known.before = std::move(before);
        if (repeated) --(known.differs ? summary.updated : summary.unchanged);
        known.differs = changed && differs(known);
        ++(known.differs ? summary.updated : summary.unchanged);
    }

    /// Writes what was made and changed since; without a transaction it is only forgotten.
    Result<void> write(Transaction* tx) {
        if (tx != nullptr) {
            std::vector<T> made;
            for (auto at = m_written; at < m_known.size(); ++at)
                made.push_back(m_known[at].record);
            tx->insert_all(made);
            for (std::size_t at = 0; at < made.size(); ++at)
                m_known[m_written + at].record.revision = made[at].revision;
            for (auto at : m_changed)
                TRY(tx->update(m_known[at].record));
        }
        m_written = m_known.size();
        m_changed.clear();
        return {};
    }

private:
    struct Known {
        T record;
        bool made = false;
        bool met = false;
        T before{};            // as it was when the first row was about it
        bool differs = false;  // from that
    };

    static bool differs(const Known& known) {
        auto before = known.before;
        before.revision = known.record.revision;  // it may have been written in between
        return encode(before) != encode(known.record);
    }

    std::vector<Known> m_known;
    std::size_t m_written = 0;        // so many of them are in the database
    std::set<std::size_t> m_changed;  // of those, what the database does not have yet
};

}  // namespace wallchart
