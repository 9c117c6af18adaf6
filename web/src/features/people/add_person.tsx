import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { fieldFaults, useSend } from "../../api";
import { useMessages } from "../../i18n";
import {
  Button,
  type Choice,
  FieldGrid,
  FormError,
  Modal,
  Row,
  Select,
  Stack,
  TextInput,
  Textarea,
} from "../../ui";
import { OrganizationPick } from "../directory/pick";
import { messages } from "./messages";
import type { PersonRecord } from "./record";

export function AddPerson({ onClose }: { onClose: () => void }) {
  const all = useMessages(messages);
  const m = all.details;
  const navigate = useNavigate();
  const [draft, setDraft] = useState({
    given_name: "",
    family_name: "",
    email: "",
    phone: "",
    language: "",
    note: "",
  });
  const [organization, setOrganization] = useState<Choice | null>(null);
  const add = useSend<PersonRecord>({ topics: ["person"] });
  const faults = fieldFaults(add.error);
  const text = (name: keyof typeof draft) => ({
    value: draft[name],
    error: faults[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { path: "/people", body: { ...draft, organization_id: organization?.id ?? null } },
      { onSuccess: (record) => void navigate(`/people/${record.person.id}`) },
    );
  };
  return (
    <Modal open onClose={onClose} title={all.addTitle} size="large">
      <form onSubmit={save}>
        <Stack gap={14}>
          <FieldGrid>
            <TextInput label={m.given_name} {...text("given_name")} autoFocus />
            <TextInput label={m.family_name} {...text("family_name")} />
            <TextInput label={all.email} type="email" {...text("email")} />
            <TextInput label={all.phone} type="tel" {...text("phone")} />
            <Select
              label={m.language}
              {...text("language")}
              options={[
                { value: "", label: m.languages.none },
                { value: "en", label: m.languages.en },
                { value: "es", label: m.languages.es },
              ]}
            />
            <OrganizationPick
              label={all.memberships.organization}
              value={organization}
              onChange={setOrganization}
              error={faults.organization_id}
            />
          </FieldGrid>
          <Textarea label={m.note} {...text("note")} />
          <FormError error={add.error} />
          <Row>
            <Button type="submit" variant="primary" busy={add.isPending}>
              {all.save}
            </Button>
            <Button onClick={onClose}>{all.cancel}</Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
