// A person's value in one of the workspace's own fields: given, changed, taken away by emptying it.
import { type Schemas, request } from "../../api";
import { useMessages } from "../../i18n";
import { RecordDialog, Select, Textarea } from "../../ui";
import { messages } from "./messages";
import { type PersonRecord, nameIn, recordTopics } from "./record";

type Value = Schemas["CustomValue"];

export interface CustomValueFormProps {
  record: PersonRecord;
  /** What is changed; none when it is new. */
  value?: Value;
  /** The fields in which nothing is recorded yet. */
  free: Schemas["CustomField"][];
  onClose: () => void;
}

export function CustomValueForm({ record, value, free, onClose }: CustomValueFormProps) {
  const m = useMessages(messages).own;
  const person = `/people/${record.person.id}`;
  const field_id = value?.custom_field_id ?? free[0]?.id ?? "";
  const seen = (one?: Value) => ({ fields: { field_id, value: one?.value ?? "" }, revision: one?.revision });
  return (
    <RecordDialog
      title={value ? nameIn(record, field_id) : m.add}
      size="medium"
      seen={seen(value)}
      reread={async () =>
        seen(
          (await request<PersonRecord>("GET", person)).custom_values.find(
            (one) => one.custom_field_id === field_id,
          ),
        )
      }
      path={(fields) => `${person}/custom-values/${fields.field_id}`}
      method="PUT"
      body={(fields) => ({ value: fields.value })}
      topics={recordTopics}
      words={{ field_id: m.field, value: m.value }}
      onClose={onClose}
      onSaved={onClose}
    >
      {({ field }) => (
        <>
          {!value && (
            <Select
              {...field("field_id")}
              options={free.map((one) => ({ value: one.id, label: one.name }))}
              required
            />
          )}
          <Textarea
            {...field("value")}
            hint={value && m.emptyHint}
            rows={1}
            maxLength={1000}
            required={!value}
            autoFocus
          />
        </>
      )}
    </RecordDialog>
  );
}
