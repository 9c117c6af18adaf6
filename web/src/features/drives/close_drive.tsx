// How a drive ended: the endorsement with the record that proves it, or another outcome.
import { useState } from "react";
import { type Schemas, fieldFaults, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { DateInput, Form, Modal, Select, TextInput, optionsOf, toast } from "../../ui";
import { messages } from "./messages";

type Record = Schemas["DriveRecord"];
type Outcome = Schemas["Drive"]["outcome"];

export function CloseDrive({ record, onClose }: { record: Record; onClose: () => void }) {
  const m = useMessages(messages);
  const { today } = useFormat();
  const { drive } = record.summary;
  const [outcome, setOutcome] = useState<Outcome>(drive.outcome === "open" ? "endorsed" : drive.outcome);
  const [day, setDay] = useState(drive.decided_on ?? today);
  const [evidence, setEvidence] = useState("");
  const send = useSend({ topics: ["drive", "endorsement"] });
  const faults = fieldFaults(send.error);
  const endorsed = outcome === "endorsed";
  const submit = () =>
    send.mutate(
      endorsed
        ? {
            path: "/endorsements",
            body: {
              organization_id: drive.organization_id,
              drive_id: drive.id,
              candidate_id: drive.candidate_id ?? null,
              slate_id: drive.slate_id ?? null,
              decided_on: day,
              evidence,
            },
          }
        : {
            path: `/drives/${drive.id}/outcome`,
            body: { outcome, decided_on: outcome === "open" ? null : day },
            revision: drive.revision,
          },
      {
        onSuccess: () => {
          toast(endorsed ? m.endorsed : m.outcomeSet(m.outcomes[outcome]));
          onClose();
        },
      },
    );
  return (
    <Modal open onClose={onClose} title={m.close}>
      <Form
        submit={endorsed ? m.endorse : m.setOutcome}
        busy={send.isPending}
        error={send.error}
        onSubmit={submit}
        onCancel={onClose}
      >
        <Select label={m.outcome} value={outcome} onChange={setOutcome} options={optionsOf(m.outcomes)} />
        {outcome !== "open" && (
          <DateInput label={m.decidedOn} value={day} onChange={setDay} error={faults.decided_on} />
        )}
        {endorsed && (
          <TextInput
            label={m.evidence}
            hint={m.evidenceHint}
            value={evidence}
            onChange={setEvidence}
            error={faults.evidence}
          />
        )}
      </Form>
    </Modal>
  );
}
