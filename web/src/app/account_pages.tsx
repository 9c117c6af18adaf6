// What links in e-mails open: an invitation, a new password; and the page that asks for the latter.
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { useParams } from "react-router";
import { type Schemas, fieldFaults, isKind, request, useSend } from "../api";
import { useMessages } from "../i18n";
import { Button, Callout, FormError, Link, Poster, Skeleton, Stack, TextInput } from "../ui";
import { messages } from "./account_messages";
import { CodeStep } from "./code_step";
import { useEnter } from "./enter";

type SignedIn = Schemas["SignedIn"];

/** Sends what proves who one is; then the code if one is asked for, then the app. */
function useProof() {
  const enter = useEnter();
  const send = useSend<SignedIn>();
  const [codeNeeded, setCodeNeeded] = useState(false);
  const prove = (path: string, body: unknown) => (event: FormEvent) => {
    event.preventDefault();
    // The error is shown from the mutation's state.
    send
      .mutateAsync({ path, body })
      .then((answer) => (answer.code_needed ? setCodeNeeded(true) : enter()))
      .catch(() => {});
  };
  return { send, prove, step: codeNeeded ? <CodeStep onDone={enter} /> : null };
}

function UsedLink({ children }: { children: ReactNode }) {
  const m = useMessages(messages);
  return (
    <Stack>
      <Callout tone="bad">{children}</Callout>
      <Link to="/sign-in">{m.toSignIn}</Link>
    </Stack>
  );
}

export function ForgotPage() {
  const all = useMessages(messages);
  const m = all.forgot;
  const [email, setEmail] = useState("");
  const send = useSend();
  return (
    <Poster title={m.title} lead={m.lead}>
      {send.isSuccess ? (
        <Stack>
          <Callout tone="good">{m.sent}</Callout>
          <Link to="/sign-in">{all.toSignIn}</Link>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate({ path: "/password-resets", body: { email } });
          }}
        >
          <Stack>
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
            <FormError error={send.error} />
            <Button type="submit" variant="primary" size="large" wide busy={send.isPending}>
              {m.submit}
            </Button>
          </Stack>
        </form>
      )}
    </Poster>
  );
}

export function ResetPage() {
  const all = useMessages(messages);
  const m = all.reset;
  const { token } = useParams();
  const [password, setPassword] = useState("");
  const { send, prove, step } = useProof();
  if (step) return step;
  return (
    <Poster title={m.title} lead={m.lead}>
      {isKind(send.error, "not_found") ? (
        <UsedLink>{m.used}</UsedLink>
      ) : (
        <form onSubmit={prove("/session/reset", { token, password })}>
          <Stack>
            <TextInput
              label={all.newPassword}
              hint={all.passwordHint}
              type="password"
              name="password"
              autoComplete="new-password"
              value={password}
              onChange={setPassword}
              error={fieldFaults(send.error).password}
              required
              autoFocus
            />
            <FormError error={send.error} />
            <Button type="submit" variant="primary" size="large" wide busy={send.isPending}>
              {m.submit}
            </Button>
          </Stack>
        </form>
      )}
    </Poster>
  );
}

export function InvitationPage() {
  const m = useMessages(messages);
  const { token } = useParams();
  const page = useQuery({
    queryKey: ["invitation", token],
    // Looking does not use it up: mail programs open links too.
    queryFn: () => request<Schemas["InvitationPage"]>("POST", "/session/invitation/page", { token }),
    retry: false,
  });
  const [name, setName] = useState<string | null>(null);
  const [password, setPassword] = useState("");
  const { send, prove, step } = useProof();
  if (step) return step;
  if (page.error || isKind(send.error, "not_found"))
    return (
      <Poster title="Wallchart">
        {page.error && !isKind(page.error, "not_found") ? (
          <FormError error={page.error} />
        ) : (
          <UsedLink>{m.invitation.used}</UsedLink>
        )}
      </Poster>
    );
  if (!page.data)
    return (
      <Poster title="Wallchart">
        <Skeleton />
      </Poster>
    );
  const { workspace_name, email, has_password } = page.data;
  const shown = name ?? (page.data.name === email ? "" : page.data.name);
  const faults = fieldFaults(send.error);
  return (
    <Poster title={m.invitation.title(workspace_name)} lead={m.invitation.lead(email)}>
      <form onSubmit={prove("/session/invitation", { token, name: shown, password })}>
        <Stack>
          {!has_password && (
            <>
              <TextInput
                label={m.name}
                name="name"
                autoComplete="name"
                value={shown}
                onChange={setName}
                error={faults.name}
                required
              />
              <TextInput
                label={m.password}
                hint={m.passwordHint}
                type="password"
                name="password"
                autoComplete="new-password"
                value={password}
                onChange={setPassword}
                error={faults.password}
                required
              />
            </>
          )}
          <FormError error={send.error} />
          <Button type="submit" variant="primary" size="large" wide busy={send.isPending}>
            {m.invitation.accept}
          </Button>
        </Stack>
      </form>
    </Poster>
  );
}
