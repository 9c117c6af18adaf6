import { useState } from "react";
import { useCan } from "../../app/session";
import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import {
  Badge,
  Button,
  type Choice,
  type Column,
  DataTable,
  EmptyState,
  FieldGrid,
  Link,
  Panel,
  Select,
  Switch,
} from "../../ui";
import { OrganizationPick } from "../directory/pick";
import { messages } from "./messages";
import { PartForm } from "./part_form";
import { type PersonRecord, nameIn } from "./record";

type Membership = Schemas["Membership"];

function MembershipForm({
  record,
  membership,
  onClose,
}: {
  record: PersonRecord;
  membership?: Membership;
  onClose: () => void;
}) {
  const m = useMessages(messages).memberships;
  const [organization, setOrganization] = useState<Choice | null>(
    membership ? { id: membership.organization_id, label: nameIn(record, membership.organization_id) } : null,
  );
  const [draft, setDraft] = useState({
    status: membership?.status ?? ("member" as Membership["status"]),
    role: membership?.role ?? ("member" as Membership["role"]),
    good_standing: membership?.good_standing ?? true,
  });
  const options = <V extends string>(names: Record<V, string>) =>
    (Object.entries(names) as [V, string][]).map(([value, label]) => ({ value, label }));
  return (
    <PartForm
      personId={record.person.id}
      path="/memberships"
      title={m.organization}
      existing={membership}
      body={{ organization_id: organization?.id, ...draft }}
      onClose={onClose}
    >
      {(faults) => (
        <>
          <OrganizationPick
            label={m.organization}
            value={organization}
            onChange={setOrganization}
            error={faults.organization_id}
            required
          />
          <FieldGrid>
            <Select
              label={m.status}
              value={draft.status}
              onChange={(status) => setDraft({ ...draft, status })}
              options={options(m.statuses)}
            />
            <Select
              label={m.role}
              value={draft.role}
              onChange={(role) => setDraft({ ...draft, role })}
              options={options(m.roles)}
            />
          </FieldGrid>
          <Switch
            label={m.standing}
            checked={draft.good_standing}
            onChange={(good_standing) => setDraft({ ...draft, good_standing })}
          />
        </>
      )}
    </PartForm>
  );
}

export function MembershipsTab({ record }: { record: PersonRecord }) {
  const all = useMessages(messages);
  const m = all.memberships;
  const can = useCan();
  const [open, setOpen] = useState<Membership | "new">();
  const sources = m.sources as Record<string, string>;
  const columns: Column<Membership>[] = [
    {
      key: "organization",
      header: all.organization,
      cell: (one) => (
        <Link to={`/organizations/${one.organization_id}`}>{nameIn(record, one.organization_id)}</Link>
      ),
    },
    { key: "status", header: m.status, cell: (one) => m.statuses[one.status] },
    { key: "role", header: m.role, cell: (one) => m.roles[one.role] },
    {
      key: "standing",
      header: m.standing,
      cell: (one) => (one.good_standing ? "✓" : <Badge tone="warn">{m.notInStanding}</Badge>),
    },
    { key: "source", header: m.source, cell: (one) => sources[one.source] ?? one.source },
    {
      key: "edit",
      header: all.edit,
      cell: (one) =>
        can.lead_people ? (
          <Button size="small" variant="quiet" onClick={() => setOpen(one)}>
            {all.edit}
          </Button>
        ) : null,
    },
  ];
  const add = can.lead_people && (
    <Button size="small" onClick={() => setOpen("new")}>
      {all.addOne}
    </Button>
  );
  return (
    <Panel title={all.tabs.memberships} aside={add} flush>
      <DataTable
        label={all.tabs.memberships}
        columns={columns}
        rows={record.memberships}
        rowKey={(one) => one.id}
        empty={<EmptyState title={m.none} />}
      />
      {open && (
        <MembershipForm
          record={record}
          membership={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Panel>
  );
}
