// One formation: its members as far as each consented, and the letter that introduces them.
import { useState } from "react";
import { useParams } from "react-router";
import { type Schemas, useGet } from "../../api";
import { useSession } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  Callout,
  DataTable,
  EmptyState,
  Hint,
  Modal,
  PageHeader,
  Panel,
  RecordPage,
  Stack,
} from "../../ui";
import { Introduce } from "./introduce";
import { messages } from "./messages";

type View = Schemas["FormationView"];

export function FormationPage() {
  const m = useMessages(messages);
  const { id = "" } = useParams();
  const found = useGet<View>(`/formations/${id}`, {
    topics: ["formation", "consent", "membership", "introduction", "introduced"],
  });
  return (
    <RecordPage found={found} title={m.formation} crumbs={[{ label: m.title, to: "/formations" }]}>
      {(view) => <Shown view={view} />}
    </RecordPage>
  );
}

function Shown({ view }: { view: View }) {
  const m = useMessages(messages);
  const { can } = useSession();
  const { dayOf, number } = useFormat();
  const [writing, setWriting] = useState(false);
  const { formation, introductions } = view;
  const ready = view.can_be_introduced >= 2 && view.new_since_introduction >= 1;
  return (
    <>
      <PageHeader
        title={formation.name}
        crumbs={[
          { label: m.title, to: "/formations" },
          { label: formation.organization, to: `/organizations/${formation.organization_id}` },
        ]}
        status={m.statusOne(
          typeof formation.consenting === "number" ? number(formation.consenting) : m.fewer,
          dayOf(formation.started_at),
        )}
        actions={
          can.lead_people && (
            <Button variant="primary" disabled={!ready} onClick={() => setWriting(true)}>
              {m.introduce}
            </Button>
          )
        }
      />
      <Stack gap={16}>
        <Callout tone={ready ? "good" : "plain"}>
          {ready ? m.introduceCount(view.can_be_introduced, view.new_since_introduction) : m.notEnough}
        </Callout>
        <Panel title={m.members} flush>
          <Members members={view.members} />
        </Panel>
        <Panel title={m.history}>
          {introductions.length === 0 ? (
            <Hint>{m.noHistory}</Hint>
          ) : (
            <Stack gap={4}>
              {introductions.map((one) => (
                <div key={one.id}>
                  {dayOf(one.at)} · {one.subject} · {m.letters(one.recipients)}
                </div>
              ))}
            </Stack>
          )}
        </Panel>
      </Stack>
      <Modal open={writing} onClose={() => setWriting(false)} title={m.introduce} size="large">
        <Introduce view={view} onDone={() => setWriting(false)} />
      </Modal>
    </>
  );
}

function Members({ members }: { members: View["members"] }) {
  const m = useMessages(messages);
  return (
    <DataTable
      label={m.members}
      columns={[
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
          header: m.state,
          buttons: true,
          cell: (one) =>
            one.introduced ? (
              <Badge tone="good">{m.done}</Badge>
            ) : (
              one.introduction && one.email_consent && <Badge>{m.fresh}</Badge>
            ),
        },
      ]}
      rows={members}
      rowKey={(one) => one.person_id}
      rowTo={(one) => `/people/${one.person_id}`}
      empty={<EmptyState title={m.noMembers} />}
    />
  );
}
