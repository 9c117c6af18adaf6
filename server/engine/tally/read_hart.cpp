// Hart records: an XML file for each ballot. A selection's value has a digit for each rank: "0100" is rank 2.
#include "engine/tally/records.h"
#include "engine/tally/xml.h"

namespace wallchart::tally {

Result<void> read_hart(const RecordSource& source, const RecordFile& file, RecordBook& book) {
    auto record = read_xml(file.text);
    if (!record) return failure(record.error().kind, file.name + ": " + record.error().message);
    for (const auto* contests : members(*record, "Contests")) {
        for (const auto* contest : members(*contests, "Contest")) {
            if (text_of(*contest, "Id") != source.contest) continue;
            std::vector<RecordedRank> ranks;
            for (const auto* options : members(*contest, "Options")) {
                for (const auto* option : members(*options, "Option")) {
                    auto id = text_of(*option, "Id");
                    if (!source.write_in_label.empty() && id == source.write_in_label) {
                        id = write_ins_name;
                    } else if (!book.knows(id) && book.takes_any()) {
                        id = text_of(*option, "Name");
                    }
                    auto value = text_of(*option, "Value");
                    for (std::size_t rank = 0; rank < value.size(); ++rank)
                        if (value[rank] == '1') ranks.push_back({static_cast<int>(rank) + 1, id});
                }
            }
            TRY(book.add(std::move(ranks), file.name));
        }
    }
    return {};
}

}  // namespace wallchart::tally
