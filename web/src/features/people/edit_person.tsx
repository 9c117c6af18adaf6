// Editing who a person is. When somebody else saved in the meantime, both versions are shown and nothing is lost.
import { type FormEvent, useState } from "react";
import { fieldFaults, isKind, request } from "../../api";
import { useMessages } from "../../i18n";
import {
  Button,
  Callout,
  FieldGrid,
  FormError,
  Modal,
  RadioGroup,
  Row,
  Select,
  Stack,
  TextInput,
  Textarea,
  toast,
} from "../../ui";
import { messages } from "./messages";
import {
  type Disagreement,
  type NameParts,
  type PersonRecord,
  changedParts,
  disagreements,
  merged,
  partsOf,
  useWriteRecord,
} from "./record";

interface Conflict {
  theirs: PersonRecord;
  fields: Disagreement[];
  chosen: Record<string, "theirs" | "mine">;
}

export function EditPerson({ record, onClose }: { record: PersonRecord; onClose: () => void }) {
  const all = useMessages(messages);
  const m = all.details;
  // What the user saw when they began; the record itself may be renewed meanwhile by others' changes.
  const [seen, setSeen] = useState(() => ({
    parts: partsOf(record.person),
    revision: record.person.revision,
  }));
  const [draft, setDraft] = useState<NameParts>(seen.parts);
  const [conflict, setConflict] = useState<Conflict>();
  const [note, setNote] = useState<string>();
  const write = useWriteRecord(record.person.id);
  const faults = fieldFaults(write.error);

  const send = async (mine: NameParts, from: typeof seen) => {
    const body = changedParts(from.parts, mine);
    if (Object.keys(body).length === 0) return onClose();
    try {
      await write.mutateAsync({ method: "PATCH", body, revision: from.revision });
      toast(all.saved);
      onClose();
    } catch (error) {
      if (!isKind(error, "stale")) return;
      const theirs = await request<PersonRecord>("GET", `/people/${record.person.id}`);
      const parts = partsOf(theirs.person);
      const fields = disagreements(from.parts, parts, mine);
      const on = { parts, revision: theirs.person.revision };
      const both = merged(from.parts, parts, mine);
      setSeen(on);
      setDraft(both);
      if (fields.length > 0) setConflict({ theirs, fields, chosen: {} });
      else setNote(all.conflict.both);
    }
  };

  const save = (event: FormEvent) => {
    event.preventDefault();
    void send(draft, seen);
  };

  if (conflict) {
    const decided = conflict.fields.every((one) => conflict.chosen[one.field]);
    return (
      <Modal open onClose={onClose} title={all.conflict.title} size="large">
        <Stack gap={16}>
          <Callout tone="warn">{all.conflict.text}</Callout>
          {conflict.fields.map((one) => (
            <RadioGroup
              key={one.field}
              label={m[one.field]}
              value={conflict.chosen[one.field] ?? null}
              onChange={(choice) =>
                setConflict({ ...conflict, chosen: { ...conflict.chosen, [one.field]: choice } })
              }
              options={[
                { value: "theirs", label: `${all.conflict.theirs}: ${one.theirs || all.conflict.empty}` },
                { value: "mine", label: `${all.conflict.mine}: ${one.mine || all.conflict.empty}` },
              ]}
            />
          ))}
          <Row>
            <Button
              variant="primary"
              disabled={!decided}
              busy={write.isPending}
              onClick={() => {
                const final = { ...draft };
                for (const one of conflict.fields) final[one.field] = one[conflict.chosen[one.field]!];
                setConflict(undefined);
                setDraft(final);
                void send(final, seen);
              }}
            >
              {all.conflict.save}
            </Button>
            <Button onClick={onClose}>{all.cancel}</Button>
          </Row>
        </Stack>
      </Modal>
    );
  }

  const text = (name: keyof NameParts) => ({
    label: m[name],
    value: draft[name],
    error: faults[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  return (
    <Modal open onClose={onClose} title={record.name} size="large">
      <form onSubmit={save}>
        <Stack gap={14}>
          {note && <Callout tone="warn">{note}</Callout>}
          <FieldGrid>
            <TextInput {...text("given_name")} autoFocus />
            <TextInput {...text("middle_name")} />
            <TextInput {...text("family_name")} />
            <TextInput {...text("suffix")} />
            <TextInput {...text("birth_date")} hint={m.birthHint} />
            <TextInput {...text("sex")} />
            <Select
              {...text("language")}
              options={[
                { value: "", label: m.languages.none },
                { value: "en", label: m.languages.en },
                { value: "es", label: m.languages.es },
              ]}
            />
          </FieldGrid>
          <Textarea {...text("note")} rows={4} />
          {!isKind(write.error, "stale") && <FormError error={write.error} />}
          <Row>
            <Button type="submit" variant="primary" busy={write.isPending}>
              {all.save}
            </Button>
            <Button onClick={onClose}>{all.cancel}</Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
