// A journey: a server, a mail server and a browser, with what every journey checks.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root, startServer } from "./server.mjs";

const require = createRequire(join(root, "web/package.json"));
const { chromium } = require("playwright-core");
const { AxePath } = { AxePath: require.resolve("axe-core/axe.min.js") };

const output = join(root, "tests/journeys/output");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const owner = {
  name: "Rosa Delgado",
  email: "rosa@example.org",
  password: "four lively green herons",
};
export const workspace = "Riverbend Alliance";

/** Presses a button as a hasty hand does: again a little later at the same place, whatever stands there by then. */
export async function pressTwice(button) {
  const box = await button.boundingBox();
  const { mouse } = button.page();
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (const clickCount of [1, 2]) {
    await mouse.down({ clickCount });
    await mouse.up({ clickCount });
    await button.page().waitForTimeout(250);
  }
}

let sharedBrowser;
const browserOf = async () =>
  (sharedBrowser ??= await chromium.launch({
    executablePath,
    args: ["--no-sandbox"],
  }));

/**
 * Starts what a journey needs and ends it with the test. `serve` are more arguments for the server; `prepare`
 * is called with the data folder before it starts (to make a sample movement there, say).
 */
export async function start(t, { serve = [], prepare, server: given } = {}) {
  const server = given ?? (await startServer(serve, prepare));
  const browser = await browserOf();
  const troubles = [];
  const contexts = [];

  t.after(async () => {
    for (const context of contexts) await context.close();
    if (!given) await server.stop();
    if (sharedBrowser) await sharedBrowser.close();
    sharedBrowser = undefined;
  });

  /** A new browser window, of somebody else than the others. */
  async function newPage({
    width = 1440,
    height = 900,
    language = "en",
    colorScheme = "light",
    ...more
  } = {}) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      locale: language === "es" ? "es-US" : "en-US",
      timezoneId: "America/New_York",
      baseURL: server.address,
      reducedMotion: "reduce",
      ...more,
    });
    contexts.push(context);
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    watch(page);
    return page;
  }

  function watch(page) {
    page.on("console", (message) => {
      // The browser notes each refused request itself; those that matter are in `response` below.
      if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
        troubles.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => troubles.push(`page: ${error.message}`));
    page.on("response", (response) => {
      if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`);
    });
  }

  /** Uses the set-up link; answers a page on which the owner is signed in. */
  async function setUp(page) {
    const link = server.setUpLink();
    assert.ok(link, `the server printed no set-up link:\n${server.output()}`);
    await page.goto(new URL(link).pathname);
    await page.getByLabel("Name of your workspace").fill(workspace);
    await page.getByLabel("Your name").fill(owner.name);
    await page.getByLabel("Your e-mail").fill(owner.email);
    await page.getByLabel("A password").fill(owner.password);
    await page.getByRole("button", { name: "Set it up" }).click();
    await page.getByRole("navigation", { name: "Places" }).waitFor();
    return page;
  }

  async function signIn(page, { email, password }) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("navigation").first().waitFor({ state: "attached" });
    return page;
  }

  /** A request of the page's user to the API, past the screens: for preparing what a journey is not about. */
  async function api(page, method, path, body) {
    return page.evaluate(
      async ([method, path, body]) => {
        const response = await fetch(`/api/v1${path}`, {
          method,
          headers: {
            "X-Wallchart": "1",
            ...(body === null ? {} : { "Content-Type": "application/json" }),
          },
          body: body === null ? undefined : JSON.stringify(body),
        });
        const text = await response.text();
        if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
        return text ? JSON.parse(text) : undefined;
      },
      [method, path, body ?? null],
    );
  }

  /** No serious or critical fault of accessibility on the page. */
  async function checkAccess(page, name = page.url()) {
    if (!(await page.evaluate(() => "axe" in window))) {
      // The content security policy forbids scripts in the page; the debugger's way is not the page's.
      const { readFile } = await import("node:fs/promises");
      await page.evaluate(await readFile(AxePath, "utf8"));
    }
    const faults = await page.evaluate(async () => {
      const results = await window.axe.run(document, {
        resultTypes: ["violations"],
      });
      return results.violations
        .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
        .map(
          (violation) =>
            `${violation.id} (${violation.impact}): ${violation.help}\n` +
            violation.nodes
              .slice(0, 5)
              .map(
                (node) =>
                  `    ${node.target} ${node.failureSummary?.split("\n").slice(1, 2).join("").trim()}`,
              )
              .join("\n"),
        );
    });
    assert.deepEqual(faults, [], `${name}:\n${faults.join("\n")}`);
  }

  /**
   * Pictures of what is shown, wide and narrow, in both languages and colours, with axe on each kind of screen.
   * The page is loaded anew in each language unless `reload` is false; `ready` waits for what should be there.
   */
  async function shot(
    page,
    name,
    { ready, widths = [1440, 390], reload = true, access = true, fullPage = true } = {},
  ) {
    mkdirSync(output, { recursive: true });
    const size = page.viewportSize();
    const settle = async () => {
      await page.evaluate(() => document.fonts.ready);
      if (ready) await ready(page);
      else await page.locator("h1").first().waitFor();
      await page.waitForFunction(() => !document.querySelector('[role="status"][aria-label]'));
    };
    for (const language of reload ? ["en", "es"] : ["en"]) {
      if (reload) {
        await page.evaluate((one) => localStorage.setItem("wallchart.language", one), language);
        await page.reload();
      }
      await settle();
      for (const colorScheme of ["light", "dark"])
        for (const width of widths) {
          await page.emulateMedia({
            colorScheme,
            reducedMotion: "reduce",
          });
          await page.setViewportSize({
            width,
            height: width < 600 ? 844 : 900,
          });
          await settle();
          await page.screenshot({
            path: join(output, `${name}-${width}-${language}-${colorScheme}.png`),
            fullPage,
          });
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          assert.ok(beyond <= 0, `${name}-${width}-${language}: ${beyond} pixels wider than the screen`);
          if (access && (language === "en" || colorScheme === "light"))
            await checkAccess(page, `${name}-${width}-${language}-${colorScheme}`);
        }
    }
    await page.emulateMedia({ colorScheme: null, reducedMotion: "reduce" });
    if (size) await page.setViewportSize(size);
    if (reload) {
      await page.evaluate(() => localStorage.setItem("wallchart.language", "en"));
      await page.reload();
      await settle();
    }
  }

  /** Call at the end: nothing went wrong behind the screens. */
  const assertQuiet = () => assert.deepEqual(troubles, []);

  return {
    server,
    mail: server.mail,
    newPage,
    setUp,
    signIn,
    owner: async (options) => setUp(await newPage(options)),
    api,
    shot,
    checkAccess,
    assertQuiet,
  };
}
