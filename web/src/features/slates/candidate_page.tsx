// A candidate: their lines and race, and the drives for them.
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { type Schemas, useGet, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  Facts,
  Link,
  Page,
  PageHeader,
  Panel,
  Skeleton,
  Stack,
} from "../../ui";
import { DriveForm } from "../drives/drive_form";
import { driveTopics, useDriveColumns } from "../drives/drives_page";
import { messages as driveMessages } from "../drives/messages";
import { CandidateForm } from "./forms";
import { messages } from "./messages";

export function CandidatePage() {
  const m = useMessages(messages);
  const drives = useMessages(driveMessages);
  const can = useCan();
  const navigate = useNavigate();
  const { number, date } = useFormat();
  const { id = "" } = useParams();
  const [form, setForm] = useState<"edit" | "drive" | null>(null);
  const found = useGet<Schemas["CandidateView"]>(`/candidates/${id}`, {
    topics: ["candidate", "race", "slate", "slate_candidate"],
  });
  const list = usePages<Schemas["DriveSummary"]>("/drives", {
    query: { candidate_id: id },
    topics: driveTopics,
  });
  const columns = useDriveColumns().filter((column) => column.key !== "target");
  const crumbs = [{ label: m.slates, to: "/slates" }];
  const view = found.data;
  if (found.error && !view)
    return (
      <Page>
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      </Page>
    );
  if (!view)
    return (
      <Page>
        <PageHeader title={m.candidate} crumbs={crumbs} />
        <Skeleton />
      </Page>
    );
  return (
    <Page>
      <PageHeader
        title={view.name}
        crumbs={crumbs}
        status={`${view.race.name} · ${view.candidate.line.join(" + ")}`}
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
      <Stack gap={0}>
        <Panel>
          <Facts
            facts={[
              [m.election, date(view.race.election_on)],
              [m.goal, number(view.candidate.goal)],
              [
                m.onSlates,
                view.slates.length > 0 &&
                  view.slates.map((slate) => (
                    <Link key={slate.id} to={`/slates/${slate.id}`}>
                      {slate.name}{" "}
                    </Link>
                  )),
              ],
              [
                m.website,
                view.candidate.website && <a href={view.candidate.website}>{view.candidate.website}</a>,
              ],
              [m.statement, view.candidate.statement],
            ]}
          />
        </Panel>
        <Panel title={drives.drives} flush>
          {list.error ? (
            <ErrorState error={list.error} retry={() => void list.refetch()} />
          ) : (
            <DataTable
              label={drives.drives}
              columns={columns}
              rows={list.items}
              rowKey={(one) => one.drive.id}
              rowTo={(one) => `/drives/${one.drive.id}`}
              loading={list.isPending}
              more={list.more}
              loadingMore={list.loadingMore}
              empty={<EmptyState title={drives.none}>{drives.noneText}</EmptyState>}
            />
          )}
        </Panel>
      </Stack>
      {form === "edit" && (
        <CandidateForm
          candidate={view.candidate}
          onClose={() => setForm(null)}
          onRemoved={() => void navigate("/slates", { replace: true })}
        />
      )}
      {form === "drive" && <DriveForm target={`candidate:${id}`} onClose={() => setForm(null)} />}
    </Page>
  );
}
