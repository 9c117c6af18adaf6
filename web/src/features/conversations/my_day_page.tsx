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
  Hint,
  Mark,
  Page,
  PageHeader,
  Panel,
  Phone,
  Row,
  Stack,
} from "../../ui";
import { useCan } from "../../app/session";
import { FirstSteps, useFirstSteps } from "./first_steps";
import { LogConversation } from "./log_conversation";
import { messages } from "./messages";
import { PersonConversations } from "./person_conversations";
import { useMyDay } from "./use_my_day";

type DayPerson = Schemas["DayPerson"];

const keyOf = (person: DayPerson) => `${person.person_id}-${person.drive_id ?? ""}`;

function useColumns(): Column<DayPerson>[] {
  const m = useMessages(messages);
  const { date } = useFormat();
  return [
    {
      key: "name",
      header: m.person,
      cell: (one) => (
        <Row gap={14} together>
          <Mark value={one.assessment as Assessment | null} leader={one.leader} />
          {one.name}
        </Row>
      ),
    },
    {
      key: "why",
      header: m.why,
      cell: (one) =>
        one.reason === "follow_up" ? (
          <Badge tone={one.days_late > 0 ? "bad" : "warn"}>{m.late(one.days_late)}</Badge>
        ) : (
          // What was said was about something else.
          m[one.reason === "not_talked_to" && one.last?.note ? "not_about_this" : one.reason]
        ),
      whole: true,
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
      cell: (one) =>
        one.last && (
          <>
            <Hint>{date(one.last.on)}</Hint> {one.last.note}
          </>
        ),
    },
  ];
}

export function MyDayPage() {
  const m = useMessages(messages);
  const mine = useMyDay();
  const [chosen, setChosen] = useState<string>();
  const people = mine.data?.people ?? [];
  const at = people.findIndex((one) => keyOf(one) === chosen);
  const person = people[at];
  const first = people[0];
  const columns = useColumns();
  const can = useCan();
  const steps = useFirstSteps(can.organize && mine.data !== undefined && people.length === 0);
  if (people.length === 0 && steps && Object.values(steps).includes(false))
    return (
      <Page>
        <PageHeader title={m.title} />
        <FirstSteps done={steps} />
      </Page>
    );
  return (
    <Page>
      <PageHeader
        title={m.title}
        status={mine.data && m.status(mine.data.follow_ups, mine.data.not_talked_to)}
        actions={
          <>
            <Button href="/talk">{m.phone}</Button>
            {first && (
              <Button variant="primary" onClick={() => setChosen(keyOf(first))}>
                {m.startWith(first.name)}
              </Button>
            )}
          </>
        }
      />
      <Panel flush>
        {mine.error && !mine.data ? (
          <ErrorState error={mine.error} retry={() => void mine.refetch()} />
        ) : (
          <DataTable
            label={m.title}
            columns={columns}
            rows={people}
            rowKey={keyOf}
            onRow={(one) => setChosen(keyOf(one))}
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
          <Talk
            key={chosen}
            person={person}
            drive={mine.data?.drives.find((one) => one.id === person.drive_id)}
            // On to the next, as one goes down a list.
            onLogged={() => {
              const next = people[at + 1];
              setChosen(next && keyOf(next));
            }}
          />
        )}
      </Drawer>
    </Page>
  );
}

interface TalkProps {
  person: DayPerson;
  drive?: Schemas["DayDrive"];
  onLogged: () => void;
}

/** How to reach them, what to ask, and the conversation to log. */
function Talk({ person, drive, onLogged }: TalkProps) {
  const m = useMessages(messages);
  return (
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
        person={{ id: person.person_id, name: person.name }}
        driveId={person.drive_id}
        assessment={person.assessment}
        leader={person.leader}
        onLogged={onLogged}
      />
      <h3>{m.history}</h3>
      <PersonConversations personId={person.person_id} />
    </Stack>
  );
}
