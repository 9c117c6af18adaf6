// Filters, selection and tabs live in the address, so that a page can be sent to a colleague and gone back to.
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/**
 * The address's parameters with these defaults: `const [filters, setFilters] = useUrlState({search: "", state: ""})`.
 * Those at their default are left out of the address. Setting replaces the history's entry unless `push` is asked.
 */
export function useUrlState<T extends Record<string, string>>(
  defaults: T,
): [T, (changed: Partial<T>, how?: "push" | "replace") => void] {
  const [parameters, setParameters] = useSearchParams();
  const names = JSON.stringify(defaults);
  const state = useMemo(() => {
    const known = JSON.parse(names) as Record<string, string>;
    for (const name of Object.keys(known)) known[name] = parameters.get(name) ?? known[name]!;
    return known as T;
  }, [parameters, names]);
  const set = useCallback(
    (changed: Partial<T>, how: "push" | "replace" = "replace") =>
      setParameters(
        (former) => {
          const known = JSON.parse(names) as Record<string, string>;
          const next = new URLSearchParams(former);
          for (const [name, value] of Object.entries(changed))
            if (!value || value === known[name]) next.delete(name);
            else next.set(name, value);
          return next;
        },
        { replace: how === "replace" },
      ),
    [setParameters, names],
  );
  return [state, set];
}
