// People: added, found, placed in a local, edited by two at once, put back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { owner, start } from "./support/journey.mjs";

test("an organizer adds a person, says where they belong and what they agreed to, and takes a change back", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();

  await page.goto("/organizations");
  await page.getByRole("button", { name: "Add an organization" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Warehouse Workers Local 88");
  await page.getByRole("textbox", { name: "City" }).fill("Riverton");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: "Warehouse Workers Local 88" }).waitFor();

  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "People" }).click();
  await page.getByRole("button", { name: "Add a person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Given name" }).fill("Marisol");
  await dialog.getByRole("textbox", { name: "Family name" }).fill("Quiroga");
  await dialog.getByRole("textbox", { name: "E-mail" }).fill("marisol@example");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("This is not an e-mail address.").first().waitFor();
  await dialog.getByRole("textbox", { name: "E-mail" }).fill("marisol@example.org");
  await dialog.getByRole("textbox", { name: "Phone" }).fill("(402) 555-0123");
  await dialog.getByRole("textbox", { name: "Union, local or other body" }).fill("warehouse 88");
  await page.getByRole("option", { name: /Warehouse Workers Local 88/ }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: "Marisol Quiroga" }).waitFor();
  await page.getByRole("link", { name: "(402) 555-0123" }).waitFor();
  await journey.shot(page, "person");

  await page.getByRole("tab", { name: /Memberships/ }).click();
  await page.getByRole("link", { name: "Warehouse Workers Local 88" }).waitFor();

  await page.getByRole("tab", { name: "Consents" }).click();
  await page.getByRole("button", { name: /They agreed.*E-mail/ }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Say how and when they agreed.").first().waitFor();
  await page.getByRole("textbox", { name: "How did they say so?" }).fill("Told me at the June meeting");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: /They took it back.*E-mail/ }).waitFor();

  // The workspace has a field of its own: a value is given, changed, put back, and taken away.
  await journey.api(page, "POST", "/custom-fields", { name: "Shirt size" });
  await page.getByRole("tab", { name: "Details" }).click();
  const own = page.getByRole("region", { name: "Own fields" });
  await own.getByRole("button", { name: "Add" }).click();
  await dialog.getByLabel("Field").selectOption("Shirt size");
  await dialog.getByRole("textbox", { name: "Value" }).fill("M");
  await journey.checkAccess(page, "a value of an own field");
  await dialog.getByRole("button", { name: "Save" }).click();
  await own.getByText("Shirt size: M").waitFor();
  const value = async (text) => {
    await own.getByRole("button", { name: "Edit Shirt size" }).click();
    await dialog.getByRole("textbox", { name: "Value" }).fill(text);
    await dialog.getByRole("button", { name: "Save" }).click();
  };
  await value("XL");
  await own.getByText("Shirt size: XL").waitFor();
  await page.getByRole("tab", { name: "History" }).click();
  await page.getByText("Own field changed").waitFor();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await page.getByRole("tab", { name: "Details" }).click();
  await own.getByText("Shirt size: M").waitFor();
  await value("");
  await own.getByText("Nothing is recorded in them yet.").waitFor();

  // A typing error, and its undo.
  await page.getByRole("button", { name: "Edit", exact: true }).first().click();
  await page.getByRole("textbox", { name: "Given name" }).fill("Marysol");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: "Marysol Quiroga" }).waitFor();
  await page.getByRole("tab", { name: "History" }).click();
  await page.getByText("Person changed").waitFor();
  await journey.checkAccess(page, "person's history");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Marisol Quiroga" }).waitFor();

  // Found by the start of what one remembers.
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "People" }).click();
  for (const remembered of ["quir", "marisol@", "402 555"]) {
    await page.getByRole("searchbox").fill(remembered);
    await page.getByRole("cell", { name: "Marisol Quiroga" }).waitFor();
  }
  await page.getByRole("searchbox").fill("nobody");
  await page.getByRole("heading", { name: /Nobody found/ }).waitFor();
  journey.assertQuiet();
});

test("two who edit one person are shown both versions, and each sees the other's change", async (t) => {
  const journey = await start(t);
  const first = await journey.owner();
  const record = await journey.api(first, "POST", "/people", {
    given_name: "Rosa",
    family_name: "Lima",
    note: "works nights",
  });
  const path = `/people/${record.person.id}`;
  const second = await journey.newPage();
  await journey.signIn(second, owner);
  await first.goto(path);
  await second.goto(path);

  const edit = async (page, field, text) => {
    await page.getByRole("button", { name: "Edit", exact: true }).first().click();
    await page.getByRole("textbox", { name: field }).fill(text);
  };
  await edit(first, "Note", "works mornings");
  await edit(second, "Note", "works weekends");
  await second.getByRole("textbox", { name: "Family name" }).fill("Lima Soto");
  await first.getByRole("button", { name: "Save" }).click();
  await first.getByRole("dialog").waitFor({ state: "hidden" });
  await second.getByRole("button", { name: "Save" }).click();
  await second.getByText("Somebody else changed this in the meantime").waitFor();
  await second.getByRole("radio", { name: /works mornings/ }).waitFor();
  await journey.checkAccess(second, "conflict");
  await second.getByRole("radio", { name: /works weekends/ }).check();
  await second.getByRole("button", { name: "Save what I chose" }).click();
  await second.getByRole("heading", { level: 1, name: "Rosa Lima Soto" }).waitFor();

  // The first sees it without loading the page again.
  await first.getByRole("heading", { level: 1, name: "Rosa Lima Soto" }).waitFor();
  await first.getByText("works weekends").waitFor();

  // Different fields: both changes stand.
  await edit(first, "Note", "steward since May");
  await journey.api(second, "PATCH", path, { suffix: "Jr." });
  await first.getByRole("button", { name: "Save" }).click();
  await first.getByText(/your changes were put on top/).waitFor();
  await first.getByRole("button", { name: "Save" }).click();
  await first.getByRole("heading", { level: 1, name: "Rosa Lima Soto Jr." }).waitFor();
  const stored = await journey.api(first, "GET", path);
  assert.equal(stored.person.note, "steward since May");
  journey.assertQuiet();
});

test("many people are assigned at once to whoever talks with them, and taken back", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  for (const given of ["Ana", "Bo", "Cy"])
    await journey.api(page, "POST", "/people", { given_name: given, family_name: "Rivera" });
  await page.goto("/people");
  await page.getByRole("link", { name: "Cy Rivera" }).waitFor();
  const boxes = page.locator("tbody").getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByText("2 chosen").waitFor();
  await journey.shot(page, "people-chosen", {
    reload: false,
    ready: (one) => one.getByText("2 chosen").waitFor(),
  });
  await page.getByLabel("Assign to").selectOption({ label: owner.name });
  await page.getByRole("button", { name: "Assign them" }).click();
  await page.getByText("2 people are assigned.").waitFor();
  await page.getByLabel("Assigned", { exact: true }).selectOption({ label: "Assigned to nobody" });
  await page.getByRole("link", { name: "Ana Rivera" }).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Cy Rivera" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: "Ana Rivera" }).waitFor();
  await journey.shot(page, "people-unassigned");
  journey.assertQuiet();
});
