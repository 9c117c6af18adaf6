// How a drive ended: the endorsement with the record that proves it, or another outcome.
import { type FormEvent, useState } from "react";
import { type Schemas, fieldFaults, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Button, DateInput, FormError, Modal, Row, Select, Stack, TextInput, toast } from "../../ui";
import { messages } from "./messages";

type Record = Schemas["DriveRecord"];
type Outcome = Schemas["Drive"]["outcome"];

export function CloseDrive({ record, onClose }: { record: Record; onClose: () => void }) {
  const m = useMessages(messages);
  const { today } = useFormat();
  const drive = record.summary.drive;
  const [outcome, setOutcome] = useState<Outcome>("endorsed");
  const [day, setDay] = useState(drive.decided_on ?? today);
  const [evidence, setEvidence] = useState("");
  const send = useSend({ topics: ["drive", "endorsement"] });
  const faults = fieldFaults(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = {
      onSuccess: () => {
        toast(outcome === "endorsed" ? m.endorsed : m.saved);
        onClose();
      },
    };
    if (outcome === "endorsed")
      send.mutate(
        {
          path: "/endorsements",
          body: {
            organization_id: drive.organization_id,
            drive_id: drive.id,
            candidate_id: drive.candidate_id ?? null,
            slate_id: drive.slate_id ?? null,
            decided_on: day,
            evidence,
          },
        },
        done,
      );
    else
      send.mutate(
        {
          path: `/drives/${drive.id}/outcome`,
          body: { outcome, decided_on: outcome === "open" ? null : day },
          revision: drive.revision,
        },
        done,
      );
  };
  return (
    <Modal open onClose={onClose} title={m.close}>
      <form onSubmit={submit}>
        <Stack gap={14}>
          <Select
            label={m.outcome}
            value={outcome}
            onChange={setOutcome}
            options={(Object.keys(m.outcomes) as Outcome[]).map((value) => ({
              value,
              label: m.outcomes[value],
            }))}
          />
          {outcome !== "open" && (
            <DateInput label={m.decidedOn} value={day} onChange={setDay} error={faults.decided_on} />
          )}
          {outcome === "endorsed" && (
            <TextInput
              label={m.evidence}
              hint={m.evidenceHint}
              value={evidence}
              onChange={setEvidence}
              error={faults.evidence}
            />
          )}
          <FormError error={send.error} />
          <Row>
            <Button type="submit" variant="primary" busy={send.isPending}>
              {outcome === "endorsed" ? m.endorse : m.setOutcome}
            </Button>
            <Button onClick={onClose}>{m.cancel}</Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
