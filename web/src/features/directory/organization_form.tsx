import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { type Schemas, fieldFaults, isKind, useGet, useSend } from "../../api";
import { useMessages } from "../../i18n";
import {
  Button,
  Callout,
  type Choice,
  FieldGrid,
  FormError,
  Modal,
  NumberInput,
  Row,
  Select,
  Stack,
  TextInput,
  Textarea,
  toast,
} from "../../ui";
import { messages } from "./messages";
import { OrganizationPick } from "./pick";

type Organization = Schemas["Organization"];

export interface OrganizationFormProps {
  /** None for a new one. */
  organization?: Organization;
  parent?: Choice | null;
  onClose: () => void;
}

export function OrganizationForm({ organization, parent = null, onClose }: OrganizationFormProps) {
  const m = useMessages(messages);
  const navigate = useNavigate();
  const [above, setAbove] = useState(parent);
  const [draft, setDraft] = useState({
    kind: organization?.kind ?? ("local" as Organization["kind"]),
    name: organization?.name ?? "",
    affiliation: organization?.affiliation ?? "",
    number: organization?.number ?? "",
    city: organization?.city ?? "",
    state: organization?.state ?? "",
    postal_code: organization?.postal_code ?? "",
    members: organization?.members ?? null,
    website: organization?.website ?? "",
    note: organization?.note ?? "",
  });
  const [revision, setRevision] = useState(organization?.revision);
  const send = useSend<Organization>({ topics: ["organization"] });
  const remove = useSend({ topics: ["organization"] });
  const isStale = isKind(send.error, "stale");
  const stored = useGet<Organization>(`/organizations/${organization?.id ?? ""}`, {
    topics: ["organization"],
    enabled: isStale,
  });
  const faults = fieldFaults(send.error);
  const text = (
    name: "name" | "affiliation" | "number" | "city" | "state" | "postal_code" | "website" | "note",
  ) => ({
    label: m[name],
    value: draft[name],
    error: faults[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      ...draft,
      parent_organization_id: above?.id ?? null,
      latitude: organization?.latitude ?? null,
      longitude: organization?.longitude ?? null,
    };
    send.mutate(
      organization
        ? { method: "PUT", path: `/organizations/${organization.id}`, body, revision }
        : { path: "/organizations", body },
      {
        onSuccess: (saved) => {
          toast(m.saved);
          onClose();
          if (!organization) void navigate(`/organizations/${saved.id}`);
        },
      },
    );
  };
  const names = ["name", "affiliation", "number", "city", "state", "postal_code", "website", "note"] as const;
  return (
    <Modal open onClose={onClose} title={organization ? organization.name : m.addOrganization} size="large">
      <form onSubmit={save}>
        <Stack gap={14}>
          {isStale && stored.data && stored.data.revision !== revision && (
            <Callout tone="warn">
              {m.stale}
              {names
                .filter((name) => stored.data[name] !== draft[name])
                .map((name) => (
                  <div key={name}>
                    {m.now}: {m[name]} “{stored.data[name]}”
                  </div>
                ))}
              <Button
                size="small"
                onClick={() => {
                  setRevision(stored.data.revision);
                  send.reset();
                }}
              >
                {m.save}
              </Button>
            </Callout>
          )}
          <TextInput {...text("name")} required autoFocus />
          <FieldGrid>
            <Select
              label={m.kind}
              value={draft.kind}
              onChange={(kind) => setDraft({ ...draft, kind })}
              options={(Object.entries(m.kinds) as [Organization["kind"], string][]).map(
                ([value, label]) => ({
                  value,
                  label,
                }),
              )}
            />
            <OrganizationPick
              label={m.parent}
              value={above}
              onChange={setAbove}
              error={faults.parent_organization_id}
            />
            <TextInput {...text("affiliation")} />
            <TextInput {...text("number")} />
            <TextInput {...text("city")} />
            <TextInput {...text("state")} />
            <TextInput {...text("postal_code")} />
            <NumberInput
              label={m.members}
              hint={m.membersHint}
              value={draft.members}
              min={0}
              error={faults.members}
              onChange={(members) => setDraft({ ...draft, members })}
            />
          </FieldGrid>
          <TextInput {...text("website")} type="url" />
          <Textarea {...text("note")} />
          {!isStale && <FormError error={send.error ?? remove.error} />}
          <Row spread>
            <Row>
              <Button type="submit" variant="primary" busy={send.isPending} disabled={isStale}>
                {m.save}
              </Button>
              <Button onClick={onClose}>{m.cancel}</Button>
            </Row>
            {organization && (
              <Button
                variant="danger"
                onClick={() =>
                  remove.mutate(
                    { method: "DELETE", path: `/organizations/${organization.id}`, revision },
                    {
                      onSuccess: () => {
                        toast(m.removed);
                        void navigate("/organizations", { replace: true });
                      },
                    },
                  )
                }
              >
                {m.remove}
              </Button>
            )}
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
