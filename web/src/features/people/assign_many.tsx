// Giving the people chosen in a list to one who is to talk with them.
import { useState } from "react";
import { type Schemas, useSend } from "../../api";
import { useMessages } from "../../i18n";
import { Button, Row, Select, toast, useToastError } from "../../ui";
import { undoBatch } from "../history/undo_batch";
import { messages } from "./messages";

export interface AssignManyProps {
  people: string[];
  colleagues: Schemas["Colleague"][];
  /** They are assigned, or are not to be. */
  onDone: () => void;
}

export function AssignMany({ people, colleagues, onDone }: AssignManyProps) {
  const m = useMessages(messages);
  const [user, setUser] = useState("");
  const send = useSend<Schemas["AssignedPeople"]>({ topics: ["assignment"] });
  const showError = useToastError();
  const assign = () =>
    send.mutate(
      { path: "/assignments", body: { person_ids: people, user_id: user } },
      {
        onSuccess: ({ assigned, already, batch_id }) => {
          toast({
            message: m.assignedMany(assigned, already),
            undo: batch_id ? () => undoBatch(batch_id) : undefined,
          });
          onDone();
        },
        onError: showError,
      },
    );
  return (
    <Row gap={8}>
      <strong>{m.chosen(people.length)}</strong>
      <Select
        label={m.details.assign}
        labelHidden
        value={user}
        onChange={setUser}
        placeholder={m.details.assign}
        options={colleagues.map((one) => ({ value: one.id, label: one.name }))}
      />
      <Button variant="ink" disabled={!user} busy={send.isPending} onClick={assign}>
        {m.assignThem}
      </Button>
      <Button variant="quiet" onClick={onDone}>
        {m.chooseNone}
      </Button>
    </Row>
  );
}
