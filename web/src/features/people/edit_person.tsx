// Who a person is: changed by whoever may lead them, also by two at once.
import { type Schemas, request } from "../../api";
import { useMessages } from "../../i18n";
import { FieldGrid, RecordDialog, Select, TextInput, Textarea, changedFields } from "../../ui";
import { useLanguageOptions } from "./languages";
import { messages } from "./messages";
import { type PersonRecord, recordTopics } from "./record";

const names = [
  "given_name",
  "middle_name",
  "family_name",
  "suffix",
  "birth_date",
  "sex",
  "language",
  "note",
] as const;

const seen = (person: Schemas["Person"]) => ({
  fields: Object.fromEntries(names.map((name) => [name, person[name]])) as Record<
    (typeof names)[number],
    string
  >,
  revision: person.revision,
});

export function EditPerson({ record, onClose }: { record: PersonRecord; onClose: () => void }) {
  const m = useMessages(messages).details;
  const languages = useLanguageOptions();
  const path = `/people/${record.person.id}`;
  return (
    <RecordDialog
      title={record.name}
      seen={seen(record.person)}
      reread={async () => seen((await request<PersonRecord>("GET", path)).person)}
      path={path}
      method="PATCH"
      body={(fields, before) => changedFields(before, fields)}
      topics={recordTopics}
      words={m}
      say={{ language: (value) => languages.find((one) => one.value === value)?.label ?? value }}
      onClose={onClose}
      onSaved={onClose}
    >
      {({ field }) => (
        <>
          <FieldGrid>
            <TextInput {...field("given_name")} autoFocus />
            <TextInput {...field("middle_name")} />
            <TextInput {...field("family_name")} />
            <TextInput {...field("suffix")} />
            <TextInput {...field("birth_date")} hint={m.birthHint} />
            <TextInput {...field("sex")} />
            <Select {...field("language")} options={languages} />
          </FieldGrid>
          <Textarea {...field("note")} rows={4} />
        </>
      )}
    </RecordDialog>
  );
}
