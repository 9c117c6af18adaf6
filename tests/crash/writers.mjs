// Writers who know what was acknowledged to them, and a look whether it is all there.
import { fail } from "./server.mjs";

/** Adds people until the server is gone; `acknowledged` holds the name of each by id. */
export async function writeUntilGone(server, name, acknowledged) {
  for (let count = 0; ; ++count) {
    const family_name = `${name}x${count}`;
    const answer = await server.ask("POST", "/people", { given_name: "Crash", family_name });
    if (answer === null) return;
    if (answer.status !== 201) fail(`a write was answered ${answer.status}: ${answer.body}`);
    acknowledged.set(JSON.parse(answer.body).person.id, family_name);
  }
}

export async function verify(server, acknowledged) {
  const all = [...acknowledged];
  let at = 0;
  const reader = async () => {
    while (at < all.length) {
      const [id, family_name] = all[at++];
      const answer = await server.ask("GET", `/people/${id}`);
      if (answer?.status !== 200) fail(`an acknowledged write is missing (${answer?.status})`);
      if (!answer.body.includes(`"${family_name}"`)) fail("an acknowledged write holds something else");
    }
  };
  await Promise.all(Array.from({ length: 16 }, reader));
}
