// Fields to choose in: lists, boxes to tick, words to press.
import {
  Checkbox as LibraryCheckbox,
  NativeSelect,
  Radio as LibraryRadio,
  Switch as LibrarySwitch,
} from "@mantine/core";
import { type ReactNode, useId } from "react";
import { type FieldProps, common } from "./field";
import style from "./field.module.css";

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
    {...common(props)}
    checked={props.checked}
    indeterminate={props.indeterminate}
    onChange={(event) => props.onChange(event.currentTarget.checked)}
  />
);

export const Switch = (props: CheckProps) => (
  <LibrarySwitch
    {...common(props)}
    checked={props.checked}
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
