// One import, from its columns to its undo.
import { useState } from "react";
import { useParams } from "react-router";
import { ApiError, type Schemas, base, useGet, useSend } from "../../api";
import { useFormat, useMessages, useServerText } from "../../i18n";
import {
  Button,
  Callout,
  DataTable,
  FormError,
  Hint,
  Link,
  PageHeader,
  Panel,
  Progress,
  RecordPage,
  Row,
  Stack,
  Stat,
  Stats,
} from "../../ui";
import { MappingPanel } from "./mapping_panel";
import { messages } from "./messages";

type Import = Schemas["ImportView"];
type Mapping = Schemas["ImportMapping"];

export function ImportPage() {
  const m = useMessages(messages);
  const { id = "" } = useParams();
  const found = useGet<Import>(`/imports/${id}`, { topics: ["import", "job"] });
  return (
    <RecordPage found={found} title={m.title} crumbs={[{ label: m.title, to: "/imports" }]}>
      {(one) => <Shown one={one} path={`/imports/${id}`} />}
    </RecordPage>
  );
}

/** What it can do next: check, then import, then take it all back. */
function useSteps(one: Import, path: string) {
  const [changed, setChanged] = useState<Mapping | null>(null);
  const save = useSend<Import, Mapping>({ topics: ["import"] });
  const act = useSend<Import>({ topics: ["import", "job"] });
  const mapping = changed ?? one.mapping;
  const step = (verb: string) => act.mutate({ path: `${path}/${verb}` });
  const check = async () => {
    try {
      await save.mutateAsync({ method: "PATCH", path, body: mapping });
    } catch {
      return; // shown below the title
    }
    setChanged(null);
    step("preflight");
  };
  return {
    mapping,
    /** The columns were changed since they were last checked. */
    isChanged: changed !== null,
    setMapping: setChanged,
    step,
    check: () => void check(),
    busy: save.isPending || act.isPending,
    error: save.error ?? act.error,
  };
}

function Shown({ one, path }: { one: Import; path: string }) {
  const m = useMessages(messages);
  const serverText = useServerText();
  const steps = useSteps(one, path);
  const sample = useGet<Schemas["ImportSample"]>(`${path}/sample`, { enabled: one.can.map });
  const active = one.state === "checking" || one.state === "running" || one.state === "undoing";
  const counted = one.summary.rows > 0 && one.state !== "checking";
  const before = one.state === "checked";
  const takeable = one.summary.rows - one.summary.rejected;
  const ready = one.can.run && before && !steps.isChanged && takeable > 0;
  return (
    <>
      <PageHeader
        title={one.file_name}
        status={[m.kinds[one.kind], one.encoding, m.states[one.state]].join(" · ")}
        crumbs={[{ label: m.title, to: "/imports" }]}
        actions={
          <>
            {one.can.check && (
              <Button variant={ready ? "plain" : "primary"} busy={steps.busy} onClick={steps.check}>
                {before ? m.checkAgain : m.check}
              </Button>
            )}
            {ready && (
              <Button variant="primary" busy={steps.busy} onClick={() => steps.step("run")}>
                {m.run(takeable)}
              </Button>
            )}
          </>
        }
      />
      <Stack gap={16}>
        <MappingFaults error={steps.error} mapping={steps.mapping} />
        {one.fault && <Callout tone="bad">{serverText(one.fault)}</Callout>}
        {one.state === "undone" && <Callout tone="good">{m.undoneText(one.left_count)}</Callout>}
        {active && <Running one={one} busy={steps.busy} onCancel={() => steps.step("cancel")} />}
        {counted && <Counts one={one} before={before} />}
        {one.can.undo && (
          // Not where "Import" stood: who pressed that twice would take it all back.
          <Row>
            <Button busy={steps.busy} onClick={() => steps.step("undo")}>
              {m.undo}
            </Button>
          </Row>
        )}
        {one.rejects.length > 0 && <Rejects one={one} path={path} />}
        {one.can.map && (
          <MappingPanel one={one} sample={sample.data} mapping={steps.mapping} onChange={steps.setMapping} />
        )}
      </Stack>
    </>
  );
}

