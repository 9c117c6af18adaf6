// The features of the app, one a line. The navigation shows them by group and order.
import type { Feature } from "./feature";
import { people } from "../features/people";

export const features: Feature[] = [
  people, //
];
