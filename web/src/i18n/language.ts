// The language of the screens: kept in the browser, and set from the user's account when they sign in.
import { useSyncExternalStore } from "react";

export type Language = "en" | "es";

const key = "wallchart.language";
const listeners = new Set<() => void>();

function initial(): Language {
  const kept = localStorage.getItem(key);
  if (kept === "en" || kept === "es") return kept;
  return navigator.language?.startsWith("es") ? "es" : "en";
}

let current: Language = initial();
document.documentElement.lang = current;

export const language = () => current;

/** Whether the user chose a language in this browser, which then goes before the account's. */
export const languageChosen = () => localStorage.getItem(key) !== null;

export function setLanguage(wanted: Language, keep = true) {
  if (keep) localStorage.setItem(key, wanted);
  if (wanted === current) return;
  current = wanted;
  document.documentElement.lang = wanted;
  listeners.forEach((tell) => tell());
}

/** Calls the listener at each change; answers how to stop that. */
export const onLanguage = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useLanguage = () => useSyncExternalStore(onLanguage, language);
