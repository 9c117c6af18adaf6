// How people stand, 1 to 5: always colour and digit, leaders also outlined with a star.
import type { KeyboardEvent } from "react";
import { useFormat, useMessages } from "../i18n";
import style from "./assessment.module.css";
import { messages } from "./messages";

export type Assessment = 1 | 2 | 3 | 4 | 5;
export const assessments: Assessment[] = [1, 2, 3, 4, 5];

export const useAssessmentLabel = () => {
  const m = useMessages(messages);
  return (value: Assessment | null | undefined) => (value ? m.assessment[value] : m.assessment.none);
};

export interface MarkProps {
  value: Assessment | null | undefined;
  leader?: boolean;
  size?: "large";
  /** Where a text beside it says the same, it is not read twice. */
  silent?: boolean;
}

/** One cell of the chart. */
export function Mark({ value, leader, size, silent }: MarkProps) {
  const m = useMessages(messages);
  const label = useAssessmentLabel()(value);
  return (
    <span
      className={style.mark}
      data-a={value ?? "none"}
      data-leader={leader || undefined}
      data-size={size}
      role={silent ? undefined : "img"}
      aria-hidden={silent || undefined}
      aria-label={silent ? undefined : `${value ?? ""} ${label}${leader ? `, ${m.leader}` : ""}`.trim()}
      title={silent ? undefined : label}
    >
      {value ?? "·"}
      {leader && (
        <span className={style.star} aria-hidden>
          ★
        </span>
      )}
    </span>
  );
}

export interface AssessmentPickerProps {
  label: string;
  value: Assessment | null;
  onChange: (value: Assessment | null) => void;
}

/** Five thumb-sized answers; also by the keys 1 to 5 while the focus is on them. */
export function AssessmentPicker({ label, value, onChange }: AssessmentPickerProps) {
  const name = useAssessmentLabel();
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const typed = assessments.find((one) => String(one) === event.key);
    const chosen =
      typed ?? (step ? assessments[((value ?? (step > 0 ? 0 : 6)) - 1 + step + 5) % 5] : undefined);
    if (!chosen) return;
    event.preventDefault();
    onChange(chosen);
    (event.currentTarget.children[chosen - 1] as HTMLElement | undefined)?.focus();
  };
  return (
    <div className={style.picker} role="radiogroup" aria-label={label} onKeyDown={press}>
      {assessments.map((one) => (
        <button
          key={one}
          type="button"
          role="radio"
          aria-checked={value === one}
          tabIndex={value === one || (value === null && one === 1) ? 0 : -1}
          className={style.answer}
          data-a={one}
          onClick={() => onChange(value === one ? null : one)}
        >
          <b>{one}</b>
          {name(one)}
        </button>
      ))}
    </div>
  );
}

export type AssessmentCounts = Record<Assessment, number>;

/** What the colours mean, each with its count. */
export function AssessmentLegend({ counts, none }: { counts: AssessmentCounts; none: number }) {
  const name = useAssessmentLabel();
  const { number } = useFormat();
  return (
    <ul className={style.legend}>
      {assessments.map((one) => (
        <li key={one}>
          <Mark value={one} silent />
          <span className="visually-hidden">{one}</span> {name(one)} <b>{number(counts[one])}</b>
        </li>
      ))}
      <li>
        <Mark value={null} silent /> {name(null)} <b>{number(none)}</b>
      </li>
    </ul>
  );
}

export interface SupportBarProps {
  counts: AssessmentCounts;
  /** Everyone in the unit. */
  eligible: number;
  /** How many make the majority that is needed; a line marks it. */
  majority?: number;
}

/** The whole unit as one bar, with the line to pass. */
export function SupportBar({ counts, eligible, majority }: SupportBarProps) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const name = useAssessmentLabel();
  const of = Math.max(
    eligible,
    assessments.reduce((sum, one) => sum + counts[one], 0),
    1,
  );
  const words = assessments.map((one) => `${name(one)} ${number(counts[one])}`).join(", ");
  return (
    <div className={style.support}>
      <div className={style.bar} role="img" aria-label={`${words}; ${number(eligible)}`}>
        {assessments.map((one) => (
          <i key={one} style={{ width: `${(counts[one] / of) * 100}%`, background: `var(--a${one})` }} />
        ))}
      </div>
      {majority !== undefined && <div className={style.line} style={{ left: `${(majority / of) * 100}%` }} />}
      <div className={style.ends} aria-hidden>
        <span>{m.for}</span>
        {majority !== undefined && (
          <span data-middle style={{ left: `${(majority / of) * 100}%` }}>
            {m.majority}
          </span>
        )}
        <span>{m.notTalkedTo}</span>
      </div>
    </div>
  );
}
