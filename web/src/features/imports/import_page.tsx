// One import, from its columns to its undo.
import { useState } from "react";
import { useParams } from "react-router";
import { base, useGet, useSend } from "../../api";
import { number, useMessages } from "../../i18n";
import {
  Button,
  Callout,
  type Column,
  DataTable,
  ErrorState,
  FormError,
  Hint,
  Page,
  PageHeader,
  Panel,
  Progress,
  Row,
  Skeleton,
  Stack,
  Stat,
  Stats,
} from "../../ui";
import { MappingPanel } from "./mapping_panel";
import { messages } from "./messages";
import type { Import, Mapping, Reject, Sample } from "./types";

export function ImportPage() {
  const { id = "" } = useParams();
  const path = `/imports/${id}`;
  const one = useGet<Import>(path, { topics: ["import", "job"] });
  const sample = useGet<Sample>(`${path}/sample`, { enabled: one.data?.can.map });
  if (one.error) return <ErrorState error={one.error} retry={() => void one.refetch()} />;
  if (!one.data) return <Skeleton />;
  return <Shown one={one.data} sample={sample.data} path={path} />;
}

function Shown({ one, sample, path }: { one: Import; sample?: Sample; path: string }) {
  const m = useMessages(messages);
  const [changed, setChanged] = useState<Mapping | null>(null);
  const save = useSend<Import, Mapping>({ topics: ["import"] });
  const act = useSend<Import>({ topics: ["import", "job"] });
  const mapping = changed ?? one.mapping;

  const step = (verb: string) => act.mutate({ path: `${path}/${verb}` });
  const check = async () => {
    try {
      await save.mutateAsync({ method: "PATCH", path, body: mapping });
    } catch {
      return; // shown beside the button
    }
    setChanged(null);
    step("preflight");
  };

  const active = one.state === "checking" || one.state === "running" || one.state === "undoing";
  const counted = one.summary.rows > 0 && one.state !== "checking";
  const before = one.state === "checked";
  const takeable = one.summary.rows - one.summary.rejected;
  return (
    <Page>
      <PageHeader
        title={one.file_name}
        status={`${m.kinds[one.kind]} · ${one.encoding} · ${m.states[one.state]}`}
        crumbs={[{ label: m.title, to: "/imports" }]}
        actions={
          <>
            {one.can.undo && (
              <Button busy={act.isPending} onClick={() => step("undo")}>
                {m.undo}
              </Button>
            )}
            {one.can.check && (
              <Button
                variant={before && !changed ? "plain" : "primary"}
                busy={save.isPending || act.isPending}
                onClick={() => void check()}
              >
                {before ? m.checkAgain : m.check}
              </Button>
            )}
            {one.can.run && before && !changed && takeable > 0 && (
              <Button variant="primary" busy={act.isPending} onClick={() => step("run")}>
                {m.run(takeable)}
              </Button>
            )}
          </>
        }
      />
      {save.error && <FormError error={save.error} />}
      {act.error && <FormError error={act.error} />}
      {one.fault && <Callout tone="bad">{one.fault}</Callout>}
      {one.state === "undone" && <Callout>{m.undoneText(one.left_count)}</Callout>}
      {active && (
        <Panel>
          <Stack>
            <Progress
              label={m.states[one.state]}
              share={one.job && one.job.total > 0 ? Math.min(1, one.job.done / one.job.total) : null}
            />
            <Row spread>
              <Hint>{m.progress(one.job?.done ?? 0, one.job?.total ?? 0)}</Hint>
              {one.can.cancel && (
                <Button
                  size="small"
                  busy={act.isPending || one.job?.cancelling}
                  onClick={() => step("cancel")}
                >
                  {one.job?.cancelling ? m.stopping : m.cancel}
                </Button>
              )}
            </Row>
          </Stack>
        </Panel>
      )}
      {counted && <Counts one={one} before={before} />}
      {one.rejects.length > 0 && <Rejects rejects={one.rejects} path={path} />}
      {one.can.map && <MappingPanel one={one} sample={sample} mapping={mapping} onChange={setChanged} />}
    </Page>
  );
}

function Counts({ one, before }: { one: Import; before: boolean }) {
  const m = useMessages(messages);
  const { summary } = one;
  const others = m.others(
    summary.organizations_created,
    summary.employers_created,
    summary.worksites_created,
  );
  const title = before ? m.preflight : one.state === "running" ? m.soFar : m.summary;
  return (
    <Panel title={title}>
      <Stack>
        <Stats>
          <Stat value={number(summary.created)} label={before ? m.toCreate : m.areCreated} />
          <Stat value={number(summary.updated)} label={before ? m.toUpdate : m.areUpdated} />
          <Stat value={number(summary.unchanged)} label={m.unchanged} />
          <Stat value={number(summary.repeated)} label={m.repeated} />
          <Stat value={number(summary.rejected)} label={m.areRejected} late={summary.rejected > 0} />
        </Stats>
        {summary.placed + summary.unplaced > 0 && <Hint>{m.placed(summary.placed, summary.unplaced)}</Hint>}
        {others && (
          <Hint>
            {m.also} {others}.
          </Hint>
        )}
      </Stack>
    </Panel>
  );
}

function Rejects({ rejects, path }: { rejects: Reject[]; path: string }) {
  const m = useMessages(messages);
  const rows = rejects.map((reject, at) => ({ ...reject, at }));
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "line", header: m.line, cell: (row) => number(row.line), width: 90 },
    { key: "column", header: m.column, cell: (row) => row.column },
    { key: "reason", header: m.reason, cell: (row) => row.in_words },
  ];
  return (
    <Panel
      title={m.rejects}
      aside={
        <Button size="small" href={`${base}${path}/rejects`} download>
          {m.download}
        </Button>
      }
    >
      <Stack>
        <Hint>{m.rejectsHint}</Hint>
        <DataTable label={m.rejects} columns={columns} rows={rows} rowKey={(row) => String(row.at)} />
      </Stack>
    </Panel>
  );
}
