// What a vote carries with: majority, two thirds ..., of whom, and for which subjects.
import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import { Chips, FieldGrid, Select, Stack, optionsOf } from "../../ui";
import { ruleMessages } from "./rule_messages";

type Threshold = Schemas["DecisionThreshold"];

export const majority: Threshold = {
  kind: "majority",
  numerator: 1,
  denominator: 2,
  of: "votes_cast",
  matters: [],
};

const key = (one: Threshold) => `${one.kind} ${one.numerator}/${one.denominator}`;
const usual = [
  "majority 1/2",
  "at_least 3/5",
  "at_least 2/3",
  "at_least 3/4",
  "at_least 1/1",
  "plurality 0/1",
];

export interface ThresholdFieldProps {
  label: string;
  value: Threshold | null;
  onChange: (value: Threshold | null) => void;
  /** Says that there need be none. */
  none?: string;
  /** There are others beside it: then it says for which subjects it is. */
  several?: boolean;
}

export function ThresholdField({ label, value, onChange, none, several }: ThresholdFieldProps) {
  const m = useMessages(ruleMessages);
  const word = (one: string) => {
    const [kind = "", fraction = ""] = one.split(" ");
    if (one === "majority 1/2") return m.majority;
    if (one === "at_least 1/1") return m.unanimous;
    if (kind === "plurality") return fraction === "0/1" ? m.plurality : `${m.plurality} ≥ ${fraction}`;
    return kind === "more_than" ? `> ${fraction}` : fraction;
  };
  const current = value ? key(value) : "none";
  const keys = value && !usual.includes(current) ? [...usual, current] : usual;
  const offered = none === undefined ? keys : ["none", ...keys.filter((one) => !one.startsWith("plurality"))];
  const choose = (chosen: string) => {
    if (chosen === "none") return onChange(null);
    const [kind, fraction = "1/2"] = chosen.split(" ");
    const [numerator, denominator] = fraction.split("/").map(Number);
    onChange({
      ...(value ?? majority),
      kind: kind as Threshold["kind"],
      numerator: numerator ?? 1,
      denominator: denominator ?? 2,
    });
  };
  return (
    <Stack gap={8}>
      <FieldGrid>
        <Select
          label={label}
          value={current}
          onChange={choose}
          options={offered.map((one) => ({ value: one, label: one === "none" ? (none ?? "") : word(one) }))}
        />
        {value && (
          <Select
            label={m.of}
            value={value.of}
            onChange={(of) => onChange({ ...value, of })}
            options={optionsOf(m.bases)}
          />
        )}
      </FieldGrid>
      {value && several && (
        <Chips
          label={m.onlyFor}
          value={value.matters}
          onChange={(matters) => onChange({ ...value, matters })}
          options={optionsOf(m.matters)}
        />
      )}
    </Stack>
  );
}
