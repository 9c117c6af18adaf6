#pragma once
// Known people, ready to be asked whether a new one is among them: the same comparisons and model as over
// whole lists, one record at a time.

#include "engine/linkage/blocks.h"
#include "engine/linkage/frequencies.h"
#include "engine/linkage/model.h"

#include <memory>
#include <span>
#include <vector>

namespace wallchart::linkage {

/// A known record that may be the person asked for.
struct Match {
    std::uint32_t row = 0;
    double probability = 0;
    double weight = 0;
};

/// Holds people by row, numbered as they were given and then as they are added. One thread at a time. After
/// many additions (a tenth of the whole, say) a new index over all of them is faster again.
class Index {
public:
    /// `values` are those of `records`; `model` was learnt from them or from people like them.
    Index(std::unique_ptr<Values> values, std::vector<Record> records, const Model& model,
          unsigned threads = 2);

    /// Brings a person's cells into the index's normal form. What is new in them is remembered.
    Record read(std::span<const Cell> cells) { return read_person(cells, *m_values); }

    /// The known records that may be this person, likeliest first; those of `least` probability and more.
    std::vector<Match> find(const Record& record, double least = 0.01);

    /// Adds a person and answers their row.
    std::uint32_t add(const Record& record);
    /// Forgets a person; the row is not given out again.
    void remove(std::uint32_t row);
    /// Changes what is known of a person.
    void replace(std::uint32_t row, const Record& record);

    const Record& record(std::uint32_t row) const { return m_records[row]; }
    const Values& values() const { return *m_values; }
    const Scorer& scorer() const { return m_scorer; }
    /// Rows given out, those that were removed included.
    std::size_t size() const { return m_records.size(); }

private:
    std::unique_ptr<Values> m_values;
    std::vector<Record> m_records;
    std::vector<bool> m_removed;
    Frequencies m_frequencies;
    Scorer m_scorer;
    Blocks m_blocks;
    Blocks::Met m_met;
};

}  // namespace wallchart::linkage
