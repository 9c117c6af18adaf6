// The slate board: cells, filters, the table, the map with the keyboard, and the files.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { start } from "./support/journey.mjs";
import { organizer, sample } from "./support/sample.mjs";

test("an organizer reads the board as cells, table and map, and takes it along", async (t) => {
  const journey = await start(t, { prepare: sample(2000) });
  const page = await journey.newPage();
  await journey.signIn(page, organizer);
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Slate board" }).click();
  const ready = (one) => one.getByRole("tabpanel").getByRole("table").waitFor();
  await ready(page);
  const board = await journey.api(page, "GET", page.url().replace(/^.*\/slates/, "/slates") + "/board");
  await page.getByText(`${board.won} of ${board.wanted} endorsements won`).waitFor();
  await journey.shot(page, "board", { ready });

  // A cell says what stands there, and leads to its drive.
  const open = board.cells.find((cell) => cell.outcome === "open" && cell.candidate_id);
  const organization = board.organizations.find((one) => one.id === open.organization_id);
  await page.getByRole("searchbox").fill(organization.name);
  await page.locator(`a[href="/drives/${open.drive_id}"]`).click();
  await page.getByRole("heading", { level: 1, name: new RegExp(organization.name) }).waitFor();
  await page.goBack();

  // What is chosen stands in the address.
  await page.getByRole("searchbox").fill("");
  await page.getByLabel("Outcome").selectOption("Endorsed");
  await page.getByRole("tab", { name: "Table" }).click();
  await page.waitForURL(/outcome=endorsed.*view=table|view=table.*outcome=endorsed/);
  await journey.checkAccess(page, "the board as a table");
  await page.goto(page.url().replace(/\?.*/, "?view=table"));
  await journey.shot(page, "board-table", { ready });

  // The map, with the keyboard alone.
  await page.getByRole("tab", { name: "Map" }).click();
  const map = page
    .getByRole("group", { name: /Organizations on the map/ })
    .or(page.getByRole("img", { name: /Organizations on the map/ }))
    .first();
  await map.waitFor();
  await journey.shot(page, "board-map", {
    ready: (one) => one.getByRole("button", { name: /Zoom in|Acercar/ }).waitFor(),
  });
  const places = () => page.getByRole("tabpanel").locator("g[role=button]").count();
  const before = await places();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  assert.notEqual(await places(), 0);
  await page.getByRole("button", { name: "The whole map" }).click();
  assert.equal(await places(), before);

  for (const [entry, kind] of [
    ["Table (CSV)", "csv"],
    ["Workbook (XLSX)", "xlsx"],
  ]) {
    await page.getByRole("button", { name: "Export" }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: entry }).click();
    const bytes = await readFile(await (await coming).path());
    if (kind === "csv") {
      const lines = bytes.toString("utf8").trim().split(/\r?\n/);
      assert.equal(lines.length - 1, board.cells.length, "a line for each cell");
    } else {
      assert.equal(bytes.subarray(0, 2).toString(), "PK");
    }
  }
  journey.assertQuiet();
});
