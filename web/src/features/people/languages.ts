import { useMessages } from "../../i18n";
import { messages } from "./messages";

/** The languages in which somebody is written to, to choose from. */
export function useLanguageOptions() {
  const { none, en, es } = useMessages(messages).details.languages;
  return [
    { value: "", label: none },
    { value: "en", label: en },
    { value: "es", label: es },
  ];
}
