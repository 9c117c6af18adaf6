// The seven stages of a drive: as a row of bars on its page, as squares in lists.
import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import { StageSquares, StageStepper } from "../../ui";
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

export function StageBars({ stage, lost }: { stage: Stage; lost?: boolean }) {
  const m = useMessages(messages);
  return (
    <StageStepper
      label={m.stage}
      stages={stages.map((value) => ({ value, label: m.stages[value] }))}
      current={stage}
      lost={lost}
    />
  );
}

export function StageDots({ stage }: { stage: Stage }) {
  const m = useMessages(messages);
  return (
    <span className={style.stage}>
      {m.stages[stage]}
      <StageSquares at={stages.indexOf(stage) + 1} of={stages.length} />
    </span>
  );
}
