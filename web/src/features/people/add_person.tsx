import { useNavigate } from "react-router";
import { useMessages } from "../../i18n";
import { type Choice, FieldGrid, RecordDialog, Select, TextInput, Textarea } from "../../ui";
import { OrganizationPick } from "../directory/pick";
import { useLanguageOptions } from "./languages";
import { messages } from "./messages";
import type { PersonRecord } from "./record";

const blank = {
  given_name: "",
  family_name: "",
  email: "",
  phone: "",
  language: "",
  note: "",
  organization_id: null as Choice | null,
};

export function AddPerson({ onClose }: { onClose: () => void }) {
  const m = useMessages(messages);
  const navigate = useNavigate();
  const languages = useLanguageOptions();
  return (
    <RecordDialog<typeof blank, PersonRecord>
      title={m.addTitle}
      seen={{ fields: blank }}
      path="/people"
      body={(fields) => ({ ...fields, organization_id: fields.organization_id?.id ?? null })}
      topics={["person"]}
      words={{
        ...m.details,
        email: m.email,
        phone: m.phone,
        organization_id: m.memberships.organization,
      }}
      onClose={onClose}
      onSaved={(record) => void navigate(`/people/${record.person.id}`)}
    >
      {({ field }) => (
        <>
          <FieldGrid>
            <TextInput {...field("given_name")} autoFocus />
            <TextInput {...field("family_name")} />
            <TextInput {...field("email")} type="email" />
            <TextInput {...field("phone")} type="tel" />
            <Select {...field("language")} options={languages} />
            <OrganizationPick {...field("organization_id")} />
          </FieldGrid>
          <Textarea {...field("note")} />
        </>
      )}
    </RecordDialog>
  );
}
