// Numbers, counts and dates as people read them. Dates carry the weekday; deadlines say the days left.
import { type Language, language, useLanguage } from "./language";

const locales = { en: "en-US", es: "es-US" } as const;
const cache = new Map<string, unknown>();

function kept<T>(name: string, make: () => T): T {
  let found = cache.get(name) as T | undefined;
  if (!found) cache.set(name, (found = make()));
  return found;
}

export function number(value: number, of: Language = language()): string {
  return kept(`n${of}`, () => new Intl.NumberFormat(locales[of])).format(value);
}

/**
 * "43 %" of a share between 0 and 1; it does not break before the sign. A few of many are "<1 %", not none, and
 * nearly all are ">99 %".
 */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return "–";
  const rounded = Math.round(share * 100);
  if (share > 0 && rounded === 0) return "<1\u00a0%";
  if (share < 1 && rounded === 100) return ">99\u00a0%";
  return `${rounded}\u00a0%`;
}

/** "1 person", "20,114 people": the number and the word that fits it. */
export function plural(count: number, one: string, other: string, of: Language = language()): string {
  const form = kept(`p${of}`, () => new Intl.PluralRules(locales[of])).select(count);
  return `${number(count, of)} ${form === "one" ? one : other}`;
}

/** A calendar day "2026-05-22" as a moment at noon UTC, where every time zone agrees on the day. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** Today's calendar day in a time zone, as "2026-05-22". */
export function today(timeZone?: string, now = new Date()): string {
  return kept(
    `t${timeZone}`,
    () => new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }),
  ).format(now);
}

/** Days from today to a calendar day; negative when past. */
export function daysUntil(day: string, from: string = today()): number {
  return Math.round((noon(day).getTime() - noon(from).getTime()) / 86_400_000);
}

/** "Tue 3 Jun", with the year unless it is this one. */
export function date(day: string, of: Language = language(), from: string = today()): string {
  if (day.length < 10) return day;
  const parts = new Map(
    kept(
      `d${of}`,
      () =>
        new Intl.DateTimeFormat(locales[of], {
          weekday: "short",
          day: "numeric",
          month: "short",
          year: "numeric",
          timeZone: "UTC",
        }),
    )
      .formatToParts(noon(day.slice(0, 10)))
      .map((part) => [part.type, part.value.replace(".", "")]),
  );
  const text = `${parts.get("weekday")} ${parts.get("day")} ${parts.get("month")}`;
  return day.slice(0, 4) === from.slice(0, 4) ? text : `${text} ${parts.get("year")}`;
}

/** "today", "in 3 days", "2 days ago". */
export function daysLeft(day: string, of: Language = language(), from: string = today()): string {
  return kept(`r${of}`, () => new Intl.RelativeTimeFormat(locales[of], { numeric: "auto" })).format(
    daysUntil(day, from),
    "day",
  );
}

/** A moment (milliseconds, or ISO 8601) in the workspace's time zone: "Tue 3 Jun, 14:05". */
export function moment(at: number | string, timeZone?: string, of: Language = language()): string {
  const when = new Date(at);
  const time = kept(
    `m${of}${timeZone}`,
    () => new Intl.DateTimeFormat(locales[of], { hour: "numeric", minute: "2-digit", timeZone }),
  ).format(when);
  return `${date(today(timeZone, when), of, today(timeZone))}, ${time}`;
}

/** The day of a moment in the workspace's time zone: "Tue 3 Jun". */
export function dayOf(at: number | string, timeZone?: string, of: Language = language()): string {
  return date(today(timeZone, new Date(at)), of, today(timeZone));
}

let zone: string | undefined;
/** Set once from the session: the workspace's time zone. */
export const setTimeZone = (name: string | undefined) => {
  zone = name || undefined;
};

/** The formatting functions in the current language and the workspace's time zone. */
export function useFormat() {
  const of = useLanguage();
  const now = today(zone);
  return {
    language: of,
    today: now,
    number: (value: number) => number(value, of),
    percent,
    plural: (count: number, one: string, other: string) => plural(count, one, other, of),
    date: (day: string) => date(day, of, now),
    daysLeft: (day: string) => daysLeft(day, of, now),
    daysUntil: (day: string) => daysUntil(day, now),
    moment: (at: number | string) => moment(at, zone, of),
    dayOf: (at: number | string) => dayOf(at, zone, of),
  };
}
