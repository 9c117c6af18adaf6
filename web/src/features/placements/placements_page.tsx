// Who wrote a union that is not surely known: one by one, with suggestions, never guessed silently.
import { useState } from "react";
import { type Schemas, request, useGet, usePages, useSend } from "../../api";
import { useSession } from "../../app/session";
import { percent, useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  Checkbox,
  type Choice,
  EmptyState,
  ErrorState,
  Hint,
  Link,
  Page,
  PageHeader,
  Panel,
  Row,
  SearchSelect,
  Skeleton,
  Stack,
  toast,
  useToastError,
} from "../../ui";
import { messages } from "./messages";

type Placement = Schemas["PlacementView"];

export function PlacementsPage() {
  const m = useMessages(messages);
  const { can } = useSession();
  const topics = ["placement", "organization"];
  const count = useGet<Schemas["PlacementCount"]>("/placements/count", { topics });
  const waiting = usePages<Placement>("/placements", { topics, keep: true });
  return (
    <Page>
      <PageHeader
        title={m.title}
        status={count.data && m.status(count.data.waiting)}
        actions={can.organize && <Button to="/join-page">{m.page}</Button>}
      />
      {waiting.error ? (
        <ErrorState error={waiting.error} retry={() => void waiting.refetch()} />
      ) : waiting.isPending ? (
        <Panel>
          <Skeleton />
        </Panel>
      ) : waiting.items.length === 0 ? (
        <Panel>
          <EmptyState title={m.empty} action={can.organize && <Button to="/join-page">{m.page}</Button>}>
            {m.emptyText}
          </EmptyState>
        </Panel>
      ) : (
        <Stack>
          {waiting.items.map((placement) => (
            <Waiting key={placement.id} placement={placement} />
          ))}
          {waiting.more && (
            <Row>
              <Button onClick={waiting.more} busy={waiting.loadingMore}>
                {m.more}
              </Button>
            </Row>
          )}
        </Stack>
      )}
    </Page>
  );
}

const findUnion = async (text: string, signal: AbortSignal): Promise<Choice[]> => {
  if (text.trim().length < 2) return [];
  const found = await request<Schemas["Suggestions"]>("GET", "/union-suggestions", undefined, {
    query: { text },
    signal,
  });
  return found.items.map((item) => ({ id: item.organization_id, label: item.label }));
};

function Waiting({ placement }: { placement: Placement }) {
  const m = useMessages(messages);
  const { date } = useFormat();
  const [all, setAll] = useState(placement.same_text > 1);
  const send = useSend<Schemas["Placed"]>({ topics: ["placement", "membership", "formation"] });
  const showError = useToastError();
  const why = {
    unclear_which_local: m.unclear,
    not_in_directory: m.unknown,
    not_a_union: m.notUnion,
    resolved: m.resolved,
  }[placement.answer];

  const place = (organization: { id: string; label: string }) =>
    send.mutate(
      {
        path: `/placements/${placement.id}/place`,
        body: { organization_id: organization.id, all_of_same_text: all && placement.same_text > 1 },
      },
      { onSuccess: (done) => toast(m.placed(done.people, organization.label)), onError: showError },
    );
  const setAside = () =>
    send.mutate(
      { path: `/placements/${placement.id}/set-aside` },
      { onSuccess: () => toast(m.aside(placement.name)), onError: showError },
    );

  const place_details = [placement.employer, placement.city, placement.state].filter(Boolean).join(", ");
  return (
    <Panel
      title={
        <>
          <Link to={`/people/${placement.person_id}`}>{placement.name}</Link> {m.wrote} “{placement.text}”
        </>
      }
      aside={<Badge tone="warn">{why}</Badge>}
    >
      <Stack gap={12}>
        <Hint>
          {date(placement.at.slice(0, 10))}
          {place_details && ` · ${place_details}`}
        </Hint>
        {placement.suggestions.length > 0 ? (
          <Row gap={8}>
            {placement.suggestions.slice(0, 4).map((suggestion, at) => (
              <Button
                key={suggestion.organization_id}
                variant={at === 0 ? "ink" : "plain"}
                busy={send.isPending && send.variables?.body !== undefined}
                onClick={() => place({ id: suggestion.organization_id, label: suggestion.label })}
              >
                {suggestion.label}
                {suggestion.probability >= 0.05 && ` · ${m.sure(percent(suggestion.probability))}`}
              </Button>
            ))}
          </Row>
        ) : (
          <p>{m.noSuggestion}</p>
        )}
        <Row spread align="end">
          <SearchSelect
            label={m.other}
            placeholder={m.otherHint}
            searchKey="union-suggestions"
            search={findUnion}
            value={null}
            onChange={(choice) => choice && place(choice)}
          />
          <Row gap={12}>
            {placement.same_text > 1 && (
              <Checkbox label={m.all(placement.same_text)} checked={all} onChange={setAll} />
            )}
            <Button variant="quiet" onClick={setAside}>
              {m.setAside}
            </Button>
          </Row>
        </Row>
      </Stack>
    </Panel>
  );
}
