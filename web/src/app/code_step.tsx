// The second step of signing in, for those who use a second factor.
import { type FormEvent, useState } from "react";
import { useSend } from "../api";
import { useMessages } from "../i18n";
import { Button, FormError, Poster, Stack, TextInput } from "../ui";
import { messages } from "./account_messages";

export function CodeStep({ onDone }: { onDone: () => Promise<void> }) {
  const m = useMessages(messages).code;
  const [code, setCode] = useState("");
  const send = useSend();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The error is shown from the mutation's state.
    send
      .mutateAsync({ path: "/session/code", body: { code } })
      .then(onDone)
      .catch(() => {});
  };
  return (
    <Poster title={m.title} lead={m.lead}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={m.code}
            hint={m.hint}
            name="code"
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
            required
            autoFocus
          />
          <FormError error={send.error} />
          <Button type="submit" variant="primary" size="large" wide busy={send.isPending}>
            {m.submit}
          </Button>
        </Stack>
      </form>
    </Poster>
  );
}
