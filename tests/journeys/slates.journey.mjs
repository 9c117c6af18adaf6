// A slate from nothing: the race, who runs in it, and the set of them; two people change one candidate at once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { owner, start } from "./support/journey.mjs";

test("an organizer enters a race, a candidate and a slate, and may not delete what is built on", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  const dialog = page.getByRole("dialog");
  const box = (name) => dialog.getByRole("textbox", { name, exact: true });
  const save = async () => {
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "hidden" });
  };

  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Slate board" }).click();
  await page.getByRole("heading", { name: "No slates yet" }).waitFor();
  await journey.shot(page, "board-none");
  await page.getByRole("link", { name: "Slates and candidates" }).click();

  await page.getByRole("button", { name: "Add a race" }).click();
  await box("Name").fill("U.S. House NB-2");
  await box("Office").fill("U.S. House");
  // Nobody's council is federal by oversight: the level decides who may endorse.
  assert.equal(await dialog.getByLabel("Level").inputValue(), "");
  await dialog.getByLabel("Level").selectOption("Federal");
  await box("District").fill("NB-2");
  await box("State").fill("NB");
  await dialog.getByLabel("Election day").fill("2027-11-02");
  await save();
  await page.getByRole("cell", { name: "Tue 2 Nov 2027" }).waitFor();

  await page.getByRole("button", { name: "Add a candidate" }).click();
  await box("Given name").fill("Elena");
  await box("Family name").fill("Rivera");
  await dialog.getByLabel("Race").selectOption("U.S. House NB-2");
  await box("Lines").fill("");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText('A line is needed: "independent", or a party\'s name.').first().waitFor();
  await box("Lines").fill("independent, Working People's Party");
  await save();
  await page.getByRole("cell", { name: "independent + Working People's Party" }).waitFor();

  await page.getByRole("button", { name: "Add a slate" }).click();
  await box("Name").fill("Working Slate 2027");
  await dialog.getByLabel("Add a candidate to the slate").selectOption("Elena Rivera · U.S. House NB-2");
  await dialog.getByText("Elena Rivera", { exact: true }).waitFor();
  await journey.checkAccess(page, "the slate's form");
  await save();
  await journey.shot(page, "candidates");

  await page.getByRole("cell", { name: "U.S. House NB-2" }).last().click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await dialog.getByText("Candidates run in this race. Delete or move them first.").waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await page.getByRole("link", { name: "Elena Rivera" }).click();
  await page.getByRole("heading", { level: 1, name: "Elena Rivera" }).waitFor();
  await page.getByText("Working Slate 2027").first().waitFor();
  await journey.shot(page, "candidate");
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Slate board" }).click();
  await page.getByRole("heading", { level: 1, name: "Working Slate 2027" }).waitFor();
  await page.getByRole("heading", { name: "Nothing on the board yet" }).waitFor();
  journey.assertQuiet();
});

test("of two who change a slate at once the second sees both orders and chooses", async (t) => {
  const journey = await start(t);
  const first = await journey.owner();
  const race = await journey.api(first, "POST", "/races", {
    name: "U.S. House NB-2",
    level: "federal",
    election_on: "2027-11-02",
  });
  const ids = [];
  for (const family_name of ["Rivera", "Okafor", "Lindqvist"]) {
    const made = await journey.api(first, "POST", "/candidates", {
      race_id: race.id,
      family_name,
      line: ["independent"],
    });
    ids.push(made.candidate.id);
  }
  await journey.api(first, "POST", "/slates", {
    name: "Working Slate",
    goal: 10,
    candidate_ids: ids.slice(0, 2),
  });
  const second = await journey.newPage();
  await journey.signIn(second, owner);
  for (const page of [first, second]) {
    await page.goto("/candidates");
    await page.getByRole("button", { name: "Edit Working Slate" }).click();
  }
  await second.getByRole("button", { name: "Move Okafor up" }).click();
  await second.getByRole("textbox", { name: "Name" }).fill("Working People's Slate");
  await first.getByLabel("Add a candidate to the slate").selectOption("Lindqvist · U.S. House NB-2");
  await first.getByRole("button", { name: "Save" }).click();
  await first.getByRole("dialog").waitFor({ state: "hidden" });
  await second.getByRole("button", { name: "Save" }).click();
  await second.getByText("Somebody else changed this in the meantime").waitFor();
  await second.getByRole("radio", { name: "Theirs: Rivera, Okafor, Lindqvist" }).waitFor();
  await second.getByRole("radio", { name: "Yours: Okafor, Rivera" }).check();
  await second.getByRole("button", { name: "Save what I chose" }).click();
  await second.getByRole("dialog").waitFor({ state: "hidden" });
  // The first sees what the second chose, in the list, without loading the page again.
  await first.getByRole("link", { name: "Working People's Slate" }).first().waitFor();
  await first.getByRole("cell", { name: "Okafor, Rivera", exact: true }).waitFor();
  assert.equal((await journey.api(first, "GET", "/slates")).items.length, 1);
  journey.assertQuiet();
});
