#include "db/give_records.h"
#include "features/conversations/conversations.h"
#include "features/duplicates/duplicates.h"

#include <algorithm>

namespace wallchart {
namespace {

template <class Part>
std::vector<Part> parts_of(Reader& reader, Id<Person> person) {
    return reader.rows<Part>("SELECT " + columns<Part>() + " FROM " + std::string(Part::table) +
                                 " WHERE person_id = $1 ORDER BY id",
                             person);
}

/// Settles what the two may have only once, before the rest changes hands.
class Merging {
public:
    Merging(Transaction& tx, Person kept, Person other, const std::vector<std::string>& take)
        : m_tx(tx), m_kept(std::move(kept)), m_other(std::move(other)), m_take(take) {}

    Result<Person> run(const Access& access) {
        auto combined = TRY(combine_people(m_kept, m_other, m_take));
        m_not_taken = std::move(combined.not_taken);
        TRY(settle_ties());
        TRY(settle_contact_points());
        TRY(settle_memberships());
        TRY(settle_custom_values());
        TRY(settle_pairs());
        give_all_records(m_tx, m_other.id, m_kept.id);
        settle_assessments();
        TRY(m_tx.update(combined.person));
        TRY(m_tx.erase(m_other));
        MergedPerson merged;
        merged.person_id = m_kept.id;
        merged.workspace_id = access.workspace;
        merged.former_id = m_other.id;
        if (access.user) merged.user_id = access.user;
        merged.at = m_tx.now();
        merged.not_taken = std::move(m_not_taken);
        m_tx.insert(merged);
        return combined.person;
    }

private:
    /// Nobody leads or knows themselves, and the same claim is not needed twice.
    Result<void> settle_ties() {
        auto all = m_tx.rows<Relationship>("SELECT " + columns<Relationship>() +
                                               " FROM relationship WHERE person_id IN ($1, $2) OR "
                                               "other_person_id IN ($1, $2) ORDER BY id",
                                           m_kept.id, m_other.id);
        auto present = [&](Id<Person> id) { return id == m_other.id ? m_kept.id : id; };
        std::vector<std::tuple<Id<Person>, Id<Person>, RelationshipKind>> known;
        for (const auto& tie : all) {
            auto claim = std::tuple(present(tie.person_id), present(tie.other_person_id), tie.kind);
            bool of_one = std::get<0>(claim) == std::get<1>(claim);
            if (of_one || std::ranges::find(known, claim) != known.end()) {
                TRY(m_tx.erase(tie));
            } else {
                known.push_back(claim);
            }
        }
        return {};
    }

    Result<void> settle_contact_points() {
        auto here = parts_of<ContactPoint>(m_tx, m_kept.id);
        for (auto& point : parts_of<ContactPoint>(m_tx, m_other.id)) {
            auto same = std::ranges::find_if(here, [&](const ContactPoint& each) {
                return each.kind == point.kind && each.value == point.value;
            });
            if (same == here.end()) {
                // Those of the kept record are used first.
                point.rank += static_cast<int>(std::ranges::count(here, point.kind, &ContactPoint::kind));
                TRY(m_tx.update(point));
                continue;
            }
            // What bounced for one of them bounces for both.
            if (!point.working && same->working) {
                same->working = false;
                TRY(m_tx.update(*same));
            }
            TRY(m_tx.erase(point));
        }
        return {};
    }

    Result<void> settle_memberships() {
        auto here = parts_of<Membership>(m_tx, m_kept.id);
        for (const auto& membership : parts_of<Membership>(m_tx, m_other.id)) {
            auto same = std::ranges::find(here, membership.organization_id, &Membership::organization_id);
            if (same == here.end()) continue;
            auto combined = combine_memberships(*same, membership);
            TRY(m_tx.update(combined));
            TRY(m_tx.erase(membership));
        }
        return {};
    }

