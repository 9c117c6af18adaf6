import { useState } from "react";
import { useCan } from "../../app/session";
import { type Schemas } from "../../api";
import { useMessages } from "../../i18n";
import {
  Badge,
  Button,
  Columns,
  Facts,
  FieldGrid,
  Hint,
  Panel,
  Phone,
  Row,
  Select,
  Stack,
  Switch,
  TextInput,
} from "../../ui";
import { AssignmentsPanel } from "./assignments_panel";
import { ErasePerson } from "./erase_person";
import { messages } from "./messages";
import { PartForm } from "./part_form";
import { type PersonRecord, nameIn } from "./record";

type ContactPoint = Schemas["ContactPoint"];
type Address = Schemas["Address"];

function ContactForm({
  record,
  point,
  onClose,
}: {
  record: PersonRecord;
  point?: ContactPoint;
  onClose: () => void;
}) {
  const m = useMessages(messages);
  const [draft, setDraft] = useState({
    kind: point?.kind ?? ("email" as ContactPoint["kind"]),
    value: point?.value ?? "",
    label: point?.label ?? "",
    rank: point?.rank ?? record.contact_points.length,
    working: point?.working ?? true,
  });
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const labels = m.details.labels as Record<string, string>;
  const names = Object.keys(labels).includes(draft.label)
    ? Object.keys(labels)
    : [...Object.keys(labels), draft.label];
  return (
    <PartForm
      personId={record.person.id}
      path="/contact-points"
      title={m.details.reach}
      existing={point}
      body={draft}
      onClose={onClose}
    >
      {(faults) => (
        <>
          <FieldGrid>
            <Select
              label={m.details.kind}
              value={draft.kind}
              onChange={(kind) => set({ kind })}
              options={[
                { value: "email", label: m.email },
                { value: "phone", label: m.phone },
              ]}
            />
            <Select
              label={m.details.label}
              value={draft.label}
              onChange={(label) => set({ label })}
              options={names.map((value) => ({ value, label: labels[value] ?? value }))}
            />
          </FieldGrid>
          <TextInput
            label={draft.kind === "email" ? m.email : m.phone}
            type={draft.kind === "email" ? "email" : "tel"}
            value={draft.value}
            error={faults.value}
            onChange={(value) => set({ value })}
            required
            autoFocus
          />
          <Switch
            label={m.details.working}
            checked={draft.working}
            onChange={(working) => set({ working })}
          />
        </>
      )}
    </PartForm>
  );
}

function AddressForm({
  record,
  address,
  onClose,
}: {
  record: PersonRecord;
  address?: Address;
  onClose: () => void;
}) {
  const m = useMessages(messages);
  const [draft, setDraft] = useState({
    street: address?.street ?? "",
    unit: address?.unit ?? "",
    city: address?.city ?? "",
    state: address?.state ?? "",
    postal_code: address?.postal_code ?? "",
    country: address?.country ?? "",
  });
  const names = ["street", "unit", "city", "state", "postal_code"] as const;
  return (
    <PartForm
      personId={record.person.id}
      path="/addresses"
      title={m.details.addresses}
      existing={address}
      body={draft}
      onClose={onClose}
    >
      {(faults) => (
        <FieldGrid>
          {names.map((name) => (
            <TextInput
              key={name}
              label={m.details[name]}
              value={draft[name]}
              error={faults[name]}
              onChange={(value) => setDraft({ ...draft, [name]: value })}
            />
          ))}
        </FieldGrid>
      )}
    </PartForm>
  );
}

export function DetailsTab({ record }: { record: PersonRecord }) {
  const m = useMessages(messages);
  const can = useCan();
  const [contact, setContact] = useState<ContactPoint | "new">();
  const [address, setAddress] = useState<Address | "new">();
  const { person } = record;
  const labels = m.details.labels as Record<string, string>;
  const languages = m.details.languages as Record<string, string>;
  return (
    <Columns>
      <div>
        <Panel
          title={m.details.reach}
          aside={
            can.lead_people && (
              <Button size="small" onClick={() => setContact("new")}>
                {m.addOne}
              </Button>
            )
          }
        >
          <Stack>
            {record.contact_points.length === 0 && <Hint>{m.details.noContact}</Hint>}
            {record.contact_points.map((point) => (
              <Row key={point.id} spread>
                <Row gap={8}>
                  {point.kind === "phone" ? (
                    <Phone value={point.value} />
                  ) : (
                    <a href={`mailto:${point.value}`}>{point.value}</a>
                  )}
                  {point.label && <Hint>{labels[point.label] ?? point.label}</Hint>}
                  {!point.working && <Badge tone="bad">{m.details.notWorking}</Badge>}
                </Row>
                {can.lead_people && (
                  <Button size="small" variant="quiet" onClick={() => setContact(point)}>
                    {m.edit}
                    <span className="visually-hidden"> {point.value}</span>
                  </Button>
                )}
              </Row>
            ))}
          </Stack>
        </Panel>
        <Panel
          title={m.details.addresses}
          aside={
            can.lead_people && (
              <Button size="small" onClick={() => setAddress("new")}>
                {m.addOne}
              </Button>
            )
          }
        >
          <Stack>
            {record.addresses.length === 0 && <Hint>{m.details.noAddress}</Hint>}
            {record.addresses.map((one) => (
              <Row key={one.id} spread>
                <span>
                  {[one.street, one.unit, one.city, [one.state, one.postal_code].filter(Boolean).join(" ")]
                    .filter(Boolean)
                    .join(", ")}
                </span>
                {can.lead_people && (
                  <Button size="small" variant="quiet" onClick={() => setAddress(one)}>
                    {m.edit}
                    <span className="visually-hidden"> {one.street || one.city}</span>
                  </Button>
                )}
              </Row>
            ))}
          </Stack>
        </Panel>
      </div>
      <div>
        <Panel title={m.details.about}>
          <Facts
            facts={[
              [m.details.language, languages[person.language || "none"]],
              [m.details.birth_date, person.birth_date],
              [m.details.sex, person.sex],
              ...record.custom_values.map((one): [string, string] => [
                nameIn(record, one.custom_field_id),
                one.value,
              ]),
              [
                m.details.otherNumbers,
                record.external_ids.map((one) => `${one.source} ${one.value}`).join(", "),
              ],
              [m.details.note, person.note && <span style={{ whiteSpace: "pre-wrap" }}>{person.note}</span>],
            ]}
          />
        </Panel>
        <AssignmentsPanel record={record} />
        {can.administer && <ErasePerson record={record} />}
      </div>
      {contact && (
        <ContactForm
          record={record}
          point={contact === "new" ? undefined : contact}
          onClose={() => setContact(undefined)}
        />
      )}
      {address && (
        <AddressForm
          record={record}
          address={address === "new" ? undefined : address}
          onClose={() => setAddress(undefined)}
        />
      )}
    </Columns>
  );
}
