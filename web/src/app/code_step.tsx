// The second step of signing in, for those who use a second factor.
import { useState } from "react";
import { useSend } from "../api";
import { useMessages } from "../i18n";
import { Form, Poster, TextInput } from "../ui";
import { messages } from "./account_messages";

export function CodeStep({ onDone }: { onDone: () => Promise<void> }) {
  const m = useMessages(messages).code;
  const [code, setCode] = useState("");
  const send = useSend();
  const submit = () =>
    send.mutate({ path: "/session/code", body: { code } }, { onSuccess: () => void onDone() });
  return (
    <Poster title={m.title} lead={m.lead}>
      <Form look="poster" submit={m.submit} busy={send.isPending} error={send.error} onSubmit={submit}>
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
      </Form>
    </Poster>
  );
}
