// Proving who one is: by a password, a link or an invitation; then the code if one is asked for, then the app.
import { type ReactNode, useState } from "react";
import { type Schemas, useSend } from "../api";
import { CodeStep } from "./code_step";
import { useEnter } from "./enter";

/** `step`, once there is one, is shown in place of the page. */
export function useProof() {
  const enter = useEnter();
  const send = useSend<Schemas["SignedIn"]>();
  const [codeNeeded, setCodeNeeded] = useState(false);
  const prove = (path: string, body: unknown) =>
    void send
      .mutateAsync({ path, body })
      .then((answer) => (answer.code_needed ? setCodeNeeded(true) : enter()))
      // The error is shown from the mutation's state.
      .catch(() => {});
  const step: ReactNode = codeNeeded ? <CodeStep onDone={enter} /> : null;
  // Busy until the app is there: a link works once, and a second press would find it used.
  return { error: send.error, busy: send.isPending || send.isSuccess, prove, step };
}
