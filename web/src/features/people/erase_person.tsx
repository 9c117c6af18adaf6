import { useState } from "react";
import { useNavigate } from "react-router";
import { useSend } from "../../api";
import { useMessages } from "../../i18n";
import { Button, FormError, Modal, Row, Stack, TextInput, toast } from "../../ui";
import { messages } from "./messages";
import type { PersonRecord } from "./record";

/** The one thing that can't be undone, and so the one that asks. */
export function ErasePerson({ record }: { record: PersonRecord }) {
  const m = useMessages(messages).erase;
  const all = useMessages(messages);
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
        <Stack>
          <p>{m.text}</p>
          <TextInput label={m.confirm(record.name)} value={typed} onChange={setTyped} />
          <FormError error={erase.error} />
          <Row>
            <Button
              variant="primary"
              disabled={typed.trim() !== record.name}
              busy={erase.isPending}
              onClick={() =>
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
              {m.action}
            </Button>
            <Button onClick={() => setOpen(false)}>{all.cancel}</Button>
          </Row>
        </Stack>
      </Modal>
    </>
  );
}
