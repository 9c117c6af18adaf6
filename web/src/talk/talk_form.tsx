// One talk: what was said last time, the ask, and thumb-sized answers one after the other.
import { useEffect, useRef, useState } from "react";
import { useFormat, useMessages } from "../i18n";
import { plusDays } from "./day";
import { messages } from "./messages";
import type { DayDrive, DayPerson, NewConversation } from "./phone_store";
import { newKey } from "./queue";
import { ScriptText } from "./script_text";

const channels = ["in_person", "phone", "text", "door", "meeting", "video"] as const;
type Channel = (typeof channels)[number];
const scale = [1, 2, 3, 4, 5] as const;
const channelKey = "wallchart.talk.channel";

/** "(402) 555-0123" for North American numbers; others as they are. */
export const shownPhone = (value: string) => value.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");

function Chips({
  label,
  options,
  chosen,
  onChange,
}: {
  label: string;
  options: string[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const m = useMessages(messages);
  const [adding, setAdding] = useState(false);
  const [own, setOwn] = useState("");
  const shown = [...options, ...chosen.filter((one) => !options.includes(one))];
  const add = () => {
    const text = own.trim().slice(0, 60);
    if (text && !chosen.includes(text)) onChange([...chosen, text]);
    setOwn("");
    setAdding(false);
  };
  return (
    <fieldset>
      <legend className="label">{label}</legend>
      <div className="chips">
        {shown.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(one)}
            onClick={() =>
              onChange(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])
            }
          >
            {one}
          </button>
        ))}
        {adding ? (
          <span className="own">
            <input
              autoFocus
              aria-label={m.own}
              value={own}
              maxLength={60}
              onChange={(event) => setOwn(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                add();
              }}
            />
            <button type="button" className="chip" onClick={add}>
              {m.add}
            </button>
          </span>
        ) : (
          <button type="button" className="chip" aria-label={m.own} onClick={() => setAdding(true)}>
            +
          </button>
        )}
      </div>
    </fieldset>
  );
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

export function TalkForm({ person, drive, at, of, onSave }: TalkFormProps) {
  const m = useMessages(messages);
  const { date, today } = useFormat();
  const [assessment, setAssessment] = useState<number | null>(null);
  const [leader, setLeader] = useState(person.leader);
  const [issues, setIssues] = useState<string[]>([]);
  const [answers, setAnswers] = useState<string[]>([]);
  const [note, setNote] = useState("");
  const [followUp, setFollowUp] = useState("");
  const [choosing, setChoosing] = useState(false);
  const [channel, setChannel] = useState<Channel>(
    () => channels.find((one) => one === localStorage.getItem(channelKey)) ?? "in_person",
  );
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

  const days: [string, string][] = [
    ["", m.noAgain],
    [plusDays(today, 1), m.tomorrow],
    [plusDays(today, 3), m.inDays(3)],
    [plusDays(today, 7), m.inAWeek],
    [plusDays(today, 14), m.inWeeks(2)],
  ];
  const choose = (day: string) => {
    setFollowUp(day);
    setChoosing(false);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save(true);
      }}
    >
      <h1 tabIndex={-1} ref={title}>
        {person.name}
        {person.leader && " ★"}
      </h1>
      <p className="where">
        {[person.department, person.shift, person.worksite, person.organization].filter(Boolean).join(" · ")}
      </p>
      <div className="reach">
        {person.phones.map((phone) => (
          <span key={phone.value}>
            <a href={`tel:${phone.value}`} onClick={() => setChannel("phone")}>
              {m.call} {shownPhone(phone.value)}
            </a>
            {phone.may_text ? (
              <a href={`sms:${phone.value}`} onClick={() => setChannel("text")}>
                {m.text}
              </a>
            ) : (
              <span className="hint">{m.noText}</span>
            )}
          </span>
        ))}
        {person.emails.map((mail) => (
          <a key={mail} href={`mailto:${mail}`}>
            {m.mail}
          </a>
        ))}
        {person.phones.length + person.emails.length === 0 && <span className="hint">{m.noContact}</span>}
        {person.address && <span>{person.address}</span>}
      </div>

      <div className="card">
        {person.last && (
          <>
            <h2 className="label">
              {m.lastTime} · {date(person.last.on)}
              {person.last.user_name && ` · ${person.last.user_name}`}
            </h2>
            <p>
              {[person.last.note, ...person.last.issues, ...person.last.answers].filter(Boolean).join(" · ")}
            </p>
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

      {drive && (
        <fieldset>
          <legend className="label">{m.howAnswered(first)}</legend>
          <div className="scale">
            {scale.map((one) => (
              <label key={one} data-a={one} data-chosen={assessment === one || undefined}>
                <input
                  type="radio"
                  name="assessment"
                  value={one}
                  checked={assessment === one}
                  onChange={() => setAssessment(one)}
                  onClick={() => assessment === one && setAssessment(null)}
                />
                <b>{one}</b>
                <span>{m.scale[one]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
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
          {channels.map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={channel === one}
              onClick={() => setChannel(one)}
            >
              {m.channels[one]}
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
        <div className="chips" role="group" aria-label={m.againWhen}>
          {days.map(([day, label]) => (
            <button
              key={label}
              type="button"
              className="chip"
              aria-pressed={followUp === day}
              onClick={() => choose(day)}
            >
              {label}
            </button>
          ))}
          <label className="chip">
            {m.otherDay}{" "}
            <input
              type="date"
              min={today}
              value={followUp}
              onChange={(event) => setFollowUp(event.target.value)}
            />
          </label>
        </div>
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
