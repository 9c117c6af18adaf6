// Ways to reach a person, their addresses, values of own fields: each with its button, and one to add another.
import type { ReactNode } from "react";
import { useCan } from "../../app/session";
import { useMessages } from "../../i18n";
import { Button, Hidden, Hint, Panel, Row, Stack } from "../../ui";
import { messages } from "./messages";

export interface PartsPanelProps<P> {
  title: string;
  /** What to say where there are none. */
  none: string;
  parts: P[];
  /** What the part is called, for the button that edits it. */
  name: (part: P) => string;
  children: (part: P) => ReactNode;
  onOpen: (part: P | "new") => void;
  /** There is nothing to add any more. */
  complete?: boolean;
}

export function PartsPanel<P extends { id: string }>(props: PartsPanelProps<P>) {
  const m = useMessages(messages);
  const can = useCan();
  return (
    <Panel
      title={props.title}
      aside={
        can.lead_people &&
        !props.complete && (
          <Button size="small" onClick={() => props.onOpen("new")}>
            {m.addOne}
          </Button>
        )
      }
    >
      <Stack>
        {props.parts.length === 0 && <Hint>{props.none}</Hint>}
        {props.parts.map((part) => (
          <Row key={part.id} spread together>
            {props.children(part)}
            {can.lead_people && (
              <Button size="small" variant="quiet" onClick={() => props.onOpen(part)}>
                {m.edit}
                <Hidden> {props.name(part)}</Hidden>
              </Button>
            )}
          </Row>
        ))}
      </Stack>
    </Panel>
  );
}
