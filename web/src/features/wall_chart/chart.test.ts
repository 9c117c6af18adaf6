import { expect, test } from "vitest";
import { type WallChart, filtered, findWorker, withMark } from "./chart";

const counts = (workers: number) => ({
  workers,
  by_value: [0, 1, 0, 0, 0],
  not_assessed: workers - 1,
  not_talked_to: workers - 1,
  leaders: 0,
  in_favor: 1,
});
const row = (name: string, ids: string[], assessments: number[]) => ({
  name,
  counts: counts(ids.length),
  workers: {
    person_ids: ids,
    names: ids.map((id) => `José Peña ${id}`),
    assessments,
    leaders: ids.map(() => 0),
    talked_to: assessments.map((value) => (value ? 1 : 0)),
    last_contact_on: ids.map(() => null),
    follow_up_on: ids.map((_, at) => (at === 0 ? "2026-04-20" : null)),
  },
});
const chart = {
  today: "2026-04-22",
  counts: counts(4),
  weeks: [
    { ends_on: "2026-03-25", in_favor: 0, assessed: 0 },
    { ends_on: "2026-04-22", in_favor: 1, assessed: 1 },
  ],
  blocks: [
    { name: "Dock", counts: counts(3), rows: [row("Day", ["1", "2"], [2, 0]), row("", ["3"], [0])] },
    { name: "", counts: counts(1), rows: [row("Day", ["4"], [0])] },
  ],
} as unknown as WallChart;
const all = { department: "", shift: "", show: "all" as const, search: "" };
const ids = (filters: Parameters<typeof filtered>[1]) =>
  filtered(chart, filters).flatMap(({ rows }) =>
    rows.flatMap(({ row: one, shown }) => shown.map((at) => one.workers.person_ids[at])),
  );

test("filters by department, shift, assessment, follow-up and name", () => {
  expect(ids(all)).toEqual(["1", "2", "3", "4"]);
  expect(ids({ ...all, department: "Dock" })).toEqual(["1", "2", "3"]);
  expect(ids({ ...all, department: "–" })).toEqual(["4"]);
  expect(ids({ ...all, shift: "–" })).toEqual(["3"]);
  expect(ids({ ...all, show: "2" })).toEqual(["1"]);
  expect(ids({ ...all, show: "not_talked_to" })).toEqual(["2", "3", "4"]);
  expect(ids({ ...all, show: "follow_up", department: "Dock", shift: "Day" })).toEqual(["1"]);
  expect(ids({ ...all, search: "pena 4" })).toEqual(["4"]);
  expect(ids({ ...all, search: "ena" })).toEqual([]);
});

test("a mark changes its row and every count, and leaves the rest as it was", () => {
  const next = withMark(chart, "2", { assessment: 1, leader: true });
  expect(findWorker(next, "2")).toMatchObject({ assessment: 1, leader: true, talkedTo: true });
  expect(next.counts).toEqual({
    workers: 4,
    by_value: [1, 1, 0, 0, 0],
    not_assessed: 2,
    not_talked_to: 2,
    leaders: 1,
    in_favor: 2,
  });
  expect(next.weeks.map((week) => week.in_favor)).toEqual([0, 2]);
  expect(next.blocks[1]).toBe(chart.blocks[1]);
  expect(next.blocks[0]!.rows[1]).toBe(chart.blocks[0]!.rows[1]);
  const back = withMark(next, "2", { assessment: 0, leader: false });
  expect(back.counts.in_favor).toBe(1);
});
