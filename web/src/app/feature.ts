// What a feature gives to the app: its pages and its places in the navigation.
import type { RouteObject } from "react-router";
import type { Abilities } from "./session";

export interface NavigationEntry {
  /** The untitled first group, or one of the three. */
  group: "first" | "organize" | "reach" | "keep";
  /** Among the entries of its group; see features.ts. */
  order: number;
  to: string;
  label: { en: string; es: string };
  /** Shown only to those who may do this. */
  needs?: keyof Abilities;
  /** A hook: the count beside the label, undefined while not known. */
  useCount?: () => number | undefined;
}

export interface Feature {
  /** Inside the shell, for the signed in. Paths without a leading slash; give `lazy` so that each loads by itself. */
  routes?: RouteObject[];
  /** Outside the shell, for anybody. */
  publicRoutes?: RouteObject[];
  navigation?: NavigationEntry[];
}
