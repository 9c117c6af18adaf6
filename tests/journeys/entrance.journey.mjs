// The first start: set up, sign out, sign in, in either language.
import assert from "node:assert/strict";
import { test } from "node:test";
import { owner, start, workspace } from "./support/journey.mjs";

test("the first owner sets up, signs out and in again, and changes the language", async (t) => {
  const journey = await start(t);
  const page = await journey.newPage();

  await page.goto(new URL(journey.server.setUpLink()).pathname);
  await journey.shot(page, "set-up");
  await journey.setUp(page);
  const menu = () => page.getByRole("button", { name: workspace });
  await menu().waitFor();

  // The link works once.
  const second = await journey.newPage();
  await second.goto(new URL(journey.server.setUpLink()).pathname);
  await second.getByLabel("Name of your workspace").fill("Another");
  await second.getByLabel("Your name").fill("Somebody Else");
  await second.getByLabel("Your e-mail").fill("else@example.org");
  await second.getByLabel("A password").fill(owner.password);
  await second.getByRole("button", { name: "Set it up" }).click();
  await second.getByText("used already").waitFor();

  await menu().click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await journey.shot(page, "sign-in");

  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await menu().waitFor();

  await menu().click();
  await page.getByRole("menuitem", { name: "Español" }).click();
  await page.getByRole("link", { name: "Personas", exact: true }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "es");
  await page.reload();
  await page.getByRole("link", { name: "Personas", exact: true }).waitFor();
  await menu().click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await page.getByRole("link", { name: "People", exact: true }).click();
  await journey.shot(page, "people-empty");

  await page.goto("/nothing-of-ours");
  await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
  journey.assertQuiet();
});

test("who presses a set-up link's button twice is in all the same", async (t) => {
  const journey = await start(t);
  const page = await journey.newPage();
  await page.goto(new URL(journey.server.setUpLink()).pathname);
  await page.getByLabel("Name of your workspace").fill(workspace);
  await page.getByLabel("Your name").fill(owner.name);
  await page.getByLabel("Your e-mail").fill(owner.email);
  await page.getByLabel("A password").fill(owner.password);
  await page.getByRole("button", { name: "Set it up" }).dblclick();
  await page.getByRole("navigation", { name: "Places" }).waitFor();
  journey.assertQuiet();
});

test("an empty workspace leads through its first steps", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  const steps = page.getByRole("region", { name: "First steps" });
  await steps.waitFor();
  await journey.shot(page, "first-steps", {
    ready: (one) => one.getByRole("listitem").first().waitFor(),
  });
  await steps.getByRole("link", { name: "Import a directory" }).click();
  await page.getByRole("button", { name: "Organizations", pressed: true }).waitFor();

  await journey.api(page, "POST", "/organizations", {
    kind: "local",
    name: "Harbor Workers Local 12",
  });
  await page.goto("/my-day");
  await steps.getByRole("listitem").first().getByText("done").waitFor();
  await steps.getByRole("link", { name: "Add candidates" }).click();
  await page.locator("header").getByRole("button", { name: "Add a race" }).waitFor();

  const race = await journey.api(page, "POST", "/races", {
    name: "City Council, ward 4",
    level: "local",
    election_on: "2030-11-05",
  });
  const { candidate } = await journey.api(page, "POST", "/candidates", {
    race_id: race.id,
    given_name: "Elena",
    family_name: "Rivera",
    line: ["independent"],
  });
  await page.getByRole("button", { name: "Add a candidate" }).waitFor();
  const { items } = await journey.api(page, "GET", "/organizations");
  await journey.api(page, "POST", "/drives", {
    kind: "endorsement",
    organization_id: items[0].id,
    candidate_id: candidate.id,
  });
  await journey.api(page, "POST", "/people", {
    given_name: "Rosa",
    family_name: "Lima",
  });
  await page.goto("/my-day");
  await page
    .getByRole("heading", {
      name: "Nobody is assigned to you, and no follow-up is due",
    })
    .waitFor();
  journey.assertQuiet();
});

test("a page asked for without a session is shown after signing in", async (t) => {
  const journey = await start(t);
  await journey.owner();
  const page = await journey.newPage({ width: 390, height: 844 });
  await page.goto("/people?search=ana");
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "People" }).waitFor();
  assert.equal(new URL(page.url()).search, "?search=ana");

  // The drawer of narrow screens opens and closes by keys.
  const open = page.getByRole("button", { name: "Open the menu" });
  await open.click();
  await page.getByRole("link", { name: "People", exact: true }).waitFor();
  await journey.checkAccess(page);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "People", exact: true }).waitFor({ state: "hidden" });
  journey.assertQuiet();
});
