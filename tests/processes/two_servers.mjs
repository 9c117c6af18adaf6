// Two servers on one PostgreSQL, as real processes: what is done through one is seen through the other. Usage:
// node two_servers.mjs PROGRAM, with WALLCHART_TEST_POSTGRES (see tests/support/postgres.sh).
// Node's own modules only, so that it runs wherever the program does.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = process.argv[2];
const postgres = process.env.WALLCHART_TEST_POSTGRES;
if (!program || !postgres) {
  console.log("skipped: say which program, and set WALLCHART_TEST_POSTGRES");
  process.exit(program ? 0 : 1);
}
const password = "a long enough passphrase 7";
const folder = mkdtempSync(join(tmpdir(), "wallchart-two-"));
const schema = `two_servers_${Date.now()}`;
const database = `${postgres}${postgres.includes("?") ? "&" : "?"}options=-csearch_path%3D${schema}`;

function sql(statement) {
  const done = spawnSync("psql", ["-q", postgres, "-c", statement], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
}

function run(...args) {
  const done = spawnSync(program, [...args, "--database", database, "--data", folder], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

/// A server with its address, and what it said of the jobs that it ended.
function start() {
  return new Promise((resolve, reject) => {
    const server = spawn(program, ["serve", "--database", database, "--data", folder, "--port", "0"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const jobs = [];
    let said = "";
    server.stderr.on("data", (part) => {
      for (const [, job] of String(part).matchAll(/event="job ended" job=(\d+)/g)) jobs.push(job);
    });
    server.stdout.on("data", (part) => {
      said += part;
      const found = /serves at (http:\S+)/.exec(said);
      if (found) resolve({ url: new URL(found[1]), jobs, stop: () => stop(server) });
    });
    server.once("exit", (code) => reject(new Error(`a server ended with ${code}`)));
  });
}

function stop(server) {
  server.removeAllListeners("exit");
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  return gone;
}

function ask({ url }, method, path, { cookie, token, body, headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: url.hostname,
        port: url.port,
        path: `/api/v1${path}`,
        method,
        headers: {
          "content-type": typeof body === "string" ? "text/csv" : "application/json",
          "x-wallchart": "1",
          ...(cookie ? { cookie } : {}),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
      },
      (answer) => {
        let text = "";
        answer.on("data", (part) => (text += part));
        answer.on("end", () =>
          resolve({
            status: answer.statusCode,
            body: text ? JSON.parse(text) : undefined,
            cookie: answer.headers["set-cookie"]?.[0]?.split(";")[0],
          }),
        );
      },
    );
    request.on("error", reject);
    request.end(typeof body === "string" ? body : body && JSON.stringify(body));
  });
}

/// The topics that a server tells its browsers of, as they come.
function listen({ url }, cookie) {
  const topics = [];
  const request = http.get({ host: url.hostname, port: url.port, path: "/api/v1/events", headers: { cookie } }, (answer) => {
    let rest = "";
    answer.on("data", (part) => {
      rest += part;
      for (let end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (line.startsWith("data: ")) topics.push(...JSON.parse(line.slice(6)).topics);
      }
    });
    answer.on("error", () => {});
  });
  request.on("error", () => {});
  return { topics, stop: () => request.destroy() };
}

async function until(what, holds, seconds = 10) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.fail(`not within ${seconds} s: ${what}`);
}

async function signIn(server, email = "owner@example.org") {
  const answer = await ask(server, "POST", "/session", { body: { email, password } });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.cookie;
}

const status = async (server, path, who) => (await ask(server, "GET", path, who)).status;

async function changesAreAnnounced(one, two, cookie) {
  const heard = [listen(one, cookie), listen(two, cookie)];
  // Each server tells its own browsers and those of the other.
  for (const [at, writer] of [one, two].entries()) {
    await until("the streams are open", async () => {
      heard.forEach((stream) => (stream.topics.length = 0));
      const made = await ask(writer, "POST", "/people", { cookie, body: { given_name: "Rosa", family_name: `Of ${at}` } });
      assert.equal(made.status, 201);
      await new Promise((done) => setTimeout(done, 100));
      return heard.every((stream) => stream.topics.includes("person"));
    });
  }
  heard.forEach((stream) => stream.stop());
}

async function theSecondEditorIsTold(one, two, cookie) {
  const person = (await ask(one, "POST", "/people", { cookie, body: { given_name: "Ivo" } })).body.person;
  const edit = (server, note) =>
    ask(server, "PATCH", `/people/${person.id}`, { cookie, body: { note }, headers: { "if-match": person.revision } });
  assert.equal((await edit(one, "hers")).status, 200);
  const late = await edit(two, "his");
  assert.equal(late.status, 412);
  assert.equal(late.body.current.person.note, "hers");
  // Of many at once, one gets it.
  const race = (await ask(one, "POST", "/people", { cookie, body: { given_name: "Ana" } })).body.person;
  const all = await Promise.all(
    Array.from({ length: 16 }, (_, at) =>
      ask(at % 2 ? one : two, "PATCH", `/people/${race.id}`, {
        cookie,
        body: { note: `writer ${at}` },
        headers: { "if-match": race.revision },
      }),
    ),
  );
  assert.deepEqual(all.map((answer) => answer.status).sort(), [200, ...Array(15).fill(412)]);
}

async function jobsAreTakenOnce(one, two, cookie) {
  const count = 12;
  const rows = 40;
  const imports = [];
  for (let at = 0; at < count; ++at) {
    let csv = "first_name,last_name,email\n";
    for (let row = 0; row < rows; ++row) csv += `Import${at},Row${row},import${at}.row${row}@example.org\n`;
    const made = await ask(at % 2 ? one : two, "POST", `/imports?kind=people&file_name=list${at}.csv`, { cookie, body: csv });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    imports.push(made.body.id);
  }
  await Promise.all(
    imports.map((id, at) => ask(at % 2 ? two : one, "POST", `/imports/${id}/run`, { cookie, body: {} })),
  );
  for (const id of imports)
    await until(`import ${id} is done`, async () => {
      const shown = (await ask(one, "GET", `/imports/${id}`, { cookie })).body;
      assert.notEqual(shown.state, "failed", shown.fault);
      return shown.state === "done";
    }, 60);
  for (let at = 0; at < count; ++at) {
    const found = await ask(two, "GET", `/people?search=import${at}%20row&limit=200`, { cookie });
    assert.equal(found.body.items.length, rows, "each row once");
  }
  await until("both have said what they ended", () => one.jobs.length + two.jobs.length >= count);
  const ended = [...one.jobs, ...two.jobs];
  assert.equal(new Set(ended).size, ended.length, "no job was taken twice");
  return [one.jobs.length, two.jobs.length];
}

async function sessionsAndRevocationsAreShared(one, two, cookie) {
  const signedIn = (server, who) => status(server, "/session", who);
  const here = await signIn(one);
  assert.equal(await signedIn(two, { cookie: here }), 200, "a session holds on both");
  const token = (await ask(one, "POST", "/tokens", { cookie: here, body: { name: "script" } })).body;
  assert.equal(await status(two, "/people", { token: token.token }), 200, "so does a token");
  run("user", "add", "ben@example.org", "--role", "organizer", "--password", password);
  const ben = await signIn(two, "ben@example.org");
  assert.equal(await status(one, "/people", { cookie: ben }), 200);
  assert.equal(await status(two, "/people", { cookie: ben }), 200);
  // Both remember who is who for a moment: what one takes back the other forgets at once, not when that has passed.
  const gone = async (what, server, path, who, expected) => {
    const began = Date.now();
    await until(what, async () => (await status(server, path, who)) === expected, 1);
    return Date.now() - began;
  };
  await ask(one, "DELETE", `/tokens/${token.id}`, { cookie: here });
  await gone("a token taken back", two, "/people", { token: token.token }, 401);
  const user = (await ask(one, "GET", "/users", { cookie })).body.items.find((each) => each.email === "ben@example.org");
  await ask(one, "PATCH", `/users/${user.id}`, { cookie, body: { role: "observer" } });
  await gone("a role taken away", two, "/people", { cookie: ben }, 403);
  await ask(two, "PATCH", `/users/${user.id}`, { cookie, body: { disabled: true } });
  await gone("a user shut out", one, "/slates", { cookie: ben }, 403);
  await ask(two, "DELETE", "/session", { cookie: here });
  await gone("a session ended", one, "/session", { cookie: here }, 401);
}

sql(`CREATE SCHEMA ${schema}`);
const servers = [];
try {
  run("user", "add", "owner@example.org", "--role", "owner", "--password", password);
  // Both at once: the migrations are there, but either must wait for nothing of the other.
  servers.push(...(await Promise.all([start(), start()])));
  const [one, two] = servers;
  const cookie = await signIn(one);
  await changesAreAnnounced(one, two, cookie);
  await theSecondEditorIsTold(one, two, cookie);
  const [first, second] = await jobsAreTakenOnce(one, two, cookie);
  await sessionsAndRevocationsAreShared(one, two, cookie);
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  run("check");
  console.log(`two servers: changes, edits, sessions and revocations seen across; jobs taken once (${first} and ${second})`);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  sql(`SET client_min_messages = warning; DROP SCHEMA ${schema} CASCADE`);
  rmSync(folder, { recursive: true, force: true });
}
