// The day as the phone shows it: what the server said last, and what was logged here since.
import { daysUntil } from "../i18n/format";
import type { Day, DayPerson, Waiting } from "./phone_store";

export const keyOf = (person: Pick<DayPerson, "person_id" | "drive_id">) =>
  `${person.person_id}-${person.drive_id ?? ""}`;

export interface DayLists {
  due: DayPerson[];
  fresh: DayPerson[];
  others: DayPerson[];
  /** Logged today, on this phone or elsewhere. */
  done: DayPerson[];
}

/** What a conversation changes in the day, before the server has said so. */
export function applyLogged(day: Day, body: Waiting["body"], on: string): Day {
  return {
    ...day,
    people: day.people.map((person) =>
      person.person_id !== body.person_id || (person.drive_id ?? null) !== (body.drive_id ?? null)
        ? person
        : {
            ...person,
            reason: body.reached ? "talked_to" : person.reason,
            due_on: body.follow_up_on ?? (body.reached ? null : person.due_on),
            assessment: body.assessment ?? person.assessment,
            leader: body.leader ?? person.leader,
            last: body.reached
              ? {
                  on,
                  channel: body.channel,
                  user_name: "",
                  note: body.note,
                  issues: body.issues,
                  answers: body.answers,
                }
              : person.last,
          },
    ),
  };
}

/** In the order in which to talk; days late are counted from the phone's own day, which may be later. */
export function lists(day: Day, loggedHere: Set<string>, on: string): DayLists {
  const found: DayLists = { due: [], fresh: [], others: [], done: [] };
  for (const given of day.people) {
    const late = given.due_on ? -daysUntil(given.due_on, on) : undefined;
    const isDue = late !== undefined && late >= 0;
    const person: DayPerson = {
      ...given,
      days_late: isDue ? late : 0,
      reason: isDue ? "follow_up" : given.reason === "follow_up" ? "talked_to" : given.reason,
    };
    if (loggedHere.has(keyOf(person)) || (person.last?.on === on && !isDue)) found.done.push(person);
    else if (person.reason === "follow_up") found.due.push(person);
    else if (person.reason === "not_talked_to") found.fresh.push(person);
    else found.others.push(person);
  }
  found.due.sort((a, b) => b.days_late - a.days_late);
  return found;
}

export const plusDays = (day: string, count: number) => {
  const moved = new Date(`${day}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + count);
  return moved.toISOString().slice(0, 10);
};
