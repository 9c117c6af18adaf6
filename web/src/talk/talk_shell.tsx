// The volunteers' app: my people today, one talk at a time. Works without a signal once it has been opened.
import { useEffect, useState, useSyncExternalStore } from "react";
import { isKind } from "../api/error";
import { setLanguage, useFormat, useLanguage, useMessages } from "../i18n";
import { keyOf, lists } from "./day";
import { DayList } from "./day_list";
import { messages } from "./messages";
import { TalkForm } from "./talk_form";
import { useTalk } from "./use_talk";

const listen = (listener: () => void) => {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
};
const useHash = () => useSyncExternalStore(listen, () => location.hash.slice(1));

export function TalkShell() {
  const m = useMessages(messages);
  const language = useLanguage();
  const { today, moment } = useFormat();
  const talk = useTalk();
  const { kept, queued, queue } = talk;
  const chosen = useHash();
  const [leaving, setLeaving] = useState(false);
  const [notice, setNotice] = useState("");
  const [fault, setFault] = useState("");

  const day = kept ? lists(kept.day, talk.loggedHere, today) : undefined;
  const open = day ? [...day.due, ...day.fresh, ...day.others] : [];
  const everyone = day ? [...open, ...day.done] : [];
  const person = everyone.find((one) => keyOf(one) === chosen);
  const at = open.findIndex((one) => keyOf(one) === chosen);
  const waiting = queued.waiting.filter((one) => !one.refused).length;
  const refused = queued.waiting.filter((one) => one.refused);

  useEffect(() => {
    document.title = `${person ? person.name : m.title} · Wallchart`;
  }, [person, m.title]);

  const undo = async () => {
    const name = queued.last?.name ?? "";
    setFault("");
    try {
      await talk.undo();
      setNotice(m.takenBack(name));
    } catch (error) {
      setFault(isKind(error, "offline") ? m.undoOffline : String((error as Error).message));
    }
  };
  const signOut = async () => {
    setFault("");
    try {
      await talk.signOut();
      setLeaving(false);
      location.hash = "";
    } catch {
      setFault(m.offline);
    }
  };

  return (
    <>
      <header className="bar">
        {person ? <a href="#">‹ {m.back}</a> : <span>{m.title}</span>}
        {person ? (
          at >= 0 && <span>{m.position(at + 1, open.length)}</span>
        ) : (
          <span className="menu">
            <button
              type="button"
              lang={language === "en" ? "es" : "en"}
              onClick={() => setLanguage(language === "en" ? "es" : "en")}
            >
              {m.other}
            </button>
            {kept && (
              <button
                type="button"
                onClick={() => (queued.waiting.length > 0 ? setLeaving(true) : void signOut())}
              >
                {m.signOut}
              </button>
            )}
          </span>
        )}
      </header>
      <main className="page">
        {talk.state === "asking" && <p role="status">{m.loading}</p>}
        {talk.state === "nobody" && (
          <>
            <h1>{m.signInFirst}</h1>
            {talk.orphans > 0 && <p className="card">{m.signInText(talk.orphans)}</p>}
            <p>
              <a className="wide" href="/sign-in?next=/talk">
                {m.signIn}
              </a>
            </p>
          </>
        )}
        {talk.state === "offline" && (
          <>
            <p role="alert">{m.offline}</p>
            <button type="button" className="wide" onClick={() => void talk.refresh()}>
              {m.retry}
            </button>
          </>
        )}
        {leaving && (
          <div className="card" role="alertdialog" aria-label={m.signOut}>
            <p>{m.signOutWaiting(queued.waiting.length)}</p>
            <div className="actions">
              <button type="button" className="plain" onClick={() => setLeaving(false)}>
                {m.stay}
              </button>
              <button type="button" className="main" onClick={() => void signOut()}>
                {m.signOutAnyway}
              </button>
            </div>
          </div>
        )}
        {fault && (
          <p role="alert" className="fault">
            {fault}
          </p>
        )}
        {refused.map((one) => (
          <div key={one.key} className="card fault" role="alert">
            <p>
              <b>{m.refused(one.name)}</b> {one.refused}
            </p>
            <div className="actions">
              <button type="button" className="plain" onClick={() => void queue.discard(one.key)}>
                {m.discard}
              </button>
              <button type="button" className="plain" onClick={() => void queue.again(one.key)}>
                {m.tryAgain}
              </button>
            </div>
          </div>
        ))}
        <div role="status" className="notice">
          {queued.last ? (
            <>
              <span>{m.logged(queued.last.name)}</span>
              <button type="button" className="plain" onClick={() => void undo()}>
                {m.undo}
              </button>
            </>
          ) : (
            notice
          )}
        </div>
        {day && person && (
          <TalkForm
            key={chosen}
            person={person}
            drive={kept?.day.drives.find((one) => one.id === person.drive_id)}
            at={at >= 0 ? at + 1 : undefined}
            of={open.length}
            onSave={async (body, name) => {
              setNotice("");
              const next = open.filter((one) => keyOf(one) !== chosen)[Math.max(at, 0)];
              await talk.log(body, name);
              location.hash = next && at >= 0 ? keyOf(next) : "";
            }}
          />
        )}
        {day && !person && (
          <>
            <h1>{m.title}</h1>
            <p className="where">{m.count(open.length, day.done.length)}</p>
            {talk.stale && kept && <p className="hint">{m.asOf(moment(kept.at))}</p>}
            <DayList lists={day} />
            <p className="foot">
              <a href="/">{m.fullApp}</a>
            </p>
          </>
        )}
        {day && (
          <p className="foot">
            {waiting > 0 ? (
              <>
                {m.savedHere} · <b>{m.waiting(waiting)}</b>{" "}
                <button type="button" className="link" onClick={() => void queue.send().then(talk.refresh)}>
                  {m.sendNow}
                </button>
              </>
            ) : (
              m.allSent
            )}
          </p>
        )}
      </main>
    </>
  );
}
