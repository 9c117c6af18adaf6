import { describe, expect, it } from "vitest";
import { type Board, type Filters, filterBoard, kindOf } from "./board";

const cell = (organization_id: string, candidate_id: string | null, more = {}) => ({
  organization_id,
  candidate_id,
  stage: "mapped",
  outcome: "open",
  late: false,
  soon: false,
  ...more,
});
const board = {
  candidates: [{ id: "1" }, { id: "2" }],
  organizations: [
    { id: "10", name: "Unión de Almacén 88", city: "Riverton", state: "NB" },
    { id: "11", name: "Nurses 12", city: "Lakeside", state: "OH" },
  ],
  cells: [cell("10", "1"), cell("11", "2", { outcome: "endorsed", stage: "decided" }), cell("11", null)],
} as unknown as Board;
const none: Filters = { search: "", state: "", stage: "", outcome: "", candidate: "" };
const ids = (filters: Partial<Filters>) =>
  filterBoard(board, { ...none, ...filters }).organizations.map((one) => one.id);

describe("the board's filters", () => {
  it("find organizations without regard to marks and case", () => {
    expect(ids({ search: "union" })).toEqual(["10"]);
    expect(ids({ search: "LAKE" })).toEqual(["11"]);
  });
  it("leave the organizations that have such a drive", () => {
    expect(ids({ outcome: "endorsed" })).toEqual(["11"]);
    expect(ids({ stage: "mapped" })).toEqual(["10", "11"]);
    expect(ids({ state: "NB" })).toEqual(["10"]);
  });
  it("keep drives for the whole slate beside those of one candidate", () => {
    expect(filterBoard(board, { ...none, candidate: "1" }).cells).toHaveLength(2);
  });
});

describe("a cell", () => {
  it("is won or lost before it is late", () => {
    expect(kindOf(cell("1", "1", { outcome: "endorsed", late: true }) as never)).toBe("won");
    expect(kindOf(cell("1", "1", { late: true, soon: true }) as never)).toBe("late");
  });
});
