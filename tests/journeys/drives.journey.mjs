// A drive from its start: who is responsible, the goal and the day; on only with a reason while something is missing;
// seen by another at once; and how it ended.
import assert from "node:assert/strict";
import { test } from "node:test";
import { owner, start } from "./support/journey.mjs";
import { organizer, sample } from "./support/sample.mjs";

test("a drive is started, moved with a reason, seen by another at once, and ended", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  const dialog = page.getByRole("dialog");
  const race = await journey.api(page, "POST", "/races", {
    name: "U.S. House NB-2",
    level: "local",
    election_on: "2027-11-02",
  });
  await journey.api(page, "POST", "/candidates", {
    race_id: race.id,
    given_name: "Elena",
    family_name: "Rivera",
    line: ["independent"],
  });
  await journey.api(page, "POST", "/organizations", {
    kind: "local",
    name: "Harbor Workers Local 12",
    members: 242,
  });

  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Drives" }).click();
  await page.getByRole("heading", { name: "No drives yet" }).waitFor();
  await page.getByRole("button", { name: "Start a drive" }).first().click();
  await dialog.getByRole("textbox", { name: "Organization" }).fill("harbor");
  await page.getByRole("option", { name: /Harbor Workers Local 12/ }).click();
  await dialog.getByLabel("Candidate or slate").selectOption("Elena Rivera · U.S. House NB-2");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page
    .getByRole("heading", {
      level: 1,
      name: "Elena Rivera: Harbor Workers Local 12",
    })
    .waitFor();
  await page.getByText(`242 members · owner ${owner.name}`).waitFor();

  // What is missing is said; the goal became a majority by itself.
  const missing = page.getByRole("region", { name: "Before “Identifying”" });
  await missing.getByText("Missing: The day by which it is needed is set").waitFor();
  await missing.getByText("Done: A goal is set").waitFor();
  assert.equal((await journey.api(page, "GET", "/drives")).items[0].drive.goal, 122);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await dialog.getByLabel("Needed by").fill("2027-06-08");
  await dialog.getByRole("textbox", { name: "What we ask" }).fill("Vote on June 8 to endorse Elena Rivera.");
  await dialog.getByRole("textbox", { name: "Goal: supporters wanted" }).fill("150");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "hidden" });
  await missing.getByText("Done: The day by which it is needed is set").waitFor();
  await page.getByText("needed by Tue 8 Jun 2027").waitFor();
  await journey.shot(page, "drive-new");

  // On while people are still missing: only with a reason, which is kept.
  const colleague = await journey.newPage();
  await journey.signIn(colleague, owner);
  await colleague.goto(new URL(page.url()).pathname);
  await colleague.getByRole("region", { name: "Before “Identifying”" }).waitFor();
  await page.getByRole("button", { name: "Move to “Identifying”" }).click();
  await dialog.getByText("Something is still missing.").waitFor();
  await journey.checkAccess(page, "moving a drive");
  await dialog
    .getByRole("textbox", { name: "Reason" })
    .fill("The list comes on Friday; talks begin at the gate.");
  await dialog.getByRole("button", { name: "Move to “Identifying”" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("Went on because: The list comes on Friday; talks begin at the gate.").waitFor();
  await colleague.getByRole("region", { name: "Before “Team”" }).waitFor();
  await colleague.getByText("Went on because: The list comes on Friday").waitFor();

  // The next step is put in front of who is responsible.
  await page.getByRole("button", { name: "How it ended" }).click();
  await dialog.getByLabel("Decided on").fill("2026-05-06");
  await dialog.getByRole("textbox", { name: "Where it is recorded" }).fill("minutes of 6 May");
  await dialog.getByRole("button", { name: "Record the endorsement" }).click();
  await page.getByText("minutes of 6 May").waitFor();
  await colleague.getByText("minutes of 6 May").waitFor();
  await journey.checkAccess(page, "a drive that was won");
  assert.equal((await journey.api(page, "GET", "/endorsements")).items.length, 1);
  journey.assertQuiet();
});

test("drives of a movement are found by what one asks for", async (t) => {
  const journey = await start(t, { prepare: sample(2000) });
  const page = await journey.newPage();
  await journey.signIn(page, organizer);
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Drives" }).click();
  await page.getByRole("table").waitFor();
  await journey.shot(page, "drives", {
    ready: (one) => one.getByRole("table").waitFor(),
  });
  await page.getByLabel("Stage").selectOption("Resolution moved");
  await page.waitForURL(/stage=resolution_moved/);
  await page.getByRole("link").filter({ hasText: "Local" }).first().waitFor();
  await page.getByLabel("Only late ones").check();
  await page.waitForURL(/late=true/);
  await page.goBack();
  await page.goto("/drives?stage=resolution_moved&outcome=open");
  await page.getByRole("row").nth(1).getByRole("link").first().click();
  await page.getByRole("region", { name: "Support" }).getByRole("img").first().waitFor();
  await journey.shot(page, "drive", {
    ready: (one) =>
      one
        .getByRole("region", { name: /Support|Apoyo/ })
        .getByRole("img")
        .first()
        .waitFor(),
  });
  journey.assertQuiet();
});
