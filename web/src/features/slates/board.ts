// What the board's three views share: the cells by place, and which organizations the filters leave.
import type { Schemas } from "../../api";

export type Board = Schemas["SlateBoard"];
export const boardTopics = [
  "drive",
  "assessment",
  "endorsement",
  "slate",
  "slate_candidate",
  "candidate",
  "organization",
];
export type Cell = Schemas["BoardCell"];
export type BoardOrganization = Schemas["BoardOrganization"];

/** The filters as they stand in the address. */
export type Filters = {
  search: string;
  state: string;
  stage: string;
  outcome: string;
  candidate: string;
};

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** "" stands for the whole slate. */
export const cellKey = (organization: string, candidate: string | null | undefined) =>
  `${organization}/${candidate ?? ""}`;

export function filterBoard(board: Board, filters: Filters) {
  const cells = board.cells.filter(
    (cell) =>
      (!filters.stage || (cell.stage === filters.stage && cell.outcome === "open")) &&
      (!filters.outcome || cell.outcome === filters.outcome) &&
      (!filters.candidate || !cell.candidate_id || cell.candidate_id === filters.candidate),
  );
  const left = new Set(cells.map((cell) => cell.organization_id));
  const wanted = fold(filters.search.trim());
  const organizations = board.organizations.filter(
    (one) =>
      left.has(one.id) &&
      (!filters.state || one.state === filters.state) &&
      (!wanted || fold(`${one.name} ${one.city}`).includes(wanted)),
  );
  const shown = new Set(organizations.map((one) => one.id));
  return {
    organizations,
    cells: cells.filter((cell) => shown.has(cell.organization_id)),
    candidates: board.candidates.filter((one) => !filters.candidate || one.id === filters.candidate),
  };
}

export type Shown = ReturnType<typeof filterBoard>;

export function kindOf(cell: Cell): "won" | "lost" | "late" | "soon" | "open" {
  if (cell.outcome === "endorsed") return "won";
  if (cell.outcome !== "open") return "lost";
  return cell.late ? "late" : cell.soon ? "soon" : "open";
}
