// What every field of a form has: a label, a hint, the error that the API names it by; and how fields stand together.
import { Input } from "@mantine/core";
import { type ReactNode, useId } from "react";
import style from "./field.module.css";

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

/** What each of the library's inputs takes of it. */
export const common = ({ label, labelHidden, hint, error, required, disabled, name }: FieldProps) => ({
  label: labelHidden ? undefined : label,
  "aria-label": labelHidden && typeof label === "string" ? label : undefined,
  description: hint,
  error,
  withAsterisk: required,
  "aria-required": required || undefined,
  disabled,
  name,
});

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

/** Fields one under the other, side by side where there is room. */
export const FieldGrid = ({ children }: { children: ReactNode }) => (
  <div className={style.grid}>{children}</div>
);
