// How a local decides: its rule written as steps and as text, its meetings, the timetable that follows, and a vote
// whose outcome is explained.
import assert from "node:assert/strict";
import { test } from "node:test";
import { start } from "./support/journey.mjs";

const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

async function makeDrive(journey, page) {
  const local = await journey.api(page, "POST", "/organizations", {
    kind: "local",
    name: "Harbor Workers Local 12",
    members: 242,
  });
  const race = await journey.api(page, "POST", "/races", {
    name: "City Council, ward 4",
    level: "local",
    election_on: day(200),
  });
  const made = await journey.api(page, "POST", "/candidates", {
    race_id: race.id,
    given_name: "Elena",
    family_name: "Rivera",
    line: ["independent"],
  });
  const drive = await journey.api(page, "POST", "/drives", {
    kind: "endorsement",
    organization_id: local.id,
    candidate_id: made.candidate.id,
    needed_by: day(70),
  });
  return { local: local.id, drive: drive.summary.drive.id };
}

test("a rule is written, meetings entered, a vote recorded, and the outcome has its reason", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  const { local, drive } = await makeDrive(journey, page);
  const dialog = page.getByRole("dialog");

  await page.goto(`/drives/${drive}`);
  await page
    .getByRole("heading", {
      name: "Nobody has written down yet how this organization decides",
    })
    .waitFor();
  await page.getByRole("link", { name: "Write the rule" }).click();
  await page.getByRole("heading", { level: 1, name: "Rule and meetings" }).waitFor();

  // A fault is named by its line while it is written, and can't be saved.
  const text = page.getByRole("textbox", { name: "As text" });
  await text.fill("1. Membership meeting\n   carries with: nearly everybody\n");
  // Nothing is said of it before it was read.
  assert.equal(await page.getByText("The rule is complete.").count(), 0);
  await page.getByText("Line 2:").waitFor();
  assert.ok(await page.getByRole("button", { name: "Save" }).isDisabled());
  // What is not saved is not left behind unasked.
  await page.getByRole("link", { name: "Resolutions" }).click();
  await page.getByRole("dialog").getByText("Leave without saving?").waitFor();
  await journey.checkAccess(page, "leaving without saving");
  await page.getByRole("button", { name: "Stay here" }).click();
  assert.match(await text.inputValue(), /nearly everybody/);
  await text.fill(
    "1. Membership meeting\n   quorum: 30\n   carries with: 2/3 of votes cast\n   notice: 10 days\n   decides: local\n" +
      "   recommends: state, federal, ballot measures to the Bay Labor Council\n",
  );
  await page.getByText("The rule is complete.").waitFor();
  // The same rule stands beside it as steps to fill in; what is changed there is changed in the text.
  const notice = page.getByRole("textbox", { name: "Days of notice" });
  assert.equal(await notice.inputValue(), "10");
  await notice.fill("7");
  await notice.blur();
  await page.waitForFunction(() => document.querySelector("textarea")?.value.includes("notice: 7 days"));
  await page.getByRole("textbox", { name: "Where it stands" }).fill("Bylaws, article VII");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved").first().waitFor();

  // Regular meetings, and a single one.
  await page.getByRole("button", { name: "Add regular meetings" }).click();
  await dialog.getByRole("textbox", { name: "Days" }).fill("first Tuesday of each month but July");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Add a single meeting" }).click();
  await dialog.getByLabel("Day").fill(day(30));
  await dialog.getByRole("textbox", { name: "Name" }).fill("Endorsement meeting");
  await dialog.getByRole("textbox", { name: "Place" }).fill("Union hall, Pier 9");
  await journey.checkAccess(page, "a single meeting");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("Endorsement meeting · Union hall, Pier 9").waitFor();
  await journey.shot(page, "decision-rule", {
    ready: (one) => one.getByText("Endorsement meeting · Union hall, Pier 9").waitFor(),
  });

  // The drive counts back from the day of need.
  await page.goto(`/drives/${drive}`);
  const panel = page.getByRole("region", { name: "How this local decides" });
  await panel.getByText("In time").waitFor();
  await panel.getByText(/^Give notice by /).waitFor();
  await panel.getByText("too few assessed").waitFor();
  await journey.shot(page, "timetable", {
    ready: (one) =>
      one
        .getByRole("heading", { name: /decide/ })
        .first()
        .waitFor(),
  });

  const record = async (act, on, more) => {
    await panel.getByRole("button", { name: "Record what was done" }).click();
    await dialog.getByLabel("What", { exact: true }).selectOption(act);
    await dialog.getByLabel(/^On/).fill(on);
    await more?.();
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "hidden" });
  };
  await record("Notice given", day(-12));
  await record("Vote", day(-2), async () => {
    await dialog.getByRole("textbox", { name: "For" }).fill("41");
    await dialog.getByRole("textbox", { name: "Against" }).fill("19");
    await dialog.getByRole("textbox", { name: "Present" }).fill("64");
    await dialog.getByRole("textbox", { name: "Where it is recorded" }).fill("minutes, page 3");
    await journey.checkAccess(page, "a vote");
  });
  await panel.getByText("41 for of 60 voting: 68 %, needs 2/3 = 40.").waitFor();
  await page.getByText("Endorsed", { exact: true }).first().waitFor();
  await journey.shot(page, "decision-made", {
    ready: (one) => one.getByText("41–19").first().waitFor(),
  });
  assert.equal((await journey.api(page, "GET", "/endorsements")).items.length, 1);

  // Mistyped: taken back, and with it the endorsement.
  await panel
    .getByRole("listitem")
    .filter({ hasText: "41–19" })
    .getByRole("button", { name: "Remove" })
    .click();
  await panel.getByText(/41 for of 60/).waitFor({ state: "hidden" });
  assert.equal((await journey.api(page, "GET", "/endorsements")).items.length, 0);
  await page.goto(`/organizations/${local}`);
  await page.getByRole("heading", { name: "Next meetings" }).waitFor();
  journey.assertQuiet();
});

