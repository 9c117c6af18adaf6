// Somebody who is there twice: found by a look through everyone, judged, merged, and taken back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { start } from "./support/journey.mjs";

const given = ["Ana", "Ivo", "Rosa", "Tunde", "Priya", "Jun", "Colleen", "Malik", "Ingrid", "Paz"];
const family = ["Li", "Petrov", "Lima", "Abara", "Shah", "Park", "Hughes"];

test("an organizer judges who is one person and who are two", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  const add = (person) => journey.api(page, "POST", "/people", person);
  for (let at = 0; at < 60; at += 1) {
    const name = [given[at % given.length], family[at % family.length]];
    await add({
      given_name: name[0],
      family_name: name[1],
      email: `${name.join(".").toLowerCase()}@example.org`,
      phone: `402${2_000_000 + ((at * 1_037_389) % 7_999_993)}`,
    });
  }
  await add({
    given_name: "Elizabeth",
    family_name: "Rivera-Soto",
    email: "liz@example.org",
    phone: "4025550177",
  });
  const liz = {
    given_name: "Liz",
    family_name: "Rivera",
    email: "liz@example.org",
    phone: "(402) 555-0177",
  };
  await add({ ...liz, note: "Steward on nights" });
  // Father and son of one name and one phone.
  const juan = {
    given_name: "Juan",
    family_name: "Beltrán",
    phone: "4025550188",
  };
  const father = await add({ ...juan, suffix: "Sr." });
  const son = await add({ ...juan, suffix: "Jr." });
  for (const [record, birth_date] of [
    [father, "1958-03-02"],
    [son, "1986-11-20"],
  ])
    await journey.api(page, "PATCH", `/people/${record.person.id}`, {
      birth_date,
    });

  await page.goto("/duplicates");
  await page.getByText("No pair is waiting").waitFor();
  await journey.shot(page, "duplicates-empty");
  await page.getByRole("button", { name: "Look through everyone" }).click();
  const pair = page.getByRole("listitem", { name: /Rivera/ });
  await pair.waitFor();
  assert.equal(await page.getByRole("listitem", { name: /Beltrán/ }).count(), 0, "father and son stay apart");
  await journey.shot(page, "duplicates");

  // Of each line the better answer stays.
  await pair.getByRole("radio", { name: "Elizabeth" }).check();
  await pair.getByRole("radio", { name: "Rivera-Soto" }).check();
  await pair.getByRole("button", { name: "Merge" }).click();
  await page.getByText(/One record now: Elizabeth Rivera-Soto/).waitFor();
  await page.getByText("No pair is waiting").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await pair.waitFor();

  await pair.getByRole("button", { name: "Two people" }).click();
  await page.getByText("No pair is waiting").waitFor();
  await page.getByRole("button", { name: "Look through everyone" }).click();
  await page.waitForTimeout(1500);
  await page.reload();
  await page.getByText("No pair is waiting").waitFor();
});
