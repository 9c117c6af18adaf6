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
  Toolbar,
  optionsOf,
  toast,
  useFilters,
  useToastError,
} from "../../ui";
import { messages } from "./messages";

export function HistoryPage() {
  const m = useMessages(messages);
  const { moment, number } = useFormat();
  const serverText = useServerText();
  const { filters, set, clear } = useFilters({ kind: "" });
  const list = usePages<Schemas["BatchView"]>("/batches", { query: filters, topics: ["*"], keep: true });
  const undo = useSend<Schemas["UndoResult"]>({ topics: ["*"] });
  const showError = useToastError();
  const takeBack = (id: string) =>
    undo.mutate(
      { path: `/batches/${id}/undo` },
      { onSuccess: (done) => toast(m.done(done.put_back, done.left)), onError: showError },
    );
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
                  <Button size="small" onClick={() => takeBack(one.id)}>
                    {m.undo}
                    <Hidden>: {serverText(one.summary)}</Hidden>
                  </Button>
                ) : (
                  m.states[one.state] && <Badge>{m.states[one.state]}</Badge>
                ),
            },
          ]}
          rowKey={(one) => one.id}
          onClear={clear}
          empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
        />
      </Panel>
    </Page>
  );
}
