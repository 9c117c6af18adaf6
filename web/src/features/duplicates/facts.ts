// Two records side by side: what each says, line by line, and what a merge can only keep one of.
import type { Schemas } from "../../api";

export type PersonRecord = Schemas["PersonRecord"];

/** Of one line only one answer can stay; `field` is what the API calls it. */
export interface ChoiceLine {
  field: string;
  keep: string;
  other: string;
}

/** Lines of which everything stays. */
export interface ListLine {
  key: "email" | "phone" | "address" | "organization" | "employer" | "number" | "note";
  keep: string[];
  other: string[];
}

const choices = [
  "given_name",
  "middle_name",
  "family_name",
  "suffix",
  "birth_date",
  "sex",
  "language",
] as const;

const nameIn = (record: PersonRecord, id: string | null | undefined) =>
  record.names.find((one) => one.id === id)?.name ?? "";

/** The lines that either record answers; those that differ first need an eye. */
export function choiceLines(keep: PersonRecord, other: PersonRecord): ChoiceLine[] {
  const lines: ChoiceLine[] = choices.map((field) => ({
    field,
    keep: keep.person[field],
    other: other.person[field],
  }));
  const fields = new Set([...keep.custom_values, ...other.custom_values].map((one) => one.custom_field_id));
  const valueOf = (record: PersonRecord, field: string) =>
    record.custom_values.find((one) => one.custom_field_id === field)?.value ?? "";
  for (const field of fields) lines.push({ field, keep: valueOf(keep, field), other: valueOf(other, field) });
  return lines.filter((line) => line.keep !== "" || line.other !== "");
}

export const isConflict = (line: ChoiceLine) =>
  line.keep !== "" && line.other !== "" && line.keep !== line.other;

/** What the workspace calls a field of its own; nothing for a person's own fields. */
export const customName = (records: PersonRecord[], field: string) =>
  records.map((record) => nameIn(record, field)).find(Boolean);

const joined = (parts: (string | undefined)[]) => parts.filter(Boolean).join(", ");

function facts(record: PersonRecord): Record<ListLine["key"], string[]> {
  const points = (kind: string) =>
    record.contact_points.filter((one) => one.kind === kind).map((one) => one.value);
  return {
    email: points("email"),
    phone: points("phone"),
    address: record.addresses.map((one) =>
      joined([one.street, one.unit, one.city, one.state, one.postal_code]),
    ),
    organization: record.memberships.map((one) => nameIn(record, one.organization_id)),
    employer: record.employments.map((one) =>
      joined([
        nameIn(record, one.worksite_id) || nameIn(record, one.employer_id) || one.employer_text,
        one.department,
        one.shift,
      ]),
    ),
    number: record.external_ids.map((one) => `${one.source} ${one.value}`),
    note: record.person.note ? [record.person.note] : [],
  };
}

/** The lists of both, where either has something. */
export function listLines(keep: PersonRecord, other: PersonRecord): ListLine[] {
  const [here, there] = [facts(keep), facts(other)];
  return (Object.keys(here) as ListLine["key"][])
    .map((key) => ({ key, keep: here[key], other: there[key] }))
    .filter((line) => line.keep.length > 0 || line.other.length > 0);
}
