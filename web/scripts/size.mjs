// The budget of a first load: the scripts that a page asks for before it shows anything, gzipped.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const budgets = { "index.html": 300, "talk.html": 120 };

const read = (path) => readFileSync(new URL(path.replace(/^\//, ""), dist));

/** A script and all it imports at once (not what it loads later). */
function closure(path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  const source = read(path).toString();
  for (const [, name] of source.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[^"'();]*?from\s*)?["'](\.\/[^"']+)["']/g,
  ))
    closure(path.replace(/[^/]+$/, "") + name.slice(2), seen);
  return seen;
}

let over = false;
for (const [page, limit] of Object.entries(budgets)) {
  const html = read(page).toString();
  const scripts = new Set();
  for (const [, path] of html.matchAll(
    /<(?:script|link rel="modulepreload")[^>]*?(?:src|href)="([^"]+\.js)"/g,
  ))
    closure(path, scripts);
  const size = [...scripts].reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0) / 1024;
  over ||= size > limit;
  console.log(
    `${page}: ${size.toFixed(1)} KB of script, gzip (limit ${limit} KB)${size > limit ? ": OVER" : ""}`,
  );
}
process.exit(over ? 1 : 0);
