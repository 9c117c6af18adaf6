// The sample movement for a journey: its users all have one password.
import { command } from "./server.mjs";

export const password = "four lively green herons";
export const organizer = { email: "ruth.calloway@example.org", password };
export const volunteer = { email: "gus.petrov@example.org", password };

export const sample = (people) => (data) =>
  command("sample", "--people", String(people), "--seed", "1", "--data", data, "--password", password);

/** The drive and worksite with the most workers that have been talked to. */
export async function busiestChart(journey, page) {
  let best = { in_favor: -1 };
  const drives = await journey.api(page, "GET", "/drives?limit=20");
  for (const { drive } of drives.items) {
    const places = await journey.api(page, "GET", `/drives/${drive.id}/wall-chart-places`);
    for (const place of places.filter((one) => one.worksite_id).slice(0, 2)) {
      const path = `/drives/${drive.id}/wall-chart?worksite_id=${place.worksite_id}`;
      const { counts } = await journey.api(page, "GET", path);
      if (counts.in_favor > best.in_favor)
        best = {
          in_favor: counts.in_favor,
          path,
          workers: counts.workers,
        };
    }
  }
  return best;
}
