// Moving a resolution and recording how it was decided.
import { useState } from "react";
import { type Schemas, fieldFaults, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  DateInput,
  FieldGrid,
  FormError,
  NumberInput,
  RadioGroup,
  Row,
  Stack,
  TextInput,
} from "../../ui";
import { messages } from "./messages";

type View = Schemas["ResolutionView"];
const topics = ["resolution", "resolution_version"];

export interface StepProps {
  view: View;
  onDone: () => void;
}

/** Mover and seconder; with `moves` it is moved by that. */
export function MotionForm({ view, onDone, moves }: StepProps & { moves: boolean }) {
  const m = useMessages(messages);
  const { today } = useFormat();
  const { resolution } = view;
  const [mover, setMover] = useState(resolution.mover);
  const [seconder, setSeconder] = useState(resolution.seconder);
  const [movedOn, setMovedOn] = useState(resolution.moved_on ?? (moves ? today : ""));
  const save = useSend<View>({ topics });
  const faults = fieldFaults(save.error);
  const dated = moves || resolution.state !== "draft";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          {
            method: "PATCH",
            path: `/resolutions/${resolution.id}`,
            revision: resolution.revision,
            body: {
              mover,
              seconder,
              moved_on: dated && movedOn ? movedOn : undefined,
              state: moves ? "moved" : undefined,
            },
          },
          { onSuccess: onDone },
        );
      }}
    >
      <Stack>
        <TextInput
          label={m.mover}
          hint={m.moverHint}
          value={mover}
          onChange={setMover}
          error={faults.mover}
          required={moves}
          maxLength={300}
          autoFocus
        />
        <TextInput label={m.seconder} value={seconder} onChange={setSeconder} maxLength={300} />
        {dated && <DateInput label={m.movedDate} value={movedOn} onChange={setMovedOn} max={today} />}
        <FormError error={save.error} />
        <Row>
          <Button type="submit" variant="primary" busy={save.isPending} disabled={moves && !mover.trim()}>
            {moves ? m.move : m.save}
          </Button>
          <Button variant="quiet" onClick={onDone}>
            {m.cancel}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

export function DecisionForm({ view, onDone }: StepProps) {
  const m = useMessages(messages);
  const { today } = useFormat();
  const { resolution, latest } = view;
  const [outcome, setOutcome] = useState<"adopted" | "defeated">("adopted");
  const [on, setOn] = useState(today);
  const [by, setBy] = useState("");
  const [yes, setYes] = useState<number | null>(null);
  const [no, setNo] = useState<number | null>(null);
  const [abstained, setAbstained] = useState<number | null>(null);
  const [evidence, setEvidence] = useState("");
  const save = useSend<View>({ topics: [...topics, "drive"] });
  const faults = fieldFaults(save.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          {
            path: `/resolutions/${resolution.id}/adoption`,
            revision: resolution.revision,
            body: {
              outcome,
              version: latest.number,
              decided_on: on,
              decided_by: by,
              votes_for: yes,
              votes_against: no,
              votes_abstained: abstained,
              evidence,
            },
          },
          { onSuccess: onDone },
        );
      }}
    >
      <Stack>
        <RadioGroup
          label={m.decision.outcome}
          value={outcome}
          onChange={setOutcome}
          options={[
            { value: "adopted", label: m.decision.adopted },
            { value: "defeated", label: m.decision.defeated },
          ]}
        />
        <FieldGrid>
          <DateInput
            label={m.decision.on}
            value={on}
            onChange={setOn}
            max={today}
            error={faults.decided_on}
            required
          />
          <TextInput
            label={m.decision.by}
            hint={m.decision.byHint}
            value={by}
            onChange={setBy}
            error={faults.decided_by}
            maxLength={300}
          />
        </FieldGrid>
        <FieldGrid>
          <NumberInput
            label={m.decision.for}
            value={yes}
            onChange={setYes}
            min={0}
            error={faults.votes_for}
          />
          <NumberInput
            label={m.decision.against}
            value={no}
            onChange={setNo}
            min={0}
            error={faults.votes_against}
          />
          <NumberInput
            label={m.decision.abstained}
            value={abstained}
            onChange={setAbstained}
            min={0}
            error={faults.votes_abstained}
          />
        </FieldGrid>
        <span className="hint">{m.decision.votesHint}</span>
        <TextInput
          label={m.decision.evidence}
          hint={m.decision.evidenceHint}
          value={evidence}
          onChange={setEvidence}
          error={faults.evidence}
          maxLength={300}
        />
        <FormError error={save.error} />
        <Row>
          <Button type="submit" variant="primary" busy={save.isPending} disabled={!on}>
            {m.decide}
          </Button>
          <Button variant="quiet" onClick={onDone}>
            {m.cancel}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
