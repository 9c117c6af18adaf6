// Drawing much without keeping anybody waiting: what is in sight at once, the rest in the moments after, a frame's
// work at a time. Everything is there before it is scrolled to, read aloud or printed.
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** About what a large screen shows. */
const atOnce = 900;
/** What is drawn within a frame on a slow machine. */
const step = 500;

/** How many of `total` are to be drawn now; begins anew with each `key`. */
export function useGrowing(total: number, key: string): number {
  const [state, setState] = useState({ key, drawn: atOnce });
  const drawn = state.key === key ? state.drawn : atOnce;
  useEffect(() => {
    if (drawn >= total) return;
    const more = () => setState({ key, drawn: drawn + step });
    // After the frame that shows what there is so far.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(more);
    });
    const all = () => flushSync(() => setState({ key, drawn: total }));
    window.addEventListener("beforeprint", all);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      window.removeEventListener("beforeprint", all);
    };
  }, [drawn, total, key]);
  return drawn;
}
