// A disk that is full: it is said so, and nothing that was acknowledged is lost. Only root can make a small disk.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Server, fail, makeOwner, run } from "./server.mjs";
import { verify } from "./writers.mjs";

export async function fillTheDisk(program, folder) {
  const disk = join(folder, "disk");
  mkdirSync(disk);
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", disk]).status !== 0) {
    console.log("full disk: skipped, a disk can't be mounted here");
    return;
  }
  try {
    const data = join(disk, "data");
    makeOwner(program, data);
    const ballast = join(disk, "ballast");
    writeFileSync(ballast, Buffer.alloc(6 << 20, 1));
    const server = await Server.start(program, data, { sockets: 16 });
    const acknowledged = new Map();
    const note = "n".repeat(9000);
    let refusal;
    const writer = async (_, number) => {
      for (let count = 0; !refusal && count < 1000; ++count) {
        const family_name = `full${number}x${count}`;
        const answer = await server.ask("POST", "/people", { given_name: "Full", family_name, note });
        if (answer === null) fail("the server went away when the disk was full");
        if (answer.status === 201) acknowledged.set(JSON.parse(answer.body).person.id, family_name);
        else refusal = answer;
      }
    };
    await Promise.all(Array.from({ length: 16 }, writer));
    if (!refusal) fail("the disk was never full");
    if (refusal.status !== 503 || !refusal.body.includes("disk"))
      fail(`a full disk was answered ${refusal.status}: ${refusal.body}`);
    await verify(server, acknowledged);
    rmSync(ballast);
    const again = await server.ask("POST", "/people", { given_name: "Again", family_name: "Written" });
    if (again?.status !== 201) fail(`after space was made, a write was answered ${again?.status}: ${again?.body}`);
    await server.end("SIGTERM");
    run(program, data, "check");
    console.log(`full disk: said so, ${acknowledged.size} acknowledged writes, none lost`);
  } finally {
    spawnSync("umount", ["-l", disk]);
  }
}
