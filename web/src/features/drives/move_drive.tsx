// Moving a drive to another stage: at once when nothing is missing, with a reason otherwise.
import { type FormEvent, useState } from "react";
import { type Schemas, fieldFaults, isKind, useSend } from "../../api";
import { useMessages } from "../../i18n";
import { Button, Callout, FormError, Modal, Row, Select, Stack, Textarea, toast } from "../../ui";
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    move.mutate(
      { path: `/drives/${drive.id}/stage`, body: { stage, reason }, revision: drive.revision },
      {
        onSuccess: () => {
          toast(m.moved(m.stages[stage]));
          onClose();
        },
      },
    );
  };
  return (
    <Modal open onClose={onClose} title={m.moveTitle}>
      <form onSubmit={submit}>
        <Stack gap={14}>
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
          {isKind(move.error, "stale") && <Callout tone="warn">{m.stale}</Callout>}
          <Textarea
            label={m.reason}
            value={reason}
            onChange={setReason}
            required={missing.length > 0 || stages.indexOf(stage) < from}
            error={isKind(move.error, "conflict") ? undefined : fieldFaults(move.error).reason}
          />
          {!isKind(move.error, "stale") && <FormError error={move.error} />}
          <Row>
            <Button type="submit" variant="primary" busy={move.isPending} disabled={stage === drive.stage}>
              {m.moveTo(m.stages[stage])}
            </Button>
            <Button onClick={onClose}>{m.cancel}</Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
