// The features of the app, one a line. The navigation shows them by group and order.
import type { Feature } from "./feature";
import { conversations } from "../features/conversations";
import { wallChart } from "../features/wall_chart";
import { drives } from "../features/drives";
import { slates } from "../features/slates";
import { decisions } from "../features/decisions";
import { duplicates } from "../features/duplicates";
import { directory } from "../features/directory";
import { formations } from "../features/formations";
import { history } from "../features/history";
import { imports } from "../features/imports";
import { people } from "../features/people";
import { placements } from "../features/placements";
import { resolutions } from "../features/resolutions";
import { settings } from "../features/settings";

// One a line, so that two who add one do not collide.
// prettier-ignore
export const features: Feature[] = [
  conversations,
  wallChart,
  decisions,
  people,
  directory,
  placements,
  formations,
  drives,
  slates,
  resolutions,
  imports,
  duplicates,
  history,
  settings,
];
