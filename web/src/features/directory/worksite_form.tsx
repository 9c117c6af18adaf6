import { type FormEvent, useState } from "react";
import { type Schemas, fieldFaults, useGet, useSend } from "../../api";
import { useMessages } from "../../i18n";
import {
  Button,
  type Choice,
  ErrorState,
  FieldGrid,
  FormError,
  Modal,
  NumberInput,
  Row,
  Skeleton,
  Stack,
  TextInput,
  toast,
} from "../../ui";
import { messages } from "./messages";
import { EmployerPick, OrganizationPick } from "./pick";

type Worksite = Schemas["Worksite"];
type Summary = Schemas["WorksiteSummary"];

export interface WorksiteFormProps {
  /** None for a new one. */
  id?: string;
  summary?: Summary;
  onClose: () => void;
}

export function WorksiteForm({ id, summary, onClose }: WorksiteFormProps) {
  const m = useMessages(messages);
  const found = useGet<Worksite>(`/worksites/${id ?? ""}`, { enabled: id !== undefined });
  return (
    <Modal open onClose={onClose} title={summary?.name ?? m.addWorksite} size="large">
      {found.error ? (
        <ErrorState error={found.error} />
      ) : id !== undefined && !found.data ? (
        <Skeleton />
      ) : (
        <Fields worksite={found.data} summary={summary} onClose={onClose} />
      )}
    </Modal>
  );
}

function Fields({
  worksite,
  summary,
  onClose,
}: {
  worksite?: Worksite;
  summary?: Summary;
  onClose: () => void;
}) {
  const m = useMessages(messages);
  const known = (id?: string | null, label?: string | null): Choice | null =>
    id && label ? { id, label } : null;
  const [employer, setEmployer] = useState(known(summary?.employer_id, summary?.employer_name));
  const [local, setLocal] = useState(known(summary?.organization_id, summary?.organization_name));
  const [draft, setDraft] = useState({
    name: worksite?.name ?? "",
    street: worksite?.street ?? "",
    city: worksite?.city ?? "",
    state: worksite?.state ?? "",
    postal_code: worksite?.postal_code ?? "",
    eligible: worksite?.eligible ?? null,
  });
  const topics = ["worksite"];
  const send = useSend<Worksite>({ topics });
  const remove = useSend({ topics });
  const faults = fieldFaults(send.error);
  const text = (name: "name" | "street" | "city" | "state" | "postal_code") => ({
    label: m[name],
    value: draft[name],
    error: faults[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const done = (said: string) => () => {
    toast(said);
    onClose();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      ...draft,
      employer_id: employer?.id ?? null,
      organization_id: local?.id ?? null,
      latitude: worksite?.latitude ?? null,
      longitude: worksite?.longitude ?? null,
    };
    send.mutate(
      worksite
        ? { method: "PUT", path: `/worksites/${worksite.id}`, body, revision: worksite.revision }
        : { path: "/worksites", body },
      { onSuccess: done(m.saved) },
    );
  };
  return (
    <form onSubmit={save}>
      <Stack gap={14}>
        <TextInput {...text("name")} required autoFocus />
        <FieldGrid>
          <EmployerPick
            label={m.employer}
            value={employer}
            onChange={setEmployer}
            error={faults.employer_id}
          />
          <OrganizationPick
            label={m.local}
            hint={worksite?.organization_text && m.localAsWritten(worksite.organization_text)}
            value={local}
            onChange={setLocal}
            error={faults.organization_id}
          />
          <TextInput {...text("street")} />
          <TextInput {...text("city")} />
          <TextInput {...text("state")} />
          <TextInput {...text("postal_code")} />
          <NumberInput
            label={m.eligible}
            value={draft.eligible}
            min={0}
            error={faults.eligible}
            onChange={(eligible) => setDraft({ ...draft, eligible })}
          />
        </FieldGrid>
        <FormError error={send.error ?? remove.error} />
        <Row spread>
          <Row>
            <Button type="submit" variant="primary" busy={send.isPending}>
              {m.save}
            </Button>
            <Button onClick={onClose}>{m.cancel}</Button>
          </Row>
          {worksite && (
            <Button
              variant="danger"
              onClick={() =>
                remove.mutate(
                  { method: "DELETE", path: `/worksites/${worksite.id}`, revision: worksite.revision },
                  { onSuccess: done(m.removed) },
                )
              }
            >
              {m.remove}
            </Button>
          )}
        </Row>
      </Stack>
    </form>
  );
}
