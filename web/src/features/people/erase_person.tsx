import { useState } from "react";
import { useNavigate } from "react-router";
import { useSend } from "../../api";
import { useMessages } from "../../i18n";
import { Button, Form, Modal, TextInput, toast } from "../../ui";
import { messages } from "./messages";
import type { PersonRecord } from "./record";

/** The one thing that can't be undone, and so the one that asks. */
export function ErasePerson({ record }: { record: PersonRecord }) {
  const m = useMessages(messages).erase;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const navigate = useNavigate();
  const erase = useSend({ topics: ["person"] });
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {m.action}
      </Button>
      <Modal open={open} onClose={() => setOpen(false)} title={m.title}>
        <Form
          submit={m.action}
          busy={erase.isPending}
          disabled={typed.trim() !== record.name}
          error={erase.error}
          onCancel={() => setOpen(false)}
          onSubmit={() =>
            erase.mutate(
              { method: "DELETE", path: `/people/${record.person.id}` },
              {
                onSuccess: () => {
                  toast(m.done);
                  void navigate("/people", { replace: true });
                },
              },
            )
          }
        >
          <p>{m.text}</p>
          <TextInput label={m.confirm(record.name)} value={typed} onChange={setTyped} />
        </Form>
      </Modal>
    </>
  );
}
