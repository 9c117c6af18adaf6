import { useState } from "react";
import { type Schemas, fieldFaults, usePages, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  DateInput,
  EmptyState,
  FieldGrid,
  Form,
  Hidden,
  Modal,
  PagedTable,
  Panel,
  Select,
  TextInput,
  optionsOf,
  toast,
  useToastError,
} from "../../ui";
import { messages } from "./messages";
import { ShownOnce } from "./shown_once";

type Token = Schemas["ApiTokenView"];
type Scope = Schemas["TokenScope"];
const topics = ["api_token"];

function MakeToken({ onDone }: { onDone: () => void }) {
  const m = useMessages(messages).tokens;
  const [form, setForm] = useState({ name: "", scope: "read" as Scope, expires_on: "" });
  const make = useSend<Schemas["MadeApiToken"]>({ topics });
  const faults = fieldFaults(make.error);
  if (make.data)
    return <ShownOnce warning={m.once} label={m.token} secret={make.data.token} onDone={onDone} />;
  return (
    <Form
      submit={m.make}
      busy={make.isPending}
      error={make.error}
      onCancel={onDone}
      onSubmit={() =>
        make.mutate({ path: "/tokens", body: { ...form, expires_on: form.expires_on || null } })
      }
    >
      <FieldGrid>
        <TextInput
          label={m.name}
          hint={m.nameHint}
          value={form.name}
          onChange={(name) => setForm({ ...form, name })}
          error={faults.name}
          required
          autoFocus
        />
        <Select
          label={m.scope}
          value={form.scope}
          onChange={(scope) => setForm({ ...form, scope })}
          options={optionsOf(m.scopes)}
        />
        <DateInput
          label={m.expires}
          hint={m.expiresHint}
          value={form.expires_on}
          onChange={(expires_on) => setForm({ ...form, expires_on })}
          error={faults.expires_on}
        />
      </FieldGrid>
    </Form>
  );
}

export function TokensPanel() {
  const m = useMessages(messages).tokens;
  const { moment } = useFormat();
  const list = usePages<Token>("/tokens", { topics });
  const [making, setMaking] = useState(false);
  const remove = useSend({ topics });
  const showError = useToastError();
  return (
    <Panel
      title={m.title}
      flush
      aside={
        <Button size="small" variant="primary" onClick={() => setMaking(true)}>
          {m.make}
        </Button>
      }
    >
      <PagedTable
        label={m.title}
        list={list}
        columns={[
          { key: "name", header: m.name, cell: (one) => one.name },
          { key: "scope", header: m.scope, cell: (one) => m.scopes[one.scope] },
          { key: "user", header: m.user, cell: (one) => one.user_name },
          {
            key: "used",
            header: m.used,
            cell: (one) => (one.used_at ? moment(one.used_at) : m.never),
            whole: true,
          },
          {
            key: "expires",
            header: m.expires,
            cell: (one) => (one.expires_at ? moment(one.expires_at) : m.never),
            whole: true,
          },
          {
            key: "act",
            header: m.revoke,
            buttons: true,
            cell: (one) => (
              <Button
                size="small"
                variant="danger"
                onClick={() =>
                  remove.mutate(
                    { method: "DELETE", path: `/tokens/${one.id}` },
                    { onSuccess: () => toast(m.revoked), onError: showError },
                  )
                }
              >
                {m.revoke}
                <Hidden> {one.name}</Hidden>
              </Button>
            ),
          },
        ]}
        rowKey={(one) => one.id}
        empty={
          <EmptyState title={m.none}>
            {m.noneText} <a href="/api">/api</a>
          </EmptyState>
        }
      />
      <Modal open={making} onClose={() => setMaking(false)} title={m.make}>
        <MakeToken onDone={() => setMaking(false)} />
      </Modal>
    </Panel>
  );
}
