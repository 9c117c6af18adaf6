import { useMessages } from "../../i18n";
import { messages } from "./messages";

/** What a body is called: a kind of step in words, another by its own name. */
export function useBodyName() {
  const kinds = useMessages(messages).kinds as Record<string, string>;
  return (body: string) => kinds[body] ?? body;
}
