// Bad days. Ends the server with kill -9 while 64 writers write, again and again; then fills the disk under it. Every
// acknowledged write must be there, and the database must be whole. Usage: node crash.mjs PROGRAM [TIMES]
// Node's own modules only, so that it runs wherever the program does.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import http from "node:http";

const program = process.argv[2];
const times = Number(process.argv[3] ?? 50);
const writers = 64;
const password = "a long enough passphrase 7";
// The disk of a real folder rather than memory: what is tested is what was written.
const folder = mkdtempSync(join(process.env.TMPDIR ?? tmpdir(), "wallchart-crash-"));

function fail(what) {
  console.error(`crash test failed: ${what}`);
  process.exitCode = 1;
  throw new Error(what);
}

function run(data, ...args) {
  const done = spawnSync(program, [...args, "--data", data], { encoding: "utf8" });
  if (done.status !== 0) fail(`wallchart ${args[0]}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}

function makeOwner(data) {
  run(data, "user", "add", "owner@example.org", "--role", "owner", "--password", password);
}

async function signIn(url) {
  const answer = await ask(url, "POST", "/session", { body: { email: "owner@example.org", password } });
  if (!answer?.cookie) fail(`signing in was answered ${answer?.status}`);
  return answer.cookie;
}

let running;

function start(data) {
  return new Promise((resolve, reject) => {
    const server = spawn(program, ["serve", "--data", data, "--port", "0", "--log-level", "error"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    running = server;
    let text = "";
    server.stdout.on("data", (part) => {
      text += part;
      const found = /serves at (http:\S+)/.exec(text);
      if (found) resolve({ server, url: new URL(found[1]) });
    });
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

/// One request; answers {status, body, cookie}, or null when the server went away before it answered.
function ask(url, method, path, { cookie, body, agent } = {}) {
  return new Promise((resolve) => {
    const request = http.request(
      {
        host: url.hostname,
        port: url.port,
        path: `/api/v1${path}`,
        method,
        agent,
        headers: { "content-type": "application/json", "x-wallchart": "1", ...(cookie ? { cookie } : {}) },
      },
      (answer) => {
        let text = "";
        answer.on("data", (part) => (text += part));
        answer.on("end", () =>
          resolve({
            status: answer.statusCode,
            body: text,
            cookie: answer.headers["set-cookie"]?.[0]?.split(";")[0],
          }),
        );
        answer.on("error", () => resolve(null));
      },
    );
    request.on("error", () => resolve(null));
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function writeUntilGone(url, cookie, agent, name, acknowledged) {
  for (let count = 0; ; ++count) {
    const family_name = `${name}x${count}`;
    const answer = await ask(url, "POST", "/people", { cookie, agent, body: { given_name: "Crash", family_name } });
    if (answer === null) return;
    if (answer.status !== 200 && answer.status !== 201) fail(`a write was answered ${answer.status}: ${answer.body}`);
    acknowledged.set(JSON.parse(answer.body).person.id, family_name);
  }
}

async function verify(url, cookie, agent, acknowledged) {
  const all = [...acknowledged];
  let at = 0;
  const reader = async () => {
    while (at < all.length) {
      const [id, family_name] = all[at++];
      const answer = await ask(url, "GET", `/people/${id}`, { cookie, agent });
      if (answer === null || answer.status !== 200) fail(`an acknowledged write is missing (${answer?.status})`);
      if (!answer.body.includes(`"${family_name}"`)) fail("an acknowledged write holds something else");
    }
  };
  await Promise.all(Array.from({ length: 16 }, reader));
}

async function endAgainAndAgain() {
  const data = join(folder, "data");
  makeOwner(data);
  let cookie;
  let total = 0;
  let acknowledged = new Map();
  const began = Date.now();
  for (let time = 0; time <= times; ++time) {
    const { server, url } = await start(data);
    server.removeAllListeners("exit");
    const gone = new Promise((resolve) => server.once("exit", resolve));
    const agent = new http.Agent({ keepAlive: true, maxSockets: writers });
    cookie ??= await signIn(url);
    await verify(url, cookie, agent, acknowledged);
    acknowledged = new Map();
    if (time < times) {
      const writing = Array.from({ length: writers }, (_, writer) =>
        writeUntilGone(url, cookie, agent, `t${time}w${writer}`, acknowledged),
      );
      await new Promise((resolve) => setTimeout(resolve, 80 + Math.random() * 400));
      server.kill("SIGKILL");
      await Promise.all(writing);
      total += acknowledged.size;
    } else {
      server.kill("SIGKILL");
    }
    await gone;
    agent.destroy();
    if (time % 10 === 9 || time === times) run(data, "check");
  }
  console.log(`${times} ends, ${total} acknowledged writes, none lost, in ${Math.round((Date.now() - began) / 1000)} s`);
}

/// A small disk of memory; only root can make one.
async function fillTheDisk() {
  const disk = join(folder, "disk");
  mkdirSync(disk);
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", disk]).status !== 0) {
    console.log("full disk: skipped, a disk can't be mounted here");
    return;
  }
  try {
    const data = join(disk, "data");
    makeOwner(data);
    const ballast = join(disk, "ballast");
    writeFileSync(ballast, Buffer.alloc(6 << 20, 1));
    const { server, url } = await start(data);
    server.removeAllListeners("exit");
    const gone = new Promise((resolve) => server.once("exit", resolve));
    const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
    const cookie = await signIn(url);
    const acknowledged = new Map();
    const note = "n".repeat(9000);
    let refusal;
    const writer = async (_, number) => {
      for (let count = 0; !refusal && count < 1000; ++count) {
        const family_name = `full${number}x${count}`;
        const answer = await ask(url, "POST", "/people", { cookie, agent, body: { given_name: "Full", family_name, note } });
        if (answer === null) fail("the server went away when the disk was full");
        if (answer.status === 201) acknowledged.set(JSON.parse(answer.body).person.id, family_name);
        else refusal = answer;
      }
    };
    await Promise.all(Array.from({ length: 16 }, writer));
    if (!refusal) fail("the disk was never full");
    if (refusal.status !== 503 || !refusal.body.includes("disk")) fail(`a full disk was answered ${refusal.status}: ${refusal.body}`);
    await verify(url, cookie, agent, acknowledged);
    rmSync(ballast);
    const again = await ask(url, "POST", "/people", { cookie, agent, body: { given_name: "Again", family_name: "Written" } });
    if (again?.status !== 201) fail(`after space was made, a write was answered ${again?.status}: ${again?.body}`);
    server.kill("SIGTERM");
    await gone;
    agent.destroy();
    run(data, "check");
    console.log(`full disk: said so, ${acknowledged.size} acknowledged writes, none lost`);
  } finally {
    spawnSync("umount", ["-l", disk]);
  }
}

try {
  if (!program || !existsSync(program)) fail("say which program: node crash.mjs build/dev/wallchart");
  await endAgainAndAgain();
  await fillTheDisk();
} finally {
  running?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
