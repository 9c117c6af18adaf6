// When to talk again: the usual days, or another one.
import { useFormat, useMessages } from "../i18n";
import { plusDays } from "./day";
import { messages } from "./messages";

export interface AgainProps {
  /** "2026-05-22", or "" for never. */
  value: string;
  /** `done`: one of the usual days was pressed; nothing more is to be chosen. */
  onChange: (day: string, done: boolean) => void;
}

export function Again({ value, onChange }: AgainProps) {
  const m = useMessages(messages);
  const { today } = useFormat();
  const days: [string, string][] = [
    ["", m.noAgain],
    [plusDays(today, 1), m.tomorrow],
    [plusDays(today, 3), m.inDays(3)],
    [plusDays(today, 7), m.inAWeek],
    [plusDays(today, 14), m.inWeeks(2)],
  ];
  return (
    <div className="chips" role="group" aria-label={m.againWhen}>
      {days.map(([day, label]) => (
        <button
          key={label}
          type="button"
          className="chip"
          aria-pressed={value === day}
          onClick={() => onChange(day, true)}
        >
          {label}
        </button>
      ))}
      <label className="chip">
        {m.otherDay}{" "}
        <input
          type="date"
          min={today}
          value={value}
          onChange={(event) => onChange(event.target.value, false)}
        />
      </label>
    </div>
  );
}
