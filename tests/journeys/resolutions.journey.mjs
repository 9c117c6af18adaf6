// A resolution from its draft to the text as adopted: amended, compared, moved, decided, taken along as files.
import assert from "node:assert/strict";
import { test } from "node:test";
import { start } from "./support/journey.mjs";

/** A local below a council, a candidate, and the drive for the one to endorse the other; the drive's id. */
async function makeDrive(journey, page) {
  const add = async (path, body) => {
    const made = await journey.api(page, "POST", path, body);
    return (made.candidate ?? made.summary?.drive ?? made).id;
  };
  const council = await add("/organizations", {
    kind: "council",
    name: "Bay Labor Council",
  });
  const local = await add("/organizations", {
    kind: "local",
    name: "Harbor Workers Local 12",
    parent_organization_id: council,
  });
  const race = await add("/races", {
    name: "U.S. House NB-2",
    office: "U.S. House",
    level: "federal",
    district: "NB-2",
    state: "NB",
    election_on: "2027-11-02",
  });
  const candidate = await add("/candidates", {
    race_id: race,
    given_name: "Elena",
    family_name: "Rivera",
    line: ["independent"],
  });
  return add("/drives", {
    kind: "endorsement",
    organization_id: local,
    candidate_id: candidate,
  });
}

test("a resolution is drafted, amended, compared, moved, adopted and downloaded", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  const drive = await makeDrive(journey, page);
  const made = await journey.api(page, "POST", `/drives/${drive}/resolutions`, {
    model: "1_endorse_candidate.en",
  });
  const path = `/resolutions/${made.resolution.id}`;

  await page.getByRole("link", { name: "Resolutions" }).click();
  await page
    .getByRole("link", {
      name: "Resolution to endorse Elena Rivera for U.S. House",
    })
    .click();
  await page.getByText("Still blank: date of the meeting, mover, seconder.").waitFor();
  await journey.shot(page, "resolution-draft");

  // An amendment, with a misspelt field told of while writing.
  await page.getByRole("button", { name: "Amend the text" }).click();
  const text = page.getByRole("textbox", { name: "Text" });
  const body = await text.inputValue();
  await text.fill(`${body}\n\nRESOLVED, that {lokal} thanks its members.`);
  await page.getByText("there is no field {lokal}. Did you mean {local}?").waitFor();
  await text.fill(body.replace("within fourteen days", "within seven days"));
  await page.getByLabel("What changed, and why").fill("Amended by the committee");
  await page.getByRole("button", { name: "Save as a new version" }).click();
  await page.getByText("Draft · version 2").waitFor();

  await page.getByRole("tab", { name: "Versions" }).click();
  await page.locator("del", { hasText: "fourteen" }).waitFor();
  await page.locator("ins", { hasText: "seven" }).waitFor();
  await journey.shot(page, "resolution-versions");
  await page.getByRole("tab", { name: "Text" }).click();

  await page.getByRole("button", { name: "Record the motion" }).click();
  await page.getByLabel("Moved by").fill("Rosa Lima");
  await page.getByLabel("Seconded by").fill("José Peña");
  await page.getByRole("dialog").getByRole("button", { name: "Record the motion" }).click();
  await page.getByText("Moved by Rosa Lima; seconded by José Peña.").waitFor();

  await page.getByRole("button", { name: "Record the decision" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Which body").fill("membership meeting");
  await dialog.getByLabel("For", { exact: true }).fill("52");
  await dialog.getByLabel("Against", { exact: true }).fill("3");
  await dialog.getByRole("button", { name: "Record the decision" }).click();
  await page.getByText("52 for, 3 against").waitFor();
  assert.equal(await page.getByRole("button", { name: "Amend the text" }).count(), 0);
  await journey.shot(page, "resolution");

  for (const [entry, start] of [
    ["PDF · A4, with line numbers", "%PDF-"],
    ["Word (DOCX)", "PK"],
  ]) {
    await page.getByRole("button", { name: "Download" }).click();
    const waiting = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: entry, exact: true }).click();
    const stream = await (await waiting).createReadStream();
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    assert.ok(Buffer.concat(chunks).toString("latin1").startsWith(start), entry);
  }
  assert.match(await page.evaluate(() => location.pathname), new RegExp(path));
  journey.assertQuiet();
});

test("two people amend one text: the second is told, and loses nothing", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  const drive = await makeDrive(journey, page);
  const made = await journey.api(page, "POST", `/drives/${drive}/resolutions`, {
    body: "# On rents\n\nWHEREAS, rents rose;\n\nRESOLVED, that we meet.",
    language: "en",
  });
  const path = `/resolutions/${made.resolution.id}`;
  await page.goto(path);
  await page.getByRole("button", { name: "Amend the text" }).click();
  const text = page.getByRole("textbox", { name: "Text" });
  await text.fill("# On rents\n\nWHEREAS, rents rose;\n\nRESOLVED, that we meet weekly.");
  await journey.api(page, "POST", `${path}/versions`, {
    body: "# On rents\n\nWHEREAS, all rents rose;\n\nRESOLVED, that we meet.",
  });
  await page.getByRole("button", { name: "Save as a new version" }).click();
  await page.getByText("Somebody else saved version 2 while you wrote.").waitFor();
  await page.locator("ins", { hasText: "all" }).waitFor();
  assert.match(await text.inputValue(), /meet weekly/);
  await page.getByRole("button", { name: "Save mine as the next version" }).click();
  await page.getByText("Draft · version 3").waitFor();
});

test("a model text is copied, edited, removed and brought back", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  await page.goto("/resolutions?tab=library");
  await page.getByRole("link", { name: "Resolution to endorse [slate]" }).waitFor();
  await journey.shot(page, "model-texts");
  await page.getByRole("link", { name: "Resolution to endorse [slate]" }).click();
  await page.getByRole("button", { name: "Copy and edit" }).click();
  await page.getByLabel("Title").fill("Our slate resolution");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Our slate resolution" }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: "Our slate resolution" }).waitFor();
  journey.assertQuiet();
});
