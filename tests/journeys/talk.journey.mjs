// A volunteer's day on the phone: a talk logged in under ten seconds, without a signal, sent once there is one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { start } from "./support/journey.mjs";
import { organizer, sample, volunteer } from "./support/sample.mjs";

const phone = { width: 390, height: 844 };

test("a volunteer logs talks without a signal, and they are sent once", async (t) => {
  const journey = await start(t, { prepare: sample(3000) });
  const page = await journey.newPage(phone);
  await page.goto("/talk");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("E-mail").fill(volunteer.email);
  await page.getByLabel("Password").fill(volunteer.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const people = page.locator("ul.people a");
  await people.first().waitFor();
  const ready = async () => people.first().waitFor();
  await journey.shot(page, "my-day", {
    widths: [390],
    fullPage: false,
    ready,
  });

  await people.first().click();
  await page.getByRole("button", { name: "Save, next" }).waitFor();
  await journey.shot(page, "talk", {
    widths: [390],
    fullPage: false,
    ready: () => page.locator("form textarea").waitFor(),
  });

  // The app is on the phone once it has been opened; then the signal goes.
  await page.waitForFunction(async () => {
    const kept = await (await caches.open("talk-1")).keys();
    return kept.filter((one) => new URL(one.url).pathname.startsWith("/assets/")).length >= 4;
  });
  await page.context().setOffline(true);
  await page.reload();
  const first = await page.getByRole("heading", { level: 1 }).innerText();
  const began = Date.now();
  await page.locator("label").filter({ hasText: "For" }).click();
  await page
    .getByRole("group", { name: /What matters/ })
    .getByRole("button")
    .first()
    .click();
  await page.getByRole("button", { name: "Save, next" }).click();
  await page.getByText(`Logged: ${first.replace(" ★", "")}`).waitFor();
  assert.ok(Date.now() - began < 10_000, "logged in under ten seconds");
  await page.getByText("1 waiting").waitFor();

  // Closing the app loses nothing.
  await page.reload();
  await page.getByText("1 waiting").waitFor();
  await page.getByRole("button", { name: "No answer" }).click();
  await page.getByText("2 waiting").waitFor();

  await page.context().setOffline(false);
  await page.getByText("Everything is sent").waitFor({ timeout: 30_000 });
  const sent = async () => (await journey.api(page, "GET", "/my-day")).talked_to_today;
  assert.ok((await sent()) >= 1);

  // The last of it is undone.
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText(/Taken back/).waitFor();

  await page.goto("/talk");
  await people.first().waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).waitFor();
  const kept = await page.evaluate(
    () =>
      new Promise((done) => {
        const opened = indexedDB.open("wallchart-talk");
        opened.onsuccess = () => {
          const asked = opened.result.transaction("day").objectStore("day").count();
          asked.onsuccess = () => done(asked.result);
        };
      }),
  );
  assert.equal(kept, 0, "nothing of the day stays on the phone");
});

test("an organizer plans the day on a laptop", async (t) => {
  const journey = await start(t, { prepare: sample(1000) });
  const page = await journey.newPage();
  await journey.signIn(page, organizer);
  await page.getByRole("link", { name: "My day" }).click();
  await page.getByRole("heading", { name: "My day" }).waitFor();
  await journey.checkAccess(page);
  journey.assertQuiet();
});
