import { useState } from "react";
import { useCan } from "../../app/session";
import { type Schemas } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Badge, Columns, Facts, Hint, Panel, Phone, Row } from "../../ui";
import { MergedRecords } from "../duplicates/merged_records";
import { AddressForm } from "./address_form";
import { AssignmentsPanel } from "./assignments_panel";
import { ContactForm } from "./contact_form";
import { CustomValuesPanel } from "./custom_values_panel";
import { ErasePerson } from "./erase_person";
import { messages } from "./messages";
import { PartsPanel } from "./parts_panel";
import type { PersonRecord } from "./record";

type ContactPoint = Schemas["ContactPoint"];
type Address = Schemas["Address"];

export const addressLine = (one: Address) =>
  [one.street, one.unit, one.city, [one.state, one.postal_code].filter(Boolean).join(" ")]
    .filter(Boolean)
    .join(", ");

export function DetailsTab({ record }: { record: PersonRecord }) {
  const m = useMessages(messages);
  const can = useCan();
  const [contact, setContact] = useState<ContactPoint | "new">();
  const [address, setAddress] = useState<Address | "new">();
  const labels = m.details.labels as Record<string, string>;
  return (
    <Columns>
      <div>
        <PartsPanel
          title={m.details.reach}
          none={m.details.noContact}
          parts={record.contact_points}
          name={(point) => point.value}
          onOpen={setContact}
        >
          {(point) => (
            <Row gap={8}>
              {point.kind === "phone" ? (
                <Phone value={point.value} />
              ) : (
                <a href={`mailto:${point.value}`}>{point.value}</a>
              )}
              {point.label && <Hint>{labels[point.label] ?? point.label}</Hint>}
              {!point.working && <Badge tone="bad">{m.details.notWorking}</Badge>}
            </Row>
          )}
        </PartsPanel>
        <PartsPanel
          title={m.details.addresses}
          none={m.details.noAddress}
          parts={record.addresses}
          name={(one) => one.street || one.city}
          onOpen={setAddress}
        >
          {(one) => <span>{addressLine(one)}</span>}
        </PartsPanel>
      </div>
      <div>
        <About record={record} />
        <CustomValuesPanel record={record} />
        <AssignmentsPanel record={record} />
        <MergedRecords personId={record.person.id} />
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

function About({ record }: { record: PersonRecord }) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const { person } = record;
  const languages = m.details.languages as Record<string, string>;
  return (
    <Panel title={m.details.about}>
      <Facts
        facts={[
          [m.details.language, languages[person.language || "none"]],
          [m.details.birth_date, person.birth_date],
          [m.details.sex, person.sex],
          [m.details.otherNumbers, record.external_ids.map((one) => `${one.source} ${one.value}`).join(", ")],
          [m.tabs.ties, record.relationships.length > 0 && number(record.relationships.length)],
          [m.details.note, person.note && <span style={{ whiteSpace: "pre-wrap" }}>{person.note}</span>],
        ]}
      />
    </Panel>
  );
}
