// Fields to type in: text, secrets, numbers, days. Each takes and gives plain values.
import {
  NumberInput as LibraryNumberInput,
  PasswordInput,
  TextInput as LibraryTextInput,
  Textarea as LibraryTextarea,
} from "@mantine/core";
import type { HTMLInputAutoCompleteAttribute, ReactNode, Ref } from "react";
import { useMessages } from "../i18n";
import { type FieldProps, common } from "./field";
import { messages } from "./messages";

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
