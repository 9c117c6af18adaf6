// What changed between two versions: each changed clause with a word that says how, so that it reads without colour.
import { type Schemas, useGet } from "../../api";
import { useMessages } from "../../i18n";
import { Hidden, Hint, Loaded } from "../../ui";
import { messages } from "./messages";
import style from "./resolutions.module.css";

type Change = Schemas["ClauseChange"];

function Words({ words }: { words: Schemas["WordChange"][] }) {
  const m = useMessages(messages);
  return (
    <div className={style.words}>
      {words.map((word, at) =>
        word.edit === "same" ? (
          <span key={at}>{word.text}</span>
        ) : word.edit === "added" ? (
          <ins key={at}>
            <Hidden>[{m.words.added}: </Hidden>
            {word.text}
            <Hidden>]</Hidden>
          </ins>
        ) : (
          <del key={at}>
            <Hidden>[{m.words.removed}: </Hidden>
            {word.text}
            <Hidden>]</Hidden>
          </del>
        ),
      )}
    </div>
  );
}

function ChangeView({ change }: { change: Change }) {
  const m = useMessages(messages);
  const place = (label: string, position: number | null | undefined) => label || m.place((position ?? 0) + 1);
  const before = place(change.old_label, change.old_position);
  const after = place(change.new_label, change.new_position);
  const gone = change.edit === "removed" || change.edit === "moved_away";
  return (
    <div className={style.change}>
      <div className={style.sign}>
        <strong>{m.edit[change.edit as keyof typeof m.edit]}</strong> {gone ? before : after}
        {change.edit === "moved" && ` ${m.movedFrom(before)}`}
        {change.edit === "moved_away" && ` ${m.movedTo(after)}`}
      </div>
      <Words words={change.words} />
    </div>
  );
}

/** Changed clauses; those between that stayed are counted, not shown. */
export function Difference({ difference }: { difference: Schemas["TextDifference"] }) {
  const m = useMessages(messages);
  const parts = (["added", "removed", "changed", "moved"] as const)
    .filter((edit) => difference[edit] > 0)
    .map((edit) => m.counts[edit](difference[edit]));
  if (parts.length === 0) return <Hint>{m.same}</Hint>;
  const rows: (Change | number)[] = [];
  for (const change of difference.clauses) {
    const last = rows[rows.length - 1];
    if (change.edit !== "same") rows.push(change);
    else if (typeof last === "number") rows[rows.length - 1] = last + 1;
    else rows.push(1);
  }
  return (
    <div>
      <p className={style.summary}>
        {m.summary(parts.join(", "))} <Hint>{m.legend}</Hint>
      </p>
      {rows.map((row, at) =>
        typeof row === "number" ? (
          <div key={at} className={style.skipped}>
            {m.unchangedClauses(row)}
          </div>
        ) : (
          <ChangeView key={at} change={row} />
        ),
      )}
    </div>
  );
}

/** The same, asked of the server. */
export function DifferenceBetween({ id, from, to }: { id: string; from: number; to: number }) {
  const answer = useGet<Schemas["ResolutionDifference"]>(`/resolutions/${id}/difference`, {
    query: { from, to },
    topics: ["resolution_version"],
  });
  return (
    <Loaded found={answer} lines={3}>
      {({ difference }) => <Difference difference={difference} />}
    </Loaded>
  );
}
