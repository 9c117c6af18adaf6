// Runs the journeys named (by the start of their file's name), or all: `npm run journeys -- entrance`.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../../tests/journeys");
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".journey.mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)))
  .map((name) => join(folder, name));
if (files.length === 0) {
  console.error(`No journey is called ${wanted.join(", ")}.`);
  process.exit(1);
}
const run = spawnSync(
  process.execPath,
  ["--test", "--test-concurrency=1", "--test-timeout=300000", "--test-reporter=spec", ...files],
  { stdio: "inherit" },
);
process.exit(run.status ?? 1);
