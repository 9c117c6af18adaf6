import { type Schemas, request, useGet } from "../../api";
import { useMessages } from "../../i18n";
import { type Choice, FieldGrid, Loaded, Modal, NumberInput, RecordForm, TextInput } from "../../ui";
import { messages } from "./messages";
import { EmployerPick, OrganizationPick } from "./pick";

type Worksite = Schemas["Worksite"];

/** A worksite with the names of those it belongs to. */
interface Named {
  worksite: Worksite;
  employer: Choice | null;
  local: Choice | null;
}

async function read(id: string): Promise<Named> {
  const worksite = await request<Worksite>("GET", `/worksites/${id}`);
  const named = async (path: string, of: string | null | undefined): Promise<Choice | null> => {
    if (!of) return null;
    const found = await request<{ id: string; name: string }>("GET", `${path}/${of}`);
    return { id: found.id, label: found.name };
  };
  return {
    worksite,
    employer: await named("/employers", worksite.employer_id),
    local: await named("/organizations", worksite.organization_id),
  };
}

const seen = ({ worksite, employer, local }: Partial<Named>) => ({
  revision: worksite?.revision,
  fields: {
    name: worksite?.name ?? "",
    employer_id: employer ?? null,
    organization_id: local ?? null,
    street: worksite?.street ?? "",
    city: worksite?.city ?? "",
    state: worksite?.state ?? "",
    postal_code: worksite?.postal_code ?? "",
    eligible: worksite?.eligible ?? null,
  },
});

export interface WorksiteFormProps {
  /** None for a new one. */
  summary?: Schemas["WorksiteSummary"];
  onClose: () => void;
}

export function WorksiteForm({ summary, onClose }: WorksiteFormProps) {
  const m = useMessages(messages);
  return (
    <Modal open onClose={onClose} title={summary?.name ?? m.addWorksite} size="large">
      {summary ? <Existing summary={summary} onClose={onClose} /> : <Fields named={{}} onClose={onClose} />}
    </Modal>
  );
}

function Existing({ summary, onClose }: { summary: Schemas["WorksiteSummary"]; onClose: () => void }) {
  const found = useGet<Worksite>(`/worksites/${summary.id}`);
  const choice = (id?: string | null, label?: string | null) => (id ? { id, label: label ?? "" } : null);
  return (
    <Loaded found={found}>
      {(worksite) => (
        <Fields
          named={{
            worksite,
            employer: choice(summary.employer_id, summary.employer_name),
            local: choice(summary.organization_id, summary.organization_name),
          }}
          onClose={onClose}
        />
      )}
    </Loaded>
  );
}

function Fields({ named, onClose }: { named: Partial<Named>; onClose: () => void }) {
  const m = useMessages(messages);
  const { worksite } = named;
  return (
    <RecordForm
      seen={seen(named)}
      reread={worksite && (async () => seen(await read(worksite.id)))}
      path={worksite ? `/worksites/${worksite.id}` : "/worksites"}
      body={(fields) => ({
        ...fields,
        employer_id: fields.employer_id?.id ?? null,
        organization_id: fields.organization_id?.id ?? null,
        latitude: worksite?.latitude ?? null,
        longitude: worksite?.longitude ?? null,
      })}
      topics={["worksite"]}
      words={{ ...m, employer_id: m.employer, organization_id: m.local }}
      onCancel={onClose}
      onSaved={onClose}
      onRemoved={worksite && onClose}
    >
      {({ field }) => (
        <>
          <TextInput {...field("name")} required autoFocus />
          <FieldGrid>
            <EmployerPick {...field("employer_id")} />
            <OrganizationPick
              {...field("organization_id")}
              hint={worksite?.organization_text && m.localAsWritten(worksite.organization_text)}
            />
            <TextInput {...field("street")} />
            <TextInput {...field("city")} />
            <TextInput {...field("state")} />
            <TextInput {...field("postal_code")} />
            <NumberInput {...field("eligible")} min={0} />
          </FieldGrid>
        </>
      )}
    </RecordForm>
  );
}
