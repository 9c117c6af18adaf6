// History: every change of everybody, put back where nothing was built on it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { owner, start } from "./support/journey.mjs";

test("a change is found in the history and put back, and another sees it at once", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  const person = await journey.api(page, "POST", "/people", {
    given_name: "Rosa",
    family_name: "Lima",
  });
  const path = `/people/${person.person.id}`;
  await journey.api(page, "PATCH", path, { family_name: "Lima Soto" });
  await journey.api(page, "POST", "/organizations", {
    kind: "local",
    name: "Local 88",
  });
  const other = await journey.newPage();
  await journey.signIn(other, owner);
  await other.goto(path);
  await other.getByRole("heading", { level: 1, name: "Rosa Lima Soto" }).waitFor();

  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "History" }).click();
  await page.getByRole("cell", { name: "Changed a person", exact: true }).waitFor();
  await journey.shot(page, "history", {
    ready: (one) => one.getByRole("table").waitFor(),
  });
  await page.getByLabel("Kind").selectOption("Edits");
  await page.waitForURL(/kind=edit/);
  await page.getByRole("cell", { name: "Added a person", exact: true }).waitFor({ state: "hidden" });
  await page.getByRole("button", { name: /Undo.*Changed a person/ }).click();
  await page.getByText("1 record put back").first().waitFor();
  await other.getByRole("heading", { level: 1, name: "Rosa Lima", exact: true }).waitFor();

  // In Spanish the changes are named in Spanish.
  await page.getByLabel("Kind").selectOption("All changes");
  await page
    .getByRole("button", { name: new RegExp(owner.name) })
    .or(page.getByRole("button", { name: /Riverbend/ }))
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Español" }).click();
  await page.getByRole("cell", { name: "Cambió una persona", exact: true }).waitFor();

  // What somebody changed since is left alone, and said so.
  const stored = await journey.api(page, "GET", path);
  assert.equal(stored.person.family_name, "Lima");
  journey.assertQuiet();
});
