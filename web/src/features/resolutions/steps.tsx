// Moving a resolution and recording how it was decided.
import { useState } from "react";
import { type Schemas, fieldFaults, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { DateInput, FieldGrid, Form, Hint, NumberInput, RadioGroup, TextInput } from "../../ui";
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
  const submit = () =>
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
  return (
    <Form
      submit={moves ? m.move : undefined}
      busy={save.isPending}
      disabled={moves && !mover.trim()}
      error={save.error}
      onSubmit={submit}
      onCancel={onDone}
    >
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
    </Form>
  );
}

/** Left empty the votes are "not counted". */
const notCounted = {
  votes_for: null as number | null,
  votes_against: null as number | null,
  votes_abstained: null as number | null,
};

export function DecisionForm({ view, onDone }: StepProps) {
  const m = useMessages(messages);
  const { today } = useFormat();
  const { resolution, latest } = view;
  const [outcome, setOutcome] = useState<"adopted" | "defeated">("adopted");
  const [on, setOn] = useState(today);
  const [by, setBy] = useState("");
  const [votes, setVotes] = useState(notCounted);
  const [evidence, setEvidence] = useState("");
  const save = useSend<View>({ topics: [...topics, "drive"] });
  const faults = fieldFaults(save.error);
  const submit = () =>
    save.mutate(
      {
        path: `/resolutions/${resolution.id}/adoption`,
        revision: resolution.revision,
        body: { outcome, version: latest.number, decided_on: on, decided_by: by, ...votes, evidence },
      },
      { onSuccess: onDone },
    );
  return (
    <Form
      submit={m.decide}
      busy={save.isPending}
      disabled={!on}
      error={save.error}
      onSubmit={submit}
      onCancel={onDone}
    >
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
        {(Object.keys(notCounted) as (keyof typeof notCounted)[]).map((name) => (
          <NumberInput
            key={name}
            label={m.decision[name]}
            value={votes[name]}
            onChange={(count) => setVotes({ ...votes, [name]: count })}
            min={0}
            error={faults[name]}
          />
        ))}
      </FieldGrid>
      <Hint>{m.decision.votesHint}</Hint>
      <TextInput
        label={m.decision.evidence}
        hint={m.decision.evidenceHint}
        value={evidence}
        onChange={setEvidence}
        error={faults.evidence}
        maxLength={300}
      />
    </Form>
  );
}
