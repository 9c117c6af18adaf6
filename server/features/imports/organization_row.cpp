#include "features/imports/organization_row.h"

#include "core/text.h"
#include "engine/union_name/lexicon.h"
#include "engine/union_name/union_name.h"
#include "features/imports/fields.h"

namespace wallchart {
namespace {

std::optional<OrganizationKind> read_kind(std::string_view text) {
    auto folded = fold(text);
    using enum OrganizationKind;
    static const std::vector<std::pair<std::string_view, OrganizationKind>> words{
        {"local", local},
        {"lu", local},
        {"lodge", local},
        {"branch", local},
        {"unit", local},
        {"seccion", local},
        {"council", council},
        {"district council", council},
        {"joint council", council},
        {"concejo", council},
        {"consejo", council},
        {"district", council},
        {"joint board", council},
        {"labor council", council},
        {"federation", council},
        {"federacion", council},
        {"chapter", chapter},
        {"capitulo", chapter},
        {"retiree chapters", chapter},
        {"retiree chapter", chapter},
        {"subchapter", chapter},
        {"union", union_},
        {"international", union_},
        {"international union", union_},
        {"sindicato", union_},
        {"caucus", caucus},
        {"committee", committee},
        {"comite", committee},
        {"campaign", committee},
        {"pac", pac},
        {"media", media},
        {"medios", media},
        {"community", community},
        {"community group", community},
        {"comunidad", community},
        {"other", other},
        {"otro", other},
        {"office", other},
        {"international union offices", other}};
    for (const auto& [word, kind] : words)
        if (folded == word) return kind;
    return std::nullopt;
}

OrganizationKind kind_of(union_name::BodyKind kind) {
    using union_name::BodyKind;
    if (kind == BodyKind::chapter) return OrganizationKind::chapter;
    if (is_local(kind)) return OrganizationKind::local;
    if (kind == BodyKind::international) return OrganizationKind::union_;
    if (kind == BodyKind::unknown) return OrganizationKind::other;
    return OrganizationKind::council;
}

std::string normal_number(std::string_view text) {
    auto number = union_name::parse_union_name("Local " + squeeze(text)).body.number;
    return number.empty() ? to_upper_ascii(squeeze(text)) : number;
}

std::string affiliation_code(std::string_view text) {
    auto read = union_name::parse_union_name(text);
    if (!read.affiliation().empty()) return std::string(read.affiliation());
    return to_upper_ascii(first_characters(squeeze(text), 40));
}

std::optional<RejectReason> take(ImportField field, std::string_view text, OrganizationRow& into) {
    auto& body = into.organization;
    switch (field) {
        case ImportField::name:
            body.name = squeeze(text);
            into.name_said = true;
            break;
        case ImportField::kind: {
            auto kind = read_kind(text);
            if (!kind) return RejectReason::kind_unknown;
            body.kind = *kind;
            into.kind_said = true;
            break;
        }
        case ImportField::affiliation:
            body.affiliation = affiliation_code(text);
            break;
        case ImportField::number:
            body.number = normal_number(text);
            if (body.number.size() > 40) return RejectReason::too_long;
            break;
        case ImportField::external_id:
            body.external_id += (body.external_id.empty() ? "" : "/") + squeeze(text);
            break;
        case ImportField::members: {
            auto count = read_count(text);
            if (!count) return RejectReason::number_invalid;
            body.members = *count;
            break;
        }
        case ImportField::website:
            body.website = squeeze(text);
            break;
        case ImportField::note:
            body.note += (body.note.empty() ? "" : "\n") + std::string(text);
            break;
        default:
            return read_place_cell(field, text, body);
    }
    return std::nullopt;
}

std::size_t limit_of(ImportField field) {
    return field == ImportField::note ? import_cell_limit : 250;
}

}  // namespace

OrganizationReader::OrganizationReader(const ImportMapping& mapping) : m_mapping(mapping) {
    const auto* preset = find_preset(ImportKind::organizations, mapping.preset);
    if (preset != nullptr) m_affiliation = preset->affiliation;
}

std::vector<CellFault> OrganizationReader::read(const std::vector<std::string_view>& cells,
                                                OrganizationRow& into) const {
    into.organization.affiliation = m_affiliation;
    into.organization.kind = OrganizationKind::other;
    auto faults = read_cells(
        m_mapping, cells, limit_of,
        [&](std::size_t, ImportField field, std::string_view text) { return take(field, text, into); });
    if (faults.empty()) finish(into, faults);
    return faults;
}

/// What the name says that no column does: union, number, kind; and a name where there is none.
void OrganizationReader::finish(OrganizationRow& into, std::vector<CellFault>& faults) const {
    auto& body = into.organization;
    if (into.name_said) {
        // "Council 8: Dayton Office" is an office of the council, not another council.
        auto colon = body.name.find(": ");
        if (colon != std::string::npos) {
            auto before = body.name.substr(0, colon);
            if (!union_name::parse_union_name(before).body.number.empty()) body.name = before;
        }
        auto read = union_name::parse_union_name(body.name);
        if (body.affiliation.empty()) body.affiliation = read.affiliation();
        bool may_be_numbered = !into.kind_said || body.kind != OrganizationKind::other;
        if (body.number.empty() && may_be_numbered) body.number = read.body.number;
        if (!into.kind_said) body.kind = kind_of(read.body.kind);
        // "Local 2875" alone says nothing once it stands beside others.
        if (!body.affiliation.empty() && read.affiliation().empty() &&
            (fold(body.name).starts_with("local ") || fold(body.name).starts_with("council ") ||
             fold(body.name).starts_with("retiree ") || fold(body.name).starts_with("chapter ")))
            body.name = body.affiliation + " " + body.name;
    }
    if (!into.kind_said && body.kind == OrganizationKind::other && !body.number.empty())
        body.kind = OrganizationKind::local;
    if (!body.external_id.empty() || !m_mapping.preset.empty()) body.external_source = m_mapping.source;
    if (body.external_id.empty()) body.external_source.clear();
    if (into.name_said) return;
    if (body.number.empty() && body.affiliation.empty()) {
        faults.push_back({"", RejectReason::name_missing});
        return;
    }
    if (!body.number.empty()) {
        std::string word = body.kind == OrganizationKind::council   ? " Council "
                           : body.kind == OrganizationKind::chapter ? " Chapter "
                                                                    : " Local ";
        body.name = std::string(trim(body.affiliation + word + body.number));
    } else {
        body.name = union_name_of(body.affiliation);
        if (!body.external_id.empty())
            body.name += " (" + to_upper_ascii(body.external_source) + " " + body.external_id + ")";
    }
}

std::string OrganizationReader::union_name_of(const std::string& code) {
    const auto& lexicon = union_name::Lexicon::table();
    auto index = lexicon.find_union(code);
    return index < 0 ? code : lexicon.at(index).name;
}

}  // namespace wallchart
