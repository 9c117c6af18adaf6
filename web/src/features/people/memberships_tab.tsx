import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import { Badge, type Choice, FieldGrid, Link, Select, Switch, optionsOf } from "../../ui";
import { OrganizationPick } from "../directory/pick";
import { messages } from "./messages";
import { PartForm } from "./part_form";
import { PartsTable } from "./parts_table";
import { type PersonRecord, nameIn } from "./record";

type Membership = Schemas["Membership"];

interface FormProps {
  record: PersonRecord;
  part?: Membership;
  onClose: () => void;
}

function MembershipForm({ record, part, onClose }: FormProps) {
  const m = useMessages(messages).memberships;
  return (
    <PartForm
      record={record}
      path="/memberships"
      title={m.title}
      part={part}
      partsOf={(of) => of.memberships}
      fieldsOf={(one: Membership | undefined, of) => ({
        organization_id: (one
          ? { id: one.organization_id, label: nameIn(of, one.organization_id) }
          : null) as Choice | null,
        status: one?.status ?? ("member" as Membership["status"]),
        role: one?.role ?? ("member" as Membership["role"]),
        good_standing: one?.good_standing ?? true,
      })}
      body={(fields) => ({ ...fields, organization_id: fields.organization_id?.id })}
      words={{
        organization_id: m.organization,
        status: m.status,
        role: m.role,
        good_standing: m.standing,
      }}
      say={{ status: (status) => m.statuses[status], role: (role) => m.roles[role] }}
      onClose={onClose}
    >
      {({ fields, field }) => (
        <>
          <OrganizationPick {...field("organization_id")} required />
          <FieldGrid>
            <Select {...field("status")} options={optionsOf(m.statuses)} />
            <Select {...field("role")} options={optionsOf(m.roles)} />
          </FieldGrid>
          <Switch
            label={m.standing}
            checked={fields.good_standing}
            onChange={field("good_standing").onChange}
          />
        </>
      )}
    </PartForm>
  );
}

export function MembershipsTab({ record }: { record: PersonRecord }) {
  const all = useMessages(messages);
  const m = all.memberships;
  const sources = m.sources as Record<string, string>;
  return (
    <PartsTable
      record={record}
      title={all.tabs.memberships}
      none={m.none}
      parts={record.memberships}
      Form={MembershipForm}
      columns={[
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
      ]}
    />
  );
}
