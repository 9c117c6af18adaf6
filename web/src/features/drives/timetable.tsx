// How the drive's organization decides, step by step, with the latest day of each.
import { type Schemas, useGet } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Badge, Button, Callout, EmptyState, ErrorState, Hint, Panel, Skeleton } from "../../ui";
import style from "./drives.module.css";
import { messages } from "./messages";

type Act = Schemas["TimetableAct"];

function ActLine({ act }: { act: Act }) {
  const m = useMessages(messages);
  const { date } = useFormat();
  if (act.done_on)
    return (
      <Hint>
        {act.title} · {m.doneOn(date(act.done_on))}
      </Hint>
    );
  return (
    <Hint>
      {act.title}
      {act.latest && ` · ${m.latest(date(act.latest))}`}
    </Hint>
  );
}

export function DriveTimetable({ driveId, organizationId }: { driveId: string; organizationId: string }) {
  const m = useMessages(messages);
  const { date } = useFormat();
  const found = useGet<Schemas["DriveTimetable"]>(`/drives/${driveId}/timetable`, {
    topics: ["drive", "decision_rule", "meeting", "meeting_pattern", "step_record"],
  });
  if (found.error)
    return (
      <Panel title={m.decides}>
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      </Panel>
    );
  if (!found.data)
    return (
      <Panel title={m.decides}>
        <Skeleton lines={4} />
      </Panel>
    );
  const timetable = found.data;
  if (!timetable.rule_known)
    return (
      <Panel title={m.decides}>
        <EmptyState
          title={m.requirements.rule_known + "?"}
          action={<Button to={`/organizations/${organizationId}`}>{m.enterRule}</Button>}
        >
          {m.noRule}
        </EmptyState>
      </Panel>
    );
  return (
    <Panel title={m.decides} aside={timetable.source}>
      <ol className={style.list}>
        {timetable.steps.map((step) => {
          const vote = step.acts[step.acts.length - 1];
          const left = vote?.days_left;
          return (
            <li key={step.step}>
              <span className={style.step}>
                <strong>{step.title}</strong>
                <Hint>{step.requirements.join(" · ")}</Hint>
                {step.acts.map((act, at) => (
                  <ActLine key={at} act={act} />
                ))}
                {step.notes.map((note) => (
                  <Hint key={note}>{note}</Hint>
                ))}
              </span>
              <span>
                {step.result !== "open" ? (
                  <Badge
                    tone={["carried", "recommended_upward", "held"].includes(step.result) ? "good" : "bad"}
                  >
                    {step.result_title}
                    {step.decided_on && ` · ${date(step.decided_on)}`}
                  </Badge>
                ) : step.state === "not_possible" || step.state === "late" ? (
                  <Badge tone="bad">{m.tooLate}</Badge>
                ) : left !== undefined && left !== null ? (
                  left <= 7 ? (
                    <Badge tone="bad">{m.spare(left)}</Badge>
                  ) : (
                    <Hint>{m.spare(left)}</Hint>
                  )
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
      {timetable.summary.length > 0 && (
        <Callout tone={timetable.possible ? "plain" : "bad"}>{timetable.summary.join(" ")}</Callout>
      )}
    </Panel>
  );
}
