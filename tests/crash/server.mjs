// A server to be ended, and requests to it. Node's own modules only, so that it runs wherever the program does.
import { spawn, spawnSync } from "node:child_process";
import http from "node:http";

const email = "owner@example.org";
const password = "a long enough passphrase 7";

/** Ends the test with a sentence. */
export function fail(what) {
  console.error(`crash test failed: ${what}`);
  process.exitCode = 1;
  throw new Error(what);
}

/** Runs a command of the program on a data folder; answers what it printed. */
export function run(program, data, ...args) {
  const done = spawnSync(program, [...args, "--data", data], { encoding: "utf8" });
  if (done.status !== 0) fail(`wallchart ${args[0]}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}

export function makeOwner(program, data) {
  run(program, data, "user", "add", email, "--role", "owner", "--password", password);
}

const running = new Set();

/** Ends whatever a failed test left running. */
export function endAll() {
  for (const server of running) server.kill("SIGKILL");
}

/** A server on a data folder, and requests to it as its owner. */
export class Server {
  /** Starts one. `cookie` is that of an earlier one on the same folder; without it, it signs in. */
  static async start(program, data, { cookie, sockets = 64 } = {}) {
    const process = spawn(program, ["serve", "--data", data, "--port", "0", "--log-level", "error"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.add(process);
    const gone = new Promise((resolve) => process.once("exit", resolve));
    gone.then(() => running.delete(process));
    const url = await new Promise((resolve, reject) => {
      let text = "";
      process.stdout.on("data", (part) => {
        text += part;
        const found = /serves at (http:\S+)/.exec(text);
        if (found) resolve(new URL(found[1]));
      });
      gone.then((code) => reject(new Error(`the server ended with ${code}`)));
    });
    const server = new Server(process, gone, url, sockets);
    server.cookie = cookie ?? (await server.#signIn());
    return server;
  }

  constructor(process, gone, url, sockets) {
    this.process = process;
    this.gone = gone;
    this.url = url;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: sockets });
  }

  async #signIn() {
    const answer = await this.ask("POST", "/session", { email, password });
    if (!answer?.cookie) fail(`signing in was answered ${answer?.status}`);
    return answer.cookie;
  }

  /**
   * One request; answers {status, body, cookie}, or null when the server went away before it answered. `body` is sent
   * as JSON, or as it is if it is a stream or bytes.
   */
  ask(method, path, body, headers = {}) {
    const plain = body === undefined || body instanceof Uint8Array || typeof body.pipe === "function";
    return new Promise((resolve) => {
      const request = http.request(
        {
          host: this.url.hostname,
          port: this.url.port,
          path: `/api/v1${path}`,
          method,
          agent: this.agent,
          headers: {
            "content-type": plain ? "application/octet-stream" : "application/json",
            "x-wallchart": "1",
            ...(this.cookie ? { cookie: this.cookie } : {}),
            ...headers,
          },
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
      if (typeof body?.pipe === "function") body.pipe(request);
      else request.end(plain ? body : JSON.stringify(body));
    });
  }

  /** The same, where it must be answered with a status; answers the body, read. */
  async must(status, method, path, body, headers) {
    const answer = await this.ask(method, path, body, headers);
    if (answer?.status !== status)
      fail(`${method} ${path} was answered ${answer?.status} instead of ${status}: ${answer?.body}`);
    return answer.body === "" ? undefined : JSON.parse(answer.body);
  }

  /** Ends it, with kill -9 unless told otherwise. */
  async end(signal = "SIGKILL") {
    this.process.kill(signal);
    await this.gone;
    this.agent.destroy();
  }
}
