// The second factor: turning it on with an app, its recovery codes, and turning it off.
import { useState } from "react";
import { type Schemas, fieldFaults, useSend } from "../../api";
import { useSession } from "../../app/session";
import { useMessages } from "../../i18n";
import { Badge, Button, Callout, Form, Modal, Panel, Row, Stack, TextInput } from "../../ui";
import { messages } from "./messages";

type Codes = Schemas["RecoveryCodes"];

interface AskPasswordProps {
  onSend: (password: string) => void;
  error: unknown;
  busy: boolean;
  label: string;
}

/** What is asked before the way one signs in is changed. */
function AskPassword({ onSend, error, busy, label }: AskPasswordProps) {
  const m = useMessages(messages).security;
  const [password, setPassword] = useState("");
  return (
    <Form submit={label} busy={busy} error={error} onSubmit={() => onSend(password)}>
      <TextInput
        label={m.yourPassword}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={fieldFaults(error).password}
        required
        autoFocus
      />
    </Form>
  );
}

function Enrol({ onDone }: { onDone: (codes: string[]) => void }) {
  const m = useMessages(messages).security;
  const begin = useSend<Schemas["SecondFactorOffer"]>();
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
    <Form
      submit={m.turnOn}
      busy={confirm.isPending}
      error={confirm.error}
      onSubmit={() =>
        confirm.mutate(
          { path: "/account/second-factor/confirm", body: { code } },
          { onSuccess: (answer) => onDone(answer.codes) },
        )
      }
    >
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
    </Form>
  );
}

export function SecondFactor() {
  const m = useMessages(messages).security;
  const { second_factor } = useSession();
  const [open, setOpen] = useState<"enrol" | "codes" | "end" | null>(null);
  const [codes, setCodes] = useState<string[]>([]);
  const renew = useSend<Codes>();
  const end = useSend({ topics: ["user_role"] });
  const close = () => setOpen(null);
  const show = (made: string[]) => {
    setCodes(made);
    close();
  };
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
        <Enrol onDone={show} />
      </Modal>
      <Modal open={open === "codes"} onClose={close} title={m.newCodes}>
        <AskPassword
          label={m.newCodes}
          error={renew.error}
          busy={renew.isPending}
          onSend={(password) =>
            renew.mutate(
              { path: "/account/second-factor/recovery-codes", body: { password } },
              { onSuccess: (answer) => show(answer.codes) },
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
