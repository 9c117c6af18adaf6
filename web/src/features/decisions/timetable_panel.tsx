// How the organization decides: by when each step of a drive is due, what was done, and what the votes came
// to. The drive's page includes it: <TimetablePanel driveId={id} />.
import { useState } from "react";
import { type Schemas, useGet, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  Callout,
  EmptyState,
  ErrorState,
  Modal,
  Panel,
  Row,
  Skeleton,
  Stack,
  type Tone,
  toast,
  useToastError,
} from "../../ui";
import { Forecast } from "./forecast";
import { messages } from "./messages";
import { RecordForm } from "./record_form";
import { ruleMessages } from "./rule_messages";
import style from "./decisions.module.css";
import { timetableTopics } from "./topics";
import { useVotesSaid } from "./votes_said";

type Timetable = Schemas["DriveTimetable"];
type Step = Schemas["TimetableStep"];
type Act = Schemas["TimetableAct"];

const tones: Record<Step["result"], Tone> = {
  open: "plain",
  carried: "good",
  held: "good",
  recommended_upward: "good",
  failed: "bad",
  overruled: "warn",
  no_quorum: "warn",
  not_valid: "bad",
  incomplete: "warn",
  run_off: "warn",
};

function ActLine({ act }: { act: Act }) {
  const m = useMessages(messages);
  const { date, plural, language } = useFormat();
  const late = act.state === "late" || act.state === "not_possible";
  const days = (count: number) =>
    language === "es" ? plural(count, "día", "días") : plural(count, "day", "days");
  return (
    <li className={style.act}>
      <span>
        {act.title}
        {act.number > 0 && ` ${act.number}`}
        {act.done_on ? ` ${m.on(date(act.done_on))}` : act.latest && ` ${m.by(date(act.latest))}`}
        {!act.done_on && !act.latest && act.earliest && ` · ${m.earliest(date(act.earliest))}`}
      </span>
      {act.state === "done" && <Badge tone="good">{m.done}</Badge>}
      {late && <Badge tone="bad">{m.late}</Badge>}
      {act.state === "possible" && act.days_left !== null && act.days_left !== undefined && (
        <Badge tone={act.days_left <= 7 ? "bad" : "plain"}>
          {act.days_left === 0 ? m.today : m.spare(days(act.days_left))}
        </Badge>
      )}
      {act.reasons.map((reason) => (
        <p key={reason} className={style.reason}>
          {reason}
        </p>
      ))}
    </li>
  );
}

function StepItem({ step, number }: { step: Step; number: number }) {
  const { date } = useFormat();
  const decided = step.result !== "open";
  return (
    <li className={style.step}>
      <span className={style.dot} data-state={step.state === "done" ? "done" : "ahead"} aria-hidden>
        {step.state === "done" ? "✓" : number}
      </span>
      <div className={style.stepBody}>
        <Row spread>
          <h3>{step.title}</h3>
          {decided && <Badge tone={tones[step.result]}>{step.result_title}</Badge>}
        </Row>
        <p className="hint">
          {[...step.requirements, ...(step.decided_on ? [date(step.decided_on)] : [])].join(" · ")}
        </p>
        {step.forecast && <Forecast forecast={step.forecast} />}
        {step.notes.map((note) => (
          <p key={note} className="hint">
            {note}
          </p>
        ))}
        <ul className={style.acts}>
          {step.acts.map((act) => (
            <ActLine key={`${act.act}${act.number}`} act={act} />
          ))}
        </ul>
        {step.reasons.length > 0 && (
          <ul className={style.reasons}>
            {step.reasons.map((reason, at) => (
              <li key={at}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

/** What was recorded, to be taken away again. */
function Records({ timetable }: { timetable: Timetable }) {
  const m = useMessages(messages);
  const { stepNumber } = useMessages(ruleMessages);
  const { date } = useFormat();
  const votesSaid = useVotesSaid();
  const failed = useToastError();
  const remove = useSend<Timetable>({ topics: timetableTopics });
  const bySize = (at: number) => timetable.steps.some((step) => step.step === at && step.votes_by_size);
  if (timetable.records.length === 0) return null;
  return (
    <section>
      <h3>{m.recorded}</h3>
      <ul className={style.acts}>
        {timetable.records.map((record) => (
          <li key={record.id} className={style.act}>
            <span>
              {stepNumber(record.step + 1)}: {m.acts[record.act]} {m.on(date(record.happened_on))}
              {record.votes && ` (${votesSaid(record.votes, bySize(record.step))})`}
              {record.evidence && ` · ${record.evidence}`}
            </span>
            {timetable.can_record && (
              <Button
                size="small"
                variant="quiet"
                onClick={() =>
                  remove.mutate(
                    { method: "DELETE", path: `/step-records/${record.id}`, revision: record.revision },
                    { onSuccess: () => toast(m.removed), onError: failed },
                  )
                }
              >
                {m.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function TimetablePanel({ driveId }: { driveId: string }) {
  const m = useMessages(messages);
  const [recording, setRecording] = useState(false);
  const found = useGet<Timetable>(`/drives/${driveId}/timetable`, { topics: timetableTopics });
  const timetable = found.data;
  if (!timetable)
    return (
      <Panel title={m.title}>
        {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : <Skeleton />}
      </Panel>
    );
  const rulePath = `/organizations/${timetable.organization_id}/decision-rule`;
  if (!timetable.rule_known)
    return (
      <Panel title={m.title}>
        <EmptyState title={m.noRule} action={<Button to={rulePath}>{m.writeRule}</Button>}>
          {m.noRuleText}
        </EmptyState>
      </Panel>
    );
  const undecided = timetable.outcome === "undecided";
  const headline = !undecided
    ? timetable.outcome_title
    : timetable.closed
      ? m.closed
      : timetable.possible
        ? m.possible
        : m.notPossible;
  const tone: Tone = undecided
    ? timetable.possible || timetable.closed
      ? "plain"
      : "bad"
    : timetable.outcome === "declined"
      ? "bad"
      : "good";
  return (
    <Panel
      title={m.title}
      aside={
        <Button size="small" variant="quiet" to={rulePath}>
          {m.editRule}
        </Button>
      }
    >
      <Stack>
        <Callout tone={tone}>
          <strong>{headline}</strong>{" "}
          {timetable.closed
            ? m.closedText
            : (undecided ? timetable.summary : timetable.outcome_reasons).join(" ")}
        </Callout>
        <ol className={style.steps}>
          {timetable.steps.map((step, at) => (
            <StepItem key={step.step} step={step} number={at + 1} />
          ))}
        </ol>
        <Records timetable={timetable} />
        {timetable.can_record && (
          <div className="no-print">
            <Button onClick={() => setRecording(true)}>{m.record}</Button>
          </div>
        )}
      </Stack>
      <Modal open={recording} onClose={() => setRecording(false)} title={m.recordTitle}>
        {recording && <RecordForm timetable={timetable} onDone={() => setRecording(false)} />}
      </Modal>
    </Panel>
  );
}
