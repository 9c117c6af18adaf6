// Word from the server that something changed, so that two people see each other's changes.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { onLanguage } from "../i18n/language";
import { base } from "./client";
import { invalidateTopics } from "./hooks";

/** An import tells of changes many times a second; nobody reads faster than this. */
const pause = 1000;

/** Listens while the component is mounted. Used once, by the shell. */
export function useServerEvents(enabled: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (!enabled || typeof EventSource === "undefined") return;
    let topics = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;
    const flush = () => {
      timer = undefined;
      const changed = [...topics];
      topics = new Set();
      void invalidateTopics(queries, changed);
    };
    const source = new EventSource(`${base}/events`);
    source.onmessage = (event: MessageEvent<string>) => {
      try {
        (JSON.parse(event.data) as { topics?: string[] }).topics?.forEach((topic) => topics.add(topic));
      } catch {
        return;
      }
      timer ??= setTimeout(flush, pause);
    };
    source.onerror = () => {
      wasLost = true;
    };
    source.onopen = () => {
      // What happened in between is unknown.
      if (wasLost) void queries.invalidateQueries();
      wasLost = false;
    };
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, [enabled, queries]);
}

/** What the server says in words is read again when the screens change their language. */
export function useWordsOfTheServer() {
  const queries = useQueryClient();
  useEffect(() => onLanguage(() => void queries.invalidateQueries()), [queries]);
}
