// Who votes at a step, how many must be there, and what it carries with.
import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import { Button, Checkbox, FieldGrid, NumberInput, Row, Select, optionsOf } from "../../ui";
import { ruleMessages } from "./rule_messages";
import { QuorumField } from "./quorum_field";
import { ThresholdField, majority } from "./threshold_field";
import { WeightFields } from "./weight_fields";

type Step = Schemas["DecisionStep"];

export interface VotingFieldsProps {
  step: Step;
  set: (change: Partial<Step>) => void;
}

export function VotingFields({ step, set }: VotingFieldsProps) {
  const m = useMessages(ruleMessages);
  const { electorate } = step;
  const delegates = electorate.kind === "delegates";
  const setElectorate = (change: Partial<Step["electorate"]>) =>
    set({ electorate: { ...electorate, ...change } });
  return (
    <>
      <FieldGrid>
        <Select
          label={m.electorate}
          value={electorate.kind}
          // Only delegates stand for others, and can cast more than one vote.
          onChange={(kind) =>
            set({
              electorate: { ...electorate, kind },
              weight: kind === "delegates" ? step.weight : null,
            })
          }
          options={optionsOf(m.electorates)}
        />
        {(electorate.kind === "seats" || (delegates && electorate.delegates_per_local === 0)) && (
          <NumberInput
            label={m.seats}
            value={electorate.seats || null}
            min={1}
            onChange={(seats) => setElectorate({ seats: seats ?? 0 })}
          />
        )}
        {delegates && (
          <NumberInput
            label={m.delegatesPerLocal}
            value={electorate.delegates_per_local || null}
            min={1}
            onChange={(count) => setElectorate({ delegates_per_local: count ?? 0 })}
          />
        )}
        {delegates && (
          <NumberInput
            label={m.membersPerDelegate}
            value={electorate.members_per_delegate || null}
            min={1}
            onChange={(count) => setElectorate({ members_per_delegate: count ?? 0 })}
          />
        )}
      </FieldGrid>
      <QuorumField value={step.quorum ?? null} onChange={(quorum) => set({ quorum })} />
      {delegates && (
        <Checkbox
          label={m.officers}
          checked={electorate.officers}
          onChange={(officers) => setElectorate({ officers })}
        />
      )}
      {(delegates || step.weight) && (
        <WeightFields value={step.weight ?? null} onChange={(weight) => set({ weight })} />
      )}
      {step.thresholds.map((threshold, at) => (
        <ThresholdField
          key={at}
          label={m.threshold}
          value={threshold}
          several={step.thresholds.length > 1}
          onChange={(changed) =>
            set({
              thresholds: step.thresholds.flatMap((one, index) =>
                index === at ? (changed ? [changed] : []) : [one],
              ),
            })
          }
        />
      ))}
      <Row>
        <Button
          size="small"
          onClick={() =>
            set({ thresholds: [{ ...majority, matters: ["ballot_measures"] }, ...step.thresholds] })
          }
        >
          {m.addThreshold}
        </Button>
      </Row>
      <Checkbox
        label={m.abstentions}
        checked={step.abstentions_count}
        onChange={(abstentions_count) => set({ abstentions_count })}
      />
    </>
  );
}
