import { type Schemas, useGet } from "../api";

/** The count beside a place of the navigation; nothing while it is not known, or nought. */
export function useCount(path: string, changes: { topics: string[] } | { every: number }) {
  return useGet<Schemas["Count"]>(path, changes).data?.count || undefined;
}
