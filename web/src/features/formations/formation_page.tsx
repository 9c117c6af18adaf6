// One formation: its members as far as each consented, and the letter that introduces them.
import { useState } from "react";
import { useParams } from "react-router";
import { type Schemas, fieldFaults, useGet, useSend } from "../../api";
import { useSession } from "../../app/session";
import { number, useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  Callout,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  FormError,
  Hint,
  Modal,
  Page,
  PageHeader,
  Panel,
  Row,
  Skeleton,
  Stack,
  TextInput,
  Textarea,
  toast,
} from "../../ui";
import { messages } from "./messages";

type View = Schemas["FormationView"];
type Member = Schemas["FormationMember"];

export function FormationPage() {
  const m = useMessages(messages);
  const { id = "" } = useParams();
  const { can } = useSession();
  const { date } = useFormat();
  const [writing, setWriting] = useState(false);
  const view = useGet<View>(`/formations/${id}`, {
    topics: ["formation", "consent", "membership", "introduction", "introduced"],
  });
  if (view.error) return <ErrorState error={view.error} retry={() => void view.refetch()} />;
  if (!view.data) return <Skeleton />;
  const { formation, members, introductions } = view.data;
  const ready = view.data.can_be_introduced >= 2 && view.data.new_since_introduction >= 1;
  return (
    <Page>
      <PageHeader
        title={formation.name}
        crumbs={[{ label: m.title, to: "/formations" }, { label: formation.organization }]}
        status={m.statusOne(
          typeof formation.consenting === "number" ? number(formation.consenting) : m.fewer,
          date(formation.started_at.slice(0, 10)),
        )}
        actions={
          can.lead_people && (
            <Button variant="primary" disabled={!ready} onClick={() => setWriting(true)}>
              {m.introduce}
            </Button>
          )
        }
      />
      <Stack>
        <Callout tone={ready ? "good" : "plain"}>
          {ready
            ? m.introduceCount(view.data.can_be_introduced, view.data.new_since_introduction)
            : m.notEnough}
        </Callout>
        <Panel title={m.members} flush>
          <Members members={members} />
        </Panel>
        <Panel title={m.history}>
          {introductions.length === 0 ? (
            <Hint>{m.noHistory}</Hint>
          ) : (
            <Stack gap={4}>
              {introductions.map((one) => (
                <div key={one.id}>
                  {date(one.at.slice(0, 10))} · {one.subject} · {m.letters(one.recipients)}
                </div>
              ))}
            </Stack>
          )}
        </Panel>
      </Stack>
      <Modal open={writing} onClose={() => setWriting(false)} title={m.introduce} size="large">
        <Introduce view={view.data} onDone={() => setWriting(false)} />
      </Modal>
    </Page>
  );
}

function Members({ members }: { members: Member[] }) {
  const m = useMessages(messages);
  const columns: Column<Member>[] = [
    { key: "name", header: m.person, cell: (one) => one.name, sortBy: (one) => one.name },
    { key: "local", header: m.local, cell: (one) => one.organization, sortBy: (one) => one.organization },
    {
      key: "email",
      header: m.email,
      cell: (one) => one.email ?? <Hint>{one.introduction ? m.noEmail : m.hidden}</Hint>,
    },
    {
      key: "agreed",
      header: m.agreed,
      cell: (one) =>
        [one.introduction && m.introductionConsent, one.email_consent && m.emailConsent]
          .filter(Boolean)
          .join(", ") || <Hint>{m.nothing}</Hint>,
    },
    {
      key: "state",
      header: "",
      cell: (one) =>
        one.introduced ? (
          <Badge tone="good">{m.done}</Badge>
        ) : (
          one.introduction && one.email_consent && <Badge>{m.fresh}</Badge>
        ),
    },
  ];
  return (
    <DataTable
      label={m.members}
      columns={columns}
      rows={members}
      rowKey={(one) => one.person_id}
      rowTo={(one) => `/people/${one.person_id}`}
      empty={<EmptyState title={m.noMembers} />}
    />
  );
}

function Introduce({ view, onDone }: { view: View; onDone: () => void }) {
  const m = useMessages(messages);
  const [text, setText] = useState(view.suggested);
  const send = useSend<Schemas["IntroductionSent"]>({ topics: ["introduction", "introduced", "formation"] });
  const faults = fieldFaults(send.error);
  // One key for this letter: a second press, or a retry after a lost answer, sends nothing twice.
  const [key] = useState(() => crypto.randomUUID());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(
          { path: `/formations/${view.formation.id}/introductions`, body: text, idempotencyKey: key },
          {
            onSuccess: (done) => {
              toast(m.sent(done.letters));
              onDone();
            },
          },
        );
      }}
    >
      <Stack>
        <TextInput
          label={m.subject}
          value={text.subject}
          error={faults.subject}
          onChange={(subject) => setText({ ...text, subject })}
        />
        <Textarea
          label={m.message}
          hint={m.messageHint}
          rows={8}
          value={text.message}
          error={faults.message}
          onChange={(message) => setText({ ...text, message })}
        />
        <FormError error={send.error} />
        <Row>
          <Button type="submit" variant="primary" busy={send.isPending}>
            {m.send(view.can_be_introduced)}
          </Button>
          <Button variant="quiet" onClick={onDone}>
            {m.cancel}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
