// Who moved a resolution, how it was decided, and what can be done next.
import { useState } from "react";
import { type Schemas, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Button, Facts, Hint, Modal, Panel, Row, Stack, useToastError } from "../../ui";
import { messages } from "./messages";
import { StateBadge } from "./resolution_table";
import { DecisionForm, MotionForm } from "./steps";

type View = Schemas["ResolutionView"];

export function MotionPanel({ view }: { view: View }) {
  const m = useMessages(messages);
  const { date, number } = useFormat();
  const { resolution, can } = view;
  const [open, setOpen] = useState<"motion" | "move" | "decide" | null>(null);
  const close = () => setOpen(null);
  const send = useSend({ topics: ["resolution"] });
  const failed = useToastError();
  const change = (state: "draft" | "withdrawn") =>
    send.mutate(
      {
        method: "PATCH",
        path: `/resolutions/${resolution.id}`,
        body: { state },
        revision: resolution.revision,
      },
      { onError: failed },
    );
  const reopen = () =>
    send.mutate(
      { method: "DELETE", path: `/resolutions/${resolution.id}/adoption`, revision: resolution.revision },
      { onError: failed },
    );
  const decided = resolution.state === "adopted" || resolution.state === "defeated";
  const counted = typeof resolution.votes_for === "number" && typeof resolution.votes_against === "number";
  const vote = counted
    ? m.counted(
        number(resolution.votes_for!),
        number(resolution.votes_against!),
        typeof resolution.votes_abstained === "number" ? number(resolution.votes_abstained) : "",
      )
    : m.notCounted;
  return (
    <Panel title={m.facts} aside={<StateBadge state={resolution.state} />}>
      <Stack>
        <Facts
          facts={[
            [m.mover, resolution.mover || <Hint>{m.nobody}</Hint>],
            [m.seconder, resolution.seconder || <Hint>{m.nobody}</Hint>],
            [m.movedDate, resolution.moved_on && date(resolution.moved_on)],
            [m.states[resolution.state], decided && resolution.decided_on && date(resolution.decided_on)],
            [m.decidedBy, resolution.decided_by],
            [m.vote, decided && vote],
            [m.record, resolution.evidence],
          ]}
        />
        <Hint>{m.step[resolution.state]}</Hint>
        <Row>
          {can.move && (
            <Button variant="primary" onClick={() => setOpen("move")}>
              {m.move}
            </Button>
          )}
          {can.decide && (
            <Button variant="primary" onClick={() => setOpen("decide")}>
              {m.decide}
            </Button>
          )}
          {can.edit && <Button onClick={() => setOpen("motion")}>{m.change}</Button>}
          {can.take_back && <Button onClick={() => change("draft")}>{m.takeBack}</Button>}
          {can.withdraw && <Button onClick={() => change("withdrawn")}>{m.withdraw}</Button>}
          {can.reopen && <Button onClick={reopen}>{m.reopen}</Button>}
        </Row>
      </Stack>
      <Modal open={open === "move"} onClose={close} title={m.move}>
        <MotionForm view={view} onDone={close} moves />
      </Modal>
      <Modal open={open === "motion"} onClose={close} title={m.facts}>
        <MotionForm view={view} onDone={close} moves={false} />
      </Modal>
      <Modal open={open === "decide"} onClose={close} title={m.decide}>
        <DecisionForm view={view} onDone={close} />
      </Modal>
    </Panel>
  );
}
