// Two people changed the same fields: both versions of each, and the choice between them.
import { useState } from "react";
import { useMessages } from "../i18n";
import { RadioGroup } from "./choice_fields";
import { DiffView } from "./diff_view";
import { Form, type FormProps } from "./form";
import { Callout, Hint } from "./layout";
import { messages } from "./messages";

export interface Disagreement {
  name: string;
  /** What the field is called. */
  label: string;
  theirs: string;
  mine: string;
}

export interface ConflictChoiceProps extends Pick<FormProps, "look" | "busy" | "onCancel"> {
  disagreements: Disagreement[];
  /** The names of the fields in which theirs shall stand. */
  onChoose: (theirs: string[]) => void;
}

/** A text of several lines is better compared by what differs than read twice. */
const isLong = ({ theirs, mine }: Disagreement) => `${theirs}${mine}`.includes("\n");

export function ConflictChoice({ disagreements, onChoose, ...form }: ConflictChoiceProps) {
  const m = useMessages(messages).conflict;
  const [chosen, setChosen] = useState<Record<string, "theirs" | "mine">>({});
  return (
    <Form
      {...form}
      submit={m.save}
      disabled={disagreements.some(({ name }) => !chosen[name])}
      onSubmit={() => onChoose(Object.keys(chosen).filter((name) => chosen[name] === "theirs"))}
    >
      <Callout tone="warn">
        <strong>{m.title}</strong> {m.text}
      </Callout>
      {disagreements.map((one) => (
        <div key={one.name}>
          <RadioGroup
            label={one.label}
            value={chosen[one.name] ?? null}
            onChange={(choice) => setChosen({ ...chosen, [one.name]: choice })}
            options={[
              { value: "theirs", label: isLong(one) ? m.theirs : `${m.theirs}: ${one.theirs}` },
              { value: "mine", label: isLong(one) ? m.mine : `${m.mine}: ${one.mine}` },
            ]}
          />
          {isLong(one) && (
            <>
              <Hint>{m.fromTheirs}</Hint>
              <DiffView before={one.theirs} after={one.mine} />
            </>
          )}
        </div>
      ))}
    </Form>
  );
}
