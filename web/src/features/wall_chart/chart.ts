// The chart as columns from the server, seen as workers; and changed in place before the server answers.
import type { Schemas } from "../../api";

export type WallChart = Schemas["WallChart"];
export type WallBlock = Schemas["WallBlock"];
export type WallRow = Schemas["WallRow"];

export const shows = [
  "all",
  "1",
  "2",
  "3",
  "4",
  "5",
  "none",
  "not_talked_to",
  "leader",
  "follow_up",
] as const;
export type Show = (typeof shows)[number];

export interface Filters {
  department: string;
  shift: string;
  show: Show;
  search: string;
}

/** What stands for "no department on record" in a filter, where the empty text means all. */
export const unnamed = "\u2013";
const named = (name: string) => name || unnamed;

/** Text as it is searched: no case, no marks. */
export const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Which workers of a row are shown, by their places in its columns. */
export function matching(row: WallRow, filters: Filters, today: string): number[] {
  const { workers } = row;
  const found: number[] = [];
  const search = folded(filters.search.trim());
  for (let at = 0; at < workers.person_ids.length; at += 1) {
    const value = workers.assessments[at]!;
    const due = workers.follow_up_on[at];
    const shown =
      filters.show === "all" ||
      (filters.show === "none" && value === 0) ||
      (filters.show === "not_talked_to" && workers.talked_to[at] === 0) ||
      (filters.show === "leader" && workers.leaders[at] === 1) ||
      (filters.show === "follow_up" && !!due && due <= today) ||
      filters.show === String(value);
    // A name is found by the start of any of its words.
    if (shown && (!search || ` ${folded(workers.names[at]!)}`.includes(` ${search}`))) found.push(at);
  }
  return found;
}

export interface ShownRow {
  row: WallRow;
  shown: number[];
}
export interface ShownBlock {
  block: WallBlock;
  rows: ShownRow[];
}

/** The blocks with somebody to show in them. */
export function filtered(chart: WallChart, filters: Filters): ShownBlock[] {
  return chart.blocks
    .filter((block) => !filters.department || named(block.name) === filters.department)
    .map((block) => ({
      block,
      rows: block.rows
        .filter((row) => !filters.shift || named(row.name) === filters.shift)
        .map((row) => ({ row, shown: matching(row, filters, chart.today) }))
        .filter(
          ({ row, shown }) => shown.length > 0 || (row.workers.person_ids.length === 0 && noFilter(filters)),
        ),
    }))
    .filter(({ rows }) => rows.length > 0);
}

export const noFilter = (filters: Filters) =>
  !filters.department && !filters.shift && filters.show === "all" && !filters.search.trim();

export const departments = (chart: WallChart) => chart.blocks.map((block) => named(block.name));
export const shifts = (chart: WallChart) =>
  [...new Set(chart.blocks.flatMap((block) => block.rows.map((row) => named(row.name))))].sort();

/** How many workers are listed by name: all, or as many as the user may see. */
export const listed = (chart: WallChart) =>
  chart.blocks.reduce(
    (sum, block) => sum + block.rows.reduce((rows, row) => rows + row.workers.person_ids.length, 0),
    0,
  );

export interface Worker {
  id: string;
  name: string;
  assessment: number;
  leader: boolean;
  talkedTo: boolean;
  department: string;
  shift: string;
  lastContactOn: string | null;
  followUpOn: string | null;
}

export function findWorker(chart: WallChart, id: string): Worker | undefined {
  for (const block of chart.blocks)
    for (const row of block.rows) {
      const at = row.workers.person_ids.indexOf(id);
      if (at < 0) continue;
      return {
        id,
        name: row.workers.names[at]!,
        assessment: row.workers.assessments[at]!,
        leader: row.workers.leaders[at] === 1,
        talkedTo: row.workers.talked_to[at] === 1,
        department: block.name,
        shift: row.name,
        lastContactOn: row.workers.last_contact_on[at] ?? null,
        followUpOn: row.workers.follow_up_on[at] ?? null,
      };
    }
  return undefined;
}

type Counts = Schemas["WallCounts"];

function recount(counts: Counts, from: Worker, to: { assessment: number; leader: boolean }): Counts {
  const by_value = [...counts.by_value];
  if (from.assessment) by_value[from.assessment - 1]! -= 1;
  if (to.assessment) by_value[to.assessment - 1]! += 1;
  const none = (value: number) => (value === 0 ? 1 : 0);
  const inFavor = (value: number) => (value === 1 || value === 2 ? 1 : 0);
  return {
    ...counts,
    by_value,
    not_assessed: counts.not_assessed - none(from.assessment) + none(to.assessment),
    not_talked_to: counts.not_talked_to - (!from.talkedTo && to.assessment ? 1 : 0),
    leaders: counts.leaders - Number(from.leader) + Number(to.leader),
    in_favor: counts.in_favor - inFavor(from.assessment) + inFavor(to.assessment),
  };
}

/** The chart with one worker standing otherwise; whatever is not concerned stays the same object. */
export function withMark(
  chart: WallChart,
  id: string,
  to: { assessment: number; leader: boolean },
): WallChart {
  const from = findWorker(chart, id);
  if (!from) return chart;
  const put = <T>(list: T[], at: number, value: T) => list.map((one, place) => (place === at ? value : one));
  return {
    ...chart,
    counts: recount(chart.counts, from, to),
    weeks: chart.weeks.map((week, at) =>
      at < chart.weeks.length - 1 ? week : { ...week, in_favor: recount(chart.counts, from, to).in_favor },
    ),
    blocks: chart.blocks.map((block) => {
      if (!block.rows.some((row) => row.workers.person_ids.includes(id))) return block;
      return {
        ...block,
        counts: recount(block.counts, from, to),
        rows: block.rows.map((row) => {
          const at = row.workers.person_ids.indexOf(id);
          if (at < 0) return row;
          return {
            ...row,
            counts: recount(row.counts, from, to),
            workers: {
              ...row.workers,
              assessments: put(row.workers.assessments, at, to.assessment),
              leaders: put(row.workers.leaders, at, Number(to.leader)),
              talked_to: put(row.workers.talked_to, at, 1),
            },
          };
        }),
      };
    }),
  };
}
