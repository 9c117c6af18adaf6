// One pair, both records side by side: what each says, why they may be one, and what somebody who knows answers.
import { useState } from "react";
import { type Schemas, useSend } from "../../api";
import { percent, useFormat, useMessages } from "../../i18n";
import { Badge, Button, Link, Phone, Row, toast, useToastError } from "../../ui";
import { undoBatch } from "../history/undo_batch";
import { type PersonRecord, choiceLines, customName, isConflict, listLines } from "./facts";
import { messages } from "./messages";
import { Reasons } from "./reasons";
import style from "./duplicates.module.css";

export const duplicateTopics = ["likely_duplicate", "merged_person"];
const recordTopics = [...duplicateTopics, "person", "contact_point", "membership"];

export function Pair({ pair }: { pair: Schemas["DuplicateView"] }) {
  const m = useMessages(messages);
  const { dayOf } = useFormat();
  const showError = useToastError();
  const [swapped, setSwapped] = useState(false);
  const [taken, setTaken] = useState<string[]>([]);
  const merge = useSend<Schemas["MergeResult"]>({ topics: recordTopics });
  const apart = useSend({ topics: duplicateTopics });
  const [first, second] = pair.people as [PersonRecord, PersonRecord];
  const [keep, other] = swapped ? [second, first] : [first, second];

  const join = () =>
    merge.mutate(
      {
        path: "/merges",
        body: { keep_person_id: keep.person.id, other_person_id: other.person.id, take: taken },
      },
      {
        onSuccess: (done) =>
          toast({ message: m.merged(done.record.name), undo: () => undoBatch(done.batch_id) }),
        onError: showError,
      },
    );
  const tellApart = () =>
    apart.mutate(
      { path: `/likely-duplicates/${pair.id}/distinct` },
      { onSuccess: () => toast(m.apart), onError: showError },
    );
  const take = (field: string, fromOther: boolean) =>
    setTaken((before) =>
      fromOther ? [...new Set([...before, field])] : before.filter((one) => one !== field),
    );

  return (
    <li className={style.pair} aria-label={`${keep.name}, ${other.name}`}>
      <Row spread gap={8}>
        <h2 className={style.names}>
          {keep.name} <span aria-hidden>·</span> {other.name}
        </h2>
        <Badge tone={pair.probability >= 0.95 ? "good" : "warn"}>
          {pair.probability > 0.99 ? m.almostSure : m.likely(percent(pair.probability))}
        </Badge>
      </Row>
      <div className={style.sides} role="table">
        <div className={style.line} role="row" data-head>
          <span role="columnheader" />
          <span role="columnheader">
            {m.keep} · <Link to={`/people/${keep.person.id}`}>{keep.name}</Link>
          </span>
          <span role="columnheader">
            {m.other} · <Link to={`/people/${other.person.id}`}>{other.name}</Link>
          </span>
        </div>
        {choiceLines(keep, other).map((line) => {
          const label = m.fields[line.field] ?? customName([keep, other], line.field) ?? "";
          const fromOther = taken.includes(line.field);
          const option = (value: string, of: "keep" | "other") =>
            isConflict(line) ? (
              <label className={style.option} data-chosen={(of === "other") === fromOther}>
                <input
                  type="radio"
                  name={`${pair.id}-${line.field}`}
                  checked={(of === "other") === fromOther}
                  onChange={() => take(line.field, of === "other")}
                />
                {value}
              </label>
            ) : (
              value || m.nothing
            );
          return (
            <div
              key={line.field}
              className={style.line}
              role="row"
              data-differs={isConflict(line) || undefined}
            >
              <span role="rowheader">{label}</span>
              <span role="cell">{option(line.keep, "keep")}</span>
              <span role="cell">{option(line.other, "other")}</span>
            </div>
          );
        })}
        {listLines(keep, other).map((line) => (
          <div key={line.key} className={style.line} role="row">
            <span role="rowheader">{m.fields[line.key]}</span>
            {[line.keep, line.other].map((values, side) => (
              <span key={side} role="cell">
                {values.length === 0
                  ? m.nothing
                  : values.map((value) => (
                      <span key={value} className={style.value}>
                        {line.key === "phone" ? <Phone value={value} link={false} /> : value}
                      </span>
                    ))}
              </span>
            ))}
          </div>
        ))}
      </div>
      <Reasons reasons={pair.reasons} />
      <Row gap={8}>
        <Button variant="ink" onClick={join} busy={merge.isPending}>
          {m.merge}
        </Button>
        <Button onClick={tellApart} busy={apart.isPending}>
          {m.distinct}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            setSwapped(!swapped);
            setTaken([]);
          }}
        >
          {m.swap}
        </Button>
        <span className="hint">{dayOf(pair.at)}</span>
      </Row>
    </li>
  );
}
