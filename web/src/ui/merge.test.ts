import { expect, it } from "vitest";
import { changedFields, changedNames, disagreements, merged } from "./merge";

const seen = {
  family_name: "Lima",
  suffix: "",
  members: 40 as number | null,
  parent: { id: "1", label: "Council" } as { id: string; label: string } | null,
  note: "works nights",
};

it("keeps what each of two changed when they changed different things", () => {
  const theirs = { ...seen, family_name: "Lima Soto", members: null };
  const mine = { ...seen, note: "works days" };
  expect(disagreements(seen, theirs, mine)).toEqual([]);
  expect(merged(seen, theirs, mine)).toEqual({ ...theirs, note: "works days" });
  expect(changedNames(seen, theirs)).toEqual(["family_name", "members"]);
});

it("finds where they changed the same thing", () => {
  const theirs = { ...seen, note: "works mornings", parent: null };
  const mine = { ...seen, note: "works days", parent: { id: "2", label: "Union" } };
  expect(disagreements(seen, theirs, mine)).toEqual(["parent", "note"]);
  expect(merged(seen, theirs, mine)).toEqual(mine);
});

it("sees no disagreement where both wrote the same", () => {
  const both = { ...seen, parent: { id: "2", label: "Union" } };
  expect(disagreements(seen, { ...both }, { ...both })).toEqual([]);
});

it("knows only what was changed", () => {
  expect(changedFields(seen, { ...seen, suffix: "Jr." })).toEqual({ suffix: "Jr." });
  expect(changedFields(seen, { ...seen })).toEqual({});
});
