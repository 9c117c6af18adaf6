// Lists come in: locals and worksites by presets, people with a column corrected, their rejected rows mended, all of
// it undone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { pressTwice, start } from "./support/journey.mjs";

const csv = (...lines) => lines.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\n") + "\n";

const locals = csv(
  ["local_number", "local_name", "city", "state", "zip", "website", "divisions", "latitude", "longitude"],
  [
    "88",
    "Teamsters LU No 88",
    "Riverton",
    "NB",
    "68901",
    "https://ibt88.example",
    "Warehouse Division",
    "41.1",
    "-96.2",
  ],
  ["206", "Teamsters LU No 206", "Port Calder", "NB", "68902", "", "Freight Division", "41.3", "-96.9"],
);
const elections = csv(
  [
    "Case Number",
    "Case Name",
    "Unit City",
    "Unit State",
    "Unit ID",
    "Num Eligible Voters",
    "Labor Organization 1 Name",
    "Union To Certify",
  ],
  [
    "99-RC-100001",
    "Northgate Logistics, LLC",
    "Riverton",
    "NB",
    "A",
    "118",
    "International Brotherhood of Teamsters, Local 88",
    "International Brotherhood of Teamsters, Local 88",
  ],
  [
    "99-RC-100002",
    "Calder Cold Storage",
    "Port Calder",
    "NB",
    "A",
    "46",
    "International Brotherhood of Teamsters, Local 206",
    "",
  ],
);
const header = ["First", "Last", "Reach at", "Mobile", "Union", "Shirt size", "OK to e-mail"];
const people = csv(
  header,
  ["Marisol", "Quiroga", "marisol.quiroga@mail.example", "(402) 555-0123", "Teamsters Local 88", "M", "yes"],
  ["Dwayne", "Okafor", "dwayne.okafor@mail.example", "402-555-0144", "IBT 206", "XL", "no"],
  ["Tomas", "Lindqvist", "tomas.lindqvist at mail.example", "402-555-0190", "", "L", "yes"],
  ["Nora", "Abara", "nora.abara@mail.example", "402-555-0166", "Carpenters 9", "S", "maybe"],
);

const nextStep = (page, name) => page.getByRole("button", { name }).click();

