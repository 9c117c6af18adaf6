// The letter that introduces a formation's members to each other.
import { useState } from "react";
import { type Schemas, fieldFaults, useSend } from "../../api";
import { useMessages } from "../../i18n";
import { Form, TextInput, Textarea, toast } from "../../ui";
import { messages } from "./messages";

export interface IntroduceProps {
  view: Schemas["FormationView"];
  onDone: () => void;
}

export function Introduce({ view, onDone }: IntroduceProps) {
  const m = useMessages(messages);
  const [text, setText] = useState(view.suggested);
  const send = useSend<Schemas["IntroductionSent"]>({ topics: ["introduction", "introduced", "formation"] });
  const faults = fieldFaults(send.error);
  // One key for this letter: a second press, or a retry after a lost answer, sends nothing twice.
  const [key] = useState(() => crypto.randomUUID());
  const submit = () =>
    send.mutate(
      { path: `/formations/${view.formation.id}/introductions`, body: text, idempotencyKey: key },
      {
        onSuccess: (done) => {
          toast(m.sent(done.letters));
          onDone();
        },
      },
    );
  return (
    <Form
      submit={m.send(view.can_be_introduced)}
      busy={send.isPending}
      error={send.error}
      onSubmit={submit}
      onCancel={onDone}
    >
      <TextInput
        label={m.subject}
        value={text.subject}
        error={faults.subject}
        onChange={(subject) => setText({ ...text, subject })}
      />
      <Textarea
        label={m.message}
        hint={m.messageHint}
        rows={8}
        value={text.message}
        error={faults.message}
        onChange={(message) => setText({ ...text, message })}
      />
    </Form>
  );
}
