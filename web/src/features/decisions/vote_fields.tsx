// The numbers of a vote: for and against, or of several choices; and how many were there and might have voted.
import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import { Button, Checkbox, FieldGrid, NumberInput, Row, TextInput } from "../../ui";
import { messages } from "./messages";

type Choice = Schemas["ChoiceCount"];
const counted = ["yes", "no", "abstain", "present", "eligible"] as const;

export type Votes = Record<(typeof counted)[number], number | null> & {
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
  several: false,
  choices: [{ name: "", votes: 0, ours: true }],
};

/** As the API takes them. */
export const votesSent = (votes: Votes): Schemas["VoteCount"] => ({
  yes: votes.several ? 0 : (votes.yes ?? 0),
  no: votes.several ? 0 : (votes.no ?? 0),
  abstain: votes.abstain ?? 0,
  present: votes.present,
  eligible: votes.eligible,
  choices: votes.several ? votes.choices.filter((choice) => choice.name.trim()) : [],
});

export interface VoteFieldsProps {
  votes: Votes;
  onChange: (votes: Votes) => void;
  faults: Record<string, string>;
}

export function VoteFields({ votes, onChange, faults }: VoteFieldsProps) {
  const m = useMessages(messages);
  const { several, choices } = votes;
  const hints = { present: m.presentHint, eligible: m.eligibleHint } as Partial<Record<string, string>>;
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
      <FieldGrid>
        {counted
          .filter((name) => !several || (name !== "yes" && name !== "no"))
          .map((name) => (
            <NumberInput
              key={name}
              label={m[name]}
              hint={hints[name]}
              value={votes[name]}
              min={0}
              onChange={(count) => onChange({ ...votes, [name]: count })}
              error={faults[`votes/${name}`]}
              required={name === "yes" || name === "no"}
            />
          ))}
      </FieldGrid>
    </>
  );
}
