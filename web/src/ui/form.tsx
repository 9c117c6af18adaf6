// A form: its fields, what is wrong with it, and its buttons. They stay in sight at the foot of a long dialog.
import type { ReactNode } from "react";
import { useMessages } from "../i18n";
import { Button } from "./button";
import { FormError } from "./error_state";
import style from "./form.module.css";
import { Row, Stack } from "./layout";
import { messages } from "./messages";

export interface FormProps {
  children?: ReactNode;
  onSubmit: () => void;
  /** What the button that sends it says; "Save" unless told. */
  submit?: string;
  /** `quiet` where the page has its red button elsewhere, `poster` on pages outside the app. */
  look?: "quiet" | "poster";
  busy?: boolean;
  /** There is nothing to send yet. */
  disabled?: boolean;
  /** Why it was not taken; the faults of fields stand at the fields. */
  error?: unknown;
  onCancel?: () => void;
  /** At the other end of the row. */
  onRemove?: () => void;
  removing?: boolean;
  /** Below its button, on a poster. */
  after?: ReactNode;
  id?: string;
}

export function Form(props: FormProps) {
  const m = useMessages(messages);
  const { look } = props;
  const poster = look === "poster";
  const send = (
    <Button
      type="submit"
      variant={look === "quiet" ? "plain" : "primary"}
      size={poster ? "large" : undefined}
      wide={poster}
      busy={props.busy}
      disabled={props.disabled}
    >
      {props.submit ?? m.save}
    </Button>
  );
  return (
    <form
      id={props.id}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <Stack gap={14}>
        {props.children}
        <FormError error={props.error} />
        {poster ? (
          <>
            {send}
            {props.after}
          </>
        ) : (
          <div className={style.actions}>
            <Row>
              {send}
              {props.onCancel && <Button onClick={props.onCancel}>{m.cancel}</Button>}
            </Row>
            {props.onRemove && (
              <Button variant="danger" busy={props.removing} onClick={props.onRemove}>
                {m.remove}
              </Button>
            )}
          </div>
        )}
      </Stack>
    </form>
  );
}
