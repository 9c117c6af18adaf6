// The server speaks English. Its sentences are said in the user's language where that is another one.
import { useSyncExternalStore } from "react";
import { language, onLanguage, useLanguage } from "./language";

interface Dictionary {
  sentences: Record<string, string>;
  patterns: [RegExp, (...parts: string[]) => string][];
}

let spanish: Dictionary | undefined;
const listeners = new Set<() => void>();

// Loaded for those who need it, as soon as they do.
async function load(): Promise<void> {
  if (language() !== "es" || spanish) return;
  spanish = await import("./server_messages_es");
  listeners.forEach((tell) => tell());
}
onLanguage(() => void load());
void load();

export function translate(text: string, dictionary: Dictionary): string {
  const known = dictionary.sentences[text];
  if (known) return known;
  for (const [pattern, say] of dictionary.patterns) {
    const found = pattern.exec(text);
    if (found) return say(...found.slice(1));
  }
  return text;
}

/** A sentence of the server in the current language; itself where it is not known. */
export const serverText = (text: string): string =>
  language() === "es" && spanish ? translate(text, spanish) : text;

/** `serverText` for what is shown: said again once the words of another language have come. */
export function useServerText() {
  useLanguage();
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => spanish,
  );
  return serverText;
}
