// The numbers of a vote: for and against, or of several choices; and how many were there and might have voted. Where
// delegates cast votes by the size of their local, these are counted beside the delegates themselves.
import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import { Button, Checkbox, FieldGrid, Hint, NumberInput, Row, TextInput } from "../../ui";
import { messages } from "./messages";

type Choice = Schemas["ChoiceCount"];
const cast = ["yes", "no", "abstain"] as const;
const there = ["present", "eligible"] as const;
const held = ["votes_present", "votes_eligible"] as const;
type Name = (typeof cast | typeof there | typeof held)[number];

export type Votes = Record<Name, number | null> & {
  /** The vote was on several candidates or choices. */
  several: boolean;
  choices: Choice[];
};

export const noVotes: Votes = {
  yes: null,
  no: null,
  abstain: null,
  present: null,
  eligible: null,
  votes_present: null,
  votes_eligible: null,
  several: false,
  choices: [{ name: "", votes: 0, ours: true }],
};

/** What the form of a vote begins with: in a run-off, with those who are left. */
export function firstVotes(step: Schemas["TimetableStep"], records: Schemas["StepRecord"][]): Votes {
  if (step.run_off.length === 0) return noVotes;
  const before = records.filter((one) => one.step === step.step).flatMap((one) => one.votes?.choices ?? []);
  const ours = before.find((choice) => choice.ours)?.name;
  const choices = step.run_off.map((name) => ({ name, votes: 0, ours: name === ours }));
  return { ...noVotes, several: true, choices };
}

/** As the API takes them. */
export const votesSent = (votes: Votes, bySize: boolean): Schemas["VoteCount"] => ({
  yes: votes.several ? 0 : (votes.yes ?? 0),
  no: votes.several ? 0 : (votes.no ?? 0),
  abstain: votes.abstain ?? 0,
  present: votes.present,
  eligible: votes.eligible,
  choices: votes.several ? votes.choices.filter((choice) => choice.name.trim()) : [],
  votes_present: bySize ? votes.votes_present : null,
  votes_eligible: bySize ? votes.votes_eligible : null,
});

export interface VoteFieldsProps {
  votes: Votes;
  onChange: (votes: Votes) => void;
  faults: Record<string, string>;
  /** Delegates cast votes by the size of their local. */
  bySize: boolean;
}

export function VoteFields({ votes, onChange, faults, bySize }: VoteFieldsProps) {
  const m = useMessages(messages);
  const { several, choices } = votes;
  const words = bySize ? m.counted.votes : m.counted.heads;
  const hints = bySize ? m.countedHints.votes : m.countedHints.heads;
  const groups: Name[][] = [
    cast.filter((name) => !several || name === "abstain"),
    [...there],
    ...(bySize ? [[...held]] : []),
  ];
  const setChoices = (changed: Choice[]) => onChange({ ...votes, choices: changed });
  const change = (at: number, changed: Partial<Choice>) =>
    setChoices(
      choices.map((one, index) =>
        index === at
          ? { ...one, ...changed }
          : // Only one of them is the one we asked for.
            { ...one, ours: changed.ours ? false : one.ours },
      ),
    );
  return (
    <>
      {bySize && <Hint>{m.votesNotDelegates}</Hint>}
      <Checkbox label={m.several} checked={several} onChange={(on) => onChange({ ...votes, several: on })} />
      {several &&
        choices.map((choice, at) => (
          <Row key={at} align="end">
            <TextInput label={m.choice} value={choice.name} onChange={(name) => change(at, { name })} />
            <NumberInput
              label={m.votes}
              value={choice.votes}
              min={0}
              onChange={(count) => change(at, { votes: count ?? 0 })}
            />
            <Checkbox label={m.ours} checked={choice.ours} onChange={(ours) => change(at, { ours })} />
          </Row>
        ))}
      {several && (
        <div>
          <Button size="small" onClick={() => setChoices([...choices, { name: "", votes: 0, ours: false }])}>
            {m.addChoice}
          </Button>
        </div>
      )}
      {groups.map((group) => (
        <FieldGrid key={group.join()}>
          {group.map((name) => (
            <NumberInput
              key={name}
              label={words[name]}
              hint={hints[name]}
              value={votes[name]}
              min={0}
              onChange={(count) => onChange({ ...votes, [name]: count })}
              error={faults[`votes/${name}`]}
              required={name === "yes" || name === "no"}
            />
          ))}
        </FieldGrid>
      ))}
    </>
  );
}
