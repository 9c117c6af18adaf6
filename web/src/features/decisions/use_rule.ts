// Both forms of a rule that is being written. The text is what is kept; the steps are made of it by the server, and
// where the steps are changed it writes the text anew.
import { useEffect, useRef, useState } from "react";
import { type Schemas, request } from "../../api";

type View = Schemas["DecisionRuleView"];
type Rule = Schemas["DecisionRule"];

const pause = 350;

export function useRule(stored: View, text: string, writeText: (text: string) => void) {
  const [rule, setRule] = useState(stored.rule);
  const [faults, setFaults] = useState(stored.revision ? stored.faults : []);
  const [error, setError] = useState<unknown>(null);
  /** What is written has not been read yet: nobody knows whether it is sound. */
  const [waiting, setWaiting] = useState(false);
  /** The text that the steps shown were made of. */
  const read = useRef(stored.text);
  const asked = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const write = useRef(writeText);
  write.current = writeText;
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      asked.current?.abort();
    },
    [],
  );
  const ask = useRef((input: { text: string } | { rule: Rule }) => {
    clearTimeout(timer.current);
    asked.current?.abort();
    setWaiting(true);
    timer.current = setTimeout(() => {
      const controller = new AbortController();
      asked.current = controller;
      request<View>("POST", "/decision-rules/check", { source: "", ...input }, { signal: controller.signal })
        .then((checked) => {
          if (controller.signal.aborted) return;
          // What is being typed stays as it is typed.
          if ("text" in input) setRule(checked.rule);
          else {
            read.current = checked.text;
            write.current(checked.text);
          }
          setFaults(checked.faults);
          setError(null);
          setWaiting(false);
        })
        .catch((problem: unknown) => {
          if (!controller.signal.aborted) setError(problem);
        });
    }, pause);
  });
  useEffect(() => {
    if (text === read.current) return;
    read.current = text;
    ask.current({ text });
  }, [text]);
  return {
    rule,
    faults,
    waiting,
    error,
    writeRule: (changed: Rule) => {
      setRule(changed);
      ask.current({ rule: changed });
    },
  };
}
