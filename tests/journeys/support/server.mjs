// A server of our own for one journey, on a free port, with a folder that is removed afterwards.
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

export const root = resolve(import.meta.dirname, "../../..");

/** The program: WALLCHART_PROGRAM, or the newest of the usual builds. */
export function program() {
  const candidates = [process.env.WALLCHART_PROGRAM, "build/release/wallchart", "build/dev/wallchart"];
  const found = candidates
    .filter(Boolean)
    .map((path) => resolve(root, path))
    .find((path) => existsSync(path));
  if (!found) throw new Error("No wallchart program is built: run ./dev build first.");
  return found;
}

/** Ends a process and waits for its end. */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(timer);
}

/** Starts a program and waits for a line of its output that matches. */
function startAndWait(command, args, pattern, options = {}) {
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });
  let output = "";
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`${command} did not start in time:\n${output}`)), 60_000);
    const read = (chunk) => {
      output += chunk;
      const match = pattern.exec(output);
      if (!match) return;
      clearTimeout(timer);
      done({ child, match, output: () => output });
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(new Error(`${command} ended with ${code}:\n${output}`));
    });
  });
}

/** A mail server that keeps what it is sent: `mails` is a list of {to, subject, text}. */
async function startMail() {
  // Debian's own Python has aiosmtpd; another first in the path may not.
  const { child, match } = await startAndWait(
    existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3",
    [join(import.meta.dirname, "mail_sink.py")],
    /listening on (\d+)/,
  );
  const mails = [];
  let rest = "";
  child.stdout.on("data", (chunk) => {
    rest += chunk;
    for (let at = rest.indexOf("\n"); at >= 0; at = rest.indexOf("\n")) {
      const line = rest.slice(0, at);
      rest = rest.slice(at + 1);
      if (line.startsWith("{")) mails.push(JSON.parse(line));
    }
  });
  return {
    url: `smtp://127.0.0.1:${match[1]}`,
    mails,
    /** The next mail to an address, waited for. */
    async to(address, { timeout = 20_000 } = {}) {
      for (const until = Date.now() + timeout; Date.now() < until;) {
        const at = mails.findIndex((mail) => mail.to.includes(address));
        if (at >= 0) return mails.splice(at, 1)[0];
        await new Promise((done) => setTimeout(done, 50));
      }
      throw new Error(`No mail to ${address} came.`);
    },
    stop: () => end(child),
  };
}

/** Server and mail; `stop()` ends both and removes the folder. `arguments` are added to `serve`. */
export async function startServer(more = [], prepare = undefined) {
  const folder = mkdtempSync(join(tmpdir(), "wallchart-journey-"));
  const data = join(folder, "data");
  if (prepare) await prepare(data);
  const mail = await startMail();
  const args = [
    "serve",
    "--data",
    data,
    "--port",
    "0",
    "--smtp-url",
    mail.url,
    "--log-level",
    "warning",
    ...more,
  ];
  const served = await startAndWait(program(), args, /serves at (http:\/\/\S+)/);
  // The set-up link follows in the next lines.
  await new Promise((done) => setTimeout(done, 200));
  return {
    address: served.match[1],
    folder,
    data,
    mail,
    output: served.output,
    setUpLink: () => /http:\/\/\S+\/set-up\/\S+/.exec(served.output())?.[0],
    async stop() {
      await end(served.child);
      await mail.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A command of the program on a folder: `await command("sample", "--people", "500", "--data", folder)`. */
export async function command(...args) {
  return (await promisify(execFile)(program(), args, { maxBuffer: 64 << 20 })).stdout;
}
