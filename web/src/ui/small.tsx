// The small pieces: numbers, badges, tags, keys, progress, stages.
import type { ReactNode } from "react";
import { Link as RouterLink } from "react-router";
import { useMessages } from "../i18n";
import type { Tone } from "./layout";
import { messages } from "./messages";
import style from "./small.module.css";

export interface StatProps {
  value: ReactNode;
  /** With its base: "for, 43 % of the unit". */
  label: ReactNode;
  /** Late or in danger: red. The label says so too. */
  late?: boolean;
  to?: string;
}

/** A big number that says what it is a part of. */
export function Stat({ value, label, late, to }: StatProps) {
  const content = (
    <>
      <strong data-late={late || undefined}>{value}</strong>
      <span>{label}</span>
    </>
  );
  return to ? (
    <RouterLink className={style.stat} to={to}>
      {content}
    </RouterLink>
  ) : (
    <div className={style.stat}>{content}</div>
  );
}

/** Stats side by side; `spread` over the whole width. */
export const Stats = ({ children, spread }: { children: ReactNode; spread?: boolean }) => (
  <div className={style.stats} data-spread={spread || undefined}>
    {children}
  </div>
);

export const Badge = ({ children, tone = "plain" }: { children: ReactNode; tone?: Tone }) => (
  <span className={style.badge} data-tone={tone}>
    {children}
  </span>
);

export function Tag({ children, onRemove }: { children: ReactNode; onRemove?: () => void }) {
  const m = useMessages(messages);
  return (
    <span className={style.tag}>
      {children}
      {onRemove && (
        <button
          type="button"
          aria-label={`${m.clear}${typeof children === "string" ? `: ${children}` : ""}`}
          onClick={onRemove}
        >
          ✕
        </button>
      )}
    </span>
  );
}

export const Kbd = ({ children }: { children: ReactNode }) => <kbd className={style.kbd}>{children}</kbd>;

export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? "";
  const last = words.length > 1 ? words[words.length - 1]! : "";
  return ((Array.from(first)[0] ?? "") + (Array.from(last)[0] ?? "")).toLocaleUpperCase();
}

export interface ProgressProps {
  label: string;
  /** 0 to 1; nothing when it is not known how much there is. */
  share?: number | null;
  tone?: "plain" | "good";
}

export const Progress = ({ label, share, tone }: ProgressProps) => (
  <div
    className={style.track}
    data-tone={tone}
    data-unknown={share === undefined || share === null || undefined}
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={share === undefined || share === null ? undefined : Math.round(share * 100)}
  >
    <div
      style={{ width: share === undefined || share === null ? undefined : `${Math.min(1, share) * 100}%` }}
    />
  </div>
);

/** In place of what is being loaded. */
export function Skeleton({ lines = 5 }: { lines?: number }) {
  const m = useMessages(messages);
  return (
    <div role="status" aria-label={m.loading}>
      {Array.from({ length: lines }, (_, at) => (
        <div key={at} className={style.skeleton} style={{ width: `${90 - ((at * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

export interface StageStepperProps {
  label: string;
  stages: { value: string; label: string }[];
  current: string;
  /** The work ended without reaching the stages after the current one. */
  lost?: boolean;
}

/** Where a drive stands: what is behind in ink, what is now in red. */
export function StageStepper({ label, stages, current, lost }: StageStepperProps) {
  const m = useMessages(messages);
  const at = stages.findIndex((stage) => stage.value === current);
  return (
    <ol className={style.stages} aria-label={label}>
      {stages.map((stage, index) => (
        <li
          key={stage.value}
          className={style.stage}
          data-state={index < at ? "done" : index === at ? (lost ? "lost" : "now") : "ahead"}
          aria-current={index === at ? "step" : undefined}
        >
          <span>{stage.label}</span>
          {index < at && <span className="visually-hidden"> ({m.done})</span>}
        </li>
      ))}
    </ol>
  );
}

/** The same in a table's cell: squares, filled as far as it has come. */
export function StageSquares({ at, of, label }: { at: number; of: number; label?: string }) {
  const m = useMessages(messages);
  return (
    <span className={style.squares} role="img" aria-label={label ?? m.step(at, of)}>
      {Array.from({ length: of }, (_, index) => (
        <i key={index} data-on={index < at || undefined} />
      ))}
    </span>
  );
}
