// Pairs of records that may be one person: judged by somebody who knows, never merged silently.
import { type Schemas, useGet, usePages, useSend } from "../../api";
import { useSession } from "../../app/session";
import { percent, useMessages } from "../../i18n";
import {
  Button,
  EmptyState,
  ErrorState,
  Hint,
  Page,
  PageHeader,
  Panel,
  Row,
  Skeleton,
  Stack,
  toast,
  useToastError,
} from "../../ui";
import { messages } from "./messages";
import { Pair, duplicateTopics } from "./pair";
import style from "./duplicates.module.css";

/** From this probability on many are merged at once. */
const sure = 0.99;

export function DuplicatesPage() {
  const m = useMessages(messages);
  const { can } = useSession();
  const showError = useToastError();
  const topics = duplicateTopics;
  const count = useGet<Schemas["DuplicateCount"]>("/likely-duplicates/count", { topics });
  const sureOnes = useGet<Schemas["DuplicateCount"]>("/likely-duplicates/count", {
    topics,
    query: { least: sure },
  });
  const pairs = usePages<Schemas["DuplicateView"]>("/likely-duplicates", { topics, keep: true });
  const send = useSend<Schemas["JobView"]>({ topics: [...topics, "job"] });
  const many = sureOnes.data?.waiting ?? 0;

  const search = () =>
    send.mutate(
      { path: "/likely-duplicates/search" },
      { onSuccess: () => toast(m.searchStarted), onError: showError },
    );
  const mergeSure = () =>
    send.mutate(
      { path: "/likely-duplicates/merge-sure", body: { least: sure } },
      { onSuccess: () => toast(m.sureStarted(many)), onError: showError },
    );

  return (
    <Page>
      <PageHeader
        title={m.title}
        status={count.data && m.status(count.data.waiting)}
        actions={
          can.organize && (
            <Button onClick={search} busy={send.isPending}>
              {m.search}
            </Button>
          )
        }
      />
      <Stack gap={16}>
        {can.organize && many > 1 && (
          <Row gap={12}>
            <Button variant="ink" onClick={mergeSure} busy={send.isPending}>
              {m.sure(many)}
            </Button>
            <Hint>{m.sureHint(percent(sure))}</Hint>
          </Row>
        )}
        {pairs.error && pairs.items.length === 0 ? (
          <ErrorState error={pairs.error} retry={() => void pairs.refetch()} />
        ) : (
          <Panel flush={pairs.items.length > 0}>
            {pairs.isPending ? (
              <Skeleton />
            ) : pairs.items.length === 0 ? (
              <EmptyState title={m.empty}>{m.emptyText}</EmptyState>
            ) : (
              <ul className={style.queue}>
                {pairs.items.map((pair) => (
                  <Pair key={pair.id} pair={pair} />
                ))}
              </ul>
            )}
          </Panel>
        )}
        {pairs.more && (
          <Row>
            <Button onClick={pairs.more} busy={pairs.loadingMore}>
              {m.more}
            </Button>
          </Row>
        )}
      </Stack>
    </Page>
  );
}