/** Why the columns can't be used as they are; anything else that went wrong in its own words. */
function MappingFaults({ error, mapping }: { error: unknown; mapping: Mapping }) {
  const faults = error instanceof ApiError ? error.fields.filter((one) => one.message !== error.message) : [];
  if (!(error instanceof ApiError) || faults.length === 0) return <FormError error={error} />;
  const column = (pointer: string) => mapping.columns[Number(/^\/columns\/(\d+)/.exec(pointer)?.[1])]?.column;
  return (
    <Callout tone="bad">
      <strong>{error.message}</strong>
      {faults.map((fault, at) => (
        <div key={at}>{[column(fault.pointer), fault.message].filter(Boolean).join(": ")}</div>
      ))}
    </Callout>
  );
}

function Running({ one, busy, onCancel }: { one: Import; busy: boolean; onCancel: () => void }) {
  const m = useMessages(messages);
  const { job } = one;
  return (
    <Panel>
      <Stack>
        <Progress
          label={m.states[one.state]}
          share={job && job.total > 0 ? Math.min(1, job.done / job.total) : null}
        />
        <Row spread>
          <Hint>{m.progress(job?.done ?? 0, job?.total ?? 0)}</Hint>
          {one.can.cancel && (
            <Button size="small" busy={busy || job?.cancelling} onClick={onCancel}>
              {job?.cancelling ? m.stopping : m.cancel}
            </Button>
          )}
        </Row>
      </Stack>
    </Panel>
  );
}

function Counts({ one, before }: { one: Import; before: boolean }) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const { summary } = one;
  const others = m.others(
    summary.organizations_created,
    summary.employers_created,
    summary.worksites_created,
  );
  const title = before ? m.preflight : one.state === "running" ? m.soFar : m.summary;
  return (
    <Panel title={title} aside={m.ofRows(summary.rows)}>
      <Stack>
        <Stats>
          <Stat value={number(summary.created)} label={before ? m.toCreate : m.areCreated} />
          <Stat value={number(summary.updated)} label={before ? m.toUpdate : m.areUpdated} />
          <Stat value={number(summary.unchanged)} label={m.unchanged} />
          <Stat value={number(summary.repeated)} label={m.repeated} />
          <Stat value={number(summary.rejected)} label={m.areRejected} late={summary.rejected > 0} />
        </Stats>
        {summary.placed > 0 && <Hint>{m.placed(summary.placed)}</Hint>}
        {summary.unplaced > 0 && <Unplaced one={one} before={before} />}
        {others && <Hint>{before ? m.alsoBefore(others) : m.also(others)}</Hint>}
      </Stack>
    </Panel>
  );
}

/** Who wrote a union that is not sure: people wait to be placed; of a directory the words are kept. */
function Unplaced({ one, before }: { one: Import; before: boolean }) {
  const m = useMessages(messages);
  const { unplaced } = one.summary;
  if (one.kind !== "people") return <Hint>{m.unplaced(unplaced)}</Hint>;
  if (before) return <Hint>{m.willWait(unplaced)}</Hint>;
  return (
    <Row>
      <Hint>{m.waiting(unplaced)}</Hint>
      {one.state === "done" && <Link to="/placements">{m.toQueue}</Link>}
    </Row>
  );
}

function Rejects({ one, path }: { one: Import; path: string }) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const rows = one.rejects.map((reject, at) => ({ ...reject, at }));
  return (
    <Panel
      title={m.rejects}
      flush
      aside={
        <Button size="small" href={`${base}${path}/rejects`} download>
          {m.download}
        </Button>
      }
      lead={one.summary.rejected > rows.length ? m.rejectsFirst(rows.length) : m.rejectsHint}
    >
      <DataTable
        label={m.rejects}
        columns={[
          { key: "line", header: m.line, cell: (row) => number(row.line), width: 90, named: true },
          { key: "column", header: m.column, cell: (row) => row.column },
          { key: "reason", header: m.reason, cell: (row) => row.in_words },
        ]}
        rows={rows}
        rowKey={(row) => String(row.at)}
      />
    </Panel>
  );
}
