// Uploads over a real connection that would hurt a careless server: a line of 100 MB, a body that is packed, a
// stranger's half gigabyte. Usage: node uploads.mjs PROGRAM. Node's own modules only.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const program = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), "wallchart-uploads-"));
const made = spawnSync(program, ["sample", "--people", "500", "--data", folder, "--password", "a long enough passphrase 7"], {
  encoding: "utf8",
});
assert.equal(made.status, 0, made.stderr);
const email = /(\S+@[\w.]*\w)/.exec(made.stdout)[1];
const server = spawn(program, ["serve", "--data", folder, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
const address = await new Promise((done, fail) => {
  let said = "";
  server.stdout.on("data", (part) => {
    said += part;
    const found = /serves at (http:\S+)/.exec(said);
    if (found) done(new URL(found[1]));
  });
  server.once("exit", (code) => fail(new Error(`the server ended with ${code}`)));
});

/// Sends a body piece by piece for as long as the server takes it; its answer, and how many bytes went out.
function send(path, headers, pieces) {
  return new Promise((done, fail) => {
    let sent = 0;
    let answered = false;
    const request = http.request(
      { host: address.hostname, port: address.port, path: `/api/v1${path}`, method: "POST", headers: { "x-wallchart": "1", ...headers } },
      (answer) => {
        answered = true;
        let text = "";
        answer.on("data", (part) => (text += part));
        answer.on("end", () => {
          request.destroy();
          done({ status: answer.statusCode, body: text ? JSON.parse(text) : undefined, headers: answer.headers, sent });
        });
      },
    );
    request.on("error", (error) => answered || fail(error));
    const go = () => {
      while (!answered && !request.destroyed) {
        const { value, done: ended } = pieces.next();
        if (ended) return request.end();
        sent += value.length;
        if (!request.write(value)) return request.once("drain", go);
      }
    };
    // The head goes first, as a client does that has much to send.
    request.flushHeaders();
    setTimeout(go, headers["x-wait"] ? 300 : 0);
  });
}

function* repeated(start, piece, times, end) {
  yield start;
  for (let at = 0; at < times; at += 1) yield piece;
  yield end;
}

const kilobytes = (key) =>
  Number(new RegExp(`${key}:\\s+(\\d+)`).exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))[1]);

const megabyte = Buffer.alloc(1 << 20, "x");
try {
  const signedIn = await send("/session", { "content-type": "application/json" }, repeated(
    Buffer.from(JSON.stringify({ email, password: "a long enough passphrase 7" })), Buffer.alloc(0), 0, Buffer.alloc(0)));
  assert.equal(signedIn.status, 200, JSON.stringify(signedIn.body));
  const cookie = signedIn.headers["set-cookie"][0].split(";")[0];
  const csv = { "content-type": "text/csv", cookie };

  // One line of 100 MB: its row is rejected with that reason, the others are read, and memory stays small.
  writeFileSync(`/proc/${server.pid}/clear_refs`, "5"); // what signing in took is no part of it
  const before = kilobytes("VmRSS");
  const long = await send("/imports?kind=people&file_name=long.csv", csv, repeated(
    Buffer.from("first_name,last_name,email\nAna,Rivera,ana@example.org\n"), megabyte, 100,
    Buffer.from("\nBo,Chen,bo@example.org\n")));
  assert.equal(long.status, 201, JSON.stringify(long.body));
  const nothing = () => repeated(Buffer.from("{}"), Buffer.alloc(0), 0, Buffer.alloc(0));
  const begun = await send(`/imports/${long.body.id}/preflight`, { "content-type": "application/json", cookie }, nothing());
  assert.ok(begun.status < 300, JSON.stringify(begun.body));
  let checked = begun.body;
  for (const end = Date.now() + 30_000; checked.state !== "checked" && Date.now() < end;) {
    await new Promise((again) => setTimeout(again, 100));
    checked = await new Promise((done, fail) =>
      http.get({ host: address.hostname, port: address.port, path: `/api/v1/imports/${long.body.id}`, headers: { cookie } }, (answer) => {
        let text = "";
        answer.on("data", (part) => (text += part));
        answer.on("end", () => done(JSON.parse(text)));
      }).on("error", fail));
  }
  assert.equal(checked.state, "checked", JSON.stringify(checked));
  assert.equal(checked.summary.rows, 3);
  assert.equal(checked.summary.created, 2);
  assert.equal(checked.summary.rejected, 1);
  const grown = (kilobytes("VmHWM") - before) / 1024;
  assert.ok(grown < 64, `a line of 100 MB took ${grown.toFixed(0)} MB`);

  // A packed body is refused by its head, and a packed file by its first bytes; neither is unpacked or kept.
  const kept = readdirSync(join(folder, "imports")).length;
  const bomb = gzipSync(Buffer.alloc(64 << 20));
  for (const headers of [{ ...csv, "content-encoding": "gzip" }, csv]) {
    const refused = await send("/imports?kind=people&file_name=bomb.csv", headers, repeated(bomb, Buffer.alloc(0), 0, Buffer.alloc(0)));
    assert.equal(refused.status, 415, JSON.stringify(refused.body));
  }
  assert.equal(readdirSync(join(folder, "imports")).length, kept, "nothing of them is kept");

  // Half a gigabyte by somebody who is not signed in: refused by its head, not read to its end.
  const stranger = await send("/imports?kind=people&file_name=large.csv",
    { "content-type": "text/csv", "content-length": String(500 << 20), "x-wait": "1" }, repeated(megabyte, megabyte, 498, megabyte));
  assert.equal(stranger.status, 401);
  assert.ok(stranger.sent < 50 << 20, `${stranger.sent >> 20} MB were taken from a stranger`);
  console.log(`uploads: a line of 100 MB in ${grown.toFixed(0)} MB; packed bodies and a stranger's refused by the head`);
} finally {
  server.removeAllListeners("exit");
  server.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}
