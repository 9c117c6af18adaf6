// What a form is made of. Each takes and gives plain values; errors come from the API by field name.
import {
  Checkbox as LibraryCheckbox,
  Input,
  NativeSelect,
  NumberInput as LibraryNumberInput,
  PasswordInput,
  Radio as LibraryRadio,
  Switch as LibrarySwitch,
  TextInput as LibraryTextInput,
  Textarea as LibraryTextarea,
} from "@mantine/core";
import { type HTMLInputAutoCompleteAttribute, type ReactNode, type Ref, useId } from "react";
import { useMessages } from "../i18n";
import style from "./field.module.css";
import { messages } from "./messages";

export interface FieldProps {
  label: ReactNode;
  /** Hidden from sight where the place says it (a search box), still read aloud. */
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  name?: string;
}

const common = ({ label, labelHidden, hint, error, required, disabled, name }: FieldProps) => ({
  label: labelHidden ? undefined : label,
  "aria-label": labelHidden && typeof label === "string" ? label : undefined,
  description: hint,
  error,
  withAsterisk: required,
  "aria-required": required || undefined,
  disabled,
  name,
});

export interface TextInputProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "email" | "tel" | "url" | "search" | "password" | "time" | "color";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "search" | "url";
  placeholder?: string;
  autoFocus?: boolean;
  maxLength?: number;
  onEnter?: () => void;
  onBlur?: () => void;
  /** A sign inside the box at its end, such as a key that works here. */
  end?: ReactNode;
  spellCheck?: boolean;
  ref?: Ref<HTMLInputElement>;
}

export function TextInput(props: TextInputProps) {
  const m = useMessages(messages);
  const secret = props.type === "password";
  const Box = secret ? PasswordInput : LibraryTextInput;
  return (
    <Box
      {...common(props)}
      {...(secret && { visibilityToggleButtonProps: { "aria-label": m.showTyped } })}
      ref={props.ref}
      type={secret ? undefined : props.type}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={props.onBlur}
      onKeyDown={(event) => {
        if (event.key === "Enter" && props.onEnter) {
          event.preventDefault();
          props.onEnter();
        }
      }}
      autoComplete={props.autoComplete ?? "off"}
      inputMode={props.inputMode}
      placeholder={props.placeholder}
      data-autofocus={props.autoFocus || undefined}
      autoFocus={props.autoFocus}
      maxLength={props.maxLength}
      spellCheck={props.spellCheck}
      rightSection={props.end}
      rightSectionWidth={props.end ? "auto" : undefined}
    />
  );
}

export interface TextareaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** It grows with its text, from `rows` on. */
  rows?: number;
  maxLength?: number;
  monospace?: boolean;
  autoFocus?: boolean;
}

export const Textarea = (props: TextareaProps) => (
  <LibraryTextarea
    {...common(props)}
    value={props.value}
    onChange={(event) => props.onChange(event.currentTarget.value)}
    placeholder={props.placeholder}
    autosize
    minRows={props.rows ?? 3}
    maxRows={30}
    maxLength={props.maxLength}
    autoFocus={props.autoFocus}
    styles={props.monospace ? { input: { fontFamily: "ui-monospace, monospace" } } : undefined}
  />
);

export interface NumberInputProps extends FieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  decimals?: number;
  prefix?: string;
  suffix?: string;
  placeholder?: string;
}

export const NumberInput = (props: NumberInputProps) => (
  <LibraryNumberInput
    {...common(props)}
    value={props.value ?? ""}
    onChange={(value) => props.onChange(value === "" || value === "-" ? null : Number(value))}
    min={props.min}
    max={props.max}
    step={props.step}
    decimalScale={props.decimals ?? 0}
    prefix={props.prefix}
    suffix={props.suffix}
    placeholder={props.placeholder}
    thousandSeparator=","
    hideControls
  />
);

export interface Option<V extends string = string> {
  value: V;
  label: string;
  disabled?: boolean;
}

export interface SelectProps<V extends string> extends FieldProps {
  value: V | null;
  onChange: (value: V) => void;
  options: Option<V>[];
  /** What stands there while nothing is chosen; it can't be chosen. */
  placeholder?: string;
}

