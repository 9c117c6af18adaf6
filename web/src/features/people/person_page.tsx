// A person: who they are, where they belong and work, how they stand, what they agreed to, and all that was changed.
import { useState } from "react";
import { useParams } from "react-router";
import { useCan } from "../../app/session";
import { useMessages } from "../../i18n";
import { Badge, Button, PageHeader, RecordPage, Row, Tabs, useUrlState } from "../../ui";
import { LogDrawer } from "../conversations/log_drawer";
import { ConversationsTab } from "./conversations_tab";
import { ConsentsTab, consentsInForce } from "./consents_tab";
import { DetailsTab } from "./details_tab";
import { EditPerson } from "./edit_person";
import { EmploymentsTab } from "./employments_tab";
import { HistoryTab } from "./history_tab";
import { MembershipsTab } from "./memberships_tab";
import { messages } from "./messages";
import { type PersonRecord, nameIn, usePersonRecord } from "./record";
import { TiesTab } from "./ties_tab";

/** Where they belong and work, and what they agreed to. */
function Standing({ record }: { record: PersonRecord }) {
  const m = useMessages(messages);
  const member = record.memberships[0];
  const work = record.employments.find((one) => !one.ended_on);
  const parts = [
    member && nameIn(record, member.organization_id),
    work &&
      [nameIn(record, work.worksite_id) || work.employer_text, work.department, work.shift]
        .filter(Boolean)
        .join(", "),
    record.addresses[0]?.city,
  ].filter(Boolean);
  const agreed = consentsInForce(record).filter((one) => one.granted);
  return (
    <Row gap={8}>
      <span>{parts.join(" · ") || m.memberships.none}</span>
      {agreed.map((one) => (
        <Badge key={one.kind} tone="good">
          {m.consents.kinds[one.kind]}
        </Badge>
      ))}
    </Row>
  );
}

export function PersonPage() {
  const m = useMessages(messages);
  const { id = "" } = useParams();
  const found = usePersonRecord(id);
  return (
    <RecordPage found={found} title={m.loading} crumbs={[{ label: m.title, to: "/people" }]}>
      {(record) => <Shown record={record} />}
    </RecordPage>
  );
}

function Shown({ record }: { record: PersonRecord }) {
  const m = useMessages(messages);
  const can = useCan();
  const [{ tab }, setUrl] = useUrlState({ tab: "details" });
  const [open, setOpen] = useState<"edit" | "log">();
  return (
    <>
      <PageHeader
        title={record.name}
        crumbs={[{ label: m.title, to: "/people" }]}
        status={<Standing record={record} />}
        actions={
          <>
            {can.lead_people && <Button onClick={() => setOpen("edit")}>{m.edit}</Button>}
            {can.log_contact && (
              <Button variant="primary" onClick={() => setOpen("log")}>
                {m.conversations.log}
              </Button>
            )}
          </>
        }
      />
      <Tabs
        label={m.tabs.label}
        value={tab}
        onChange={(chosen) => setUrl({ tab: chosen })}
        tabs={[
          { value: "details", label: m.tabs.details, content: <DetailsTab record={record} /> },
          {
            value: "conversations",
            label: m.tabs.conversations,
            content: <ConversationsTab record={record} />,
          },
          {
            value: "memberships",
            label: m.tabs.memberships,
            count: record.memberships.length,
            content: <MembershipsTab record={record} />,
          },
          {
            value: "employments",
            label: m.tabs.employments,
            count: record.employments.length,
            content: <EmploymentsTab record={record} />,
          },
          {
            value: "ties",
            label: m.tabs.ties,
            count: record.relationships.length,
            content: <TiesTab record={record} />,
          },
          { value: "consents", label: m.tabs.consents, content: <ConsentsTab record={record} /> },
          { value: "history", label: m.tabs.history, content: <HistoryTab id={record.person.id} /> },
        ]}
      />
      {open === "log" && (
        <LogDrawer person={{ id: record.person.id, label: record.name }} onClose={() => setOpen(undefined)} />
      )}
      {open === "edit" && <EditPerson record={record} onClose={() => setOpen(undefined)} />}
    </>
  );
}
