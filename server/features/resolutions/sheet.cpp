#include "features/resolutions/sheet.h"

#include <array>

namespace wallchart {
namespace {

bool is_spanish(std::string_view language) {
    return language == "es";
}

struct FieldWords {
    std::string_view field, english, spanish;
};
constexpr std::array<FieldWords, 14> field_words{{
    {"local", "local", "local"},
    {"council", "council", "organismo superior"},
    {"city", "city", "ciudad"},
    {"candidate", "candidate", "candidatura"},
    {"office", "office", "cargo"},
    {"district", "district", "distrito"},
    {"line", "ballot line", "línea electoral"},
    {"slate", "slate", "lista"},
    {"candidates", "candidates", "candidaturas"},
    {"election_date", "election day", "día de la elección"},
    {"deadline", "deadline", "fecha límite"},
    {"date", "date of the meeting", "fecha de la reunión"},
    {"mover", "mover", "quien propone"},
    {"seconder", "seconder", "quien secunda"},
}};

std::string votes_of(const Resolution& resolution, bool spanish) {
    if (!resolution.votes_for || !resolution.votes_against)
        return spanish ? "sin recuento de votos" : "without a counted vote";
    auto text = std::to_string(*resolution.votes_for) + (spanish ? " a favor, " : " for, ") +
                std::to_string(*resolution.votes_against) + (spanish ? " en contra" : " against");
    if (resolution.votes_abstained)
        text +=
            ", " + std::to_string(*resolution.votes_abstained) + (spanish ? " abstenciones" : " abstaining");
    return text;
}

}  // namespace

const std::string& ResolutionSheet::title() const {
    return document.title.empty() ? resolution.title : document.title;
}

std::string long_date(Date date, std::string_view language) {
    static constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};
    static constexpr std::array<std::string_view, 12> months_es{
        "enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
        "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};
    static constexpr std::array<std::string_view, 7> days_of_week{
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    static constexpr std::array<std::string_view, 7> days_of_week_es{
        "domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"};
    auto weekday = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
    auto month = static_cast<unsigned>(date.month()) - 1;
    auto day = std::to_string(static_cast<unsigned>(date.day()));
    auto year = std::to_string(static_cast<int>(date.year()));
    if (is_spanish(language))
        return std::string(days_of_week_es[weekday]) + " " + day + " de " + std::string(months_es[month]) +
               " de " + year;
    return std::string(days_of_week[weekday]) + ", " + std::string(months[month]) + " " + day + ", " + year;
}

std::string listed(const std::vector<std::string>& parts, std::string_view language) {
    std::string text;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (at > 0) text += at + 1 < parts.size() ? ", " : is_spanish(language) ? " y " : " and ";
        text += parts[at];
    }
    return text;
}

std::string missing_field(std::string_view field, std::string_view language) {
    for (const auto& words : field_words)
        if (words.field == field)
            return "[" + std::string(is_spanish(language) ? words.spanish : words.english) + "]";
    return "[" + std::string(field) + "]";
}

std::string status_line(const ResolutionSheet& sheet) {
    const auto& resolution = sheet.resolution;
    bool spanish = sheet.spanish();
    auto version = std::to_string(sheet.version.number);
    auto decided = resolution.decided_on ? " " + long_date(*resolution.decided_on, resolution.language) : "";
    // A version other than the one decided on is a draft, whatever became of the resolution.
    bool decided_text = !resolution.adopted_version_id || *resolution.adopted_version_id == sheet.version.id;
    if (resolution.state == ResolutionState::adopted && decided_text)
        return (spanish ? "Texto aprobado el" : "As adopted") + decided;
    if (resolution.state == ResolutionState::defeated && decided_text)
        return (spanish ? "Rechazada el" : "Defeated") + decided;
    if (resolution.state == ResolutionState::withdrawn)
        return (spanish ? "Retirada, versión " : "Withdrawn, version ") + version;
    if (resolution.state == ResolutionState::moved)
        return (spanish ? "Propuesta, versión " : "As moved, version ") + version;
    return (spanish ? "Borrador, versión " : "Draft, version ") + version;
}

std::vector<ClosingLine> closing_lines(const ResolutionSheet& sheet) {
    const auto& resolution = sheet.resolution;
    bool spanish = sheet.spanish();
    bool adopted = resolution.state == ResolutionState::adopted;
    bool defeated = resolution.state == ResolutionState::defeated;
    std::vector<ClosingLine> lines{{spanish ? "Propuesta por" : "Moved by", resolution.mover},
                                   {spanish ? "Secundada por" : "Seconded by", resolution.seconder}};
    if (adopted || defeated) {
        std::string decision =
            resolution.decided_on ? long_date(*resolution.decided_on, resolution.language) : "";
        if (!resolution.decided_by.empty())
            decision += (decision.empty() ? "" : ", ") + resolution.decided_by;
        lines.push_back(
            {adopted ? (spanish ? "Aprobada" : "Adopted") : (spanish ? "Rechazada" : "Defeated"), decision});
        lines.push_back({spanish ? "Votación" : "Vote", votes_of(resolution, spanish)});
        if (!resolution.evidence.empty())
            lines.push_back({spanish ? "Constancia" : "Record", resolution.evidence});
    } else {
        lines.push_back({spanish ? "Fecha de la decisión" : "Date of decision", ""});
        lines.push_back({spanish ? "Votación" : "Vote", ""});
    }
    return lines;
}

std::vector<std::string> signers(const ResolutionSheet& sheet) {
    if (sheet.spanish()) return {"Presidencia de la reunión", "Secretaría de actas"};
    return {"Chair of the meeting", "Recording secretary"};
}

std::string page_line(const ResolutionSheet& sheet, int page, int pages) {
    return (sheet.spanish() ? "Página " : "Page ") + std::to_string(page) +
           (sheet.spanish() ? " de " : " of ") + std::to_string(pages);
}

std::string spoken_text(const resolution_text::TextBlock& block, std::string_view language) {
    std::string text = block.lead;
    if (!text.empty() && !block.runs.empty()) text += ' ';
    for (const auto& run : block.runs)
        text += run.missing ? missing_field(run.text, language) : run.text;
    return text;
}

}  // namespace wallchart
