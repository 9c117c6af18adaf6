// Every change of the workspace, to be found and taken back.
import { useState } from "react";
import { type Schemas, usePages, useSend } from "../../api";
import { useFormat, useMessages, useServerText } from "../../i18n";
import {
  Badge,
  Button,
  EmptyState,
  FilterSelect,
  Hidden,
  Page,
  PageHeader,
  PagedTable,
  Panel,
  Stack,
  Toolbar,
  optionsOf,
  toast,
  useFilters,
  useToastError,
} from "../../ui";
import { messages } from "./messages";
import { UndoProgress, type Undoing } from "./undo_progress";

type Batch = Schemas["BatchView"];

/** The long changes that are being taken back, and those that were while this page is open. */
function useUndoing(batches: Batch[]) {
  const [known, setKnown] = useState<Undoing[]>([]);
  const begun = batches.flatMap(({ undo_job_id, summary }) =>
    undo_job_id && !known.some((one) => one.jobId === undo_job_id) ? [{ jobId: undo_job_id, summary }] : [],
  );
  if (begun.length > 0) setKnown([...known, ...begun]);
  const add = (one: Undoing) =>
    setKnown((before) => (before.some(({ jobId }) => jobId === one.jobId) ? before : [...before, one]));
  return [known, add] as const;
}

export function HistoryPage() {
  const m = useMessages(messages);
  const { moment, number } = useFormat();
  const serverText = useServerText();
  const { filters, set, clear } = useFilters({ kind: "" });
  const list = usePages<Batch>("/batches", { query: filters, topics: ["*"], keep: true });
  const undo = useSend<Schemas["UndoResult"]>({ topics: ["*"] });
  const showError = useToastError();
  const [undoing, addUndoing] = useUndoing(list.items);
  const takeBack = ({ id, summary }: Batch) =>
    undo.mutate(
      { path: `/batches/${id}/undo` },
      {
        onSuccess: ({ job_id, put_back, left }) =>
          job_id ? addUndoing({ jobId: job_id, summary }) : toast(m.done(put_back, left)),
        onError: showError,
      },
    );
  const stateOf = (one: Batch) => (one.undo_job_id ? m.beingUndone : m.states[one.state]);
  return (
    <Page>
      <PageHeader title={m.title} status={m.status} />
      <Toolbar>
        <FilterSelect
          label={m.kind}
          every={m.everyKind}
          options={optionsOf(m.kinds)}
          value={filters.kind}
          onChange={(kind) => set({ kind })}
        />
      </Toolbar>
      <Stack gap={16}>
        {undoing.map((one) => (
          <UndoProgress key={one.jobId} {...one} />
        ))}
        <Panel flush>
          <PagedTable
            label={m.title}
            list={list}
            columns={[
              { key: "what", header: m.what, cell: (one) => serverText(one.summary) || one.kind },
              { key: "who", header: m.who, cell: (one) => one.user_name ?? m.system },
              { key: "when", header: m.when, cell: (one) => moment(one.at), whole: true },
              { key: "size", header: m.size, align: "right", cell: (one) => number(one.entries) },
              {
                key: "state",
                header: m.undo,
                buttons: true,
                cell: (one) =>
                  one.can_undo ? (
                    <Button size="small" onClick={() => takeBack(one)}>
                      {m.undo}
                      <Hidden>: {serverText(one.summary)}</Hidden>
                    </Button>
                  ) : (
                    stateOf(one) && <Badge>{stateOf(one)}</Badge>
                  ),
              },
            ]}
            rowKey={(one) => one.id}
            onClear={clear}
            empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
          />
        </Panel>
      </Stack>
    </Page>
  );
}
