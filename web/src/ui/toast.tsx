// Word that something was done, with its undo. Destructive work is undone rather than asked about.
import { useEffect, useState, useSyncExternalStore } from "react";
import { useMessages } from "../i18n";
import { useErrorText } from "./error_state";
import { messages } from "./messages";
import style from "./toast.module.css";

export interface Toast {
  message: string;
  tone?: "plain" | "bad";
  /** Offered as a button while the toast is shown. */
  undo?: () => Promise<unknown> | void;
}

interface Shown extends Toast {
  id: number;
}

let shown: Shown[] = [];
let next = 1;
const listeners = new Set<() => void>();
const set = (toasts: Shown[]) => {
  shown = toasts;
  listeners.forEach((tell) => tell());
};

/** Shows a toast: `toast({message: m.removed, undo: () => undoBatch(id)})`. */
export function toast(given: Toast | string) {
  const one = typeof given === "string" ? { message: given } : given;
  set([...shown.slice(-2), { ...one, id: next++ }]);
}

const dismiss = (id: number) => set(shown.filter((one) => one.id !== id));

function One({ toast: one }: { toast: Shown }) {
  const m = useMessages(messages);
  const errorText = useErrorText();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(one.id), one.undo || one.tone === "bad" ? 10_000 : 5_000);
    return () => clearTimeout(timer);
  }, [held, one]);
  const undo = async () => {
    dismiss(one.id);
    try {
      await one.undo?.();
      toast(m.undone);
    } catch (error) {
      toast({ message: errorText(error), tone: "bad" });
    }
  };
  return (
    <div
      className={style.toast}
      data-tone={one.tone}
      role={one.tone === "bad" ? "alert" : "status"}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={style.text}>{one.message}</span>
      {one.undo && (
        <button type="button" onClick={() => void undo()}>
          {m.undo}
        </button>
      )}
      <button type="button" aria-label={m.close} onClick={() => dismiss(one.id)}>
        ✕
      </button>
    </div>
  );
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where toasts appear; once, in the shell. */
export function Toasts() {
  const toasts = useSyncExternalStore(subscribe, () => shown);
  return (
    <div className={style.toasts} aria-live="polite">
      {toasts.map((one) => (
        <One key={one.id} toast={one} />
      ))}
    </div>
  );
}

/** Shows what a mutation threw: `onError: useToastError()`. */
export function useToastError() {
  const text = useErrorText();
  return (error: unknown) => toast({ message: text(error), tone: "bad" });
}
