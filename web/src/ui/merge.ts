// Two who edit one record at once: what each changed since they saw it, put together, and where they disagree.

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

type Name<T> = keyof T & string;

/** The fields that were changed since they were seen. */
export const changedNames = <T extends object>(seen: T, now: T) =>
  (Object.keys(now) as Name<T>[]).filter((name) => !isSame(seen[name], now[name]));

/** Only what differs from what was seen. */
export const changedFields = <T extends object>(seen: T, mine: T) =>
  Object.fromEntries(changedNames(seen, mine).map((name) => [name, mine[name]])) as Partial<T>;

/** My changes put on top of what is stored now. */
export const merged = <T extends object>(seen: T, theirs: T, mine: T): T => ({
  ...theirs,
  ...changedFields(seen, mine),
});

/**
 * The fields that both changed, to something different. What only one of them changed is no disagreement: both
 * changes can stand.
 */
export const disagreements = <T extends object>(seen: T, theirs: T, mine: T) =>
  changedNames(seen, mine).filter(
    (name) => !isSame(theirs[name], seen[name]) && !isSame(theirs[name], mine[name]),
  );
