// A new password, wherever one is chosen.
import { useMessages } from "../i18n";
import { TextInput, type TextInputProps } from "../ui";
import { messages } from "./account_messages";

export function NewPassword(
  props: Pick<TextInputProps, "value" | "onChange" | "error" | "autoFocus"> & { label?: string },
) {
  const m = useMessages(messages);
  return (
    <TextInput
      label={m.password}
      hint={m.passwordHint}
      type="password"
      name="password"
      autoComplete="new-password"
      required
      {...props}
    />
  );
}
