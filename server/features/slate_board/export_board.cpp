// The board for spreadsheets: the same table as CSV and as a sheet, and the matrix as another sheet.
#include "core/csv.h"
#include "features/slate_board/slate_board.h"

#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>
#include <map>

namespace wallchart {
namespace {

struct Wording {
    const char* en;
    const char* es;
    std::string in(std::string_view language) const { return language == "es" ? es : en; }
};

constexpr Wording headers[] = {{"Organization", "Organización"},
                               {"City", "Ciudad"},
                               {"State", "Estado"},
                               {"For", "Para"},
                               {"Stage", "Etapa"},
                               {"Outcome", "Resultado"},
                               {"Supporters", "A favor"},
                               {"Members", "Miembros"},
                               {"Goal", "Meta"},
                               {"Needed by", "Para el día"},
                               {"Next meeting", "Próxima reunión"},
                               {"Decided on", "Decidido el"},
                               {"Late", "Atrasado"}};
constexpr Wording whole_slate{"The whole slate", "Toda la planilla"};
constexpr Wording candidate_header{"Candidate", "Candidatura"};
constexpr Wording won_header{"Won", "Ganados"};
constexpr Wording goal_header{"Goal", "Meta"};
constexpr Wording board_sheet{"Board", "Tablero"};
constexpr Wording drives_sheet{"Drives", "Campañas"};
constexpr Wording yes{"yes", "sí"};

constexpr Wording stages[] = {{"Mapped", "En el mapa"},
                              {"Identifying", "Identificando"},
                              {"Building a team", "Formando equipo"},
                              {"Opening the process", "Abriendo el proceso"},
                              {"Resolution moved", "Resolución presentada"},
                              {"Decided", "Decidido"},
                              {"Activated", "En acción"}};
constexpr Wording outcomes[] = {{"Open", "Abierta"},
                                {"Endorsed", "Respaldo ganado"},
                                {"Declined", "Rechazado"},
                                {"Recommended", "Recomendado"},
                                {"Withdrawn", "Retirada"}};

/// What a cell of the table holds: numbers stay numbers in a workbook.
struct Item {
    std::string text;
    std::optional<std::int64_t> number{};
};
std::string text_of(const std::optional<Date>& date) {
    return date ? to_string(*date) : std::string();
}

struct Names {
    std::map<Id<Organization>, const BoardOrganization*> organizations;
    std::map<Id<Candidate>, const BoardCandidate*> candidates;
    explicit Names(const SlateBoard& board) {
        for (const auto& one : board.organizations)
            organizations[one.id] = &one;
        for (const auto& one : board.candidates)
            candidates[one.id] = &one;
    }
};

std::vector<Item> line_of(const BoardCell& cell, Names& names, std::string_view language) {
    const auto* organization = names.organizations[cell.organization_id];
    auto target = cell.candidate_id && names.candidates[*cell.candidate_id] != nullptr
                      ? names.candidates[*cell.candidate_id]->name
                      : whole_slate.in(language);
    auto number = [](std::int64_t value) { return Item{std::to_string(value), value}; };
    return {{organization == nullptr ? "" : organization->name},
            {organization == nullptr ? "" : organization->city},
            {organization == nullptr ? "" : organization->state},
            {target},
            {stages[static_cast<std::size_t>(cell.stage)].in(language)},
            {outcomes[static_cast<std::size_t>(cell.outcome)].in(language)},
            number(cell.supporters),
            number(cell.members),
            number(cell.goal),
            {text_of(cell.needed_by)},
            {text_of(cell.meets_on)},
            {text_of(cell.decided_on)},
            {cell.late ? yes.in(language) : ""}};
}

/// One sheet being written, row by row; text goes in as text, so that none of it is run as a formula.
class Sheet {
public:
    Sheet(lxw_workbook* workbook, const std::string& name, lxw_format* bold)
        : m_sheet(workbook_add_worksheet(workbook, name.c_str())), m_bold(bold) {}
    void header(const std::vector<std::string>& names, lxw_col_t frozen) {
        for (std::size_t i = 0; i < names.size(); ++i)
            worksheet_write_string(m_sheet, 0, static_cast<lxw_col_t>(i), names[i].c_str(), m_bold);
        worksheet_freeze_panes(m_sheet, 1, frozen);
    }
    void row(const std::vector<Item>& items) {
        ++m_row;
        for (std::size_t i = 0; i < items.size(); ++i) {
            auto column = static_cast<lxw_col_t>(i);
            if (items[i].number)
                worksheet_write_number(m_sheet, m_row, column, static_cast<double>(*items[i].number),
                                       nullptr);
            else if (!items[i].text.empty())
                worksheet_write_string(m_sheet, m_row, column, items[i].text.c_str(), nullptr);
        }
    }
    void width(lxw_col_t first, lxw_col_t last, double characters) {
        worksheet_set_column(m_sheet, first, last, characters, nullptr);
    }

private:
    lxw_worksheet* m_sheet;
    lxw_format* m_bold;
    lxw_row_t m_row = 0;
};

std::string in_matrix(const BoardCell& cell, std::string_view language) {
    auto word = cell.outcome == DriveOutcome::open
                    ? stages[static_cast<std::size_t>(cell.stage)].in(language)
                    : outcomes[static_cast<std::size_t>(cell.outcome)].in(language);
    if (cell.members > 0) word += " " + std::to_string(cell.supporters) + "/" + std::to_string(cell.members);
    return word;
}

void write_matrix(Sheet& sheet, const SlateBoard& board, std::string_view language) {
    std::vector<std::string> header{candidate_header.in(language), won_header.in(language),
                                    goal_header.in(language)};
    std::map<Id<Organization>, std::size_t> places;
    for (const auto& organization : board.organizations) {
        places[organization.id] = header.size();
        header.push_back(organization.name);
    }
    sheet.header(header, 1);
    std::map<std::optional<Id<Candidate>>, std::vector<const BoardCell*>> rows;
    for (const auto& cell : board.cells)
        rows[cell.candidate_id].push_back(&cell);
    auto write = [&](std::vector<Item> items, const std::optional<Id<Candidate>>& candidate) {
        items.resize(header.size());
        for (const auto* cell : rows[candidate])
            if (auto place = places.find(cell->organization_id); place != places.end())
                items[place->second].text = in_matrix(*cell, language);
        sheet.row(items);
    };
    if (!rows[std::nullopt].empty()) write({{whole_slate.in(language)}}, std::nullopt);
    for (const auto& candidate : board.candidates)
        write({{candidate.name}, {"", candidate.won}, {"", candidate.goal}}, candidate.id);
    sheet.width(0, 0, 26);
    sheet.width(1, 2, 8);
    sheet.width(3, static_cast<lxw_col_t>(std::max<std::size_t>(3, header.size() - 1)), 24);
}

std::vector<std::string> table_header(std::string_view language) {
    std::vector<std::string> header;
    for (const auto& one : headers)
        header.push_back(one.in(language));
    return header;
}

}  // namespace

std::string board_csv(const SlateBoard& board, std::string_view language) {
    std::string csv = "\xEF\xBB\xBF" + csv_line(table_header(language));
    Names names(board);
    for (const auto& cell : board.cells) {
        std::vector<std::string> cells;
        for (auto& item : line_of(cell, names, language))
            cells.push_back(std::move(item.text));
        csv += csv_line(cells);
    }
    return csv;
}

Result<std::string> board_xlsx(const SlateBoard& board, std::string_view language) {
    // The library writes files only.
    auto path = std::filesystem::temp_directory_path() /
                ("wallchart_board_" + std::to_string(new_id_value()) + ".xlsx");
    auto* workbook = workbook_new(path.c_str());
    if (workbook == nullptr)
        return failure(ErrorKind::unavailable, "The workbook can't be written right now.");
    auto* bold = workbook_add_format(workbook);
    format_set_bold(bold);
    format_set_text_wrap(bold);
    Sheet matrix(workbook, board_sheet.in(language), bold);
    write_matrix(matrix, board, language);
    Sheet table(workbook, drives_sheet.in(language), bold);
    table.header(table_header(language), 1);
    Names names(board);
    for (const auto& cell : board.cells)
        table.row(line_of(cell, names, language));
    table.width(0, 0, 36);
    table.width(1, 1, 18);
    table.width(2, 2, 8);
    table.width(3, 5, 20);
    table.width(6, 12, 13);
    auto closed = workbook_close(workbook);
    std::string content;
    if (std::ifstream file(path, std::ios::binary); file)
        content.assign(std::istreambuf_iterator<char>(file), {});
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    if (closed != LXW_NO_ERROR || content.empty())
        return failure(ErrorKind::unavailable, "The workbook can't be written right now.");
    return content;
}

}  // namespace wallchart
