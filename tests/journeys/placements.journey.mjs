// A list brings thousands who wrote a union that nobody knows for sure: they wait, are decided at once, and put back.
import { test } from "node:test";
import { start } from "./support/journey.mjs";

const count = 3000;
const list = [
  "first name,last name,email,union",
  ...Array.from({ length: count }, (_, at) => `Ana,Rivera${at},ana${at}@mail.example,The Harbor Guild`),
].join("\n");

test("all who wrote the same are set aside or placed at once, and either is undone", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  await journey.api(page, "POST", "/organizations", { kind: "local", name: "Harbor Workers Local 12" });

  // A list in which no column holds names is refused with the reason.
  const upload = (name, text) =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.goto("/imports");
  await upload("no-names.csv", "badge,e-mail\n1,ana@mail.example\n");
  await page.getByRole("button", { name: "Check the rows" }).click();
  await page.getByRole("alert").getByText("Say which column holds the names.").waitFor();

  await page.goto("/imports");
  await upload("guild.csv", list);
  await page.getByRole("button", { name: "Check the rows" }).click();
  await page.getByText("whoever it is will wait to be placed").waitFor();
  await page.getByRole("button", { name: "Import 3,000 rows" }).click();
  await page.getByText("People · UTF-8 · imported").waitFor({ timeout: 60_000 });
  await page.getByText(/3,000 rows named a union that is not sure/).waitFor();
  await page.getByRole("link", { name: "Place them" }).click();

  const waiting = page.getByText("3,000 people wait to be placed in a local.");
  await waiting.waitFor();
  const first = page.getByRole("listitem").first();
  await first.getByText(/^From a list/).waitFor();
  await first.getByRole("checkbox", { name: "Decide for all 3,000 who wrote this" }).waitFor();
  await first.getByRole("button", { name: "No local of ours" }).click();
  await page.getByText("3,000 people are out of the queue.").waitFor();
  await page.getByRole("heading", { name: "Nobody is waiting" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await waiting.waitFor();

  // Placing writes two records for each: so many are put back step by step.
  await first.getByPlaceholder(/Name, number or city|Another local/).fill("harbor 12");
  await page.getByRole("option", { name: /Harbor Workers Local 12/ }).click();
  await page.getByText("3,000 people placed in Harbor Workers Local 12").waitFor();
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "History" }).click();
  await page.getByRole("button", { name: /Undo.*Placed in an organization/ }).click();
  await page.getByText("Undo: Placed in an organization.").waitFor();
  await page.getByText(/records put back/).waitFor({ timeout: 60_000 });
  await journey.checkAccess(page, "a long undo");
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "To place" }).click();
  await waiting.waitFor();
  journey.assertQuiet();
});
