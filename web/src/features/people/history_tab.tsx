// All that was changed about a person, newest first, each act to be undone.
import { type Schemas, usePages, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  EmptyState,
  ErrorState,
  Hint,
  Panel,
  Row,
  Skeleton,
  Stack,
  toast,
  useToastError,
} from "../../ui";
import { messages } from "./messages";
import { recordTopics } from "./record";

const sentence = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

type Entry = Schemas["HistoryEntry"];

export function HistoryTab({ id }: { id: string }) {
  const all = useMessages(messages);
  const m = all.history;
  const { moment } = useFormat();
  const history = usePages<Entry>(`/people/${id}/history`, {
    topics: ["conversation", "assessment", ...recordTopics],
  });
  const undo = useSend<Schemas["UndoResult"]>({ topics: recordTopics });
  const showError = useToastError();
  if (history.error) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  if (history.isPending) return <Skeleton />;
  if (history.items.length === 0) return <EmptyState title={m.none} />;
  const columnName = (column: string) => {
    const names = all.details as unknown as Record<string, unknown>;
    const known = names[column];
    return typeof known === "string" ? known : column.replaceAll("_", " ");
  };
  return (
    <Panel title={all.tabs.history}>
      <Stack gap={14}>
        {history.items.map((entry, at) => {
          // One button for a batch, at its newest entry.
          const first = history.items[at - 1]?.batch_id !== entry.batch_id;
          return (
            <Row key={entry.id} spread align="flex-start">
              <div>
                <div>
                  <strong>
                    {sentence(`${m.tables[entry.table_name] ?? entry.table_name} ${m.actions[entry.action]}`)}
                  </strong>{" "}
                  {m.kinds[entry.kind] && <Badge>{m.kinds[entry.kind]}</Badge>}
                </div>
                <Hint>
                  {moment(entry.at)} · {entry.user_name ?? m.system}
                  {first && entry.entries > 1 && ` · ${m.whole(entry.entries)}`}
                </Hint>
                {entry.changes.map((change) => (
                  <div key={change.column}>
                    <Hint>{columnName(change.column)}:</Hint> {change.before && <del>{change.before}</del>}{" "}
                    {change.after && <ins>{change.after}</ins>}
                  </div>
                ))}
              </div>
              {first && entry.can_undo && (
                <Button
                  size="small"
                  onClick={() =>
                    undo.mutate(
                      { path: `/batches/${entry.batch_id}/undo` },
                      {
                        onSuccess: (done) => toast(done.job_id ? m.undoing : m.undone(done.put_back)),
                        onError: showError,
                      },
                    )
                  }
                >
                  {m.undo}
                </Button>
              )}
            </Row>
          );
        })}
        {history.more && (
          <Button onClick={history.more} busy={history.loadingMore}>
            {m.more}
          </Button>
        )}
      </Stack>
    </Panel>
  );
}
