// The board's organizations laid on a plane: where each is drawn, which lie on one another, and where the states are.
import type { BoardOrganization, Shown } from "./board";

/** What is drawn on. A unit is about a pixel, so that names can be read on a phone too. */
export interface Sheet {
  width: number;
  height: number;
  margin: number;
}
export const wideSheet: Sheet = { width: 960, height: 560, margin: 60 };
export const phoneSheet: Sheet = { width: 340, height: 420, margin: 34 };
/** Circles nearer than this to each other become one. */
const apart = 34;

export interface Located extends BoardOrganization {
  latitude: number;
  longitude: number;
  /** Drives that are open, and whether one of them is late. */
  open: number;
  late: boolean;
}

/** What is looked at: the middle, and how much nearer than the whole. */
export interface View {
  latitude: number;
  longitude: number;
  zoom: number;
}

/** The organizations that have coordinates, with what is told of each. */
export function located(shown: Pick<Shown, "cells" | "organizations">): Located[] {
  const open = new Map<string, number>();
  const late = new Set<string>();
  for (const cell of shown.cells)
    if (cell.outcome === "open") {
      open.set(cell.organization_id, (open.get(cell.organization_id) ?? 0) + 1);
      if (cell.late) late.add(cell.organization_id);
    }
  return shown.organizations.flatMap((one) =>
    typeof one.latitude === "number" && typeof one.longitude === "number"
      ? [
          {
            ...one,
            latitude: one.latitude,
            longitude: one.longitude,
            open: open.get(one.id) ?? 0,
            late: late.has(one.id),
          },
        ]
      : [],
  );
}

const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
const span = (values: number[]) => Math.max(...values) - Math.min(...values);

/** The view in which all of them are seen. */
export const wholeView = (places: Located[]): View => ({
  latitude: middle(places.map((one) => one.latitude)),
  longitude: middle(places.map((one) => one.longitude)),
  zoom: 1,
});

/** From degrees to the drawing's units. */
export function projection(places: Located[], view: View, sheet: Sheet = wideSheet) {
  const { width, height, margin } = sheet;
  const latitudes = places.map((one) => one.latitude);
  const longitudes = places.map((one) => one.longitude);
  // A degree of longitude shortens toward the poles.
  const narrow = Math.max(0.2, Math.cos((middle(latitudes) * Math.PI) / 180));
  const scale =
    view.zoom *
    Math.min(
      (width - 2 * margin) / Math.max(0.2, span(longitudes) * narrow),
      (height - 2 * margin) / Math.max(0.2, span(latitudes)),
    );
  return {
    sheet,
    scale,
    narrow,
    x: (longitude: number) => width / 2 + (longitude - view.longitude) * narrow * scale,
    y: (latitude: number) => height / 2 - (latitude - view.latitude) * scale,
    /** The degrees that lie under a way on the drawing. */
    degrees: (dx: number, dy: number) => ({ longitude: dx / narrow / scale, latitude: -dy / scale }),
  };
}

export type Projection = ReturnType<typeof projection>;

export interface Cluster {
  x: number;
  y: number;
  places: Located[];
}

/** Places that would lie on one another, put together; the largest first, so that it stays where it is. */
export function clusters(places: Located[], { x, y }: Projection): Cluster[] {
  const found: Cluster[] = [];
  for (const place of [...places].sort((a, b) => b.members - a.members)) {
    const at = { x: x(place.longitude), y: y(place.latitude) };
    const near = found.find((one) => Math.hypot(one.x - at.x, one.y - at.y) < apart);
    if (near) near.places.push(place);
    else found.push({ ...at, places: [place] });
  }
  return found;
}

export interface Label {
  text: string;
  x: number;
  y: number;
  anchor: "start" | "end";
}

/** About how wide a letter of a name is. */
const letter = 6.1;
const lineHeight = 14;

/** Which names can be written without lying on a circle or on each other; the largest places come first. */
export function labels(
  found: (Cluster & { radius: number; name: string })[],
  { width }: Sheet = wideSheet,
): (Label | undefined)[] {
  const taken = found.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return found.map(({ x, y, radius, name }, own) => {
    const wide = name.length * letter;
    const toLeft = x + radius + 6 + wide > width;
    const left = toLeft ? x - radius - 6 - wide : x + radius + 6;
    const box = { left, right: left + wide, top: y - lineHeight / 2, bottom: y + lineHeight / 2 };
    const lies = taken.some(
      (other, at) =>
        at !== own &&
        box.left < other.right &&
        box.right > other.left &&
        box.top < other.bottom &&
        box.bottom > other.top,
    );
    if (lies || left < 0) return undefined;
    taken.push(box);
    return { text: name, x: toLeft ? -radius - 6 : radius + 6, y: 4, anchor: toLeft ? "end" : "start" };
  });
}

/** Where each state's name stands: in the middle of what is known there. */
export function states(places: Located[]): { name: string; latitude: number; longitude: number }[] {
  const by = new Map<string, Located[]>();
  for (const place of places) if (place.state) by.set(place.state, [...(by.get(place.state) ?? []), place]);
  return [...by].map(([name, of]) => ({
    name,
    latitude: middle(of.map((one) => one.latitude)),
    longitude: middle(of.map((one) => one.longitude)),
  }));
}

/** Degrees between the lines of the graticule, so that there are four to ten of them. */
export const spacing = (degrees: number) =>
  [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20].find((one) => degrees / one <= 8) ?? 30;
