// A dialog for one thing that belongs to a person: adding it, or changing what was there.
import { type FormEvent, type ReactNode } from "react";
import { fieldFaults } from "../../api";
import { useMessages } from "../../i18n";
import { Button, FormError, Modal, Row, Stack, toast } from "../../ui";
import { messages } from "./messages";
import { type RecordWrite, useWriteRecord } from "./record";

export interface PartFormProps {
  personId: string;
  /** "/memberships" */
  path: string;
  title: string;
  /** Of what is changed; none when it is new. */
  existing?: { id: string; revision: string };
  body: unknown;
  onClose: () => void;
  /** Gets the faults by field. */
  children: (faults: Record<string, string>) => ReactNode;
}

export function PartForm({ personId, path, title, existing, body, onClose, children }: PartFormProps) {
  const m = useMessages(messages);
  const write = useWriteRecord(personId);
  const act = (change: RecordWrite, said: string) =>
    write.mutate(change, {
      onSuccess: () => {
        toast(said);
        onClose();
      },
    });
  const save = (event: FormEvent) => {
    event.preventDefault();
    act(
      existing
        ? { method: "PUT", part: `${path}/${existing.id}`, body, revision: existing.revision }
        : { method: "POST", part: path, body },
      m.saved,
    );
  };
  return (
    <Modal open onClose={onClose} title={title}>
      <form onSubmit={save}>
        <Stack gap={14}>
          {children(fieldFaults(write.error))}
          <FormError error={write.error} />
          <Row spread>
            <Row>
              <Button type="submit" variant="primary" busy={write.isPending}>
                {m.save}
              </Button>
              <Button onClick={onClose}>{m.cancel}</Button>
            </Row>
            {existing && (
              <Button
                variant="danger"
                onClick={() =>
                  act(
                    { method: "DELETE", part: `${path}/${existing.id}`, revision: existing.revision },
                    m.removed,
                  )
                }
              >
                {m.remove}
              </Button>
            )}
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
