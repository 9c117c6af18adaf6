// A candidate: their lines and race, how many locals were won of those wanted, and the drives for them.
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { type Schemas, useGet, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  EmptyState,
  Facts,
  Link,
  PageHeader,
  PagedTable,
  Panel,
  RecordPage,
  Stack,
  Stat,
  Stats,
} from "../../ui";
import { driveTopics, useDriveColumns } from "../drives/drive_columns";
import { DriveForm } from "../drives/drive_form";
import { messages as driveMessages } from "../drives/messages";
import { boardTopics } from "./board";
import { CandidateForm } from "./candidate_form";
import { messages } from "./messages";

type View = Schemas["CandidateView"];

export function CandidatePage() {
  const m = useMessages(messages);
  const { id = "" } = useParams();
  const found = useGet<View>(`/candidates/${id}`, {
    topics: ["candidate", "race", "slate", "slate_candidate"],
  });
  return (
    <RecordPage found={found} title={m.candidate} crumbs={[{ label: m.slates, to: "/candidates" }]}>
      {(view) => <Shown view={view} />}
    </RecordPage>
  );
}

/** As the board of their first slate counts them. */
function Progress({ view }: { view: View }) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const slate = view.slates[0];
  const board = useGet<Schemas["SlateBoard"]>(`/slates/${slate?.id}/board`, {
    topics: boardTopics,
    enabled: slate !== undefined,
  });
  const row = board.data?.candidates.find((one) => one.id === view.candidate.id);
  if (!row) return null;
  return (
    <Panel>
      <Stats>
        <Stat value={number(row.won)} label={m.wonOfGoal(number(row.goal))} />
        <Stat value={number(row.missing)} label={m.missingLocals} />
        <Stat value={number(row.open)} label={m.openLabel} />
        <Stat value={number(row.near)} label={m.nearLabel} />
      </Stats>
    </Panel>
  );
}

function Shown({ view }: { view: View }) {
  const m = useMessages(messages);
  const drives = useMessages(driveMessages);
  const can = useCan();
  const navigate = useNavigate();
  const { number, date } = useFormat();
  const { candidate, race } = view;
  const [form, setForm] = useState<"edit" | "drive" | null>(null);
  const list = usePages<Schemas["DriveSummary"]>("/drives", {
    query: { candidate_id: candidate.id },
    topics: driveTopics,
  });
  const columns = useDriveColumns().filter((column) => column.key !== "target");
  return (
    <>
      <PageHeader
        title={view.name}
        crumbs={[{ label: m.slates, to: "/candidates" }]}
        status={`${race.name} · ${candidate.line.join(" + ")}`}
        actions={
          can.organize && (
            <>
              <Button onClick={() => setForm("edit")}>{m.edit}</Button>
              <Button variant="primary" onClick={() => setForm("drive")}>
                {m.startDrive}
              </Button>
            </>
          )
        }
      />
      <Stack gap={16}>
        <Progress view={view} />
        <Panel>
          <Facts
            facts={[
              [m.election, date(race.election_on)],
              [m.goal, number(candidate.goal)],
              [
                m.onSlates,
                view.slates.length > 0 &&
                  view.slates.map((slate, at) => (
                    <span key={slate.id}>
                      {at > 0 && ", "}
                      <Link to={`/slates/${slate.id}`}>{slate.name}</Link>
                    </span>
                  )),
              ],
              [m.website, candidate.website && <a href={candidate.website}>{candidate.website}</a>],
              [m.statement, candidate.statement],
            ]}
          />
        </Panel>
        <Panel title={drives.drives} flush>
          <PagedTable
            label={drives.drives}
            list={list}
            columns={columns}
            rowKey={(one) => one.drive.id}
            rowTo={(one) => `/drives/${one.drive.id}`}
            empty={<EmptyState title={drives.none}>{drives.noneText}</EmptyState>}
          />
        </Panel>
      </Stack>
      {form === "edit" && (
        <CandidateForm
          candidate={candidate}
          onClose={() => setForm(null)}
          onRemoved={() => void navigate("/candidates", { replace: true })}
        />
      )}
      {form === "drive" && <DriveForm target={`candidate:${candidate.id}`} onClose={() => setForm(null)} />}
    </>
  );
}
