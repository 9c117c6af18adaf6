#include "features/imports/worksite_row.h"

#include "core/text.h"

namespace wallchart {
namespace {

std::size_t limit_of(ImportField field) {
    return field == ImportField::union_ ? 500 : 250;
}

std::optional<RejectReason> take(ImportField field, std::string_view text, WorksiteRow& into) {
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
        case ImportField::local:
            into.local = squeeze(text);
            break;
        case ImportField::street:
            site.street = squeeze(text);
            break;
        case ImportField::eligible: {
            auto count = read_count(text);
            if (!count) return RejectReason::number_invalid;
            site.eligible = *count;
            break;
        }
        default:
            return read_place_cell(field, text, site);
    }
    return std::nullopt;
}

}  // namespace

std::vector<CellFault> read_worksite(const ImportMapping& mapping, const union_name::Directory& directory,
                                     const std::vector<std::string_view>& cells, WorksiteRow& into) {
    auto faults = read_cells(
        mapping, cells, limit_of,
        [&](std::size_t, ImportField field, std::string_view text) { return take(field, text, into); });
    auto& site = into.worksite;
    if (!into.local.empty())
        site.organization_text += (site.organization_text.empty() ? "Local " : " Local ") + into.local;
    if (site.name.empty()) site.name = into.employer;
    if (site.name.empty()) faults.push_back({"", RejectReason::name_missing});
    site.name_folded = fold(site.name);
    if (!site.external_id.empty()) site.external_source = mapping.source;
    if (faults.empty() && !site.organization_text.empty()) {
        auto placed = directory.resolve(site.organization_text, {site.city, site.state, "", into.employer});
        if (placed.answer == union_name::Answer::resolved) site.organization_id = Id<Organization>{placed.id};
    }
    return faults;
}

}  // namespace wallchart
