// How many must be there: a number, a share of those who may vote, or both.
import type { Schemas } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { FieldGrid, NumberInput, Select } from "../../ui";
import { ruleMessages } from "./rule_messages";

type Quorum = Schemas["Quorum"];
type Share = Pick<Quorum, "numerator" | "denominator" | "more_than">;

const key = ({ numerator, denominator, more_than }: Share) =>
  numerator === 0 ? "" : `${more_than ? ">" : ""}${numerator}/${denominator}`;
const usual = [
  ">1/2",
  "5/100",
  "10/100",
  "15/100",
  "20/100",
  "25/100",
  "1/3",
  "40/100",
  "1/2",
  "60/100",
  "2/3",
  "3/4",
];

function shareOf(chosen: string): Share {
  const [numerator, denominator] = chosen.replace(">", "").split("/").map(Number);
  return { numerator: numerator || 0, denominator: denominator || 1, more_than: chosen.startsWith(">") };
}

export interface QuorumFieldProps {
  value: Quorum | null;
  onChange: (value: Quorum | null) => void;
}

export function QuorumField({ value, onChange }: QuorumFieldProps) {
  const m = useMessages(ruleMessages);
  const { percent } = useFormat();
  const number = value?.number ?? null;
  const share = value ? key(value) : "";
  const say = (one: string) => {
    if (one === ">1/2") return m.moreThanHalf;
    const { numerator, denominator, more_than } = shareOf(one);
    const fraction = denominator === 100 ? percent(numerator / 100) : `${numerator}/${denominator}`;
    return more_than ? m.moreThan(fraction) : fraction;
  };
  const set = (next: { number?: number | null; share?: string }) => {
    const asked = next.number === undefined ? number : next.number;
    const part = next.share === undefined ? share : next.share;
    onChange(
      asked === null && !part
        ? null
        : { ...shareOf(part), number: asked, choice: value?.choice ?? "smaller" },
    );
  };
  const offered = share && !usual.includes(share) ? [...usual, share] : usual;
  return (
    <FieldGrid>
      <NumberInput label={m.quorum} value={number} min={1} onChange={(count) => set({ number: count })} />
      <Select
        label={m.quorumShare}
        value={share}
        onChange={(one) => set({ share: one })}
        options={[
          { value: "", label: m.noShare },
          ...offered.map((one) => ({ value: one, label: say(one) })),
        ]}
      />
      {value && number !== null && share && (
        <Select
          label={m.quorumChoice}
          value={value.choice}
          onChange={(choice) => onChange({ ...value, choice })}
          options={[
            { value: "smaller", label: m.smaller },
            { value: "larger", label: m.larger },
          ]}
        />
      )}
    </FieldGrid>
  );
}
