// Everything the volunteers' app knows: who is signed in, the day, what waits to be sent.
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { type Schemas, request } from "../api/client";
import { isKind } from "../api/error";
import { languageChosen, setLanguage, setTimeZone } from "../i18n";
import { today } from "../i18n/format";
import { applyLogged, keyOf } from "./day";
import { type Day, type KeptDay, type NewConversation, type Waiting, openPhoneStore } from "./phone_store";
import { Queue } from "./queue";

type Session = Schemas["SessionView"];

export type TalkState = "asking" | "nobody" | "offline" | "ready";

const store = openPhoneStore();
const server = {
  post: (body: NewConversation) =>
    request<{ conversation: { id: string; person_id: string } }>("POST", "/conversations", body),
  takeBack: (person: string, conversation: string) =>
    request("DELETE", `/people/${person}/conversations/${conversation}`),
};
const noQueue = new Queue(store, server, "");

const ownerOf = (session: Session) => `${session.user.id}-${session.workspace?.id ?? ""}`;

export function useTalk() {
  const [state, setState] = useState<TalkState>("asking");
  const [kept, setKept] = useState<KeptDay>();
  const [stale, setStale] = useState(false);
  const [loggedHere, setLoggedHere] = useState<Set<string>>(new Set());
  const [orphans, setOrphans] = useState(0);
  const owner = kept?.owner ?? "";
  const queue = useMemo(() => (owner ? new Queue(store, server, owner) : noQueue), [owner]);
  const queued = useSyncExternalStore(queue.subscribe, queue.current);
  const latest = useRef(queue);
  latest.current = queue;

  /** What waits is part of the day, though the server does not know it yet. */
  const withWaiting = useCallback(async (given: KeptDay): Promise<KeptDay> => {
    const waiting = (await store.waiting()).filter((one) => one.owner === given.owner && !one.refused);
    const day = waiting.reduce(
      (sum: Day, one: Waiting) => applyLogged(sum, one.body, today(given.time_zone, new Date(one.saved_at))),
      given.day,
    );
    setLoggedHere((known) => {
      const keys = new Set(known);
      for (const one of waiting)
        if (today(given.time_zone, new Date(one.saved_at)) === today(given.time_zone))
          keys.add(keyOf({ person_id: one.body.person_id, drive_id: one.body.drive_id ?? null }));
      return keys;
    });
    return { ...given, day };
  }, []);

  const refresh = useCallback(async () => {
    try {
      const session = await request<Session>("GET", "/session");
      setTimeZone(session.workspace?.time_zone);
      if (!languageChosen()) setLanguage(session.user.language === "es" ? "es" : "en", false);
      const day = await request<Day>("GET", "/my-day");
      const fresh: KeptDay = {
        owner: ownerOf(session),
        name: session.user.name,
        time_zone: session.workspace?.time_zone ?? "UTC",
        day,
        at: Date.now(),
      };
      await store.keepDay(fresh).catch(() => undefined);
      setKept(await withWaiting(fresh));
      setStale(false);
      setState("ready");
    } catch (error) {
      if (isKind(error, "unauthenticated")) {
        // Whoever holds the phone now is not known: only what is not sent yet stays.
        await store.forgetDay().catch(() => undefined);
        setOrphans((await store.waiting().catch(() => [])).length);
        setKept(undefined);
        setState("nobody");
        return;
      }
      const before = await store.day().catch(() => undefined);
      if (before) {
        setTimeZone(before.time_zone);
        setKept(await withWaiting(before));
      }
      setStale(true);
      setState(before ? "ready" : "offline");
    }
  }, [withWaiting]);

  useEffect(() => {
    // What was known last is shown at once; the server's answer follows.
    void store
      .day()
      .then(async (before) => {
        if (!before) return;
        setTimeZone(before.time_zone);
        const shown = await withWaiting(before);
        setKept((known) => known ?? shown);
        setState((known) => (known === "asking" ? "ready" : known));
      })
      .catch(() => undefined)
      .then(refresh);
    const back = () => {
      if (document.visibilityState === "visible") void latest.current.send().then(refresh);
    };
    window.addEventListener("online", back);
    document.addEventListener("visibilitychange", back);
    // "online" only says that there is a network; a signal that comes and goes is found by trying.
    const timer = setInterval(() => {
      if (latest.current.current().waiting.some((one) => !one.refused)) void latest.current.send();
    }, 15_000);
    return () => {
      window.removeEventListener("online", back);
      document.removeEventListener("visibilitychange", back);
      clearInterval(timer);
    };
  }, [refresh, withWaiting]);

  useEffect(() => {
    if (owner) void queue.start();
  }, [owner, queue]);

  const log = async (body: NewConversation, name: string) => {
    await queue.log(body, name);
    const person = { person_id: body.person_id, drive_id: body.drive_id ?? null };
    setLoggedHere((known) => new Set(known).add(keyOf(person)));
    if (kept) {
      const next = { ...kept, day: applyLogged(kept.day, body, today(kept.time_zone)) };
      setKept(next);
      await store.keepDay(next).catch(() => undefined);
    }
  };

  const undo = async () => {
    await queue.undo();
    setLoggedHere(new Set());
    await refresh();
  };

  const signOut = async () => {
    await request("DELETE", "/session").catch((error: unknown) => {
      if (!isKind(error, "unauthenticated")) throw error;
    });
    await store.forgetEverything();
    setKept(undefined);
    setOrphans(0);
    setState("nobody");
  };

  return { state, kept, stale, loggedHere, orphans, queue, queued, refresh, log, undo, signOut };
}
