// Whether delegates cast votes by the size of their local, and how many.
import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import { Checkbox, FieldGrid, NumberInput, Select, optionsOf } from "../../ui";
import { ruleMessages } from "./rule_messages";

type Weight = Schemas["VoteWeight"];

const oneForEachHundred: Weight = { votes: 1, members: 100, rounding: "fraction", at_least: 0 };

export interface WeightFieldsProps {
  value: Weight | null;
  onChange: (value: Weight | null) => void;
}

export function WeightFields({ value, onChange }: WeightFieldsProps) {
  const m = useMessages(ruleMessages);
  return (
    <>
      <Checkbox
        label={m.bySize}
        hint={m.bySizeHint}
        checked={value !== null}
        onChange={(on) => onChange(on ? oneForEachHundred : null)}
      />
      {value && (
        <FieldGrid>
          <NumberInput
            label={m.weightVotes}
            value={value.votes || null}
            min={1}
            onChange={(votes) => onChange({ ...value, votes: votes ?? 0 })}
          />
          <NumberInput
            label={m.weightMembers}
            value={value.members || null}
            min={1}
            onChange={(members) => onChange({ ...value, members: members ?? 0 })}
          />
          <Select
            label={m.weightRest}
            value={value.rounding}
            onChange={(rounding) => onChange({ ...value, rounding })}
            options={optionsOf(m.roundings)}
          />
          <NumberInput
            label={m.weightLeast}
            value={value.at_least || null}
            min={0}
            onChange={(least) => onChange({ ...value, at_least: least ?? 0 })}
          />
        </FieldGrid>
      )}
    </>
  );
}
