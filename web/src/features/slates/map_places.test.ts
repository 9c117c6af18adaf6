import { expect, it } from "vitest";
import {
  type Located,
  clusters,
  labels,
  located,
  phoneSheet,
  projection,
  states,
  wholeView,
  wideSheet,
} from "./map_places";

const { width } = wideSheet;

const place = (id: string, latitude: number, longitude: number, more: Partial<Located> = {}) =>
  ({
    id,
    name: id,
    state: "NB",
    latitude,
    longitude,
    members: 100,
    won: 0,
    open: 0,
    late: false,
    ...more,
  }) as Located;

it("leaves out what has no coordinates, and counts the open drives of the rest", () => {
  const found = located({
    organizations: [place("1", 41, -96), { ...place("2", 0, 0), latitude: null }],
    cells: [
      { organization_id: "1", outcome: "open", late: true },
      { organization_id: "1", outcome: "open", late: false },
      { organization_id: "1", outcome: "endorsed", late: false },
    ],
  } as never);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ id: "1", open: 2, late: true });
});

it("puts neighbours together until one looks nearer", () => {
  const places = [place("1", 41, -96), place("2", 41.1, -96.1, { members: 900 }), place("3", 31, -86)];
  const far = clusters(places, projection(places, wholeView(places)));
  expect(far.map((one) => one.places.map((other) => other.id))).toEqual([["2", "1"], ["3"]]);
  const near = clusters(places, projection(places, { latitude: 41, longitude: -96, zoom: 16 }));
  expect(near).toHaveLength(3);
});

it("shows everything in the whole view, one place alone in its middle", () => {
  const alone = [place("1", 41, -96)];
  const [only] = clusters(alone, projection(alone, wholeView(alone)));
  expect(only!.x).toBe(width / 2);
  const both = [place("1", 41, -96), place("2", 31, -116)];
  for (const one of clusters(both, projection(both, wholeView(both)))) {
    expect(one.x).toBeGreaterThan(0);
    expect(one.x).toBeLessThan(width);
  }
});

it("fits everything on a phone as well", () => {
  const both = [place("1", 41, -96), place("2", 31, -116)];
  for (const one of clusters(both, projection(both, wholeView(both), phoneSheet))) {
    expect(one.x).toBeGreaterThan(0);
    expect(one.x).toBeLessThan(phoneSheet.width);
  }
});

it("moves the view by what was dragged", () => {
  const both = [place("1", 41, -96), place("2", 31, -116)];
  const view = wholeView(both);
  const before = projection(both, view);
  const { longitude, latitude } = before.degrees(50, -20);
  const after = projection(both, {
    ...view,
    longitude: view.longitude - longitude,
    latitude: view.latitude - latitude,
  });
  expect(after.x(-96) - before.x(-96)).toBeCloseTo(50);
  expect(after.y(41) - before.y(41)).toBeCloseTo(-20);
});

it("names each state once", () => {
  const places = [place("1", 40, -90), place("2", 42, -94), place("3", 31, -86, { state: "" })];
  expect(states(places)).toEqual([{ name: "NB", latitude: 41, longitude: -92 }]);
});

it("writes the names that find room, to the left at the right edge", () => {
  const at = (x: number, y: number, name: string) => ({ x, y, places: [], radius: 10, name });
  const [far, near, crowded, edge] = labels([
    at(100, 100, "Riverton"),
    at(100, 300, "Grantham"),
    at(130, 304, "Port Calder"),
    at(width - 20, 500, "Nurses United Local 481"),
  ]);
  expect(far).toMatchObject({ anchor: "start", x: 16 });
  // Its name would lie on its neighbour.
  expect(near).toBeUndefined();
  expect(crowded).toBeDefined();
  expect(edge).toMatchObject({ anchor: "end", x: -16 });
});
