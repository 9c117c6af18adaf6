// The pages before the app: signing in, by password or by a link used once, and setting up.
import { type FormEvent, useState } from "react";
import { Navigate, useParams } from "react-router";
import { type Schemas, fieldFaults, isKind, useSend } from "../api";
import { type Language, setLanguage, useLanguage, useMessages } from "../i18n";
import { Button, Callout, FormError, Link, Poster, Select, Stack, TextInput } from "../ui";
import { messages as accountMessages } from "./account_messages";
import { CodeStep } from "./code_step";
import { useEnter } from "./enter";
import { messages } from "./messages";
import { useSessionQuery } from "./session";
import { timeZones } from "./time_zones";

/** "English / Español" at the foot of the pages outside the app. */
function LanguageFoot() {
  const current = useLanguage();
  const other: [Language, string] = current === "en" ? ["es", "Español"] : ["en", "English"];
  return (
    <Button variant="quiet" onClick={() => setLanguage(other[0])}>
      <span lang={other[0]}>{other[1]}</span>
    </Button>
  );
}

const onSubmit = (act: () => Promise<void>) => (event: FormEvent) => {
  event.preventDefault();
  // The error is shown from the mutation's state.
  act().catch(() => {});
};

export function SignInPage() {
  const m = useMessages(messages).signIn;
  const accounts = useMessages(accountMessages);
  const enter = useEnter();
  const session = useSessionQuery();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const send = useSend<Schemas["SignedIn"]>();
  const [codeNeeded, setCodeNeeded] = useState(false);
  if (session.data) return <Navigate to="/" replace />;
  if (codeNeeded) return <CodeStep onDone={enter} />;
  return (
    <Poster title={m.title} lead={m.lead} foot={<LanguageFoot />}>
      <form
        onSubmit={onSubmit(async () => {
          const answer = await send.mutateAsync({ path: "/session", body: { email, password } });
          if (answer.code_needed) setCodeNeeded(true);
          else await enter();
        })}
      >
        <Stack>
          <TextInput
            label={m.email}
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            required
            autoFocus
          />
          <TextInput
            label={m.password}
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            required
          />
          <FormError error={send.error} />
          <Button type="submit" variant="primary" size="large" wide busy={send.isPending}>
            {m.submit}
          </Button>
          <Link to="/forgot">{accounts.forgot.link}</Link>
        </Stack>
      </form>
    </Poster>
  );
}

/** A page with a button: mail programs open links to look at them, and must not use them up. */
export function LinkPage() {
  const m = useMessages(messages).link;
  const { token } = useParams();
  const enter = useEnter();
  const send = useSend<Schemas["SignedIn"]>();
  const [codeNeeded, setCodeNeeded] = useState(false);
  if (codeNeeded) return <CodeStep onDone={enter} />;
  return (
    <Poster title={m.title} lead={m.lead} foot={<LanguageFoot />}>
      <form
        onSubmit={onSubmit(async () => {
          const answer = await send.mutateAsync({ path: "/session/link", body: { token } });
          if (answer.code_needed) setCodeNeeded(true);
          else await enter();
        })}
      >
        <Stack>
          {isKind(send.error, "not_found") ? (
            <>
              <Callout tone="bad">{m.used}</Callout>
              <Link to="/sign-in">{m.toSignIn}</Link>
            </>
          ) : (
            <>
              <FormError error={send.error} />
              <Button type="submit" variant="primary" size="large" wide busy={send.isPending}>
                {m.submit}
              </Button>
            </>
          )}
        </Stack>
      </form>
    </Poster>
  );
}

export function SetUpPage() {
  const m = useMessages(messages).setUp;
  const language = useLanguage();
  const { token } = useParams();
  const enter = useEnter();
  const send = useSend();
  const [form, setForm] = useState({
    workspace_name: "",
    name: "",
    email: "",
    password: "",
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "America/New_York",
  });
  const faults = fieldFaults(send.error);
  const field = (name: keyof typeof form) => ({
    name,
    value: form[name],
    onChange: (value: string) => setForm({ ...form, [name]: value }),
    error: faults[name],
    required: true,
  });
  return (
    <Poster title={m.title} lead={m.lead} foot={<LanguageFoot />}>
      <form
        onSubmit={onSubmit(async () => {
          await send.mutateAsync({ path: "/set-up", body: { token, language, ...form } });
          await enter();
        })}
      >
        <Stack>
          <TextInput label={m.workspace} hint={m.workspaceHint} {...field("workspace_name")} autoFocus />
          <TextInput label={m.name} autoComplete="name" {...field("name")} />
          <TextInput label={m.email} type="email" autoComplete="username" {...field("email")} />
          <TextInput
            label={m.password}
            hint={m.passwordHint}
            type="password"
            autoComplete="new-password"
            {...field("password")}
          />
          <Select
            label={m.timeZone}
            options={timeZones(form.time_zone).map((zone) => ({
              value: zone,
              label: zone.replaceAll("_", " "),
            }))}
            {...field("time_zone")}
          />
          {isKind(send.error, "not_found") ? (
            <Callout tone="bad">{m.used}</Callout>
          ) : (
            <FormError error={send.error} />
          )}
          <Button type="submit" variant="primary" size="large" wide busy={send.isPending}>
            {m.submit}
          </Button>
        </Stack>
      </form>
    </Poster>
  );
}
