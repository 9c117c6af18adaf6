import type { ReactNode } from "react";
import { useMessages } from "../i18n";
import { Callout, Link, Stack } from "../ui";
import { messages } from "./account_messages";

/** In place of the form of a link that no longer holds. */
export function UsedLink({ children }: { children: ReactNode }) {
  const m = useMessages(messages);
  return (
    <Stack>
      <Callout tone="bad">{children}</Callout>
      <Link to="/sign-in">{m.toSignIn}</Link>
    </Stack>
  );
}
