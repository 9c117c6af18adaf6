// The seven stages of a drive: as a row of bars on its page, as dots in lists.
import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import style from "./drives.module.css";
import { messages } from "./messages";

export type Stage = Schemas["Drive"]["stage"];

export const stages: Stage[] = [
  "mapped",
  "identifying",
  "building_team",
  "opening_process",
  "resolution_moved",
  "decided",
  "activated",
];

export function StageBars({ stage }: { stage: Stage }) {
  const m = useMessages(messages);
  const at = stages.indexOf(stage);
  return (
    <ol className={style.bars} aria-label={m.stage}>
      {stages.map((one, place) => (
        <li
          key={one}
          data-state={place < at ? "done" : place === at ? "now" : "ahead"}
          aria-current={place === at ? "step" : undefined}
        >
          <i aria-hidden />
          <span>{m.stages[one]}</span>
        </li>
      ))}
    </ol>
  );
}

export function StageDots({ stage }: { stage: Stage }) {
  const m = useMessages(messages);
  const at = stages.indexOf(stage);
  return (
    <span className={style.stage}>
      {m.stages[stage]}
      <span className={style.dots} aria-hidden>
        {stages.map((one, place) => (
          <i key={one} data-on={place <= at || undefined} />
        ))}
      </span>
    </span>
  );
}
