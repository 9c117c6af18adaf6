// Bad days: ends by kill -9 and a full disk. Usage: node crash.mjs PROGRAM [TIMES]
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fillTheDisk } from "./full_disk.mjs";
import { endAgainAndAgain } from "./kills.mjs";
import { endAll, fail } from "./server.mjs";

const program = process.argv[2];
const times = Number(process.argv[3] ?? 50);
// The disk of a real folder rather than memory: what is tested is what was written.
const folder = mkdtempSync(join(process.env.TMPDIR ?? tmpdir(), "wallchart-crash-"));
try {
  if (!program || !existsSync(program)) fail("say which program: node crash.mjs build/dev/wallchart");
  await endAgainAndAgain(program, folder, times);
  await fillTheDisk(program, folder);
} finally {
  endAll();
  rmSync(folder, { recursive: true, force: true });
}
