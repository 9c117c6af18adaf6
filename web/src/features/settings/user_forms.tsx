// Inviting somebody into the workspace, and changing what they may do there.
import { useState } from "react";
import { type Page, type Schemas, ApiError, fieldFaults, request, useSend } from "../../api";
import { useMessages } from "../../i18n";
import { type Choice, FieldGrid, Form, RecordForm, Select, TextInput, optionsOf, toast } from "../../ui";
import { OrganizationPick } from "../directory/pick";
import { messages } from "./messages";
import { ShownOnce } from "./shown_once";

type User = Schemas["WorkspaceUser"];
type Role = Schemas["Role"];
export const userTopics = ["user_role", "user_account"];

interface BoundFieldsProps {
  role: { label: string; value: Role; error?: string; onChange: (role: Role) => void };
  organization: { value: Choice | null; error?: string; onChange: (value: Choice | null) => void };
}

/** The role, and the organization that bounds it; an owner sees everything. */
function BoundFields({ role, organization }: BoundFieldsProps) {
  const m = useMessages(messages).users;
  return (
    <>
      <Select {...role} hint={m.roleHints[role.value]} options={optionsOf(m.roles)} />
      {role.value !== "owner" && <OrganizationPick label={m.bound} hint={m.boundHint} {...organization} />}
    </>
  );
}

export function InviteUser({ onDone }: { onDone: () => void }) {
  const all = useMessages(messages);
  const m = all.users;
  const [form, setForm] = useState({
    email: "",
    name: "",
    role: "organizer" as Role,
    organization: null as Choice | null,
  });
  const send = useSend<Schemas["Invited"]>({ topics: userTopics });
  const faults = fieldFaults(send.error);
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const submit = () =>
    send.mutate(
      {
        path: "/users/invitations",
        body: {
          email: form.email,
          name: form.name,
          role: form.role,
          organization_id: form.organization?.id ?? null,
        },
      },
      {
        onSuccess: (answer) => {
          if (answer.link) return;
          toast(m.invited(form.email));
          onDone();
        },
      },
    );
  const link = send.data?.link;
  if (link) return <ShownOnce warning={m.passOn} label={m.link} secret={link} onDone={onDone} />;
  return (
    <Form
      submit={m.sendInvitation}
      busy={send.isPending}
      error={send.error}
      onSubmit={submit}
      onCancel={onDone}
    >
      <FieldGrid>
        <TextInput
          label={all.email}
          type="email"
          value={form.email}
          onChange={(email) => set({ email })}
          error={faults.email}
          required
          autoFocus
        />
        <TextInput label={m.name} value={form.name} onChange={(name) => set({ name })} error={faults.name} />
        <BoundFields
          role={{ label: m.role, value: form.role, onChange: (role) => set({ role }) }}
          organization={{
            value: form.organization,
            error: faults.organization_id,
            onChange: (organization) => set({ organization }),
          }}
        />
      </FieldGrid>
    </Form>
  );
}

const seen = (user: User) => ({
  revision: user.revision,
  fields: {
    role: user.role,
    organization_id: (user.organization_id
      ? { id: user.organization_id, label: user.organization_name ?? "" }
      : null) as Choice | null,
  },
});

export function EditUser({ user, onDone }: { user: User; onDone: () => void }) {
  const m = useMessages(messages).users;
  const reread = async () => {
    const found = await request<Page<User>>("GET", "/users", undefined, { query: { limit: 200 } });
    const now = found.items.find((one) => one.id === user.id);
    if (!now) throw new ApiError("not_found", 404, m.gone);
    return seen(now);
  };
  return (
    <RecordForm
      seen={seen(user)}
      reread={reread}
      path={`/users/${user.id}`}
      method="PATCH"
      body={({ role, organization_id }) => {
        const bound = role === "owner" ? null : organization_id;
        return { role, organization_id: bound?.id ?? null, whole_workspace: !bound };
      }}
      topics={userTopics}
      words={{ role: m.role, organization_id: m.bound }}
      say={{ role: (role) => m.roles[role] }}
      onSaved={onDone}
      onCancel={onDone}
    >
      {({ field }) => (
        <FieldGrid>
          <BoundFields role={field("role")} organization={field("organization_id")} />
        </FieldGrid>
      )}
    </RecordForm>
  );
}
