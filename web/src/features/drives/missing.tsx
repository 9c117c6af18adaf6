// What must be true before the drive's next stage, and what is missing of it now.
import type { Schemas } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Button, Callout, Hidden, Hint, Panel, Row, Stack } from "../../ui";
import style from "./drives.module.css";
import { messages } from "./messages";
import type { Stage } from "./stages";

export interface MissingPanelProps {
  record: Schemas["DriveRecord"];
  /** Opens the move to a stage, or to one to choose. */
  onMove: (to?: Stage) => void;
}

export function MissingPanel({ record, onMove }: MissingPanelProps) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const now = record.stages.find((one) => one.stage === record.summary.drive.stage);
  const next = record.next_stage;
  const requirements = now?.requirements ?? [];
  return (
    <Panel title={next ? m.before(m.stages[next]) : m.beforeDone}>
      <Stack>
        <ul className={style.list}>
          {requirements.map((one) => (
            <li key={one.code}>
              <span className={one.met ? style.met : style.unmet} aria-hidden>
                {one.met ? "☑" : "☐"}
              </span>
              <span>
                <Hidden>{one.met ? m.met : m.unmet} </Hidden>
                {m.requirements[one.code]}
              </span>
              {(one.need > 1 || one.have > 1) && (
                <Hint>
                  {/* "93 of 1" would read as a fault. */}
                  {one.have > one.need ? number(one.have) : m.has(number(one.have), number(one.need))}
                </Hint>
              )}
            </li>
          ))}
        </ul>
        {requirements.every((one) => one.met) && <Callout tone="good">{m.allDone}</Callout>}
        {record.can.move && (
          <Row>
            {next && <Button onClick={() => onMove(next)}>{m.moveTo(m.stages[next])}</Button>}
            <Button variant="quiet" onClick={() => onMove()}>
              {m.otherStage}
            </Button>
          </Row>
        )}
      </Stack>
    </Panel>
  );
}
