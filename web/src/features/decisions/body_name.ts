import { useMessages } from "../../i18n";
import { ruleMessages } from "./rule_messages";

/** What a body is called: a kind of step in words, another by its own name. */
export function useBodyName() {
  const kinds = useMessages(ruleMessages).kinds as Record<string, string>;
  return (body: string) => kinds[body] ?? body;
}
