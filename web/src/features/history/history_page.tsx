import { type Schemas, usePages, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  Panel,
  toast,
  useToastError,
} from "../../ui";
import { messages } from "./messages";

type Batch = Schemas["BatchView"];

export function HistoryPage() {
  const m = useMessages(messages);
  const { moment, number } = useFormat();
  const found = usePages<Batch>("/batches", { topics: ["*"] });
  const undo = useSend<Schemas["UndoResult"]>({ topics: ["*"] });
  const showError = useToastError();
  const columns: Column<Batch>[] = [
    { key: "what", header: m.what, cell: (one) => one.summary || one.kind },
    { key: "who", header: m.who, cell: (one) => one.user_name ?? m.system },
    { key: "when", header: m.when, cell: (one) => moment(one.at) },
    { key: "size", header: m.size, align: "right", cell: (one) => number(one.entries) },
    {
      key: "state",
      header: m.state,
      cell: (one) =>
        one.can_undo ? (
          <Button
            size="small"
            onClick={() =>
              undo.mutate(
                { path: `/batches/${one.id}/undo` },
                { onSuccess: (done) => toast(m.done(done.put_back, done.left)), onError: showError },
              )
            }
          >
            {m.undo}
          </Button>
        ) : (
          m.states[one.state] && <Badge>{m.states[one.state]}</Badge>
        ),
    },
  ];
  return (
    <Page>
      <PageHeader title={m.title} status={m.status} />
      <Panel flush>
        {found.error ? (
          <ErrorState error={found.error} retry={() => void found.refetch()} />
        ) : (
          <DataTable
            label={m.title}
            columns={columns}
            rows={found.items}
            rowKey={(one) => one.id}
            loading={found.isPending}
            more={found.more}
            loadingMore={found.loadingMore}
            empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
          />
        )}
      </Panel>
    </Page>
  );
}