/** Drops a file, given as text, where lists of its kind go. */
async function drop(page, kind, name, text) {
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Imports" }).click();
  await page
    .getByRole("radio", { name: kind })
    .or(page.getByRole("button", { name: kind }))
    .first()
    .click();
  await page.locator('input[type="file"]').setInputFiles({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

test("a directory, worksites and people are imported, mended and taken back", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();

  // The list of locals is known by its header.
  await page.goto("/imports");
  await journey.shot(page, "imports");
  await drop(page, "Organizations", "locals.csv", locals);
  await page.getByText("read as the Teamsters’ list of locals").waitFor();
  // A double click is one step: it does not import what nobody has looked at, nor take back what was imported.
  await pressTwice(page.getByRole("button", { name: "Check the rows" }));
  await page.getByText("Organizations · UTF-8 · checked").waitFor();
  await pressTwice(page.getByRole("button", { name: "Import 2 rows" }));
  await page.getByText("Organizations · UTF-8 · imported").waitFor();
  await page.getByRole("heading", { name: "What was done" }).waitFor();

  // So are worksites from election records; their union is found in the directory.
  await drop(page, "Worksites", "elections.csv", elections);
  await page.getByText("read as NLRB elections").waitFor();
  await nextStep(page, "Check the rows");
  await nextStep(page, "Import 2 rows");
  await page.getByText("Worksites · UTF-8 · imported").waitFor();
  const sites = await journey.api(page, "GET", "/worksites");
  assert.deepEqual(sites.items.map((one) => one.eligible).sort(), [118, 46]);
  assert.ok(
    sites.items.every((one) => one.organization_name?.startsWith("Teamsters")),
    "both belong to their local",
  );

  // A list of people has columns that no program could know.
  await drop(page, "People", "supporters.csv", people);
  const holds = (column) => page.getByLabel(`What ${column} holds`);
  await holds("Reach at").selectOption("E-mail");
  await holds("OK to e-mail").selectOption("Consent to e-mail");
  await holds("Shirt size").selectOption("a field of our own");
  await page.getByLabel("Name of the field").fill("Shirt");
  await journey.shot(page, "import-columns", {
    reload: false,
    ready: (one) => one.getByLabel("Name of the field").waitFor(),
  });
  await nextStep(page, "Check the rows");
  await page.getByRole("heading", { name: "What will happen" }).waitFor();
  await page.getByRole("heading", { name: "Rejected rows" }).waitFor();
  await journey.shot(page, "import-preflight", {
    ready: (one) => one.getByRole("table").first().waitFor(),
  });
  assert.equal(
    (await journey.api(page, "GET", "/people/count")).count,
    0,
    "nothing is written before it is wanted",
  );

  await nextStep(page, "Import 2 rows");
  await page.getByText("People · UTF-8 · imported").waitFor();
  await journey.shot(page, "import-done", {
    ready: (one) => one.getByRole("table").first().waitFor(),
  });

  // The rejected rows come with their reasons, are mended, and go in.
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the rejected rows" }).click();
  const rejected = await readFile(await (await coming).path(), "utf8");
  assert.match(rejected, /Lindqvist/);
  assert.match(rejected, /Abara/);
  assert.doesNotMatch(rejected, /Quiroga/);
  const mended = rejected.replace("tomas.lindqvist at mail", "tomas.lindqvist@mail").replace("maybe", "no");
  await drop(page, "People", "supporters-mended.csv", mended);
  assert.equal(await holds("Reach at").inputValue(), "email", "the columns are remembered");
  await nextStep(page, "Check the rows");
  await nextStep(page, "Import 2 rows");
  await page.getByText("People · UTF-8 · imported").waitFor();
  assert.equal((await journey.api(page, "GET", "/people/count")).count, 4);

  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "People" }).click();
  await page.getByRole("searchbox").fill("quiroga");
  await page.getByRole("link", { name: "Marisol Quiroga" }).click();
  await page.getByText("Shirt: M", { exact: true }).waitFor();
  await page.getByRole("tab", { name: /Memberships/ }).click();
  await page.getByRole("link", { name: "Teamsters LU No 88" }).waitFor();

  // All of one list is taken back; the other stays, and with it the field that it uses.
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Imports" }).click();
  await page.getByRole("link", { name: "supporters.csv" }).click();
  await nextStep(page, "Undo the whole import");
  await page.getByText("Taken back but for 1 record that was changed since, or that others use.").waitFor();
  assert.equal((await journey.api(page, "GET", "/people/count")).count, 2);
  journey.assertQuiet();
});

test("what cannot be read is said in words", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  await page.goto("/imports");
  await page.locator('input[type="file"]').setInputFiles({
    name: "list.xlsx",
    mimeType: "application/zip",
    buffer: Buffer.from("PK\u0003\u0004\u0000\u0000"),
  });
  await page.getByRole("alert").getByText("This is a workbook or a ZIP, not text.").waitFor();
  await journey.checkAccess(page, "a file that is refused");
  journey.assertQuiet();
});

test("a long import shows how far it is and can be stopped", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  const rows = Array.from({ length: 200_000 }, (_, at) => [
    `Given${at}`,
    `Family${at}`,
    `p${at}@mail.example`,
  ]);
  await page.goto("/imports");
  await drop(
    page,
    "People",
    "long.csv",
    csv(["First", "Last", "E-mail"]) + rows.map((row) => row.join(",")).join("\n"),
  );
  await nextStep(page, "Check the rows");
  await nextStep(page, "Import 200,000 rows");
  await page.getByRole("progressbar", { name: "importing" }).waitFor();
  await page.getByText(/[\d,]+ of about [\d,]+/).waitFor();
  const { pathname: path } = new URL(page.url());
  const running = await journey.api(page, "GET", path);
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("People · UTF-8 · stopped halfway").waitFor();
  const written = (await journey.api(page, "GET", "/people/count")).count;
  assert.ok(written < 200_000, `${written} were written`);
  await page.getByRole("button", { name: "Undo the whole import" }).click();
  await page.getByText("Everything this import wrote was taken back.").waitFor({ timeout: 60_000 });

  // Its picture is taken last, of the answer held fast: a quick machine may not wait for the photographer.
  await page.route(`**/api/v1${path}`, (route) => route.fulfill({ json: running }));
  await page.reload();
  await page.getByRole("progressbar", { name: "importing" }).waitFor();
  await journey.shot(page, "import-running", {
    reload: false,
    widths: [1440],
    ready: (one) => one.getByRole("heading", { level: 1 }).waitFor(),
  });
  journey.assertQuiet();
});