/** A short list to choose one of. The browser's own, which phones and screen readers know best. */
export const Select = <V extends string>(props: SelectProps<V>) => (
  <NativeSelect
    {...common(props)}
    value={props.value ?? ""}
    onChange={(event) => props.onChange(event.currentTarget.value as V)}
  >
    {props.placeholder !== undefined && (
      <option value="" disabled={props.required}>
        {props.placeholder}
      </option>
    )}
    {props.options.map((option) => (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ))}
  </NativeSelect>
);

export interface DateInputProps extends FieldProps {
  /** "2026-05-22", or "" */
  value: string;
  onChange: (value: string) => void;
  min?: string;
  max?: string;
}

/** A calendar day. The browser's own picker. */
export const DateInput = (props: DateInputProps) => (
  <LibraryTextInput
    {...common(props)}
    type="date"
    value={props.value}
    min={props.min}
    max={props.max}
    onChange={(event) => props.onChange(event.currentTarget.value)}
  />
);

export interface CheckProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode;
  error?: ReactNode;
  disabled?: boolean;
  indeterminate?: boolean;
  labelHidden?: boolean;
}

export const Checkbox = (props: CheckProps) => (
  <LibraryCheckbox
    label={props.labelHidden ? undefined : props.label}
    aria-label={props.labelHidden && typeof props.label === "string" ? props.label : undefined}
    description={props.hint}
    error={props.error}
    checked={props.checked}
    indeterminate={props.indeterminate}
    disabled={props.disabled}
    onChange={(event) => props.onChange(event.currentTarget.checked)}
  />
);

export const Switch = (props: CheckProps) => (
  <LibrarySwitch
    label={props.label}
    description={props.hint}
    error={props.error}
    checked={props.checked}
    disabled={props.disabled}
    onChange={(event) => props.onChange(event.currentTarget.checked)}
  />
);

export interface RadioGroupProps<V extends string> extends FieldProps {
  value: V | null;
  onChange: (value: V) => void;
  options: (Option<V> & { hint?: ReactNode })[];
}

export const RadioGroup = <V extends string>(props: RadioGroupProps<V>) => (
  <LibraryRadio.Group
    label={props.label}
    description={props.hint}
    error={props.error}
    withAsterisk={props.required}
    value={props.value ?? ""}
    onChange={(value) => props.onChange(value as V)}
  >
    <div className={style.options}>
      {props.options.map((option) => (
        <LibraryRadio
          key={option.value}
          value={option.value}
          label={option.label}
          description={option.hint}
          disabled={option.disabled ?? props.disabled}
        />
      ))}
    </div>
  </LibraryRadio.Group>
);

/** The label, hint and error of a control of one's own; the child gets the id that its label points to. */
export function Field({ children, ...props }: FieldProps & { children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <Input.Wrapper
      id={id}
      label={props.label}
      description={props.hint}
      error={props.error}
      withAsterisk={props.required}
    >
      {children(id)}
    </Input.Wrapper>
  );
}

export interface ChipsProps<V extends string> {
  label: string;
  options: Option<V>[];
  value: V[];
  onChange: (value: V[]) => void;
  /** At most one at a time. */
  single?: boolean;
  labelHidden?: boolean;
}

/** Words to press, on and off: issues, filters, what somebody will do. */
export function Chips<V extends string>({
  label,
  options,
  value,
  onChange,
  single,
  labelHidden,
}: ChipsProps<V>) {
  const press = (pressed: V) => {
    const on = value.includes(pressed);
    if (single) onChange(on ? [] : [pressed]);
    else onChange(on ? value.filter((one) => one !== pressed) : [...value, pressed]);
  };
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className={labelHidden ? "visually-hidden" : style.caption}>
        {label}
      </div>
      <div className={style.chips}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className={style.chip}
            aria-pressed={value.includes(option.value)}
            disabled={option.disabled}
            onClick={() => press(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Fields one under the other, side by side where there is room. */
export const FieldGrid = ({ children }: { children: ReactNode }) => (
  <div className={style.grid}>{children}</div>
);
