// The wall chart: set with one key, seen by another at once, undone, filtered, printed.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { start } from "./support/journey.mjs";
import { busiestChart, organizer, sample } from "./support/sample.mjs";
import { root } from "./support/server.mjs";

test("two organizers see each other's changes on the wall chart", async (t) => {
  const journey = await start(t, { prepare: sample(5000) });
  const one = await journey.newPage();
  const two = await journey.newPage();
  await journey.signIn(one, organizer);
  await journey.signIn(two, organizer);
  const { path } = await busiestChart(journey, one);
  await one.goto(path);
  await two.goto(path);
  const grid = (page) => page.getByRole("grid");
  await grid(one).waitFor();
  await grid(two).waitFor();

  // Arrow keys move, a digit sets, L makes a leader.
  await grid(one).focus();
  await one.keyboard.press("ArrowRight");
  await one.keyboard.press("ArrowDown");
  const id = await grid(one).getAttribute("aria-activedescendant");
  const cell = (page) => page.locator(`[id="${id}"]`);
  const before = await cell(one).getAttribute("data-d");
  const wanted = before === "5" ? "4" : "5";
  await one.keyboard.press(wanted);
  // Shown at once: before the server has answered, as soon as the browser draws.
  const shows = ([id, wanted]) => document.getElementById(id)?.dataset.d === wanted;
  await one.waitForFunction(shows, [id, wanted], { timeout: 1000 });
  await two.waitForFunction(shows, [id, wanted]);

  // Undo is seen as well.
  await one.getByRole("button", { name: "Undo" }).last().click();
  await two.waitForFunction(
    ([id, before]) => document.getElementById(id)?.dataset.d === before,
    [id, before],
  );

  await grid(one).focus();
  await one.keyboard.press("Enter");
  await one.getByRole("dialog").waitFor();
  await journey.checkAccess(one, "the side panel");
  await one.getByRole("dialog").getByRole("button", { name: "Log a conversation" }).click();
  await one.getByRole("heading", { name: "Log a conversation" }).waitFor();
  await journey.checkAccess(one, "logging from the side panel");
  await one.keyboard.press("Escape");
  await one.getByRole("dialog").waitFor({ state: "hidden" });

  await one.getByLabel("Show").selectOption({ label: "Not talked to" });
  assert.equal(await one.locator('[role="gridcell"][data-a="2"]').count(), 0);
  await one.getByLabel("Show").selectOption({ label: "Everyone" });
  await journey.shot(one, "wall-chart", {
    ready: (page) => grid(page).waitFor(),
  });

  mkdirSync(join(root, "tests/journeys/output"), { recursive: true });
  for (const paper of ["a3", "a4"]) {
    await one.evaluate((wanted) => {
      document.querySelector("[data-paper]").dataset.paper = wanted;
    }, paper);
    const pdf = await one.pdf({
      preferCSSPageSize: true,
      printBackground: true,
    });
    const box = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString("latin1"));
    const width = Math.round((Number(box?.[1]) / 72) * 25.4);
    assert.equal(width, paper === "a3" ? 420 : 297, `${paper} in landscape`);
  }
  // What is less than a sheet is followed by no empty one.
  await one.getByPlaceholder("Find a worker by name").fill("zz");
  await one.waitForFunction(() => document.querySelectorAll('[role="gridcell"]').length === 0);
  const pdf = await one.pdf({ preferCSSPageSize: true });
  assert.equal(pdf.toString("latin1").match(/\/Type ?\/Page\b/g).length, 1);
  journey.assertQuiet();
});
