// The features of the app, one a line. The navigation shows them by group and order.
import type { Feature } from "./feature";
import { formations } from "../features/formations";
import { people } from "../features/people";
import { placements } from "../features/placements";
import { resolutions } from "../features/resolutions";

export const features: Feature[] = [
  people,
  placements,
  formations,
  resolutions,
];
