// What links in e-mails open: an invitation, a new password; and the page that asks for the latter.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { type Schemas, fieldFaults, isKind, request, useSend } from "../api";
import { useMessages } from "../i18n";
import { Callout, Form, FormError, Link, Poster, Skeleton, Stack, TextInput } from "../ui";
import { messages } from "./account_messages";
import { LanguageFoot } from "./language_foot";
import { NewPassword } from "./password_field";
import { useProof } from "./proof";
import { UsedLink } from "./used_link";

export function ForgotPage() {
  const all = useMessages(messages);
  const m = all.forgot;
  const [email, setEmail] = useState("");
  const send = useSend();
  return (
    <Poster title={m.title} lead={m.lead} foot={<LanguageFoot />}>
      {send.isSuccess ? (
        <Stack>
          <Callout tone="good">{m.sent}</Callout>
          <Link to="/sign-in">{all.toSignIn}</Link>
        </Stack>
      ) : (
        <Form
          look="poster"
          submit={m.submit}
          busy={send.isPending}
          error={send.error}
          onSubmit={() => send.mutate({ path: "/password-resets", body: { email } })}
        >
          <TextInput
            label={all.email}
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            error={fieldFaults(send.error).email}
            required
            autoFocus
          />
        </Form>
      )}
    </Poster>
  );
}

export function ResetPage() {
  const all = useMessages(messages);
  const m = all.reset;
  const { token } = useParams();
  const [password, setPassword] = useState("");
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
          onSubmit={() => prove("/session/reset", { token, password })}
        >
          <NewPassword
            label={all.newPassword}
            value={password}
            onChange={setPassword}
            error={fieldFaults(error).password}
            autoFocus
          />
        </Form>
      )}
    </Poster>
  );
}

export function InvitationPage() {
  const m = useMessages(messages).invitation;
  const { token } = useParams();
  const page = useQuery({
    queryKey: ["invitation", token],
    // Looking does not use it up: mail programs open links too.
    queryFn: () => request<Schemas["InvitationPage"]>("POST", "/session/invitation/page", { token }),
    retry: false,
  });
  if (page.data) return <Accept token={token} page={page.data} />;
  return (
    <Poster title="Wallchart" foot={<LanguageFoot />}>
      {!page.error ? (
        <Skeleton />
      ) : isKind(page.error, "not_found") ? (
        <UsedLink>{m.used}</UsedLink>
      ) : (
        <FormError error={page.error} />
      )}
    </Poster>
  );
}

interface AcceptProps {
  token: string | undefined;
  page: Schemas["InvitationPage"];
}

function Accept({ token, page }: AcceptProps) {
  const m = useMessages(messages);
  // Who invited knew perhaps no more than the address.
  const [name, setName] = useState(page.name === page.email ? "" : page.name);
  const [password, setPassword] = useState("");
  const { error, busy, prove, step } = useProof();
  const faults = fieldFaults(error);
  if (step) return step;
  return (
    <Poster
      title={m.invitation.title(page.workspace_name)}
      lead={m.invitation.lead(page.email)}
      foot={<LanguageFoot />}
    >
      {isKind(error, "not_found") ? (
        <UsedLink>{m.invitation.used}</UsedLink>
      ) : (
        <Form
          look="poster"
          submit={m.invitation.accept}
          busy={busy}
          error={error}
          onSubmit={() => prove("/session/invitation", { token, name, password })}
        >
          {!page.has_password && (
            <>
              <TextInput
                label={m.name}
                name="name"
                autoComplete="name"
                value={name}
                onChange={setName}
                error={faults.name}
                required
              />
              <NewPassword value={password} onChange={setPassword} error={faults.password} />
            </>
          )}
        </Form>
      )}
    </Poster>
  );
}
