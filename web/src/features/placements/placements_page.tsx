// Who wrote a union that is not surely known, in a sign-up or in a list: one by one or all who wrote the same, with
// suggestions, never guessed silently.
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
  toast,
  useToastError,
} from "../../ui";
import { undoBatch } from "../history/undo_batch";
import { messages } from "./messages";
import style from "./placements.module.css";

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
      {waiting.error && waiting.items.length === 0 ? (
        <ErrorState error={waiting.error} retry={() => void waiting.refetch()} />
      ) : (
        <Panel flush={waiting.items.length > 0}>
          {waiting.isPending ? (
            <Skeleton />
          ) : waiting.items.length === 0 ? (
            <EmptyState title={m.empty} action={can.organize && <Button to="/join-page">{m.page}</Button>}>
              {m.emptyText}
            </EmptyState>
          ) : (
            <ul className={style.queue}>
              {waiting.items.map((placement) => (
                <Waiting key={placement.id} placement={placement} />
              ))}
            </ul>
          )}
        </Panel>
      )}
      {waiting.more && (
        <Row>
          <Button onClick={waiting.more} busy={waiting.loadingMore}>
            {m.more}
          </Button>
        </Row>
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
  const { dayOf } = useFormat();
  const several = placement.same_text > 1;
  // What is hardly likelier than the next is not put forward.
  const [first = 0, next = 0] = placement.suggestions.map((one) => one.probability);
  const standsOut = first >= 0.5 && first >= 2 * next;
  const [all, setAll] = useState(several);
  const send = useSend<Schemas["Placed"]>({ topics: ["placement", "membership", "formation"] });
  const showError = useToastError();
  const why = {
    unclear_which_local: m.unclear,
    not_in_directory: m.unknown,
    not_a_union: m.notUnion,
    resolved: m.resolved,
  }[placement.answer];

  const everyone = all && several;
  const tell = (say: (people: number) => string) => ({
    onSuccess: (done: Schemas["Placed"]) =>
      toast({ message: say(done.people), undo: () => undoBatch(done.batch_id) }),
    onError: showError,
  });
  const place = (organization: { id: string; label: string }) =>
    send.mutate(
      {
        path: `/placements/${placement.id}/place`,
        body: { organization_id: organization.id, all_of_same_text: everyone },
      },
      tell((people) => m.placed(people, organization.label)),
    );
  const setAside = () =>
    send.mutate(
      { path: `/placements/${placement.id}/set-aside`, query: { all_of_same_text: everyone } },
      tell((people) => (people === 1 ? m.aside(placement.name) : m.allAside(people))),
    );
  const from = [
    `${m.sources[placement.source] ?? placement.source} ${dayOf(placement.at)}`,
    placement.employer,
    [placement.city, placement.state].filter(Boolean).join(", "),
  ];
  return (
    <li className={style.waiting}>
      <Row spread gap={8}>
        <h2 className={style.wrote}>
          <Link to={`/people/${placement.person_id}`}>{placement.name}</Link> {m.wrote(placement.text)}
        </h2>
        <Badge tone="warn">{why}</Badge>
      </Row>
      <Hint>{from.filter(Boolean).join(" · ")}</Hint>
      {several && (
        <div className={style.all}>
          <Checkbox label={m.all(placement.same_text)} checked={all} onChange={setAll} />
        </div>
      )}
      <div className={style.answers}>
        {placement.suggestions.slice(0, 4).map((suggestion, at) => (
          <Button
            key={suggestion.organization_id}
            variant={at === 0 && standsOut ? "ink" : "plain"}
            busy={send.isPending && send.variables?.body !== undefined}
            onClick={() => place({ id: suggestion.organization_id, label: suggestion.label })}
          >
            {suggestion.label}
            {suggestion.probability >= 0.05 && ` · ${m.sure(percent(suggestion.probability))}`}
          </Button>
        ))}
        {placement.suggestions.length === 0 && <span>{m.noSuggestion}</span>}
        <div className={style.other}>
          <SearchSelect
            label={m.otherFor(placement.name)}
            labelHidden
            placeholder={placement.suggestions.length > 0 ? m.other : m.otherHint}
            searchKey="union-suggestions"
            search={findUnion}
            value={null}
            onChange={(choice) => choice && place(choice)}
          />
        </div>
        <Button variant="quiet" onClick={setAside}>
          {m.setAside}
        </Button>
      </div>
    </li>
  );
}