test("delegates vote by the size of their locals, and votes and delegates are counted apart", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  const { local, drive } = await makeDrive(journey, page);
  const dialog = page.getByRole("dialog");

  // The rule is put together in fields alone; its text follows.
  await page.goto(`/organizations/${local}/decision-rule`);
  await page.getByRole("button", { name: "Add a step" }).click();
  await page.getByLabel("Body").selectOption("Delegate body");
  await page.getByLabel("Who votes").selectOption("Delegates");
  await page.getByRole("textbox", { name: "Quorum", exact: true }).fill("40");
  await page.getByRole("checkbox", { name: "Votes count by the size of a local" }).check();
  await page.getByRole("textbox", { name: "For each so many members" }).fill("250");
  await page
    .getByLabel("Members beyond the last full number")
    .selectOption("count as full, if more than half");
  await page.getByRole("textbox", { name: "The smallest local has at least" }).fill("2");
  await page.getByLabel("Of", { exact: true }).first().selectOption("those present");
  await page.waitForFunction(() =>
    document
      .querySelector("textarea")
      ?.value.includes("votes: 1 per 250 members or major fraction, at least 2"),
  );
  await page.getByText("The rule is complete.").waitFor();
  await journey.checkAccess(page, "a rule of weighted votes");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved").first().waitFor();
  // Where members vote themselves there is nothing to weigh.
  await page.getByLabel("Who votes").selectOption("All members");
  await page.getByRole("checkbox", { name: "Votes count by the size of a local" }).waitFor({
    state: "hidden",
  });
  await page.waitForFunction(() => !/^ *votes:/m.test(document.querySelector("textarea").value));

  await page.goto(`/drives/${drive}`);
  const panel = page.getByRole("region", { name: "How this local decides" });
  await panel.getByText(/votes by size: 1 vote for each 250 members or major fraction, at least 2/).waitFor();
  await panel.getByRole("button", { name: "Record what was done" }).click();
  await dialog.getByText("enter votes, not delegates").waitFor();
  await dialog.getByRole("textbox", { name: "Votes for" }).fill("412");
  await dialog.getByRole("textbox", { name: "Votes against" }).fill("198");
  await dialog.getByRole("textbox", { name: "Delegates present" }).fill("61");
  await dialog.getByRole("textbox", { name: "Votes of those present" }).fill("640");
  await journey.checkAccess(page, "a vote by size");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "hidden" });
  await panel.getByText(/412 votes for of 640 held by those present/).waitFor();
  await panel.getByText("61 present, quorum 40: met.").waitFor();
  await panel.getByText("412–198 votes").waitFor();
  await page.getByText("Endorsed", { exact: true }).first().waitFor();
  await journey.shot(page, "decision-by-size", {
    ready: (one) => one.getByText(/412–198/).waitFor(),
  });
  journey.assertQuiet();
});
