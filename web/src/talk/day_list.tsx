// My people today: who is late first, then those nobody has talked to, then the others.
import { useFormat, useMessages } from "../i18n";
import { type DayLists, keyOf } from "./day";
import { messages } from "./messages";
import type { DayPerson } from "./phone_store";

const placeOf = (person: DayPerson) =>
  [person.department || person.worksite, person.shift, person.organization].filter(Boolean).join(" · ");

function Line({ person, done }: { person: DayPerson; done?: boolean }) {
  const m = useMessages(messages);
  const { date } = useFormat();
  return (
    <li>
      <a className="person" href={`#${keyOf(person)}`} data-done={done || undefined}>
        <span className="mark" data-a={person.assessment ?? "none"} aria-hidden>
          {person.assessment ?? "·"}
        </span>
        <span className="who">
          <b>
            {person.name}
            {person.leader && " ★"}
          </b>
          <span>{placeOf(person)}</span>
        </span>
        {person.reason === "follow_up" ? (
          <span className="late" data-late={person.days_late > 0 || undefined}>
            {m.late(person.days_late)}
          </span>
        ) : (
          person.due_on && <span className="hint">{m.again(date(person.due_on))}</span>
        )}
      </a>
    </li>
  );
}

export function DayList({ lists }: { lists: DayLists }) {
  const m = useMessages(messages);
  const group = (title: string, people: DayPerson[], done?: boolean) =>
    people.length > 0 && (
      <section>
        <h2 className="label">
          {title} <span>{people.length}</span>
        </h2>
        <ul className="people">
          {people.map((person) => (
            <Line key={keyOf(person)} person={person} done={done} />
          ))}
        </ul>
      </section>
    );
  const open = lists.due.length + lists.fresh.length + lists.others.length;
  if (open + lists.done.length === 0)
    return (
      <div className="empty">
        <h2>{m.none}</h2>
        <p>{m.noneText}</p>
      </div>
    );
  return (
    <>
      {open === 0 && <p className="card">{m.allDone}</p>}
      {group(m.due, lists.due)}
      {group(m.fresh, lists.fresh)}
      {group(m.others, lists.others)}
      {group(m.doneToday, lists.done, true)}
    </>
  );
}
