// One talk: what was said last time, the ask, and thumb-sized answers one after the other.
import { useEffect, useRef, useState } from "react";
import { channels } from "../features/conversations/channels";
import { useFormat, useMessages } from "../i18n";
import { Again } from "./again";
import { Chips } from "./chips";
import { messages } from "./messages";
import type { DayDrive, DayPerson, NewConversation } from "./phone_store";
import { newKey } from "./queue";
import { ScriptText } from "./script_text";
import { WhoAndHow } from "./who_and_how";

type Channel = NewConversation["channel"] & string;
const scale = [1, 2, 3, 4, 5] as const;
const channelKey = "wallchart.talk.channel";

/** The channel that was used last on this phone: the likeliest for the next. */
function useChannel() {
  const words = useMessages(channels);
  const all = Object.keys(words) as Channel[];
  const [channel, setChannel] = useState<Channel>(
    () => all.find((one) => one === localStorage.getItem(channelKey)) ?? "in_person",
  );
  return { channel, setChannel, all, words };
}

/** The suggestions of the drive, filled up with what is said everywhere. */
const suggestions = (heard: string[] | undefined, usual: string) =>
  [...new Set([...(heard ?? []), ...usual.split("|")])].slice(0, 8);

export interface TalkFormProps {
  person: DayPerson;
  drive?: DayDrive;
  /** Its place among those still open, from 1; absent for somebody already done. */
  at?: number;
  of: number;
  onSave: (body: NewConversation, name: string) => Promise<void>;
}

/** What was said last time, what to ask now, and what to say. */
function Before({ person, drive }: Pick<TalkFormProps, "person" | "drive">) {
  const m = useMessages(messages);
  const { date } = useFormat();
  const { last } = person;
  if (!last && !drive?.ask && !drive?.script) return null;
  return (
    <div className="card">
      {last && (
        <>
          <h2 className="label">
            {m.lastTime} · {date(last.on)}
            {last.user_name && ` · ${last.user_name}`}
          </h2>
          {last.note && <p>“{last.note}”</p>}
          {last.issues.length + last.answers.length > 0 && (
            <p className="hint">{[...last.issues, ...last.answers].join(" · ")}</p>
          )}
        </>
      )}
      {drive?.ask && (
        <>
          <h2 className="label">{m.theAsk}</h2>
          <p className="ask">{drive.ask}</p>
        </>
      )}
      {drive?.script && (
        <details>
          <summary>{m.script}</summary>
          <ScriptText text={drive.script} />
        </details>
      )}
    </div>
  );
}

interface ScaleProps {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
}

function Scale({ label, value, onChange }: ScaleProps) {
  const m = useMessages(messages);
  return (
    <fieldset>
      <legend className="label">{label}</legend>
      <div className="scale">
        {scale.map((one) => (
          <label key={one} data-a={one} data-chosen={value === one || undefined}>
            <input
              type="radio"
              name="assessment"
              value={one}
              checked={value === one}
              onChange={() => onChange(one)}
              onClick={() => value === one && onChange(null)}
            />
            <b>{one}</b>
            <span>{m.scale[one]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function TalkForm({ person, drive, at, of, onSave }: TalkFormProps) {
  const m = useMessages(messages);
  const { date } = useFormat();
  const [assessment, setAssessment] = useState<number | null>(null);
  const [leader, setLeader] = useState(person.leader);
  const [issues, setIssues] = useState<string[]>([]);
  const [answers, setAnswers] = useState<string[]>([]);
  const [note, setNote] = useState("");
  const [followUp, setFollowUp] = useState("");
  const [choosing, setChoosing] = useState(false);
  const { channel, setChannel, all, words } = useChannel();
  const [fault, setFault] = useState(false);
  const [saving, setSaving] = useState(false);
  // Made once: pressing twice saves one conversation.
  const [key] = useState(newKey);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    title.current?.focus();
  }, []);
  const first = person.name.split(" ")[0] ?? person.name;

  const save = async (reached: boolean) => {
    if (saving) return;
    setSaving(true);
    setFault(false);
    const body: NewConversation = {
      person_id: person.person_id,
      drive_id: person.drive_id ?? null,
      client_key: key,
      at: new Date().toISOString(),
      channel,
      reached,
      assessment: reached && drive ? assessment : null,
      // A leader is marked with an assessment, now or from before.
      leader: drive && leader !== person.leader && (assessment ?? person.assessment) ? leader : null,
      issues: reached ? issues : [],
      answers: reached ? answers : [],
      note: note.trim(),
      follow_up_on: followUp || null,
    };
    try {
      localStorage.setItem(channelKey, channel);
      await onSave(body, person.name);
    } catch {
      setFault(true);
      setSaving(false);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save(true);
      }}
    >
      <WhoAndHow person={person} title={title} onChannel={setChannel} />
      <Before person={person} drive={drive} />
      {drive && <Scale label={m.howAnswered(first)} value={assessment} onChange={setAssessment} />}
      <Chips
        label={m.matters(first)}
        options={suggestions(drive?.issues, m.issues)}
        chosen={issues}
        onChange={setIssues}
      />
      <Chips
        label={m.will(first)}
        options={suggestions(drive?.answers, m.answers)}
        chosen={answers}
        onChange={setAnswers}
      />
      {drive && (
        <button
          type="button"
          className="chip"
          aria-pressed={leader}
          disabled={assessment === null && !person.assessment}
          onClick={() => setLeader(!leader)}
        >
          {m.leader}
        </button>
      )}
      <fieldset>
        <legend className="label">{m.how}</legend>
        <div className="chips">
          {all.map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={channel === one}
              onClick={() => setChannel(one)}
            >
              {words[one]}
            </button>
          ))}
        </div>
      </fieldset>
      <label className="label" htmlFor="note">
        {m.note}
      </label>
      <textarea
        id="note"
        rows={2}
        maxLength={10000}
        placeholder={m.noteHint}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {choosing && (
        <Again
          value={followUp}
          onChange={(day, done) => {
            setFollowUp(day);
            if (done) setChoosing(false);
          }}
        />
      )}
      {fault && (
        <p role="alert" className="fault">
          {m.notKept}
        </p>
      )}
      <div className="actions">
        <button
          type="button"
          className="plain"
          aria-expanded={choosing}
          onClick={() => setChoosing(!choosing)}
        >
          {followUp ? m.againOn(date(followUp)) : m.againWhen}
        </button>
        <button type="button" className="plain" disabled={saving} onClick={() => void save(false)}>
          {m.notReached}
        </button>
        <button type="submit" className="main" disabled={saving}>
          {at !== undefined && at < of ? m.saveNext : m.save}
        </button>
      </div>
    </form>
  );
}
