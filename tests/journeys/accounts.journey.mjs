// How somebody comes in: invited by a letter, with a second factor, after a lost password, and out again.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { owner, start } from "./support/journey.mjs";

const ben = {
  name: "Ben Whitaker",
  email: "ben@example.org",
  password: "seven small grey boats",
};

/** The code of an authenticator app (RFC 6238), made here as an app makes it. */
function codeOf(secret, steps = 0) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replaceAll(" ", "")]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac("sha1", key).update(counter).digest();
  const at = digest[digest.length - 1] & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const pathIn = (mail) => new URL(/https?:\/\/\S+/.exec(mail.text)[0]).pathname;

test("an organizer is invited, takes a second factor, and gets a new password", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();

  await page.goto("/settings?tab=users");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail").fill(ben.email);
  await dialog.getByLabel("Name", { exact: true }).fill(ben.name);
  await journey.checkAccess(page, "invite");
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByText(`An invitation is on its way to ${ben.email}.`).waitFor();
  const invitation = await journey.mail.to(ben.email);
  assert.match(invitation.subject, /Riverbend Alliance/);
  await page.getByText("invited", { exact: true }).waitFor();
  await journey.shot(page, "settings-users");

  const his = await journey.newPage();
  await his.goto(pathIn(invitation));
  await his.getByRole("heading", { name: "Welcome to Riverbend Alliance" }).waitFor();
  await journey.shot(his, "invitation");
  await his.getByLabel("A password").fill(ben.password);
  await his.getByRole("button", { name: "Accept the invitation" }).click();
  await his.getByRole("navigation", { name: "Places" }).waitFor();

  await his.goto("/settings?tab=security");
  await his.getByRole("button", { name: "Turn it on" }).click();
  await his.getByLabel("Your password").fill(ben.password);
  await his.getByRole("button", { name: "Go on" }).click();
  await his.getByRole("img", { name: "QR code" }).waitFor();
  await journey.checkAccess(his, "second factor");
  const secret = await his.getByRole("dialog").locator("code").textContent();
  await his.getByRole("dialog").getByLabel("Code").fill(codeOf(secret));
  await his.getByRole("dialog").getByRole("button", { name: "Turn it on" }).click();
  await his.getByText("in use", { exact: true }).waitFor();
  const codes = (await his.locator("pre").textContent()).split("\n");
  assert.equal(codes.length, 10);
  await his.getByRole("button", { name: "I have kept them" }).click();
  await journey.shot(his, "settings-security");

  // A lost password, then the code: here one of those on paper.
  const lost = await journey.newPage();
  await lost.goto("/sign-in");
  await lost.getByRole("link", { name: "Forgot the password?" }).click();
  await lost.getByLabel("E-mail").fill(ben.email);
  await lost.getByRole("button", { name: "Send me a link" }).click();
  await lost.getByText("is on its way to it").waitFor();
  let reset = await journey.mail.to(ben.email);
  while (!/\/reset\//.test(reset.text)) reset = await journey.mail.to(ben.email);
  await lost.goto(pathIn(reset));
  await journey.checkAccess(lost, "reset");
  await lost.getByLabel("New password").fill("nine quiet red foxes");
  await lost.getByRole("button", { name: "Save and sign in" }).click();
  await lost.getByRole("heading", { name: "One more step" }).waitFor();
  await lost.getByLabel("Code").fill("000000");
  await lost.getByRole("button", { name: "Go on" }).click();
  await lost.getByText("The code is wrong").waitFor();
  await lost.getByLabel("Code").fill(codes[0]);
  await lost.getByRole("button", { name: "Go on" }).click();
  await lost.getByRole("navigation", { name: "Places" }).waitFor();

  // Where he was signed in before, he no longer is.
  await his.goto("/settings");
  await his.getByRole("heading", { name: "Sign in" }).waitFor();

  // The owner disables him, and he is out at once.
  await page.goto("/settings?tab=users");
  await page.getByRole("button", { name: `What to do with ${ben.name}` }).click();
  await page.getByRole("menuitem", { name: "Disable" }).click();
  await page.getByText(`${ben.name} can no longer sign in here.`).waitFor();
  await lost.goto("/people");
  await lost.getByText("You have no role in any workspace").waitFor();
  journey.assertQuiet();
});

test("settings, tokens and mail are in their places", async (t) => {
  const journey = await start(t);
  const page = await journey.owner();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByLabel(/^Name/).waitFor();
  await journey.shot(page, "settings-account");
  assert.equal(await page.getByLabel(/^Name/).inputValue(), owner.name);

  await page.getByRole("tab", { name: "Workspace" }).click();
  await page.getByLabel("Supporters that make a formation").fill("5");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").getByText("Saved", { exact: true }).waitFor();
  await journey.shot(page, "settings-workspace");

  await page.getByRole("tab", { name: "API tokens" }).click();
  await page.getByRole("button", { name: "Make a token" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Nightly export");
  await dialog.getByRole("button", { name: "Make a token" }).click();
  const token = await dialog.getByLabel("Token", { exact: true }).inputValue();
  assert.match(token, /^wct_/);
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  const answer = await fetch(`${journey.server.address}/api/v1/workspace`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  assert.equal((await answer.json()).formation_minimum, 5);
  await page.getByText("Nightly export", { exact: true }).first().waitFor();
  await journey.shot(page, "settings-tokens");
  await page.getByRole("button", { name: "Revoke Nightly export" }).click();
  await page.getByText("It no longer works.").waitFor();

  await page.getByRole("tab", { name: "E-mail" }).click();
  await page.getByText("waiting").waitFor();
  await journey.shot(page, "settings-mail");
  journey.assertQuiet();
});
