// Pictures of the gallery, wide and narrow, light and dark, into a folder: `npm run gallery [FOLDER]`.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const folder = process.argv[2] ?? "../tests/journeys/output/gallery";
mkdirSync(folder, { recursive: true });
const server = await createServer({ server: { port: 5199, host: "127.0.0.1" }, logLevel: "error" });
await server.listen();
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const width of [1440, 390])
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, locale: "en-US" });
    page.on("pageerror", (error) => console.error(error.message));
    await page.goto("http://127.0.0.1:5199/gallery.html", { waitUntil: "networkidle" });
    await page.locator("h1").waitFor();
    await page.evaluate(() => document.fonts.ready);
    const path = `${folder}/gallery-${width}-${colorScheme}.png`;
    await page.screenshot({ path, fullPage: true });
    console.log(path);
    await page.close();
  }
await browser.close();
await server.close();
