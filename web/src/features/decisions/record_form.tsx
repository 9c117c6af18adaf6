// Entering what was done at a step: a notice, a reading, a vote with its numbers.
import { useState } from "react";
import { type Schemas, fieldFaults, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  Checkbox,
  DateInput,
  FieldGrid,
  FormError,
  NumberInput,
  Row,
  Select,
  Stack,
  TextInput,
  toast,
} from "../../ui";
import { messages } from "./messages";
import { timetableTopics } from "./timetable_panel";

type Timetable = Schemas["DriveTimetable"];
type StepAct = Schemas["StepAct"];
type Choice = Schemas["ChoiceCount"];

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
  const [yes, setYes] = useState<number | null>(null);
  const [no, setNo] = useState<number | null>(null);
  const [abstain, setAbstain] = useState<number | null>(null);
  const [present, setPresent] = useState<number | null>(null);
  const [eligible, setEligible] = useState<number | null>(null);
  const [several, setSeveral] = useState(false);
  const [choices, setChoices] = useState<Choice[]>([{ name: "", votes: 0, ours: true }]);
  const [evidence, setEvidence] = useState("");
  const save = useSend<Timetable>({ topics: timetableTopics });
  const faults = fieldFaults(save.error);
  const isVote = act === "vote" || act === "overrule";
  const change = (at: number, change: Partial<Choice>) =>
    setChoices(choices.map((choice, index) => (index === at ? { ...choice, ...change } : choice)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          {
            path: `/drives/${timetable.drive_id}/step-records`,
            body: {
              step: Number(stepAt),
              act,
              happened_on: day,
              evidence,
              votes: isVote
                ? {
                    yes: several ? 0 : (yes ?? 0),
                    no: several ? 0 : (no ?? 0),
                    abstain: abstain ?? 0,
                    present,
                    eligible,
                    choices: several ? choices.filter((choice) => choice.name.trim()) : [],
                  }
                : null,
            },
          },
          {
            onSuccess: () => {
              toast(m.saved);
              onDone();
            },
          },
        );
      }}
    >
      <Stack>
        <FieldGrid>
          <Select
            label={m.step}
            value={stepAt}
            onChange={setStepAt}
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
        {isVote && (
          <>
            <Checkbox label={m.several} checked={several} onChange={setSeveral} />
            {several &&
              choices.map((choice, at) => (
                <Row key={at} align="end">
                  <TextInput label={m.choice} value={choice.name} onChange={(name) => change(at, { name })} />
                  <NumberInput
                    label={m.votes}
                    value={choice.votes}
                    min={0}
                    onChange={(votes) => change(at, { votes: votes ?? 0 })}
                  />
                  <Checkbox
                    label={m.ours}
                    checked={choice.ours}
                    onChange={(ours) =>
                      setChoices(
                        choices.map((one, index) => ({
                          ...one,
                          ours: index === at ? ours : ours ? false : one.ours,
                        })),
                      )
                    }
                  />
                </Row>
              ))}
            {several && (
              <div>
                <Button
                  size="small"
                  onClick={() => setChoices([...choices, { name: "", votes: 0, ours: false }])}
                >
                  {m.addChoice}
                </Button>
              </div>
            )}
            <FieldGrid>
              {!several && (
                <>
                  <NumberInput label={m.yes} value={yes} min={0} onChange={setYes} required />
                  <NumberInput label={m.no} value={no} min={0} onChange={setNo} required />
                </>
              )}
              <NumberInput label={m.abstain} value={abstain} min={0} onChange={setAbstain} />
              <NumberInput
                label={m.present}
                hint={m.presentHint}
                value={present}
                min={0}
                onChange={setPresent}
              />
              <NumberInput
                label={m.eligible}
                hint={m.eligibleHint}
                value={eligible}
                min={0}
                onChange={setEligible}
              />
            </FieldGrid>
          </>
        )}
        <TextInput label={m.evidence} hint={m.evidenceHint} value={evidence} onChange={setEvidence} />
        <FormError error={save.error} />
        <Row>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {m.save}
          </Button>
          <Button onClick={onDone}>{m.cancel}</Button>
        </Row>
      </Stack>
    </form>
  );
}
