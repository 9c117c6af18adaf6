// A rule as steps to fill in. What the form does not show stays as the text has it.
import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import {
  Button,
  Checkbox,
  Chips,
  FieldGrid,
  NumberInput,
  Row,
  Select,
  Stack,
  TextInput,
  optionsOf,
} from "../../ui";
import style from "./decisions.module.css";
import { ruleMessages } from "./rule_messages";
import { ThresholdField, majority } from "./threshold_field";
import { VotingFields } from "./voting_fields";

type Rule = Schemas["DecisionRule"];
type Step = Schemas["DecisionStep"];

const newStep = (): Step => ({
  kind: "membership_meeting",
  name: "",
  applies_to: [],
  electorate: {
    kind: "members_in_good_standing",
    seats: 0,
    delegates_per_local: 0,
    members_per_delegate: 0,
    officers: false,
  },
  quorum: null,
  thresholds: [majority],
  abstentions_count: false,
  weight: null,
  notice_days: 0,
  reading: "none",
  questionnaire_days: null,
  answer_days: 0,
  interview_days: null,
  run_off: "none",
  wait_days: 0,
  within_days: 0,
  open_days: 0,
  town_halls: 0,
  over: null,
  days_apart: 0,
  after_no: "ends",
  overrule: null,
  decides: [],
  recommends: [],
  recommends_to: "",
});

interface StepFormProps {
  step: Step;
  number: number;
  onChange: (step: Step) => void;
  onRemove: () => void;
  disabled: boolean;
}

function StepForm({ step, number, onChange, onRemove, disabled }: StepFormProps) {
  const m = useMessages(ruleMessages);
  const set = (change: Partial<Step>) => onChange({ ...step, ...change });
  const days = (
    label: string,
    key:
      "notice_days" | "wait_days" | "within_days" | "open_days" | "answer_days" | "days_apart" | "town_halls",
  ) => (
    <NumberInput
      label={label}
      value={step[key] || null}
      min={0}
      onChange={(value) => set({ [key]: value ?? 0 })}
    />
  );
  const hall = step.kind === "town_hall";
  const ballot = step.kind === "member_ballot";
  const levels = optionsOf(m.levels);
  return (
    <fieldset className={style.formStep} disabled={disabled}>
      <legend>{m.stepNumber(number)}</legend>
      <Stack>
        <FieldGrid>
          <Select
            label={m.kind}
            value={step.kind}
            onChange={(kind) => set({ kind })}
            options={optionsOf(m.kinds)}
          />
          <TextInput label={m.name} value={step.name} onChange={(name) => set({ name })} maxLength={200} />
        </FieldGrid>
        {!hall && <VotingFields step={step} set={set} />}
        <FieldGrid>
          {hall && days(m.townHalls, "town_halls")}
          {hall && (
            <NumberInput
              label={m.overMonths}
              value={step.over?.unit === "months" ? step.over.count : null}
              min={1}
              onChange={(count) => set({ over: count === null ? null : { count, unit: "months" } })}
            />
          )}
          {hall && days(m.apart, "days_apart")}
          {days(m.notice, "notice_days")}
          {!hall && !ballot && (
            <Select
              label={m.reading}
              value={step.reading}
              onChange={(reading) => set({ reading })}
              options={optionsOf(m.readings)}
            />
          )}
          {ballot && days(m.open, "open_days")}
          {!hall && (
            <NumberInput
              label={m.questionnaire}
              value={step.questionnaire_days ?? null}
              min={0}
              onChange={(questionnaire_days) => set({ questionnaire_days })}
            />
          )}
          {!hall && step.questionnaire_days !== null && days(m.answer, "answer_days")}
          {!hall && (
            <NumberInput
              label={m.interview}
              value={step.interview_days ?? null}
              min={0}
              onChange={(interview_days) => set({ interview_days })}
            />
          )}
          {number > 1 && days(m.wait, "wait_days")}
          {number > 1 && days(m.within, "within_days")}
          {!hall && (
            <Select
              label={m.runOff}
              value={step.run_off}
              onChange={(run_off) => set({ run_off })}
              options={optionsOf(m.runOffs)}
            />
          )}
        </FieldGrid>
        {!hall && (
          <>
            <Chips
              label={m.decides}
              value={step.decides}
              onChange={(decides) => set({ decides })}
              options={levels}
            />
            <Chips
              label={m.recommends}
              value={step.recommends}
              onChange={(recommends) => set({ recommends })}
              options={levels}
            />
            {step.recommends.length > 0 && (
              <TextInput
                label={m.recommendsTo}
                value={step.recommends_to}
                onChange={(recommends_to) => set({ recommends_to })}
                maxLength={200}
              />
            )}
            <Checkbox
              label={m.goesOn}
              checked={step.after_no === "goes_on"}
              onChange={(on) => set({ after_no: on ? "goes_on" : "ends" })}
            />
            <ThresholdField
              label={m.overrule}
              value={step.overrule ?? null}
              none={m.never}
              onChange={(overrule) => set({ overrule })}
            />
          </>
        )}
        {!disabled && (
          <Row>
            <Button size="small" variant="quiet" onClick={onRemove}>
              {m.removeStep}
            </Button>
          </Row>
        )}
      </Stack>
    </fieldset>
  );
}

export interface RuleFormProps {
  rule: Rule;
  onChange: (rule: Rule) => void;
  disabled: boolean;
}

export function RuleForm({ rule, onChange, disabled }: RuleFormProps) {
  const m = useMessages(ruleMessages);
  const put = (steps: Step[]) => onChange({ ...rule, steps });
  return (
    <Stack>
      {rule.steps.map((step, at) => (
        <StepForm
          key={at}
          step={step}
          number={at + 1}
          disabled={disabled}
          onChange={(changed) => put(rule.steps.map((one, index) => (index === at ? changed : one)))}
          onRemove={() => put(rule.steps.filter((_, index) => index !== at))}
        />
      ))}
      {!disabled && (
        <div>
          <Button onClick={() => put([...rule.steps, newStep()])}>{m.addStep}</Button>
        </div>
      )}
    </Stack>
  );
}
