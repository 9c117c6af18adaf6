import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as spanish from "./server_messages_es";
import { translate } from "./server_text";

// Files that speak both languages themselves, or to those who run the server.
const others =
  /_test\.cpp$|^(cli|engine|features\/(sample|upkeep))\/|openapi|migrate|account_letters|reject_reasons|mail\/api|sign_ups\/(page|rules)|imports\/cli/;
const literal = /"(?:[^"\\]|\\.)*"/g;
const literals = new RegExp(`(?:${literal.source}\\s*)+`, "g");
const server = join(import.meta.dirname, "../../../server");

/** The texts of a file, those written in several pieces put together. */
function textsOf(file: string): string[] {
  const source = readFileSync(join(server, file), "utf8");
  return [...source.matchAll(literals)].map(([pieces]) =>
    [...pieces.matchAll(literal)].map(([piece]) => piece.slice(1, -1).replaceAll('\\"', '"')).join(""),
  );
}

const files = readdirSync(server, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".cpp") && !others.test(file),
);

it("has the Spanish for every sentence of the server", () => {
  const sentences = files.flatMap(textsOf).filter((text) => /^[A-Z][a-z' ].* .*[.?]$/.test(text));
  expect(sentences.length).toBeGreaterThan(200);
  const missing = sentences.filter((text) => !text.includes("--") && translate(text, spanish) === text);
  expect([...new Set(missing)]).toEqual([]);
});

// call.write("kind", "Summary"…, step(call, id, "Summary"…, task.change("kind", "Summary"),
// Change change{workspace, user, "kind", "Summary"}, write({workspace, user, "kind", "Summary"},
const naming =
  /(?:call\.write\("\w+",\s*|step\(call, [\w.]+, |task\.change\("\w+", |\{[\w., {}>-]*, "\w+", )"([^"]+)"(?! \+)/g;
// What is done on the command line and by the sample stands in the history too.
const writing = readdirSync(server, { recursive: true, encoding: "utf8" }).filter(
  (file) => /^(cli|features)\/.*\.cpp$/.test(file) && !file.endsWith("_test.cpp"),
);

it("has the Spanish for every change that the history names", () => {
  const written = writing.flatMap((file) =>
    [...readFileSync(join(server, file), "utf8").matchAll(naming)].map(([, summary]) => summary!),
  );
  written.push(...["people", "organizations", "worksites"].map((kind) => `Import of ${kind}`));
  expect(written.length).toBeGreaterThan(60);
  expect(written.filter((summary) => translate(summary, spanish) === summary)).toEqual([]);
});
