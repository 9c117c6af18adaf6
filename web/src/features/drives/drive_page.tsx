// A drive: where it stands, what is missing before the next stage, how people stand, how it decides.
import { useState } from "react";
import { useParams } from "react-router";
import { type Schemas, useGet } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  AssessmentLegend,
  Badge,
  Button,
  Callout,
  ErrorState,
  Facts,
  Hint,
  Markdown,
  Page,
  PageHeader,
  Panel,
  Row,
  Skeleton,
  Stack,
  Stat,
  Stats,
  SupportBar,
  TwoColumns,
} from "../../ui";
import { TimetablePanel } from "../decisions/timetable_panel";
import { DriveResolutions } from "../resolutions/drive_resolutions";
import { SupportOverWeeks } from "./activity";
import { CloseDrive } from "./close_drive";
import { DriveForm } from "./drive_form";
import style from "./drives.module.css";
import { driveTopics } from "./drives_page";
import { messages } from "./messages";
import { MoveDrive } from "./move_drive";
import { type Stage, StageBars } from "./stages";

type Record = Schemas["DriveRecord"];

function Support({ record }: { record: Record }) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const counts = record.summary.counts;
  const goal = record.summary.drive.goal;
  const by = {
    1: counts.assessed_1,
    2: counts.assessed_2,
    3: counts.assessed_3,
    4: counts.assessed_4,
    5: counts.assessed_5,
  };
  return (
    <Panel title={m.supportTitle}>
      <Stack gap={12}>
        <Stats>
          <Stat value={number(counts.supporters)} label={m.forOf(number(counts.members))} />
          <Stat
            value={number(counts.leaders_for)}
            label={
              record.departments > 0
                ? m.leadersLabel(number(record.leader_departments), number(record.departments))
                : m.leadersPlain
            }
          />
        </Stats>
        <SupportBar counts={by} eligible={counts.members} majority={counts.majority} />
        <AssessmentLegend counts={by} none={counts.not_assessed} />
        <Hint>
          {counts.supporters >= counts.majority
            ? m.hasMajority
            : m.toMajority(counts.majority - counts.supporters)}
          {goal > 0 &&
            ` · ${counts.supporters >= goal ? m.goalReached(number(goal)) : m.toGoal(goal - counts.supporters, number(goal))}`}
        </Hint>
        <SupportOverWeeks driveId={record.summary.drive.id} goal={goal} />
      </Stack>
    </Panel>
  );
}

function Missing({ record, onMove }: { record: Record; onMove: (to?: Stage) => void }) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const now = record.stages.find((one) => one.stage === record.summary.drive.stage);
  const next = record.next_stage;
  const requirements = now?.requirements ?? [];
  return (
    <Panel title={next ? m.before(m.stages[next]) : m.beforeDone}>
      <ul className={style.list}>
        {requirements.map((one) => (
          <li key={one.code}>
            <span className={one.met ? style.met : style.unmet} aria-hidden>
              {one.met ? "☑" : "☐"}
            </span>
            <span>
              <span className="visually-hidden">{one.met ? "✓ " : "✗ "}</span>
              {m.requirements[one.code]}
            </span>
            {(one.need > 1 || one.have > 1) && <Hint>{m.has(number(one.have), number(one.need))}</Hint>}
          </li>
        ))}
      </ul>
      {requirements.every((one) => one.met) && <Callout tone="good">{m.allDone}</Callout>}
      {record.can.move && (
        <Row>
          {next && <Button onClick={() => onMove(next)}>{m.moveTo(m.stages[next])}</Button>}
          <Button variant="quiet" onClick={() => onMove()}>
            {m.otherStage}
          </Button>
        </Row>
      )}
    </Panel>
  );
}

export function DrivePage() {
  const m = useMessages(messages);
  const can = useCan();
  const { number, date, daysLeft, moment } = useFormat();
  const { id = "" } = useParams();
  const [editing, setEditing] = useState(false);
  const [closing, setClosing] = useState(false);
  const [moving, setMoving] = useState<{ to?: Stage } | null>(null);
  const found = useGet<Record>(`/drives/${id}`, {
    topics: [...driveTopics, "resolution", "step_record", "decision_rule", "membership"],
  });
  const record = found.data;
  const crumbs = [{ label: m.drives, to: "/drives" }];
  if (found.error && !record)
    return (
      <Page>
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      </Page>
    );
  if (!record)
    return (
      <Page>
        <PageHeader title={m.drive} crumbs={crumbs} />
        <Skeleton />
      </Page>
    );
  const { summary } = record;
  const drive = summary.drive;
  const status = [
    m.membersCount(number(summary.counts.members)),
    [summary.city, summary.state].filter(Boolean).join(", "),
    summary.owner_name ? m.ownedBy(summary.owner_name) : m.noOwner,
    drive.outcome !== "open"
      ? `${m.outcomes[drive.outcome]}${drive.decided_on ? ` ${date(drive.decided_on)}` : ""}`
      : drive.needed_by
        ? `${m.neededByDate(date(drive.needed_by))}, ${daysLeft(drive.needed_by)}`
        : "",
  ];
  return (
    <Page>
      <PageHeader
        title={`${summary.target_name}: ${summary.organization_name}`}
        crumbs={crumbs}
        status={
          <>
            {status.filter(Boolean).join(" · ")} {summary.late && <Badge tone="bad">{m.late}</Badge>}
          </>
        }
        actions={
          <>
            {record.can.edit && <Button onClick={() => setEditing(true)}>{m.edit}</Button>}
            {record.can.edit && drive.outcome === "open" && (
              <Button onClick={() => setClosing(true)}>{m.close}</Button>
            )}
            {can.see_people && <Button to={`/drives/${id}/wall-chart`}>{m.wallChart}</Button>}
            {can.log_contact && (
              <Button variant="primary" href="/talk">
                {m.talk}
              </Button>
            )}
          </>
        }
      />
      <Panel>
        <StageBars stage={drive.stage} />
      </Panel>
      <TwoColumns>
        <Stack gap={0}>
          <TimetablePanel driveId={id} />
          {can.see_people && <DriveResolutions driveId={id} />}
          <Panel title={m.aboutDrive}>
            <Stack gap={10}>
              <Facts
                facts={[
                  [m.ask, drive.ask],
                  [m.mover, drive.mover],
                  [m.seconder, drive.seconder],
                  [m.note, drive.note],
                ]}
              />
              {drive.script && <Markdown source={drive.script} />}
            </Stack>
          </Panel>
        </Stack>
        <Stack gap={0}>
          <Missing record={record} onMove={(to) => setMoving({ to })} />
          <Support record={record} />
          {record.moves.length > 0 && (
            <Panel title={m.history}>
              <ul className={style.list}>
                {record.moves.map((move) => (
                  <li key={move.id}>
                    <span className={style.step}>
                      <span>{m.stages[move.to_stage]}</span>
                      {move.reason && <Hint>{m.movedWith(move.reason)}</Hint>}
                    </span>
                    <Hint>{moment(move.at)}</Hint>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </Stack>
      </TwoColumns>
      {editing && <DriveForm record={record} onClose={() => setEditing(false)} />}
      {closing && <CloseDrive record={record} onClose={() => setClosing(false)} />}
      {moving && <MoveDrive record={record} to={moving.to} onClose={() => setMoving(null)} />}
    </Page>
  );
}
