// The second factor and the places where one is signed in.
import { useState } from "react";
import { type Schemas, fieldFaults, usePages, useSend } from "../../api";
import { useSession } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  Callout,
  type Column,
  DataTable,
  ErrorState,
  FormError,
  Modal,
  Panel,
  Row,
  Stack,
  TextInput,
  toast,
  useToastError,
} from "../../ui";
import { messages } from "./messages";

type Offer = Schemas["SecondFactorOffer"];
type Codes = Schemas["RecoveryCodes"];

/** What is asked before the way one signs in is changed. */
function AskPassword({
  onSend,
  error,
  busy,
  label,
}: {
  onSend: (password: string) => void;
  error: unknown;
  busy: boolean;
  label: string;
}) {
  const m = useMessages(messages);
  const [password, setPassword] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend(password);
      }}
    >
      <Stack>
        <TextInput
          label={m.security.yourPassword}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={fieldFaults(error).password}
          required
          autoFocus
        />
        <FormError error={error} />
        <Row>
          <Button type="submit" variant="primary" busy={busy}>
            {label}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

function Enrol({ onDone }: { onDone: (codes: string[]) => void }) {
  const m = useMessages(messages).security;
  const begin = useSend<Offer>();
  const confirm = useSend<Codes>({ topics: ["user_role"] });
  const [code, setCode] = useState("");
  const offer = begin.data;
  if (!offer)
    return (
      <AskPassword
        label={m.goOn}
        error={begin.error}
        busy={begin.isPending}
        onSend={(password) => begin.mutate({ path: "/account/second-factor", body: { password } })}
      />
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate(
          { path: "/account/second-factor/confirm", body: { code } },
          { onSuccess: (answer) => onDone(answer.codes) },
        );
      }}
    >
      <Stack>
        <p>{m.scan}</p>
        <img
          alt={m.qrCode}
          width={220}
          height={220}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(offer.qr_code)}`}
        />
        <p>
          {m.orType} <code>{offer.secret.replaceAll(/(.{4})/g, "$1 ").trim()}</code>
        </p>
        <TextInput
          label={m.code}
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          error={fieldFaults(confirm.error).code}
          required
        />
        <FormError error={confirm.error} />
        <Row>
          <Button type="submit" variant="primary" busy={confirm.isPending}>
            {m.turnOn}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

function SecondFactor() {
  const m = useMessages(messages).security;
  const { second_factor } = useSession();
  const [open, setOpen] = useState<"enrol" | "codes" | "end" | null>(null);
  const [codes, setCodes] = useState<string[]>([]);
  const renew = useSend<Codes>();
  const end = useSend({ topics: ["user_role"] });
  const close = () => setOpen(null);
  return (
    <Panel
      title={m.secondFactor}
      aside={<Badge tone={second_factor ? "good" : "plain"}>{second_factor ? m.on : m.off}</Badge>}
    >
      <Stack>
        <p>{m.why}</p>
        {codes.length > 0 && (
          <Callout tone="warn">
            <p>{m.keepCodes}</p>
            <pre>{codes.join("\n")}</pre>
            <Button size="small" onClick={() => setCodes([])}>
              {m.kept}
            </Button>
          </Callout>
        )}
        <Row>
          {second_factor ? (
            <>
              <Button onClick={() => setOpen("codes")}>{m.newCodes}</Button>
              <Button variant="danger" onClick={() => setOpen("end")}>
                {m.turnOff}
              </Button>
            </>
          ) : (
            <Button variant="primary" onClick={() => setOpen("enrol")}>
              {m.turnOn}
            </Button>
          )}
        </Row>
      </Stack>
      <Modal open={open === "enrol"} onClose={close} title={m.secondFactor}>
        <Enrol
          onDone={(made) => {
            setCodes(made);
            close();
          }}
        />
      </Modal>
      <Modal open={open === "codes"} onClose={close} title={m.newCodes}>
        <AskPassword
          label={m.newCodes}
          error={renew.error}
          busy={renew.isPending}
          onSend={(password) =>
            renew.mutate(
              { path: "/account/second-factor/recovery-codes", body: { password } },
              {
                onSuccess: (answer) => {
                  setCodes(answer.codes);
                  close();
                },
              },
            )
          }
        />
      </Modal>
      <Modal open={open === "end"} onClose={close} title={m.turnOff}>
        <AskPassword
          label={m.turnOff}
          error={end.error}
          busy={end.isPending}
          onSend={(password) =>
            end.mutate({ path: "/account/second-factor/end", body: { password } }, { onSuccess: close })
          }
        />
      </Modal>
    </Panel>
  );
}

type OpenSession = Schemas["OpenSession"];

function Sessions() {
  const m = useMessages(messages).security;
  const { moment } = useFormat();
  const found = usePages<OpenSession>("/sessions", { topics: ["session"] });
  const end = useSend({ topics: ["session"] });
  const showError = useToastError();
  const remove = (path: string) =>
    end.mutate({ method: "DELETE", path }, { onSuccess: () => toast(m.ended), onError: showError });
  const columns: Column<OpenSession>[] = [
    { key: "since", header: m.since, cell: (one) => moment(one.created_at) },
    { key: "seen", header: m.seen, cell: (one) => moment(one.seen_at) },
    {
      key: "act",
      header: m.action,
      cell: (one) =>
        one.current ? (
          <Badge tone="good">{m.thisOne}</Badge>
        ) : (
          <Button size="small" onClick={() => remove(`/sessions/${one.id}`)}>
            {m.end}
          </Button>
        ),
    },
  ];
  return (
    <Panel
      title={m.sessions}
      flush
      aside={
        found.items.length > 1 && (
          <Button size="small" onClick={() => remove("/sessions")}>
            {m.endOthers}
          </Button>
        )
      }
    >
      {found.error ? (
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      ) : (
        <DataTable
          label={m.sessions}
          columns={columns}
          rows={found.items}
          rowKey={(one) => one.id}
          loading={found.isPending}
        />
      )}
    </Panel>
  );
}

export const SecurityPanel = () => (
  <Stack>
    <SecondFactor />
    <Sessions />
  </Stack>
);
