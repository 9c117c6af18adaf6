// Filters, selection and tabs live in the address, so that a page can be sent to a colleague and gone back to.
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { useLocation, useNavigationType, useSearchParams } from "react-router";

/**
 * What was set and the router has not shown yet: it shows a new address only after a moment, in which a quick typist
 * writes on and a second filter may be chosen.
 */
let coming: { pathname: string; search: string } | undefined;
const listeners = new Set<() => void>();
function expect(next: typeof coming) {
  coming = next;
  listeners.forEach((tell) => tell());
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The page's parameters as they were set last, as text. */
function useSearch() {
  const { pathname, key } = useLocation();
  const how = useNavigationType();
  const [parameters, setParameters] = useSearchParams();
  const shown = parameters.toString();
  const search = useSyncExternalStore(subscribe, () =>
    coming?.pathname === pathname ? coming.search : shown,
  );
  useEffect(() => {
    // It is there; or somebody went back meanwhile, or to another page.
    if (coming && (coming.search === shown || coming.pathname !== pathname || how === "POP"))
      expect(undefined);
  }, [pathname, key, how, shown]);
  return { pathname, search, setParameters };
}

/**
 * The address's parameters with these defaults: `const [filters, setFilters] = useUrlState({search: "", state: ""})`.
 * Those at their default are left out of the address. Setting replaces the history's entry unless `push` is asked.
 */
export function useUrlState<T extends Record<string, string>>(
  defaults: T,
): [T, (changed: Partial<T>, how?: "push" | "replace") => void] {
  const { pathname, search, setParameters } = useSearch();
  const names = JSON.stringify(defaults);
  const state = useMemo(() => {
    const parameters = new URLSearchParams(search);
    const known = JSON.parse(names) as Record<string, string>;
    for (const name of Object.keys(known)) known[name] = parameters.get(name) ?? known[name]!;
    return known as T;
  }, [search, names]);
  const set = useCallback(
    (changed: Partial<T>, how: "push" | "replace" = "replace") => {
      const known = JSON.parse(names) as Record<string, string>;
      const next = new URLSearchParams(coming?.pathname === pathname ? coming.search : search);
      for (const [name, value] of Object.entries(changed))
        if (!value || value === known[name]) next.delete(name);
        else next.set(name, value);
      expect({ pathname, search: next.toString() });
      setParameters(next, { replace: how === "replace" });
    },
    [pathname, search, setParameters, names],
  );
  return [state, set];
}
