// Moving a drive to another stage: with a reason where something is missing, or back.
import { useState } from "react";
import { type Schemas, fieldFaults, isKind, useSend } from "../../api";
import { useMessages } from "../../i18n";
import { Callout, Form, Modal, Select, Textarea, toast } from "../../ui";
import { messages } from "./messages";
import { type Stage, stages } from "./stages";

type Record = Schemas["DriveRecord"];

export function MoveDrive({ record, to, onClose }: { record: Record; to?: Stage; onClose: () => void }) {
  const m = useMessages(messages);
  const drive = record.summary.drive;
  const [stage, setStage] = useState<Stage>(to ?? drive.stage);
  const [reason, setReason] = useState("");
  const move = useSend<Record>({ topics: ["drive", "drive_move"] });
  const from = stages.indexOf(drive.stage);
  const missing = record.stages
    .slice(from, Math.max(from, stages.indexOf(stage)))
    .flatMap((one) => one.requirements.filter((requirement) => !requirement.met));
  return (
    <Modal open onClose={onClose} title={m.moveTitle}>
      <Form
        submit={m.moveTo(m.stages[stage])}
        busy={move.isPending}
        disabled={stage === drive.stage}
        error={move.error}
        onCancel={onClose}
        onSubmit={() =>
          move.mutate(
            { path: `/drives/${drive.id}/stage`, body: { stage, reason }, revision: drive.revision },
            {
              onSuccess: () => {
                toast(m.moved(m.stages[stage]));
                onClose();
              },
            },
          )
        }
      >
        <Select
          label={m.moveTarget}
          value={stage}
          onChange={setStage}
          options={stages.map((one) => ({
            value: one,
            label: m.stages[one],
            disabled: one === drive.stage,
          }))}
        />
        {missing.length > 0 && (
          <Callout tone="warn">
            {m.reasonNeeded}
            <ul>
              {missing.map((one) => (
                <li key={one.code}>{m.requirements[one.code]}</li>
              ))}
            </ul>
          </Callout>
        )}
        <Textarea
          label={m.reason}
          value={reason}
          onChange={setReason}
          required={missing.length > 0 || stages.indexOf(stage) < from}
          // What is missing is named by codes there; it stands above in words.
          error={isKind(move.error, "conflict") ? undefined : fieldFaults(move.error).reason}
        />
      </Form>
    </Modal>
  );
}
