// Who works in the workspace, as what, and inviting more.
import { useState } from "react";
import { type Schemas, fieldFaults, usePages, useSend } from "../../api";
import { useSession } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  Callout,
  type Choice,
  type Column,
  DataTable,
  ErrorState,
  FieldGrid,
  FormError,
  Menu,
  Modal,
  Panel,
  Row,
  Select,
  Stack,
  TextInput,
  toast,
  useToastError,
} from "../../ui";
import { OrganizationPick } from "../directory/pick";
import { messages } from "./messages";

type User = Schemas["WorkspaceUser"];
type Role = Schemas["Role"];
const roles: Role[] = ["observer", "volunteer", "lead", "organizer", "owner"];
const topics = ["user_role", "user_account"];

function useRoleOptions() {
  const m = useMessages(messages).users;
  return roles.map((value) => ({ value, label: m.roles[value] }));
}

function Invite({ onDone }: { onDone: () => void }) {
  const m = useMessages(messages).users;
  const all = useMessages(messages);
  const options = useRoleOptions();
  const [form, setForm] = useState({ email: "", name: "", role: "organizer" as Role });
  const [organization, setOrganization] = useState<Choice | null>(null);
  const send = useSend<Schemas["Invited"]>({ topics });
  const faults = fieldFaults(send.error);
  const link = send.data?.link;
  if (link)
    return (
      <Stack>
        <Callout tone="warn">{m.passOn}</Callout>
        <TextInput label={m.link} value={link} onChange={() => {}} />
        <Row>
          <Button onClick={() => void navigator.clipboard.writeText(link).then(() => toast(m.copied))}>
            {m.copy}
          </Button>
          <Button variant="quiet" onClick={onDone}>
            {m.close}
          </Button>
        </Row>
      </Stack>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(
          { path: "/users/invitations", body: { ...form, organization_id: organization?.id ?? null } },
          {
            onSuccess: (answer) => {
              if (answer.link) return;
              toast(m.invited(form.email));
              onDone();
            },
          },
        );
      }}
    >
      <Stack>
        <FieldGrid>
          <TextInput
            label={all.email}
            type="email"
            value={form.email}
            onChange={(email) => setForm({ ...form, email })}
            error={faults.email}
            required
            autoFocus
          />
          <TextInput
            label={m.name}
            value={form.name}
            onChange={(name) => setForm({ ...form, name })}
            error={faults.name}
          />
          <Select
            label={m.role}
            hint={m.roleHints[form.role]}
            value={form.role}
            onChange={(role) => setForm({ ...form, role })}
            options={options}
          />
          {form.role !== "owner" && (
            <OrganizationPick
              label={m.bound}
              hint={m.boundHint}
              value={organization}
              onChange={setOrganization}
              error={faults.organization_id}
            />
          )}
        </FieldGrid>
        <FormError error={send.error} />
        <Row>
          <Button type="submit" variant="primary" busy={send.isPending}>
            {m.sendInvitation}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

function Edit({ user, onDone }: { user: User; onDone: () => void }) {
  const m = useMessages(messages).users;
  const all = useMessages(messages);
  const options = useRoleOptions();
  const [role, setRole] = useState<Role>(user.role);
  const [organization, setOrganization] = useState<Choice | null>(
    user.organization_id ? { id: user.organization_id, label: user.organization_name ?? "" } : null,
  );
  const save = useSend<User>({ topics });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const bounded = role === "owner" ? null : organization;
        save.mutate(
          {
            method: "PATCH",
            path: `/users/${user.id}`,
            body: { role, organization_id: bounded?.id ?? null, whole_workspace: !bounded },
            revision: user.revision,
          },
          {
            onSuccess: () => {
              toast(all.saved);
              onDone();
            },
          },
        );
      }}
    >
      <Stack>
        <FieldGrid>
          <Select label={m.role} hint={m.roleHints[role]} value={role} onChange={setRole} options={options} />
          {role !== "owner" && (
            <OrganizationPick
              label={m.bound}
              hint={m.boundHint}
              value={organization}
              onChange={setOrganization}
            />
          )}
        </FieldGrid>
        <FormError error={save.error} />
        <Row>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {all.save}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

export function UsersPanel() {
  const m = useMessages(messages).users;
  const session = useSession();
  const { moment } = useFormat();
  const found = usePages<User>("/users", { topics });
  const [inviting, setInviting] = useState(false);
  const [editing, setEditing] = useState<User | null>(null);
  const send = useSend<unknown>({ topics });
  const showError = useToastError();
  const disable = (user: User, disabled: boolean) =>
    send.mutate(
      { method: "PATCH", path: `/users/${user.id}`, body: { disabled }, revision: user.revision },
      {
        onSuccess: () => toast(disabled ? m.wasDisabled(user.name) : m.wasEnabled(user.name)),
        onError: showError,
      },
    );
  const remove = (user: User) =>
    send.mutate(
      { method: "DELETE", path: `/users/${user.id}`, revision: user.revision },
      { onSuccess: () => toast(m.wasRemoved(user.name)), onError: showError },
    );
  const columns: Column<User>[] = [
    { key: "name", header: m.name, cell: (one) => one.name },
    { key: "email", header: m.email, cell: (one) => one.email },
    { key: "role", header: m.role, cell: (one) => m.roles[one.role] },
    { key: "bound", header: m.reach, cell: (one) => one.organization_name ?? m.whole },
    {
      key: "state",
      header: m.state,
      cell: (one) => (
        <Row gap={6}>
          {one.disabled && <Badge tone="bad">{m.disabled}</Badge>}
          {one.invited && <Badge tone="warn">{m.pending}</Badge>}
          {one.second_factor && <Badge tone="good">{m.secondFactor}</Badge>}
        </Row>
      ),
    },
    { key: "seen", header: m.seen, cell: (one) => (one.seen_at ? moment(one.seen_at) : "–") },
    {
      key: "act",
      header: m.action,
      cell: (one) => (
        <Menu
          target={
            <Button size="small" label={m.actionsFor(one.name)}>
              ⋯
            </Button>
          }
          entries={[
            { label: m.edit, onClick: () => setEditing(one) },
            one.disabled
              ? { label: m.enable, onClick: () => disable(one, false) }
              : { label: m.disable, onClick: () => disable(one, true), disabled: one.id === session.user.id },
            { label: m.remove, danger: true, onClick: () => remove(one) },
          ]}
        />
      ),
    },
  ];
  return (
    <Panel
      title={m.title}
      flush
      aside={
        <Button variant="primary" size="small" onClick={() => setInviting(true)}>
          {m.invite}
        </Button>
      }
    >
      {found.error ? (
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      ) : (
        <DataTable
          label={m.title}
          columns={columns}
          rows={found.items}
          rowKey={(one) => one.id}
          loading={found.isPending}
          more={found.more}
          loadingMore={found.loadingMore}
        />
      )}
      <Modal open={inviting} onClose={() => setInviting(false)} title={m.invite}>
        <Invite onDone={() => setInviting(false)} />
      </Modal>
      <Modal open={editing !== null} onClose={() => setEditing(null)} title={editing?.name ?? ""}>
        {editing && <Edit user={editing} onDone={() => setEditing(null)} />}
      </Modal>
    </Panel>
  );
}
