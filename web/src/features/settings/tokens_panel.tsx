import { useState } from "react";
import { type Schemas, fieldFaults, usePages, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  Callout,
  type Column,
  DataTable,
  DateInput,
  EmptyState,
  ErrorState,
  FieldGrid,
  FormError,
  Modal,
  Panel,
  Row,
  Select,
  Stack,
  TextInput,
  toast,
  useToastError,
} from "../../ui";
import { messages } from "./messages";

type Token = Schemas["ApiTokenView"];
type Scope = Schemas["TokenScope"];
const topics = ["api_token"];

function MakeToken({ onDone }: { onDone: () => void }) {
  const m = useMessages(messages).tokens;
  const [form, setForm] = useState({ name: "", scope: "read" as Scope, expires_on: "" });
  const make = useSend<Schemas["MadeApiToken"]>({ topics });
  const faults = fieldFaults(make.error);
  const made = make.data?.token;
  if (made)
    return (
      <Stack>
        <Callout tone="warn">{m.once}</Callout>
        <TextInput label={m.token} value={made} onChange={() => {}} />
        <Row>
          <Button onClick={() => void navigator.clipboard.writeText(made).then(() => toast(m.copied))}>
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
        make.mutate({ path: "/tokens", body: { ...form, expires_on: form.expires_on || null } });
      }}
    >
      <Stack>
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
            options={[
              { value: "read", label: m.scopes.read },
              { value: "write", label: m.scopes.write },
            ]}
          />
          <DateInput
            label={m.expires}
            hint={m.expiresHint}
            value={form.expires_on}
            onChange={(expires_on) => setForm({ ...form, expires_on })}
            error={faults.expires_on}
          />
        </FieldGrid>
        <FormError error={make.error} />
        <Row>
          <Button type="submit" variant="primary" busy={make.isPending}>
            {m.make}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

export function TokensPanel() {
  const m = useMessages(messages).tokens;
  const { moment } = useFormat();
  const found = usePages<Token>("/tokens", { topics });
  const [making, setMaking] = useState(false);
  const remove = useSend({ topics });
  const showError = useToastError();
  const columns: Column<Token>[] = [
    { key: "name", header: m.name, cell: (one) => one.name },
    { key: "scope", header: m.scope, cell: (one) => m.scopes[one.scope] },
    { key: "user", header: m.user, cell: (one) => one.user_name },
    { key: "used", header: m.used, cell: (one) => (one.used_at ? moment(one.used_at) : m.never) },
    { key: "expires", header: m.expires, cell: (one) => (one.expires_at ? moment(one.expires_at) : m.never) },
    {
      key: "act",
      header: m.action,
      cell: (one) => (
        <Button
          size="small"
          variant="danger"
          label={m.revokeNamed(one.name)}
          onClick={() =>
            remove.mutate(
              { method: "DELETE", path: `/tokens/${one.id}` },
              { onSuccess: () => toast(m.revoked), onError: showError },
            )
          }
        >
          {m.revoke}
        </Button>
      ),
    },
  ];
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
          empty={
            <EmptyState title={m.none}>
              {m.noneText} <a href="/api">/api</a>
            </EmptyState>
          }
        />
      )}
      <Modal open={making} onClose={() => setMaking(false)} title={m.make}>
        <MakeToken onDone={() => setMaking(false)} />
      </Modal>
    </Panel>
  );
}
