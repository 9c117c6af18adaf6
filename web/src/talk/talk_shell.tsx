// The volunteers' entry: light, for phones. Who is signed in, and the way to sign in.
import { useEffect, useState } from "react";
import { request } from "../api/client";
import { isKind } from "../api/error";
import { setLanguage, useLanguage, useMessages } from "../i18n";
import { messages } from "./messages";

type State = "asking" | "nobody" | "offline" | { name: string };

export function TalkShell() {
  const m = useMessages(messages);
  const language = useLanguage();
  const [state, setState] = useState<State>("asking");
  const ask = () => {
    setState("asking");
    request<{ user: { name: string } }>("GET", "/session").then(
      (session) => setState({ name: session.user.name }),
      (error: unknown) => setState(isKind(error, "unauthenticated") ? "nobody" : "offline"),
    );
  };
  useEffect(ask, []);
  return (
    <>
      <header className="bar">
        <span>{m.title}</span>
        <button
          type="button"
          lang={language === "en" ? "es" : "en"}
          onClick={() => setLanguage(language === "en" ? "es" : "en")}
        >
          {m.other}
        </button>
      </header>
      <main className="page">
        {state === "nobody" && (
          <>
            <h1>{m.signInFirst}</h1>
            <p>
              <a className="wide" href="/sign-in?next=/talk">
                {m.signIn}
              </a>
            </p>
          </>
        )}
        {state === "offline" && (
          <>
            <p role="alert">{m.offline}</p>
            <button type="button" className="wide" onClick={ask}>
              {m.retry}
            </button>
          </>
        )}
        {typeof state === "object" && (
          <>
            <h1>{m.hello(state.name)}</h1>
            <p>
              <a href="/">{m.fullApp}</a>
            </p>
          </>
        )}
      </main>
    </>
  );
}
