// The pages before the app: signing in, by password or by a link used once, and setting up.
import { useState } from "react";
import { Navigate, useParams } from "react-router";
import { fieldFaults, isKind, useSend } from "../api";
import { useLanguage, useMessages } from "../i18n";
import { Form, Link, Poster, Select, TextInput } from "../ui";
import { messages as accountMessages } from "./account_messages";
import { useEnter } from "./enter";
import { LanguageFoot } from "./language_foot";
import { messages } from "./messages";
import { NewPassword } from "./password_field";
import { useProof } from "./proof";
import { useSessionQuery } from "./session";
import { timeZones } from "./time_zones";
import { UsedLink } from "./used_link";

export function SignInPage() {
  const m = useMessages(messages).signIn;
  const accounts = useMessages(accountMessages);
  const session = useSessionQuery();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { error, busy, prove, step } = useProof();
  if (session.data) return <Navigate to="/" replace />;
  if (step) return step;
  return (
    <Poster title={m.title} lead={m.lead} foot={<LanguageFoot />}>
      <Form
        look="poster"
        submit={m.submit}
        busy={busy}
        error={error}
        onSubmit={() => prove("/session", { email, password })}
        after={<Link to="/forgot">{accounts.forgot.link}</Link>}
      >
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
      </Form>
    </Poster>
  );
}

/** A page with a button: mail programs open links to look at them, and must not use them up. */
export function LinkPage() {
  const m = useMessages(messages).link;
  const { token } = useParams();
  const { error, busy, prove, step } = useProof();
  if (step) return step;
  return (
    <Poster title={m.title} lead={m.lead} foot={<LanguageFoot />}>
      {isKind(error, "not_found") ? (
        <UsedLink>{m.used}</UsedLink>
      ) : (
        <Form
          look="poster"
          submit={m.submit}
          busy={busy}
          error={error}
          onSubmit={() => prove("/session/link", { token })}
        />
      )}
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
      {isKind(send.error, "not_found") ? (
        <UsedLink>{m.used}</UsedLink>
      ) : (
        <Form
          look="poster"
          submit={m.submit}
          busy={send.isPending || send.isSuccess}
          error={send.error}
          onSubmit={() =>
            send.mutate(
              { path: "/set-up", body: { token, language, ...form } },
              { onSuccess: () => void enter() },
            )
          }
        >
          <TextInput label={m.workspace} hint={m.workspaceHint} {...field("workspace_name")} autoFocus />
          <TextInput label={m.name} autoComplete="name" {...field("name")} />
          <TextInput label={m.email} type="email" autoComplete="username" {...field("email")} />
          <NewPassword {...field("password")} />
          <Select
            label={m.timeZone}
            options={timeZones(form.time_zone).map((zone) => ({
              value: zone,
              label: zone.replaceAll("_", " "),
            }))}
            {...field("time_zone")}
          />
        </Form>
      )}
    </Poster>
  );
}
