import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import { FieldGrid, TextInput } from "../../ui";
import { messages } from "./messages";
import { PartForm } from "./part_form";
import type { PersonRecord } from "./record";

type Address = Schemas["Address"];
const names = ["street", "unit", "city", "state", "postal_code", "country"] as const;

export interface AddressFormProps {
  record: PersonRecord;
  address?: Address;
  onClose: () => void;
}

export function AddressForm({ record, address, onClose }: AddressFormProps) {
  const m = useMessages(messages).details;
  return (
    <PartForm
      record={record}
      path="/addresses"
      title={m.addresses}
      part={address}
      partsOf={(of) => of.addresses}
      fieldsOf={(one: Address | undefined) =>
        Object.fromEntries(names.map((name) => [name, one?.[name] ?? ""])) as Record<
          (typeof names)[number],
          string
        >
      }
      words={m}
      onClose={onClose}
    >
      {({ field }) => (
        <FieldGrid>
          {names.map((name) => (
            <TextInput key={name} {...field(name)} />
          ))}
        </FieldGrid>
      )}
    </PartForm>
  );
}
