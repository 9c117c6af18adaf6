// The directory: bodies and worksites entered, found, edited by two people at once who are shown both versions.
import assert from "node:assert/strict";
import { test } from "node:test";
import { owner, start } from "./support/journey.mjs";

test("an organizer enters a council, its local and a worksite, and finds them again", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  const places = page.getByRole("navigation", { name: "Places" });

  await places.getByRole("link", { name: "Organizations" }).click();
  await page.getByRole("heading", { name: "No organizations yet" }).waitFor();
  await journey.shot(page, "organizations-none");
  const add = async (name, more) => {
    await page.getByRole("button", { name: "Add an organization" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Name", exact: true }).fill(name);
    await more(dialog);
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await places.getByRole("link", { name: "Organizations" }).click();
  };
  await add("Bay Labor Council", (dialog) => dialog.getByLabel("Kind").selectOption("Council"));
  await add("Harbor Workers Local 12", async (dialog) => {
    await dialog.getByRole("textbox", { name: "Belongs to" }).fill("bay");
    await page.getByRole("option", { name: /Bay Labor Council/ }).click();
    await dialog.getByRole("textbox", { name: "Number" }).fill("12");
    await dialog.getByRole("textbox", { name: "City" }).fill("Port Calder");
    await dialog.getByRole("textbox", { name: "Members" }).fill("242");
  });

  // Typed quickly: every letter stands, and the address follows.
  await page.getByRole("searchbox").pressSequentially("port calder", { delay: 10 });
  await page.waitForURL(/search=port\+calder/);
  assert.equal(await page.getByRole("searchbox").inputValue(), "port calder");
  await page.getByRole("cell", { name: "Port Calder" }).waitFor();
  await page.getByRole("link", { name: "Harbor Workers Local 12" }).click();
  await page.getByText("Local · Port Calder · 242 members").waitFor();

  await places.getByRole("link", { name: "Worksites" }).click();
  await page.getByRole("button", { name: "Add a worksite" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Pier 9 container terminal");
  await dialog.getByRole("textbox", { name: "Local" }).fill("harbor");
  await page.getByRole("option", { name: /Harbor Workers Local 12/ }).click();
  await dialog.getByRole("textbox", { name: "Workers in the unit" }).fill("118");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("cell", { name: "Pier 9 container terminal" }).waitFor();
  await journey.shot(page, "worksites");

  // The page of the local has both, and says what is next to do for it.
  await places.getByRole("link", { name: "Organizations" }).click();
  await page.getByRole("link", { name: "Harbor Workers Local 12" }).click();
  await page.getByText("Pier 9 container terminal").waitFor();
  await page.getByText("No drive yet").waitFor();
  // What others build on is not removed.
  await places.getByRole("link", { name: "Organizations" }).click();
  await page.getByRole("link", { name: "Bay Labor Council" }).first().click();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await page
    .getByRole("alert")
    .getByText(/used|refer|belong/i)
    .waitFor();
  journey.assertQuiet();
});

test("of two who change one local the second is shown both versions and chooses", async (t) => {
  const journey = await start(t);
  const first = await journey.owner();
  const local = await journey.api(first, "POST", "/organizations", {
    kind: "local",
    name: "Harbor Workers Local 12",
    city: "Port Calder",
    members: 242,
  });
  const second = await journey.newPage();
  await journey.signIn(second, owner);
  const path = `/organizations/${local.id}`;
  for (const page of [first, second]) {
    await page.goto(path);
    await page.getByRole("button", { name: "Edit" }).click();
  }
  const box = (page, name) => page.getByRole("dialog").getByRole("textbox", { name, exact: true });
  await box(second, "Members").fill("251");
  await box(second, "City").fill("Port Calder Heights");
  await box(first, "Members").fill("260");
  await box(first, "Website").fill("https://harbor12.example");
  await first.getByRole("button", { name: "Save" }).click();
  await first.getByRole("dialog").waitFor({ state: "hidden" });
  // The second sees the first's save behind the dialog without loading the page again.
  await second.getByText("Local · Port Calder · 260 members").waitFor();

  await second.getByRole("button", { name: "Save" }).click();
  await second.getByText("Somebody else changed this in the meantime").waitFor();
  await second.getByRole("radio", { name: /260/ }).waitFor();
  await journey.shot(second, "both-versions", {
    reload: false,
    ready: (page) => page.getByRole("radio", { name: /251/ }).waitFor(),
  });
  await second.getByRole("radio", { name: /260/ }).check();
  await second.getByRole("button", { name: "Save what I chose" }).click();
  await second.getByRole("dialog").waitFor({ state: "hidden" });

  // Theirs where it was chosen, mine where only I changed, theirs where only they did.
  const stored = await journey.api(first, "GET", path);
  assert.equal(stored.members, 260);
  assert.equal(stored.city, "Port Calder Heights");
  assert.equal(stored.website, "https://harbor12.example");
  await first.getByText("Local · Port Calder Heights · 260 members").waitFor();
  journey.assertQuiet();
});
