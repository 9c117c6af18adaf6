// My people today, on a laptop. The phone has an app of its own at /talk.
import { useState } from "react";
import type { Schemas } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  type Assessment,
  Badge,
  Button,
  type Column,
  DataTable,
  Drawer,
  EmptyState,
  ErrorState,
  Mark,
  Page,
  PageHeader,
  Panel,
  Phone,
  Stack,
} from "../../ui";
import { LogConversation } from "./log_conversation";
import { messages } from "./messages";
import { PersonConversations } from "./person_conversations";
import { useMyDay } from "./use_my_day";

type DayPerson = Schemas["DayPerson"];

const keyOf = (person: DayPerson) => `${person.person_id}-${person.drive_id ?? ""}`;

export function MyDayPage() {
  const m = useMessages(messages);
  const { date } = useFormat();
  const mine = useMyDay();
  const [chosen, setChosen] = useState<string>();
  const person = mine.data?.people.find((one) => keyOf(one) === chosen);
  const drive = mine.data?.drives.find((one) => one.id === person?.drive_id);
  const columns: Column<DayPerson>[] = [
    {
      key: "assessment",
      header: "",
      cell: (one) => <Mark value={one.assessment as Assessment | null} leader={one.leader} />,
    },
    {
      key: "name",
      header: m.person,
      cell: (one) => (
        <Button variant="quiet" size="small" onClick={() => setChosen(keyOf(one))}>
          {one.name}
        </Button>
      ),
    },
    {
      key: "why",
      header: m.why,
      cell: (one) =>
        one.reason === "follow_up" ? (
          <Badge tone={one.days_late > 0 ? "bad" : "warn"}>{m.late(one.days_late)}</Badge>
        ) : (
          m[one.reason]
        ),
    },
    {
      key: "where",
      header: m.where,
      cell: (one) =>
        [one.department || one.worksite, one.shift, one.organization].filter(Boolean).join(" · "),
    },
    {
      key: "last",
      header: m.last,
      cell: (one) => one.last && `${date(one.last.on)} ${one.last.note}`.trim(),
    },
  ];
  return (
    <Page>
      <PageHeader
        title={m.title}
        status={mine.data && m.status(mine.data.follow_ups, mine.data.not_talked_to)}
        actions={<Button href="/talk">{m.phone}</Button>}
      />
      <Panel flush>
        {mine.error ? (
          <ErrorState error={mine.error} retry={() => void mine.refetch()} />
        ) : (
          <DataTable
            label={m.title}
            columns={columns}
            rows={mine.data?.people ?? []}
            rowKey={keyOf}
            loading={mine.isPending}
            empty={
              <EmptyState title={m.empty} action={<Button to="/people">{m.toPeople}</Button>}>
                {m.emptyText}
              </EmptyState>
            }
          />
        )}
      </Panel>
      <Drawer open={person !== undefined} onClose={() => setChosen(undefined)} title={person?.name ?? ""}>
        {person && (
          <Stack gap={18}>
            {person.phones.map((phone) => (
              <Phone key={phone.value} value={phone.value} />
            ))}
            {drive?.ask && (
              <div>
                <h3>{m.ask}</h3>
                <p>{drive.ask}</p>
              </div>
            )}
            <LogConversation
              key={chosen}
              person={{ id: person.person_id, name: person.name }}
              driveId={person.drive_id}
              assessment={person.assessment}
              leader={person.leader}
              onLogged={() => setChosen(undefined)}
            />
            <h3>{m.history}</h3>
            <PersonConversations personId={person.person_id} />
          </Stack>
        )}
      </Drawer>
    </Page>
  );
}
