/** The zones of the Americas first, then all that the browser knows; with `current` even if it does not. */
export function timeZones(current?: string): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  const near = known.filter((zone) => zone.startsWith("America/") || zone === "Pacific/Honolulu");
  return [...new Set([...(current ? [current] : []), ...near, ...known])];
}
