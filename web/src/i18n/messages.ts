// Typed messages of a feature: `es` must say everything that `en` says, with the same arguments.
import { type Language, useLanguage } from "./language";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the arguments are checked by Same<>
type Message = string | ((...values: any[]) => string);
export interface Catalogue {
  [name: string]: Message | Catalogue;
}
type Same<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer A) => string
      ? (...values: A) => string
      : Same<T[K]>;
};
export interface Messages<T> {
  en: T;
  es: Same<T>;
}

export const defineMessages = <T extends Catalogue>(messages: { en: T; es: Same<NoInfer<T>> }): Messages<T> =>
  messages;

export const messagesIn = <T>(messages: Messages<T>, language: Language): Same<T> =>
  language === "es" ? messages.es : (messages.en as Same<T>);

/** The messages in the current language: `const m = useMessages(messages); m.title`. */
export const useMessages = <T>(messages: Messages<T>): Same<T> => messagesIn(messages, useLanguage());
