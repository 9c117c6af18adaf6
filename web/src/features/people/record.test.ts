import { expect, it } from "vitest";
import { type NameParts, changedParts, disagreements, merged } from "./record";

const seen: NameParts = {
  given_name: "Rosa",
  middle_name: "",
  family_name: "Lima",
  suffix: "",
  birth_date: "",
  sex: "",
  language: "es",
  note: "works nights",
};

it("keeps what each of two changed when they changed different things", () => {
  const theirs = { ...seen, family_name: "Lima Soto" };
  const mine = { ...seen, note: "works days" };
  expect(disagreements(seen, theirs, mine)).toEqual([]);
  expect(merged(seen, theirs, mine)).toEqual({ ...seen, family_name: "Lima Soto", note: "works days" });
});

it("shows both where they changed the same thing", () => {
  const theirs = { ...seen, note: "works mornings" };
  const mine = { ...seen, note: "works days" };
  expect(disagreements(seen, theirs, mine)).toEqual([
    { field: "note", theirs: "works mornings", mine: "works days" },
  ]);
});

it("sends only what was changed", () => {
  expect(changedParts(seen, { ...seen, suffix: "Jr." })).toEqual({ suffix: "Jr." });
});
