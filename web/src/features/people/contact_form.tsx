import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import { FieldGrid, Select, Switch, TextInput, optionsOf } from "../../ui";
import { messages } from "./messages";
import { PartForm } from "./part_form";
import type { PersonRecord } from "./record";

type ContactPoint = Schemas["ContactPoint"];

export interface ContactFormProps {
  record: PersonRecord;
  point?: ContactPoint;
  onClose: () => void;
}

export function ContactForm({ record, point, onClose }: ContactFormProps) {
  const m = useMessages(messages);
  const labels = m.details.labels as Record<string, string>;
  const kinds = { email: m.email, phone: m.phone };
  return (
    <PartForm
      record={record}
      path="/contact-points"
      title={m.details.reach}
      part={point}
      partsOf={(of) => of.contact_points}
      fieldsOf={(one: ContactPoint | undefined, of) => ({
        kind: one?.kind ?? ("email" as ContactPoint["kind"]),
        value: one?.value ?? "",
        label: one?.label ?? "",
        rank: one?.rank ?? of.contact_points.length,
        working: one?.working ?? true,
      })}
      words={m.details}
      say={{ kind: (kind) => kinds[kind], label: (label) => labels[label] ?? label }}
      onClose={onClose}
    >
      {({ fields, field }) => (
        <>
          <FieldGrid>
            <Select {...field("kind")} options={optionsOf(kinds)} />
            <Select {...field("label")} options={optionsOf({ [fields.label]: fields.label, ...labels })} />
          </FieldGrid>
          <TextInput
            {...field("value")}
            label={kinds[fields.kind]}
            type={fields.kind === "email" ? "email" : "tel"}
            required
            autoFocus
          />
          <Switch label={m.details.working} checked={fields.working} onChange={field("working").onChange} />
        </>
      )}
    </PartForm>
  );
}
