// From a sign-up on the public page to supporters who know each other: without scripts, in Spanish too, placed in
// their local or waiting for an organizer, and introduced through a real mail server.
import assert from "node:assert/strict";
import { test } from "node:test";
import { start } from "./support/journey.mjs";

const fill = async (page, { name, email, union, introduction = true }) => {
  await page.locator("#name").fill(name);
  await page.locator("#email").fill(email);
  await page.locator("#organization").fill(union);
  await page.locator('input[name="email_consent"]').check();
  if (introduction) await page.locator('input[name="introduction_consent"]').check();
};

test("supporters sign up, are placed or wait, and are introduced to each other", async (t) => {
  const journey = await start(t);
  const organizer = await journey.owner();
  for (const [name, number] of [
    ["Teamsters Local 810", "810"],
    ["Teamsters Local 705", "705"],
  ])
    await journey.api(organizer, "POST", "/organizations", {
      kind: "local",
      name,
      affiliation: "IBT",
      number,
      city: "Riverton",
      state: "NB",
    });
  const { workspace } = await journey.api(organizer, "GET", "/session");
  const address = `/join/${workspace.slug}`;

  // As a phone without scripts sees it: look the union up by the button, then choose.
  const plain = await journey.newPage({
    width: 390,
    height: 844,
    javaScriptEnabled: false,
  });
  await plain.goto(`${address}?lang=es`);
  await plain.getByRole("button", { name: "Cuenten conmigo" }).waitFor();
  await plain.locator("#organization").fill("teamsters");
  await plain.getByRole("button", { name: "Buscarlo" }).click();
  await plain.getByLabel(/Teamsters Local 705/).check();
  await fill(plain, {
    name: "Marisol Quiroga",
    email: "marisol@example.org",
    union: "teamsters",
  });
  await plain.getByRole("button", { name: "Cuenten conmigo" }).click();
  await plain.getByText("Gracias. Contamos con usted.").waitFor();
  await plain.getByText("Teamsters Local 705").waitFor();

  // Faults are told, and what was written stays.
  await plain.goto(`${address}?lang=en`);
  await plain.locator("#name").fill("No Address");
  await plain.getByRole("button", { name: "Count me in" }).click();
  await plain.getByRole("alert").waitFor();
  assert.equal(await plain.locator("#name").inputValue(), "No Address");

  // With scripts the list follows what is typed.
  const visitor = await journey.newPage();
  await visitor.goto(`${address}?lang=en`);
  await journey.checkAccess(visitor, "join");
  await journey.shot(visitor, "join", { reload: false });
  await visitor.locator("#organization").pressSequentially("teamsters 81");
  await visitor.getByRole("button", { name: /Teamsters Local 810/ }).click();
  assert.match(await visitor.locator("#organization").inputValue(), /Local 810/);

  for (const [name, union] of [
    ["Ana Ruiz", "IBT Local 810"],
    ["Ben Stone", "teamsters 810"],
    ["Cleo Hart", "Local 810 of the Teamsters"],
    ["Dan Vega", "the teamsters"],
  ]) {
    await visitor.goto(`${address}?lang=en`);
    await fill(visitor, {
      name,
      email: `${name.split(" ")[0].toLowerCase()}@example.org`,
      union,
    });
    await visitor.getByRole("button", { name: "Count me in" }).click();
    await visitor.getByText("You are counted in").waitFor();
  }

  // What is unsure waits; the organizer decides.
  await organizer.goto("/placements");
  await organizer.getByText("the teamsters").waitFor();
  await journey.shot(organizer, "placements");
  await organizer
    .getByRole("button", { name: /Teamsters Local 810/ })
    .first()
    .click();
  await organizer.getByText("Nobody is waiting").waitFor();

  // The formation is there by itself; its members are introduced.
  await organizer.goto("/formations");
  await organizer.getByRole("link", { name: /Teamsters Local 810/ }).click();
  await organizer.getByText("Ana Ruiz").waitFor();
  await journey.shot(organizer, "formation");
  await organizer.getByRole("button", { name: "Introduce them" }).click();
  await organizer.getByRole("button", { name: "Send 4 letters" }).click();
  const letter = await journey.mail.to("ana@example.org");
  assert.match(letter.headers.from, /^"?Rosa Delgado, Riverbend Alliance"? </);
  assert.equal(letter.headers["reply-to"], "rosa@example.org");
  assert.equal(letter.headers["auto-submitted"], undefined);
  assert.match(letter.text, /Ben Stone/);
  assert.match(letter.text, /Dan Vega/);
  assert.doesNotMatch(letter.text, /Marisol/);
  journey.assertQuiet();
});
