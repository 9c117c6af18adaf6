// Asking before what is written and not saved is left behind.
import { useCallback } from "react";
import { useBeforeUnload, useBlocker } from "react-router";
import { useMessages } from "../i18n";
import { Button } from "./button";
import { Row, Stack } from "./layout";
import { messages } from "./messages";
import { Modal } from "./overlay";

/** While `when` holds, a link, Back or closing the window asks first. One on a page. */
export function Unsaved({ when }: { when: boolean }) {
  const m = useMessages(messages);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );
  useBeforeUnload(useCallback((event) => when && event.preventDefault(), [when]));
  if (blocker.state !== "blocked") return null;
  return (
    <Modal open onClose={blocker.reset} title={m.unsaved.title} size="small">
      <Stack>
        <span>{m.unsaved.text}</span>
        <Row>
          <Button variant="primary" onClick={blocker.reset}>
            {m.unsaved.stay}
          </Button>
          <Button onClick={blocker.proceed}>{m.unsaved.leave}</Button>
        </Row>
      </Stack>
    </Modal>
  );
}
