// The server is ended with kill -9 while 64 writers write and, now and then, while it imports a list or takes an import
// back: what was acknowledged is there, the list goes on to its end, each row once, or is taken back whole.
import { join } from "node:path";
import { Server, fail, makeOwner, run } from "./server.mjs";
import { verify, writeUntilGone } from "./writers.mjs";

const writers = 64;
const rows = 12_000; // three chunks
const patience = 60_000; // milliseconds for what was cut off to come to its end

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A list whose rows are told apart by their numbers; one in a thousand is broken. */
function listOf(name) {
  let text = "id,first name,last name,email,union\n";
  for (let row = 0; row < rows; ++row) {
    const key = `${name}r${String(row).padStart(5, "0")}`;
    const address = row % 1000 === 7 ? "broken" : `${key}@example.org`;
    text += `${key},Import,${key},${address},${row % 1000 === 9 ? "Teamsters" : ""}\n`;
  }
  return Buffer.from(text);
}
const taken = rows - rows / 1000;

async function settled(server, id) {
  for (const until = Date.now() + patience; Date.now() < until; await pause(50)) {
    const one = await server.must(200, "GET", `/imports/${id}`);
    if (one.state !== "running" && one.state !== "undoing") return one;
  }
  fail("an import that was cut off never came to its end");
}

/** How often each row of a list is there, by its e-mail: asked for by the hundred. */
async function people(server, name) {
  const found = new Map();
  const hundreds = Array.from({ length: rows / 100 }, (_, at) => String(at).padStart(3, "0"));
  const pages = hundreds.map((at) => server.must(200, "GET", `/people?search=${name}r${at}&limit=200`));
  for (const page of await Promise.all(pages))
    for (const { email } of page.items) found.set(email, (found.get(email) ?? 0) + 1);
  return found;
}

/** An import of a list that is cut off, then an undo of it that is cut off. */
class CutOff {
  constructor(name) {
    this.name = name;
  }
  async begin(server) {
    const query = `kind=people&file_name=${this.name}.csv`;
    this.id = (await server.must(201, "POST", `/imports?${query}`, listOf(this.name))).id;
    await server.must(200, "POST", `/imports/${this.id}/run`);
  }
  async beginUndo(server) {
    await server.must(200, "POST", `/imports/${this.id}/undo`);
  }
  /** Whether it is found unfinished by a server that has just begun. */
  async isCutOff(server) {
    const { state } = await server.must(200, "GET", `/imports/${this.id}`);
    return state === "running" || state === "undoing";
  }
  async goesOn(server) {
    const one = await settled(server, this.id);
    const { summary } = one;
    if (one.state !== "done") fail(`an import that was cut off is ${one.state}: ${one.fault}`);
    if (summary.rows !== rows || summary.created !== taken || summary.rejected !== rows - taken)
      fail(`an import that was cut off counts ${JSON.stringify(summary)}`);
    const found = await people(server, this.name);
    if (found.size !== taken) fail(`${found.size} of ${taken} rows are there`);
    for (const [email, times] of found) if (times !== 1) fail(`${email} is there ${times} times`);
  }
  async isTakenBack(server) {
    const one = await settled(server, this.id);
    if (one.state !== "undone" || one.left_count !== 0)
      fail(`an undo that was cut off is ${one.state}, ${one.left_count} changes were left`);
    const found = await people(server, this.name);
    if (found.size !== 0) fail(`${found.size} rows are there after the undo`);
  }
}

/** Every fifth time it imports, and the time after it takes that back. */
export async function endAgainAndAgain(program, folder, times) {
  const data = join(folder, "data");
  makeOwner(program, data);
  let cookie;
  let total = 0;
  let imports = 0;
  let cutOff = 0;
  let acknowledged = new Map();
  let list;
  const began = Date.now();
  for (let time = 0; time <= times; ++time) {
    const server = await Server.start(program, data, { cookie, sockets: writers + 1 });
    cookie = server.cookie;
    const step = time % 5;
    if (list && (step === 1 || step === 2)) {
      ++imports;
      if (await list.isCutOff(server)) ++cutOff;
    }
    await verify(server, acknowledged);
    acknowledged = new Map();
    if (list && step === 1) await list.goesOn(server);
    if (list && step === 2) await list.isTakenBack(server);
    if (time === times) {
      await server.end();
      break;
    }
    if (step === 0) {
      list = new CutOff(`t${time}`);
      await list.begin(server);
    }
    if (list && step === 1) await list.beginUndo(server);
    const writing = Array.from({ length: writers }, (_, writer) =>
      writeUntilGone(server, `t${time}w${writer}`, acknowledged),
    );
    await pause(80 + Math.random() * 400);
    await server.end();
    await Promise.all(writing);
    total += acknowledged.size;
    if (time % 10 === 9) run(program, data, "check");
  }
  run(program, data, "check");
  if (times >= 50 && cutOff === 0) fail("no import was cut off: it is not tested that it goes on");
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(
    `${times} ends, ${imports} of them in an import or its undo (${cutOff} cut off), ` +
      `${total} acknowledged writes, none lost, in ${seconds} s`,
  );
}
