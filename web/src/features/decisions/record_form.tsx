// Entering what was done at a step: a notice, a reading, a vote with its numbers.
import { useState } from "react";
import { type Schemas, fieldFaults, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { DateInput, FieldGrid, Form, Select, TextInput, toast } from "../../ui";
import { messages } from "./messages";
import { timetableTopics } from "./topics";
import { VoteFields, type Votes, firstVotes, noVotes, votesSent } from "./vote_fields";

type Timetable = Schemas["DriveTimetable"];
type StepAct = Schemas["StepAct"];

export interface RecordFormProps {
  timetable: Timetable;
  onDone: () => void;
}

export function RecordForm({ timetable, onDone }: RecordFormProps) {
  const m = useMessages(messages);
  const { today } = useFormat();
  // The first step that is not done is the likeliest.
  const open = timetable.steps.find((step) => step.state !== "done") ?? timetable.steps[0];
  const [stepAt, setStepAt] = useState(String(open?.step ?? 0));
  const step = timetable.steps.find((one) => String(one.step) === stepAt);
  const acts = step?.records ?? [];
  const due = step?.acts.find((act) => act.state !== "done")?.act;
  const [chosen, setChosen] = useState<StepAct | null>(null);
  const act = chosen && acts.includes(chosen) ? chosen : due && acts.includes(due) ? due : acts[0];
  const [day, setDay] = useState(today);
  const [typed, setTyped] = useState<Votes | null>(null);
  const [evidence, setEvidence] = useState("");
  const save = useSend<Timetable>({ topics: timetableTopics });
  const faults = fieldFaults(save.error);
  const isVote = act === "vote" || act === "overrule";
  const bySize = step?.votes_by_size ?? false;
  const votes = typed ?? (step && act === "vote" ? firstVotes(step, timetable.records) : noVotes);
  const submit = () =>
    save.mutate(
      {
        path: `/drives/${timetable.drive_id}/step-records`,
        body: {
          step: Number(stepAt),
          act,
          happened_on: day,
          evidence,
          votes: isVote ? votesSent(votes, bySize) : null,
        },
      },
      {
        onSuccess: () => {
          toast(m.saved);
          onDone();
        },
      },
    );
  return (
    <Form busy={save.isPending} error={save.error} onSubmit={submit} onCancel={onDone}>
      <FieldGrid>
        <Select
          label={m.step}
          value={stepAt}
          onChange={(at) => {
            setStepAt(at);
            setTyped(null);
          }}
          options={timetable.steps.map((one, at) => ({
            value: String(one.step),
            label: `${at + 1}. ${one.title}`,
          }))}
        />
        <Select
          label={m.act}
          value={act ?? null}
          onChange={setChosen}
          options={acts.map((one) => ({ value: one, label: m.acts[one] }))}
        />
        <DateInput
          label={m.happenedOn}
          value={day}
          max={today}
          onChange={setDay}
          error={faults.happened_on}
          required
        />
      </FieldGrid>
      {isVote && <VoteFields votes={votes} onChange={setTyped} faults={faults} bySize={bySize} />}
      <TextInput
        label={m.evidence}
        hint={m.evidenceHint}
        value={evidence}
        onChange={setEvidence}
        error={faults.evidence}
      />
    </Form>
  );
}
