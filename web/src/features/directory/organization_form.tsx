import { useNavigate } from "react-router";
import { type Schemas, request } from "../../api";
import { useMessages } from "../../i18n";
import {
  type Choice,
  FieldGrid,
  NumberInput,
  RecordDialog,
  type Seen,
  Select,
  TextInput,
  Textarea,
  optionsOf,
} from "../../ui";
import { messages } from "./messages";
import { OrganizationPick } from "./pick";

type Organization = Schemas["Organization"];

const seen = (one: Organization | undefined, parent: Choice | null) => ({
  revision: one?.revision,
  fields: {
    kind: one?.kind ?? ("local" as Organization["kind"]),
    name: one?.name ?? "",
    parent_organization_id: parent,
    affiliation: one?.affiliation ?? "",
    number: one?.number ?? "",
    city: one?.city ?? "",
    state: one?.state ?? "",
    postal_code: one?.postal_code ?? "",
    latitude: one?.latitude ?? null,
    longitude: one?.longitude ?? null,
    members: one?.members ?? null,
    website: one?.website ?? "",
    note: one?.note ?? "",
  },
});
type Fields = ReturnType<typeof seen>["fields"];

/** As it is stored now, with the name of the body above it. */
async function reread(id: string): Promise<Seen<Fields>> {
  const read = (one: string) => request<Organization>("GET", `/organizations/${one}`);
  const now = await read(id);
  const above = now.parent_organization_id ? await read(now.parent_organization_id) : null;
  return seen(now, above && { id: above.id, label: above.name });
}

export interface OrganizationFormProps {
  /** None for a new one. */
  organization?: Organization;
  parent?: Choice | null;
  onClose: () => void;
}

export function OrganizationForm({ organization, parent = null, onClose }: OrganizationFormProps) {
  const m = useMessages(messages);
  const navigate = useNavigate();
  return (
    <RecordDialog<Fields, Organization>
      title={organization ? organization.name : m.addOrganization}
      seen={seen(organization, parent)}
      reread={organization && (() => reread(organization.id))}
      path={organization ? `/organizations/${organization.id}` : "/organizations"}
      body={(fields) => ({ ...fields, parent_organization_id: fields.parent_organization_id?.id ?? null })}
      topics={["organization"]}
      words={{ ...m, parent_organization_id: m.parent }}
      say={{ kind: (kind) => m.kinds[kind] }}
      onClose={onClose}
      onSaved={(saved) => {
        onClose();
        if (!organization) void navigate(`/organizations/${saved.id}`);
      }}
      onRemoved={organization && (() => void navigate("/organizations", { replace: true }))}
    >
      {({ field }) => (
        <>
          <TextInput {...field("name")} required autoFocus />
          <FieldGrid>
            <Select {...field("kind")} options={optionsOf(m.kinds)} />
            <OrganizationPick {...field("parent_organization_id")} />
            <TextInput {...field("affiliation")} />
            <TextInput {...field("number")} />
            <TextInput {...field("city")} />
            <TextInput {...field("state")} />
            <TextInput {...field("postal_code")} />
            <NumberInput {...field("members")} hint={m.membersHint} min={0} />
            <NumberInput {...field("latitude")} min={-90} max={90} decimals={6} />
            <NumberInput {...field("longitude")} min={-180} max={180} decimals={6} />
          </FieldGrid>
          <TextInput {...field("website")} type="url" />
          <Textarea {...field("note")} />
        </>
      )}
    </RecordDialog>
  );
}