    Result<void> settle_custom_values() {
        auto here = parts_of<CustomValue>(m_tx, m_kept.id);
        for (const auto& value : parts_of<CustomValue>(m_tx, m_other.id)) {
            auto same = std::ranges::find(here, value.custom_field_id, &CustomValue::custom_field_id);
            if (same == here.end()) continue;
            if (same->value != value.value) {
                auto lost = value.value;
                if (std::ranges::find(m_take, to_string(value.custom_field_id)) != m_take.end()) {
                    lost = same->value;
                    same->value = value.value;
                    TRY(m_tx.update(*same));
                }
                auto name = m_tx.value<std::string>("SELECT name FROM custom_field WHERE id = $1",
                                                    value.custom_field_id);
                m_not_taken.push_back({std::move(name), std::move(lost)});
            }
            TRY(m_tx.erase(value));
        }
        return {};
    }

    /// The pair itself is settled; what either was told apart from stays apart.
    Result<void> settle_pairs() {
        auto all = m_tx.rows<LikelyDuplicate>("SELECT " + columns<LikelyDuplicate>() +
                                                  " FROM likely_duplicate WHERE person_id IN ($1, $2) OR "
                                                  "other_person_id IN ($1, $2) ORDER BY id",
                                              m_kept.id, m_other.id);
        auto is_one_of_two = [&](Id<Person> id) { return id == m_kept.id || id == m_other.id; };
        auto third = [&](const LikelyDuplicate& pair) {
            return is_one_of_two(pair.person_id) ? pair.other_person_id : pair.person_id;
        };
        // Those told apart first, so that they are the ones kept.
        std::ranges::stable_sort(
            all, {}, [](const LikelyDuplicate& pair) { return pair.state == DuplicateState::waiting; });
        std::vector<Id<Person>> known;
        for (const auto& pair : all) {
            auto with = third(pair);
            if (is_one_of_two(with) || std::ranges::find(known, with) != known.end()) {
                TRY(m_tx.erase(pair));
            } else {
                known.push_back(with);
            }
        }
        return {};
    }

    /// In each drive the newest judgement of the two counts.
    void settle_assessments() {
        for (auto drive : m_tx.rows<Id<Drive>>(
                 "SELECT DISTINCT drive_id FROM assessment WHERE person_id = $1 ORDER BY drive_id",
                 m_kept.id))
            settle_current(m_tx, m_kept.id, drive);
    }

    Transaction& m_tx;
    Person m_kept;
    Person m_other;
    const std::vector<std::string>& m_take;
    std::vector<NotTaken> m_not_taken;
};

/// Errors: invalid for a name that is neither a person's field nor the id of a field of the workspace's own.
Result<void> check_take(Reader& reader, const Access& access, const std::vector<std::string>& take) {
    for (const auto& name : take) {
        if (std::ranges::find(mergeable_fields, name) != mergeable_fields.end()) continue;
        auto field = parse_id<CustomField>(name);
        if (!field || reader.value<std::int64_t>(
                          "SELECT count(*) FROM custom_field WHERE id = $1 AND workspace_id = $2", *field,
                          access.workspace) == 0)
            return invalid("/take", "There is no field of this name.");
    }
    return {};
}

}  // namespace

Result<Person> merge_people(Transaction& tx, const Access& access, const Merge& merge) {
    if (merge.keep_person_id == merge.other_person_id)
        return invalid("/other_person_id", "This is the same record.");
    TRY(check_take(tx, access, merge.take));
    // In one order, so that two who merge the same people wait for each other and do not block for good.
    lock_person(tx, std::min(merge.keep_person_id, merge.other_person_id));
    lock_person(tx, std::max(merge.keep_person_id, merge.other_person_id));
    auto kept = TRY(find_person(tx, access, merge.keep_person_id));
    auto other = TRY(find_person(tx, access, merge.other_person_id));
    return Merging(tx, std::move(kept), std::move(other), merge.take).run(access);
}

}  // namespace wallchart
