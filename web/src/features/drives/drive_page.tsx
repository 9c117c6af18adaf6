// A drive: where it stands, what is missing before the next stage, how people stand, how it decides.
import { useState } from "react";
import { useParams } from "react-router";
import { type Schemas, useGet } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  Callout,
  Facts,
  Hint,
  Markdown,
  PageHeader,
  Panel,
  RecordPage,
  Stack,
  TwoColumns,
} from "../../ui";
import { LogDrawer } from "../conversations/log_drawer";
import { TimetablePanel } from "../decisions/timetable_panel";
import { timetableTopics } from "../decisions/topics";
import { DriveResolutions } from "../resolutions/drive_resolutions";
import { CloseDrive } from "./close_drive";
import { driveTopics } from "./drive_columns";
import { DriveForm } from "./drive_form";
import style from "./drives.module.css";
import { messages } from "./messages";
import { MissingPanel } from "./missing";
import { MoveDrive } from "./move_drive";
import { type Stage, StageBars } from "./stages";
import { SupportPanel } from "./support";

type Record = Schemas["DriveRecord"];

export function DrivePage() {
  const m = useMessages(messages);
  const { id = "" } = useParams();
  const found = useGet<Record>(`/drives/${id}`, {
    topics: [...driveTopics, ...timetableTopics, "resolution", "membership"],
  });
  return (
    <RecordPage found={found} title={m.drive} crumbs={[{ label: m.drives, to: "/drives" }]}>
      {(record) => <Shown record={record} />}
    </RecordPage>
  );
}

/** Members, place, who is responsible, and by when: the line under the title. */
function Status({ summary }: { summary: Schemas["DriveSummary"] }) {
  const m = useMessages(messages);
  const { number, date, daysLeft } = useFormat();
  const { drive, counts } = summary;
  const open = drive.outcome === "open";
  const parts = [
    counts.members > 0 ? m.membersCount(number(counts.members)) : m.membersUnknown,
    [summary.city, summary.state].filter(Boolean).join(", "),
    summary.owner_name ? m.ownedBy(summary.owner_name) : m.noOwner,
    open && drive.needed_by && `${m.neededByDate(date(drive.needed_by))}, ${daysLeft(drive.needed_by)}`,
  ];
  return (
    <>
      {parts.filter(Boolean).join(" · ")} {summary.late && <Badge tone="bad">{m.late}</Badge>}
    </>
  );
}

/** How it ended, with the record that proves it. */
function Ended({ record }: { record: Record }) {
  const m = useMessages(messages);
  const { date } = useFormat();
  const { drive } = record.summary;
  const evidence = record.endorsements.map((one) => one.evidence).filter(Boolean);
  return (
    <div className={style.ended}>
      <Callout tone={drive.outcome === "endorsed" || drive.outcome === "recommended" ? "good" : "bad"}>
        <strong>{m.outcomes[drive.outcome]}</strong>
        {drive.decided_on && ` · ${date(drive.decided_on)}`}
        {evidence.length > 0 && ` · ${m.recordedIn(evidence.join("; "))}`}
      </Callout>
    </div>
  );
}

function About({ drive }: { drive: Schemas["Drive"] }) {
  const m = useMessages(messages);
  const { ask, mover, seconder, note, script } = drive;
  if (!ask && !mover && !seconder && !note && !script) return null;
  return (
    <Panel title={m.aboutDrive}>
      <Stack gap={10}>
        <Facts
          facts={[
            [m.ask, ask],
            [m.mover, mover],
            [m.seconder, seconder],
            [m.note, note],
          ]}
        />
        {script && <Markdown source={script} />}
      </Stack>
    </Panel>
  );
}

function Moves({ moves }: { moves: Record["moves"] }) {
  const m = useMessages(messages);
  const { moment } = useFormat();
  return (
    <Panel title={m.history}>
      <ul className={style.list}>
        {moves.map((move) => (
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
  );
}

function Shown({ record }: { record: Record }) {
  const m = useMessages(messages);
  const can = useCan();
  const [dialog, setDialog] = useState<"edit" | "close" | "log" | { move?: Stage } | null>(null);
  const { summary } = record;
  const { drive } = summary;
  const close = () => setDialog(null);
  return (
    <>
      <PageHeader
        title={`${summary.target_name}: ${summary.organization_name}`}
        crumbs={[
          { label: m.drives, to: "/drives" },
          {
            label: summary.target_name,
            to: drive.slate_id ? `/slates/${drive.slate_id}` : `/candidates/${drive.candidate_id}`,
          },
        ]}
        status={<Status summary={summary} />}
        actions={
          <>
            {record.can.edit && <Button onClick={() => setDialog("edit")}>{m.edit}</Button>}
            {record.can.edit && <Button onClick={() => setDialog("close")}>{m.close}</Button>}
            {can.see_people && <Button to={`/drives/${drive.id}/wall-chart`}>{m.wallChart}</Button>}
            {can.log_contact && (
              <Button variant="primary" onClick={() => setDialog("log")}>
                {m.talk}
              </Button>
            )}
          </>
        }
      />
      {drive.outcome !== "open" && <Ended record={record} />}
      <Panel>
        <StageBars stage={drive.stage} lost={drive.outcome === "declined" || drive.outcome === "withdrawn"} />
      </Panel>
      <TwoColumns>
        <Stack gap={16}>
          <TimetablePanel driveId={drive.id} />
          {can.see_people && <DriveResolutions driveId={drive.id} />}
          <About drive={drive} />
        </Stack>
        <Stack gap={16}>
          <MissingPanel record={record} onMove={(to) => setDialog({ move: to })} />
          <SupportPanel record={record} />
          {record.moves.length > 0 && <Moves moves={record.moves} />}
        </Stack>
      </TwoColumns>
      {dialog === "edit" && <DriveForm record={record} onClose={close} />}
      {dialog === "close" && <CloseDrive record={record} onClose={close} />}
      {dialog === "log" && (
        <LogDrawer
          drive={{ id: drive.id, label: `${summary.target_name}: ${summary.organization_name}` }}
          onClose={close}
        />
      )}
      {dialog && typeof dialog === "object" && <MoveDrive record={record} to={dialog.move} onClose={close} />}
    </>
  );
}
