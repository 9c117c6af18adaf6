// Who works in the workspace, as what, and inviting more.
import { useState } from "react";
import { type Schemas, usePages, useSend } from "../../api";
import { useSession } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import { Badge, Button, Hint, Menu, Modal, PagedTable, Panel, Row, toast, useToastError } from "../../ui";
import { messages } from "./messages";
import { EditUser, InviteUser, userTopics } from "./user_forms";

type User = Schemas["WorkspaceUser"];

export function UsersPanel() {
  const m = useMessages(messages).users;
  const { moment } = useFormat();
  const list = usePages<User>("/users", { topics: userTopics });
  const [inviting, setInviting] = useState(false);
  const [editing, setEditing] = useState<User | null>(null);
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
      <PagedTable
        label={m.title}
        list={list}
        columns={[
          { key: "name", header: m.name, cell: (one) => one.name },
          { key: "email", header: m.email, cell: (one) => one.email },
          { key: "role", header: m.role, cell: (one) => m.roles[one.role] },
          { key: "bound", header: m.reach, cell: (one) => one.organization_name ?? m.whole },
          {
            key: "state",
            header: m.state,
            cell: (one) =>
              (one.disabled || one.invited || one.second_factor) && (
                <Row gap={6}>
                  {one.disabled && <Badge tone="bad">{m.disabled}</Badge>}
                  {one.invited && <Badge tone="warn">{m.pending}</Badge>}
                  {one.second_factor && <Badge tone="good">{m.secondFactor}</Badge>}
                </Row>
              ),
          },
          {
            key: "seen",
            header: m.seen,
            cell: (one) => (one.seen_at ? moment(one.seen_at) : <Hint>{m.neverSeen}</Hint>),
            whole: true,
          },
          {
            key: "act",
            header: m.action,
            buttons: true,
            cell: (one) => <UserMenu user={one} onEdit={() => setEditing(one)} />,
          },
        ]}
        rowKey={(one) => one.id}
      />
      <Modal open={inviting} onClose={() => setInviting(false)} title={m.invite}>
        <InviteUser onDone={() => setInviting(false)} />
      </Modal>
      <Modal open={editing !== null} onClose={() => setEditing(null)} title={editing?.name ?? ""}>
        {editing && <EditUser user={editing} onDone={() => setEditing(null)} />}
      </Modal>
    </Panel>
  );
}

function UserMenu({ user, onEdit }: { user: User; onEdit: () => void }) {
  const m = useMessages(messages).users;
  const session = useSession();
  const send = useSend<unknown>({ topics: userTopics });
  const showError = useToastError();
  const { revision } = user;
  const path = `/users/${user.id}`;
  const disable = (disabled: boolean) =>
    send.mutate(
      { method: "PATCH", path, body: { disabled }, revision },
      {
        onSuccess: () => toast(disabled ? m.wasDisabled(user.name) : m.wasEnabled(user.name)),
        onError: showError,
      },
    );
  const remove = () =>
    send.mutate(
      { method: "DELETE", path, revision },
      { onSuccess: () => toast(m.wasRemoved(user.name)), onError: showError },
    );
  return (
    <Menu
      target={
        <Button size="small" label={m.actionsFor(user.name)}>
          ⋯
        </Button>
      }
      entries={[
        { label: m.edit, onClick: onEdit },
        user.disabled
          ? { label: m.enable, onClick: () => disable(false) }
          : { label: m.disable, onClick: () => disable(true), disabled: user.id === session.user.id },
        { label: m.remove, danger: true, onClick: remove },
      ]}
    />
  );
}
